"""The shelf of our own items."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from aftershift.engines.checkins.items import Moment, OpenQuestion, OwnItem
from aftershift.library.shelf import CONTENT, ContentError, read_record

SHELF = CONTENT / "checkins"


@dataclass(frozen=True, kw_only=True, slots=True)
class ItemFile:
    """The file of items."""

    item: tuple[OwnItem, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class FootprintFile:
    """The file of the three questions about a week at work."""

    question: tuple[OpenQuestion, ...]


@cache
def load_items(shelf: Path = SHELF) -> tuple[OwnItem, ...]:
    """Load the items in their order; raise ContentError for two of one name."""
    path = shelf / "items.toml"
    items = read_record(path, ItemFile).item
    if len({one.id for one in items}) != len(items):
        raise ContentError(path.name, "item", "two items have one id")
    return items


def items_of(moment: Moment) -> tuple[OwnItem, ...]:
    """Give the items of one moment, in their order."""
    return tuple(one for one in load_items() if one.moment is moment)


@cache
def load_footprint(shelf: Path = SHELF) -> tuple[OpenQuestion, ...]:
    """Load the three questions in their order; raise ContentError for two of one name."""
    path = shelf / "footprint.toml"
    questions = read_record(path, FootprintFile).question
    if len({one.id for one in questions}) != len(questions):
        raise ContentError(path.name, "question", "two questions have one id")
    return questions
