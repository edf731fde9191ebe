"""The envelope: bytes that open only with the right key, for the right person, kind and row.

Layout: version 0x01, key id 8, salt 32, commitment 32, AES-256-GCM ciphertext with its tag.
HKDF-SHA256 (RFC 5869) over the key and the salt gives a message key and a commitment; its info
is the header followed by the length-prefixed application, person, kind and row, so that an
envelope moved to another place cannot be opened there. The commitment makes AES-GCM committing:
no envelope opens under two keys. Each message key is used once, so the nonce is zero.
"""

import hmac
import os
from dataclasses import dataclass
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
_VERSION = b"\x01"
_APP = b"aftershift"
_KEY_ID_BYTES = 8
_SALT_BYTES = 32
_COMMITMENT_BYTES = 32
_HEADER_BYTES = len(_VERSION) + _KEY_ID_BYTES
_SALT_ENDS = _HEADER_BYTES + _SALT_BYTES
_COMMITMENT_ENDS = _SALT_ENDS + _COMMITMENT_BYTES
_ZERO_NONCE = bytes(12)
_SMALLEST_BYTES = 256
_LARGE_BYTES = 64 * 1024


class CannotOpen(Exception):
    """The key, person, kind, row or a byte of the envelope is not the right one."""

    def __init__(self) -> None:
        super().__init__("this envelope does not open here")


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """Where an envelope belongs: whose it is, what kind of thing, and which row.

    The kind is a permanent logical name, never a table's name: renaming it would shut every
    envelope of that kind for ever.
    """

    person: UUID
    kind: str
    row: UUID


def derive(key: bytes, *, salt: bytes | None, info: bytes, length: int = KEY_BYTES) -> bytes:
    """Derive `length` bytes from a key of full strength. Reference: RFC 5869."""
    return HKDF(algorithm=SHA256(), length=length, salt=salt, info=info).derive(key)


def seal(key: bytes, place: Place, data: bytes) -> bytes:
    """Close `data` so that it opens only with `key` at `place`; hide its exact size."""
    header = _VERSION + _key_id(key)
    salt = os.urandom(_SALT_BYTES)
    message_key, commitment = _message_keys(key, salt, header, place)
    ciphertext = AESGCM(message_key).encrypt(_ZERO_NONCE, _padded(data), None)
    return header + salt + commitment + ciphertext


def unseal(key: bytes, place: Place, envelope: bytes) -> bytes:
    """Give back what was sealed with `key` at `place`; raise CannotOpen for anything else."""
    header = _VERSION + _key_id(key)
    if not hmac.compare_digest(envelope[:_HEADER_BYTES], header):
        raise CannotOpen
    salt = envelope[_HEADER_BYTES:_SALT_ENDS]
    message_key, commitment = _message_keys(key, salt, header, place)
    if not hmac.compare_digest(envelope[_SALT_ENDS:_COMMITMENT_ENDS], commitment):
        raise CannotOpen
    try:
        padded = AESGCM(message_key).decrypt(_ZERO_NONCE, envelope[_COMMITMENT_ENDS:], None)
    except InvalidTag:
        # `from None`: an error page must not walk from here to anything that was written.
        raise CannotOpen from None
    return _unpadded(padded)


def _key_id(key: bytes) -> bytes:
    return derive(key, salt=None, info=b"aftershift key id", length=_KEY_ID_BYTES)


def _message_keys(key: bytes, salt: bytes, header: bytes, place: Place) -> tuple[bytes, bytes]:
    parts = (_APP, place.person.bytes, place.kind.encode(), place.row.bytes)
    info = header + b"".join(len(part).to_bytes(4) + part for part in parts)
    both = derive(key, salt=salt, info=info, length=KEY_BYTES + _COMMITMENT_BYTES)
    return both[:KEY_BYTES], both[KEY_BYTES:]


def _padded(data: bytes) -> bytes:
    """Append 0x80 and zeros, to a power of two from 256 B, above 64 KiB to its multiples."""
    needed = len(data) + 1
    if needed > _LARGE_BYTES:
        size = -(-needed // _LARGE_BYTES) * _LARGE_BYTES
    else:
        size = max(_SMALLEST_BYTES, 1 << (needed - 1).bit_length())
    return data + b"\x80" + bytes(size - needed)


def _unpadded(padded: bytes) -> bytes:
    data, mark, zeros = padded.rpartition(b"\x80")
    if not mark or zeros.strip(b"\0"):
        raise CannotOpen
    return data
