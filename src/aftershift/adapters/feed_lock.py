"""The lock of a calendar feed: whoever has the token in the address can open it, nobody else."""

from uuid import UUID

from aftershift.adapters.envelope import Place, derive, seal, unseal

_KIND = "calendar-feed"


def close(token: str, feed: UUID, calendar: bytes) -> bytes:
    """Close one version of a feed under its token."""
    return seal(_key(token), Place(person=feed, kind=_KIND, row=feed), calendar)


def open_with(token: str, feed: UUID, closed: bytes) -> bytes:
    """Open a feed by the token of its address; raise CannotOpen for another one."""
    return unseal(_key(token), Place(person=feed, kind=_KIND, row=feed), closed)


def _key(token: str) -> bytes:
    return derive(token.encode(), salt=None, info=b"aftershift calendar feed")
