"""The printed recovery key: seven groups of four characters that a tired hand can copy.

130 random bits and 10 bits of checksum, in Crockford's base 32 (no I, L, O or U), so that a
slip of the pen is found before anything is tried.
"""

import hashlib
import secrets

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_FORGIVEN = str.maketrans("OIL", "011")
_SECRET_DIGITS = 26
_CHECK_DIGITS = 2
_GROUP = 4
_SECRET_BYTES = 17  # 130 bits, with six leading zero bits
GROUPS = (_SECRET_DIGITS + _CHECK_DIGITS) // _GROUP


def make() -> bytes:
    """Make a fresh secret of 130 bits."""
    return secrets.randbits(5 * _SECRET_DIGITS).to_bytes(_SECRET_BYTES)


def printed(secret: bytes) -> str:
    """Write a secret as it is shown and printed: `7KQF-...`, with its checksum at the end."""
    digits = _digits(int.from_bytes(secret), _SECRET_DIGITS) + _checksum(secret)
    return "-".join(digits[at : at + _GROUP] for at in range(0, len(digits), _GROUP))


def read(typed: str) -> bytes | None:
    """Read a key as somebody typed it, forgiving of case, gaps and O for 0; None if mistyped."""
    digits = plain(typed)
    if len(digits) != _SECRET_DIGITS + _CHECK_DIGITS or not set(digits) <= set(_ALPHABET):
        return None
    number = 0
    for digit in digits[:_SECRET_DIGITS]:
        number = number * 32 + _ALPHABET.index(digit)
    secret = number.to_bytes(_SECRET_BYTES)
    return secret if digits[_SECRET_DIGITS:] == _checksum(secret) else None


def plain(typed: str) -> str:
    """Reduce what somebody typed to the digits they meant."""
    return "".join(c for c in typed.upper() if c.isalnum()).translate(_FORGIVEN)


def _digits(number: int, count: int) -> str:
    return "".join(_ALPHABET[number >> 5 * place & 31] for place in reversed(range(count)))


def _checksum(secret: bytes) -> str:
    digest = hashlib.sha256(b"aftershift recovery key " + secret).digest()
    return _digits(int.from_bytes(digest[:2]), _CHECK_DIGITS)
