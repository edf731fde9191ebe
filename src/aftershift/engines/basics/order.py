"""Orders that vary from time to time, and are the same each time for the same."""

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def rotated(given: Sequence[T], by: int) -> list[T]:
    """Begin somewhere else for each number, and at the same place for the same one."""
    at = by % len(given) if given else 0
    return [*given[at:], *given[:at]]
