"""Signatures of releases: Ed25519, by a key that lies with whoever makes the release."""

from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)
from cryptography.hazmat.primitives.serialization import load_pem_private_key


class NoSigningKey(Exception):
    """The file is no Ed25519 key that only its owner can read; the message says what to do."""


def sign(signed: bytes, key_file: Path) -> tuple[str, str]:
    """Sign with a private key in PEM; give the public key and the signature in hexadecimal.

    Raises NoSigningKey.
    """
    if not key_file.is_file():
        reason = f"{key_file}: not there; make one: openssl genpkey -algorithm ed25519 -out FILE"
        raise NoSigningKey(reason)
    if key_file.stat().st_mode & 0o077:
        reason = f"{key_file}: others can read the key; run: chmod 600 {key_file}"
        raise NoSigningKey(reason)
    try:
        key = load_pem_private_key(key_file.read_bytes(), password=None)
    except (ValueError, TypeError):
        key = None
    if not isinstance(key, Ed25519PrivateKey):
        reason = f"{key_file}: no Ed25519 key in PEM without a password"
        raise NoSigningKey(reason)
    return key.public_key().public_bytes_raw().hex(), key.sign(signed).hex()


def is_signed_by(signed: bytes, *, key: str, signature: str) -> bool:
    """Say whether the signature is this key's over these bytes."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(
            bytes.fromhex(signature), signed
        )
    except (InvalidSignature, ValueError):
        return False
    return True


def fingerprint(key: str) -> str:
    """Give a public key as sixteen digits in groups, to compare by eye."""
    digits = sha256(key.encode()).hexdigest()[:16]
    return "-".join(digits[at : at + 4] for at in range(0, 16, 4))
