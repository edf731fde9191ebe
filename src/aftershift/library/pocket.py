"""The shelf of the pocket: content/pocket, a file for each room, and the cards to print."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from aftershift.engines.pocket.guides import Card, Guide, PocketError, Room
from aftershift.library.evidence import load_evidence
from aftershift.library.shelf import CONTENT, ContentError, read_record

SHELF = CONTENT / "pocket"
ROOMS = (
    "break",
    "moments",
    "tools",
    "practise",
    "minute",
    "door",
    "season",
)  # as the first page has them


@dataclass(frozen=True, kw_only=True, slots=True)
class Cards:
    """The file of cards."""

    card: tuple[Card, ...]


@cache
def load_rooms(shelf: Path = SHELF) -> dict[str, Room]:
    """Load every room by its name.

    Raises ContentError with file and key: also where a guide's name is there twice, or its
    practice is not on its shelf or not recommended.
    """
    rooms = {name: _room(shelf / f"{name}.toml") for name in ROOMS}
    seen: set[str] = set()
    for name, room in rooms.items():
        for one in room.guide:
            if one.id in seen:
                raise ContentError(f"{name}.toml", one.id, "is there twice")
            seen.add(one.id)
    return rooms


@cache
def load_cards(shelf: Path = SHELF) -> tuple[Card, ...]:
    """Load the cards; raise ContentError with file and key when one is wrong."""
    return read_record(shelf / "cards.toml", Cards).card


@cache
def load_talk(shelf: Path = SHELF) -> tuple[Card, ...]:
    """Load the cards to talk with; raise ContentError with file and key when one is wrong."""
    return read_record(shelf / "talk.toml", Cards).card


def _room(path: Path) -> Room:
    try:
        room = read_record(path, Room)
    except PocketError as error:
        raise ContentError(path.name, "", str(error)) from error
    for one in room.guide:
        _check_practice(path, one)
    return room


def _check_practice(path: Path, guide: Guide) -> None:
    practice = load_evidence().practices.get(guide.practice)
    if practice is None or not practice.is_offered:
        raise ContentError(path.name, guide.id, f"rests on no practice {guide.practice!r}")
