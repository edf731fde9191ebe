"""The vault: what opens a person's private writing, and the only two things that open the vault.

Each person has a random content key. It is wrapped by their password (Argon2id) and by their
printed recovery key; no other wrap exists, and nothing here could make one for anybody else.
Opening the password wrap is the password check. While somebody is signed in, their content key
also lies in a session row, under a key that takes the browser's secret and this run's key.
"""

import os
import struct
import unicodedata
from dataclasses import dataclass
from typing import Final, NoReturn
from uuid import UUID

from argon2.low_level import Type, hash_secret_raw
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from aftershift.adapters import recovery_key
from aftershift.adapters.envelope import KEY_BYTES, CannotOpen, Place, derive, seal, unseal

_PASSWORD_WRAP = "password-wrap"  # noqa: S105  (a kind, not a password)
_RECOVERY_WRAP = "recovery-wrap"
_SESSION = "session-key"
_PRIVATE_HALF = "private-half"
_WRAP_HEAD = struct.Struct(">BIBB16s")  # version, memory in KiB, passes, lanes, salt
_WRAP_VERSION = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class PasswordCost:
    """What one guess at a password costs: memory in KiB, passes and lanes of Argon2id."""

    memory_kib: int = 64 * 1024
    passes: int = 3
    lanes: int = 1


class Vault:
    """One person's open vault. It prints, formats, logs and pickles as `<vault>`."""

    __slots__ = ("_key", "person")

    def __init__(self, person: UUID, content_key: bytes) -> None:
        self.person: Final = person
        self._key: Final = content_key

    def seal(self, kind: str, row: UUID, data: bytes) -> bytes:
        """Close `data` for this person, kind and row."""
        return seal(self._key, Place(person=self.person, kind=kind, row=row), data)

    def open(self, kind: str, row: UUID, envelope: bytes) -> bytes:
        """Open what was sealed here for this kind and row; raise CannotOpen otherwise."""
        return unseal(self._key, Place(person=self.person, kind=kind, row=row), envelope)

    def wrapped(self, wrapping_key: bytes, kind: str) -> bytes:
        """Close the content key itself under another key."""
        place = Place(person=self.person, kind=kind, row=self.person)
        return seal(wrapping_key, place, self._key)

    def __repr__(self) -> str:
        return "<vault>"

    def __format__(self, spec: str) -> str:
        return "<vault>"

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        return (str, ("<vault>",))


@dataclass(frozen=True, kw_only=True, slots=True)
class NewVault:
    """A vault just made, with the public half of its pair and the sealed private half."""

    vault: Vault
    public_key: bytes
    private_half: bytes


