"""Second factors: one-time codes (RFC 6238) and passkeys (WebAuthn).

A factor opens nothing; it only lets a session that already holds the key go on. Its seed is
sealed with the server's key, bound to the person and to the row.
"""

import hmac
import io
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

import pyotp
import segno
from fido2.server import Fido2Server
from fido2.webauthn import (
    AttestedCredentialData,
    AuthenticationResponse,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialUserEntity,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from aftershift.web.people.models import Factor, Person
from aftershift.web.sealed import Sealed
from aftershift.web.services import services

SEED_KIND = "factor-seed"
ISSUER = "Aftershift"
STEP_SECONDS = 30

Challenge = dict[str, Any]


def sealed_seed(person: UUID, factor: UUID, seed: bytes) -> Sealed:
    """Seal a factor's seed with the server's key, for this person and this row alone."""
    return Sealed(services().keys.server_vault(person).seal(SEED_KIND, factor, seed))


def new_code_seed() -> str:
    """Make a seed of 160 bits for an app that shows codes."""
    return pyotp.random_base32()


def code_address(seed: str, name: str) -> str:
    """Write the address that an app reads from the picture."""
    return pyotp.TOTP(seed).provisioning_uri(name=name, issuer_name=ISSUER)


def code_picture(seed: str, name: str) -> str:
    """Draw the seed for a phone's camera, as SVG without styles."""
    svg = io.BytesIO()
    segno.make(code_address(seed, name), error="m").save(
        svg, kind="svg", xmldecl=False, svgclass="qr", lineclass=None, omitsize=True, light="#fff"
    )
    return svg.getvalue().decode()


def code_step(seed: str, code: str, *, after: int, now: datetime) -> int | None:
    """Find the time step that a code belongs to, one step of clock error allowed.

    Each step is good once: those up to `after` are used up. Reference: RFC 6238, section 5.2.
    """
    typed = "".join(code.split())
    current = int(now.timestamp()) // STEP_SECONDS
    for step in (current - 1, current, current + 1):
        expected = pyotp.TOTP(seed).generate_otp(step)
        if step > after and hmac.compare_digest(expected.encode(), typed.encode()):
            return step
    return None


def use_code(person: Person, code: str, now: datetime) -> bool:
    """Say whether a code is right for one of the person's apps, and use it up."""
    for factor in Factor.objects.filter(person=person, kind=Factor.TOTP):
        step = code_step(_seed(factor).decode(), code, after=factor.counter, now=now)
        if step is not None:
            # Of two requests with the same code, one finds the step already taken.
            unused = Factor.objects.filter(id=factor.id, counter__lt=step)
            return bool(unused.update(counter=step))
    return False


def ask_for_new_passkey(person: Person) -> tuple[dict[str, Any], Challenge]:
    """Ask a browser to make a passkey: what it is told, and what is kept for the answer."""
    options, challenge = _relying_party().register_begin(
        PublicKeyCredentialUserEntity(
            name=person.name, id=person.id.bytes, display_name=person.name
        ),
        credentials=[credential for credential, _ in _passkeys(person)],
        resident_key_requirement=ResidentKeyRequirement.DISCOURAGED,
        user_verification=UserVerificationRequirement.PREFERRED,
    )
    return dict(options), _kept(challenge)


def new_passkey(challenge: Challenge, answer: Mapping[str, Any]) -> bytes | None:
    """Read a new passkey from the browser's answer; None when the answer is not to be trusted."""
    try:
        made = _relying_party().register_complete(challenge, answer)
    except _BAD_ANSWERS:
        return None
    return None if made.credential_data is None else bytes(made.credential_data)


def ask_for_passkey(person: Person) -> tuple[dict[str, Any], Challenge]:
    """Ask a browser to sign with one of the person's passkeys."""
    options, challenge = _relying_party().authenticate_begin(
        credentials=[credential for credential, _ in _passkeys(person)],
        user_verification=UserVerificationRequirement.PREFERRED,
    )
    return dict(options), _kept(challenge)


def use_passkey(person: Person, challenge: Challenge, answer: Mapping[str, Any]) -> bool:
    """Say whether the browser signed with one of the person's passkeys."""
    passkeys = _passkeys(person)
    try:
        used = _relying_party().authenticate_complete(
            challenge, [credential for credential, _ in passkeys], answer
        )
        count = AuthenticationResponse.from_dict(answer).response.authenticator_data.counter
    except _BAD_ANSWERS:
        return False
    factor = next(row for credential, row in passkeys if credential == used)
    return _counts_up(factor, count)


# What the WebAuthn library raises on an answer that is malformed, stale or forged.
_BAD_ANSWERS = (ValueError, KeyError, TypeError, AttributeError)


def _counts_up(factor: Factor, count: int) -> bool:
    """Refuse a copied passkey: a count that stands still (WebAuthn level 2, 6.1.1), zero apart."""
    if count == 0 and factor.counter == 0:
        return True
    return bool(Factor.objects.filter(id=factor.id, counter__lt=count).update(counter=count))


def _kept(challenge: Mapping[str, Any]) -> Challenge:
    """Keep only plain text of a challenge, so that a row can carry it."""
    return {key: None if value is None else str(value) for key, value in challenge.items()}


def _passkeys(person: Person) -> list[tuple[AttestedCredentialData, Factor]]:
    rows: Iterable[Factor] = Factor.objects.filter(person=person, kind=Factor.PASSKEY)
    return [(AttestedCredentialData(_seed(row)), row) for row in rows]


def _seed(factor: Factor) -> bytes:
    vault = services().keys.server_vault(factor.person_id)
    seed: Sealed = factor.seed
    return seed.open(vault, kind=SEED_KIND, row=factor.id)


def _relying_party() -> Fido2Server:
    return Fido2Server(PublicKeyCredentialRpEntity(name=ISSUER, id=services().settings.host))
