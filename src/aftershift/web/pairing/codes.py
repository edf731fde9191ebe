"""The spoken code: ten signs that nobody mistakes on a telephone, and what it vouches for."""

import secrets
from uuid import UUID

from aftershift.web.services import services

# Crockford's base 32: no I, L, O or U. Ten signs are 50 bits, tried ten times in ten minutes.
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_FORGIVEN = str.maketrans("OIL", "011")
_SIGNS = 10


def make() -> str:
    """Make a fresh code."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(_SIGNS))


def read(typed: str) -> str:
    """Read a code as it was typed, forgiving of case, gaps and O for 0; empty if it is none."""
    plain = "".join(c for c in typed.upper() if c.isalnum()).translate(_FORGIVEN)
    return plain if len(plain) == _SIGNS and set(plain) <= set(_ALPHABET) else ""


def printed(code: str) -> str:
    """Write a code as it is read aloud: two groups of five."""
    return f"{code[:5]} {code[5:]}"


def locator(code: str) -> str:
    """Say where an invitation with this code is found."""
    return services().keys.blind(b"pairing locator " + code.encode()).hex()


def tag(code: str, link: UUID, role: str, public_key: bytes) -> str:
    """Vouch for the public key of the one who made the code, or of the one who typed it."""
    label = b" ".join((b"pairing tag", code.encode(), role.encode(), link.bytes, public_key))
    return services().keys.blind(label).hex()
