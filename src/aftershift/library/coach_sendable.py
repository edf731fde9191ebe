"""What was told and could be sent: as readers marked it in pieces of talks that ask for words."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from aftershift.engines.coach.hearing.moves import TOLD
from aftershift.engines.coach.own_words.matter import Asked
from aftershift.library.coach import COACH
from aftershift.library.coach_lessons import load_tellings
from aftershift.library.coach_wants import messages_of_talks
from aftershift.library.shelf import ContentError, read_record

SENDABLE = COACH / "sendable"


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """Messages of which the last asks for words, what of them could be sent, and what never."""

    says: tuple[str, ...]
    sends: tuple[str, ...]
    never: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Request:
    """A message of the talks that teach the ear, by its place, that asks for words; as above."""

    talk: int
    turn: int
    sends: tuple[str, ...]
    never: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Marks:
    """What was marked in the pieces of one writer, or in one file of talks."""

    piece: tuple[Piece, ...] = ()
    request: tuple[Request, ...] = ()


@cache
def load_sendable(shelf: Path = SENDABLE) -> tuple[Asked, ...]:
    """Give all that was marked, with the messages that are read beside a request.

    Raises ContentError where a mark is of no message, or its words stand in none that is read.
    """
    told = (
        Asked(said=one.turns[-TOLD:], sends=one.sends, never=one.never) for one in load_tellings()
    )
    found = (*told, *(one for path in sorted(shelf.glob("*.toml")) for one in _asked(path)))
    for one in found:
        for words in (*one.sends, *one.never):
            if not any(words in text.replace("’", "'") for text in one.said):
                raise ContentError(shelf.name, words, "these words stand in none of the messages")
    return found


def _asked(path: Path) -> Iterator[Asked]:
    marks = read_record(path, Marks)
    for one in marks.piece:
        yield Asked(said=one.says[-TOLD:], sends=one.sends, never=one.never)
    messages = dict(messages_of_talks(path.name)) if marks.request else {}
    for mark in marks.request:
        if (mark.talk, mark.turn) not in messages:
            place = f"talk {mark.talk}, turn {mark.turn}"
            raise ContentError(path.name, place, "there is no such message")
        said = [messages[mark.talk, at] for at in range(1, mark.turn + 1)]
        yield Asked(said=tuple(said[-TOLD:]), sends=mark.sends, never=mark.never)
