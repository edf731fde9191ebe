"""A passkey made of software: it answers as a browser would, so that no browser is needed."""

import json
from base64 import urlsafe_b64encode
from hashlib import sha256
from secrets import token_bytes
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, SECP256R1, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from fido2.cose import ES256
from fido2.webauthn import (
    Aaguid,
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
)

PRESENT = AuthenticatorData.FLAG.UP


def text(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode()


class Authenticator:
    def __init__(self, host: str = "localhost", origin: str = "http://localhost:8020") -> None:
        self.host, self.origin = host, origin
        self.key = generate_private_key(SECP256R1())
        self.id = token_bytes(16)
        self.count = 0

    def create(self, question: dict[str, Any]) -> str:
        credential = AttestedCredentialData.create(
            Aaguid.NONE, self.id, ES256.from_cryptography_key(self.key.public_key())
        )
        data = AuthenticatorData.create(
            self._host_hash(), PRESENT | AuthenticatorData.FLAG.AT, self.count, credential
        )
        response = {
            "clientDataJSON": text(self._client_data("webauthn.create", question)),
            "attestationObject": text(AttestationObject.create("none", data, {})),
        }
        return self._answer(response)

    def get(self, question: dict[str, Any]) -> str:
        self.count += 1
        client_data = self._client_data("webauthn.get", question)
        data = AuthenticatorData.create(self._host_hash(), PRESENT, self.count)
        signature = self.key.sign(data + sha256(client_data).digest(), ECDSA(SHA256()))
        response = {
            "clientDataJSON": text(client_data),
            "authenticatorData": text(data),
            "signature": text(signature),
        }
        return self._answer(response)

    def _answer(self, response: dict[str, str]) -> str:
        answer = {"id": text(self.id), "rawId": text(self.id), "type": "public-key"}
        return json.dumps({**answer, "response": response, "clientExtensionResults": {}})

    def _client_data(self, what: str, question: dict[str, Any]) -> bytes:
        challenge = question["publicKey"]["challenge"]
        data = {"type": what, "challenge": challenge, "origin": self.origin, "crossOrigin": False}
        return json.dumps(data).encode()

    def _host_hash(self) -> bytes:
        return sha256(self.host.encode()).digest()
