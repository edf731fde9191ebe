"""Which part of a message weighs most: what readers marked in the talks that teach the ear."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from aftershift.engines.coach.own_words.cutting import parts
from aftershift.engines.coach.own_words.weights import Weighed
from aftershift.library.coach import COACH
from aftershift.library.coach_wants import messages_of_talks
from aftershift.library.shelf import ContentError, read_record

WEIGHTS = COACH / "weights"


@dataclass(frozen=True, kw_only=True, slots=True)
class Marked:
    """The parts of one message that weigh most, the heaviest first, each by how it begins."""

    talk: int
    turn: int
    parts: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Marks:
    """What a reader marked in one file of talks: every message of several parts."""

    weight: tuple[Marked, ...]


@cache
def load_weights(shelf: Path = WEIGHTS) -> tuple[Weighed, ...]:
    """Give each message of several parts of the talks that were read.

    Raises ContentError where a mark is of no message, or begins no part of it.
    """
    return tuple(one for path in sorted(shelf.glob("*.toml")) for one in _weighed(path))


def _weighed(path: Path) -> Iterator[Weighed]:
    messages = dict(messages_of_talks(path.name))
    for mark in read_record(path, Marks).weight:
        text = messages.get((mark.talk, mark.turn))
        if text is None:
            place = f"talk {mark.talk}, turn {mark.turn}"
            raise ContentError(path.name, place, "there is no such message")
        cut = parts(text)
        heavy = [
            next((at for at, one in enumerate(cut) if text.startswith(words, one[0])), None)
            for words in mark.parts
        ]
        if None in heavy:
            raise ContentError(path.name, mark.parts[0], "no part of the message begins so")
        yield Weighed(text=text, parts=cut, heavy=tuple(at for at in heavy if at is not None))