class Keyholder:
    """Make vaults, wrap their keys, and open them again.

    `runtime_key` is made at each start and never stored, so that a restart locks everybody.
    `server_key` protects what is not private but must not lie open: seeds of second factors.
    """

    def __init__(self, *, cost: PasswordCost, runtime_key: bytes, server_key: bytes) -> None:
        self._cost = cost
        self._runtime_key = runtime_key
        self._server_key = server_key

    def make(self, person: UUID) -> NewVault:
        """Make a vault with a fresh content key and a fresh X25519 pair."""
        vault = Vault(person, os.urandom(KEY_BYTES))
        pair = X25519PrivateKey.generate()
        return NewVault(
            vault=vault,
            public_key=pair.public_key().public_bytes_raw(),
            private_half=vault.seal(_PRIVATE_HALF, person, pair.private_bytes_raw()),
        )

    def wrap_by_password(self, vault: Vault, password: str) -> bytes:
        """Wrap a vault's key by a password, with a salt of its own and today's cost."""
        cost = self._cost
        head = _WRAP_HEAD.pack(
            _WRAP_VERSION, cost.memory_kib, cost.passes, cost.lanes, os.urandom(16)
        )
        return head + vault.wrapped(_stretched(password, head), _PASSWORD_WRAP)

    def open_by_password(self, person: UUID, password: str, wrap: bytes) -> Vault | None:
        """Open a vault by its password; None when the password is not the right one."""
        head, envelope = wrap[: _WRAP_HEAD.size], wrap[_WRAP_HEAD.size :]
        return _unwrapped(person, _stretched(password, head), _PASSWORD_WRAP, envelope)

    def spend_a_guess(self, password: str) -> None:
        """Take as long as a real check, for a name that nobody has."""
        nobody = Vault(UUID(int=0), bytes(KEY_BYTES))
        self.wrap_by_password(nobody, password)

    def wrap_by_recovery_key(self, vault: Vault) -> tuple[str, bytes]:
        """Make a fresh recovery key; return it as printed, and the wrap that it opens."""
        secret = recovery_key.make()
        return recovery_key.printed(secret), vault.wrapped(secret, _RECOVERY_WRAP)

    def open_by_recovery_key(self, person: UUID, typed: str, wrap: bytes) -> Vault | None:
        """Open a vault by a recovery key as somebody typed it; None when it is not the one."""
        secret = recovery_key.read(typed)
        return None if secret is None else _unwrapped(person, secret, _RECOVERY_WRAP, wrap)

    def is_same_group(self, typed: str, printed: str) -> bool:
        """Say whether somebody read a group of a recovery key as it was printed."""
        return recovery_key.plain(typed) == printed

    def wrap_for_session(self, vault: Vault, secret: bytes, state: str) -> bytes:
        """Wrap a vault's key for a session row in this state; `secret` stays in the browser."""
        return vault.wrapped(self._session_key(vault.person, secret, state), _SESSION)

    def open_session(self, person: UUID, secret: bytes, state: str, wrap: bytes) -> Vault | None:
        """Open a session's vault; None after a restart, or for another state or person."""
        return _unwrapped(person, self._session_key(person, secret, state), _SESSION, wrap)

    def server_vault(self, person: UUID) -> Vault:
        """Give the server's own vault for what it must read about a person before sign-in."""
        return Vault(person, self._server_key)

    def pair_vault(self, vault: Vault, private_half: bytes, *, pinned: bytes, link: UUID) -> Vault:
        """Give the vault that two people share; each makes the same from their own half.

        `pinned` is the other's public key as it was checked by a spoken code. The vault stands for
        the link: what is sealed in it opens for these two keys and this link alone.
        """
        half = vault.open(_PRIVATE_HALF, vault.person, private_half)
        private = X25519PrivateKey.from_private_bytes(half)
        secret = private.exchange(X25519PublicKey.from_public_bytes(pinned))
        both = b"".join(sorted((private.public_key().public_bytes_raw(), pinned)))
        return Vault(link, derive(secret, salt=link.bytes, info=b"aftershift pair " + both))

    def blind(self, label: bytes) -> bytes:
        """Hash a label so that it can be counted, and never told, during this run."""
        return derive(self._runtime_key, salt=None, info=b"aftershift blind " + label)

    def _session_key(self, person: UUID, secret: bytes, state: str) -> bytes:
        info = b"aftershift session " + state.encode() + b" " + person.bytes
        return derive(secret, salt=self._runtime_key, info=info)

    def __reduce__(self) -> NoReturn:
        message = "a keyholder is never pickled"
        raise TypeError(message)


def _stretched(password: str, head: bytes) -> bytes:
    version, memory_kib, passes, lanes, salt = _WRAP_HEAD.unpack(head)
    if version != _WRAP_VERSION:
        raise CannotOpen
    return hash_secret_raw(
        # NFKC: the same password typed on two keyboards is the same bytes.
        unicodedata.normalize("NFKC", password).encode(),
        salt,
        time_cost=passes,
        memory_cost=memory_kib,
        parallelism=lanes,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )


def _unwrapped(person: UUID, wrapping_key: bytes, kind: str, envelope: bytes) -> Vault | None:
    place = Place(person=person, kind=kind, row=person)
    try:
        return Vault(person, unseal(wrapping_key, place, envelope))
    except CannotOpen:
        return None
