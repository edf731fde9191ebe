"""What messages want of us: what readers marked in the talks that teach the ear, and rare ways."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from aftershift.engines.coach.hearing.wants import Want
from aftershift.library.coach import COACH
from aftershift.library.shelf import ContentError, read_record
from aftershift.library.triage import LESSONS, load_lesson

WANTS, RARE = COACH / "wants", COACH / "rare_wants"


@dataclass(frozen=True, kw_only=True, slots=True)
class Marked:
    """What one message wants, the most important first, and the words by which it does."""

    talk: int
    turn: int
    wants: tuple[Want, ...]
    at: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Marks:
    """What a reader marked in one file of talks; messages that are not named only tell."""

    want: tuple[Marked, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """Messages that all want the same; `wants` is empty where they only sound like it."""

    wants: tuple[Want, ...]
    says: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Groups:
    """What one writer wrote of what is rare in talks."""

    group: tuple[Group, ...]


@cache
def load_rare(shelf: Path = RARE) -> tuple[tuple[str, tuple[Want, ...]], ...]:
    """Give messages of the wants that are rare in talks, and some that only sound like them."""
    groups = (
        one for path in sorted(shelf.glob("*.toml")) for one in read_record(path, Groups).group
    )
    return tuple((text, one.wants) for one in groups for text in one.says)


@cache
def load_wants(shelf: Path = WANTS) -> tuple[tuple[str, tuple[Want, ...]], ...]:
    """Give each message of the talks that were read, with all that it wants.

    Raises ContentError where marked words do not stand in their message.
    """
    return tuple(one for path in sorted(shelf.glob("*.toml")) for one in _marked(path))


def _marked(path: Path) -> Iterator[tuple[str, tuple[Want, ...]]]:
    marks = {(one.talk, one.turn): one for one in read_record(path, Marks).want}
    for place, text in messages_of_talks(path.name):
        mark = marks.pop(place, None)
        if mark and mark.at not in text:
            raise ContentError(path.name, mark.at, "these words do not stand in it")
        yield text, mark.wants if mark else ()
    for talk, turn in marks:
        raise ContentError(path.name, f"talk {talk}, turn {turn}", "there is no such message")


def messages_of_talks(name: str) -> Iterator[tuple[tuple[int, int], str]]:
    """Give each English message of a file of talks, behind the places of its talk and turn."""
    talks = load_lesson(LESSONS / f"t_talks_{name}").conversation
    for talk, one in enumerate(talks, start=1):
        for turn, text in enumerate(one.turns, start=1):
            if one.language == "en":
                yield (talk, turn), text
