"""Orders that vary from time to time and are the same for the same, and lists in turn."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import TypeVar

T = TypeVar("T")


def rotated(given: Sequence[T], by: int) -> list[T]:
    """Begin somewhere else for each number, and at the same place for the same one."""
    at = by % len(given) if given else 0
    return [*given[at:], *given[:at]]


def in_turn(lists: Sequence[Sequence[T]]) -> Iterator[T]:
    """Give the first of each list, then the second of each, and so on."""
    for row in zip_longest(*lists):
        yield from (one for one in row if one is not None)
