"""What messages of plain talk want of us: what readers marked in the talks that teach the ear."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from aftershift.engines.coach.wants import Want
from aftershift.engines.safety.lessons import Conversation
from aftershift.library.coach import COACH
from aftershift.library.shelf import ContentError, read_record
from aftershift.library.triage import LESSONS, load_lesson

WANTS = COACH / "wants"


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


@cache
def load_wants(shelf: Path = WANTS) -> tuple[tuple[str, tuple[Want, ...]], ...]:
    """Give each message of the talks that were read, with all that it wants.

    Raises ContentError where marked words do not stand in their message.
    """
    return tuple(one for path in sorted(shelf.glob("*.toml")) for one in _marked(path))


def _marked(path: Path) -> Iterator[tuple[str, tuple[Want, ...]]]:
    marks = {(one.talk, one.turn): one for one in read_record(path, Marks).want}
    talks = load_lesson(LESSONS / f"t_talks_{path.name}").conversation
    for place, text in _messages(talks):
        mark = marks.pop(place, None)
        if mark and mark.at not in text:
            raise ContentError(path.name, mark.at, "these words do not stand in it")
        yield text, mark.wants if mark else ()
    for talk, turn in marks:
        raise ContentError(path.name, f"talk {talk}, turn {turn}", "there is no such message")


def _messages(talks: tuple[Conversation, ...]) -> Iterator[tuple[tuple[int, int], str]]:
    for talk, one in enumerate(talks, start=1):
        for turn, text in enumerate(one.turns, start=1):
            if one.language == "en":
                yield (talk, turn), text
