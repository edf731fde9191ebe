"""What the doctor says of one part."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """One part of an installation: does it work, is it stale, what should be done."""

    part: str
    version: str = ""
    works: bool = True
    stale: bool = False
    says: str = ""

    @property
    def is_right(self) -> bool:
        """Does it work, and is it up to date?"""
        return self.works and not self.stale

    @property
    def mark(self) -> str:
        """Say it in a word."""
        if not self.works:
            return "CARE"
        return "stale" if self.stale else "ok"
