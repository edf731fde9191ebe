"""The shape of what this wing keeps sealed."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class BondPaper:
    """Where somebody stands with another account; empty where with none.

    `code` is there from the offer until it is confirmed; `other` and `pinned` from the moment at
    which the code was checked. `until` is when an unfinished link is over.
    """

    link: str = ""
    code: str = field(default="", repr=False)
    until: datetime | None = None
    other: str = ""  # the account's id
    pinned: str = ""  # the other's public key in hexadecimal digits
    name: str = ""
