"""What the pages of the pocket show: rooms, guides cut to a wish, cards to print."""

from dataclasses import dataclass

from django.utils.functional import Promise

from aftershift.engines.evidence.browsing import ENERGIES
from aftershift.engines.evidence.linking import Linker, Piece
from aftershift.engines.evidence.practices import Practice
from aftershift.engines.pocket.fitting import Wish, fitting
from aftershift.engines.pocket.guides import Guide, Room, Version
from aftershift.library.evidence import load_evidence
from aftershift.library.pocket import load_rooms
from aftershift.web.pocket import words


@dataclass(frozen=True, kw_only=True, slots=True)
class StepCard:
    """One step, how long it takes, and words to send with it."""

    says: str
    seconds: int
    length: str
    send: str


@dataclass(frozen=True, kw_only=True, slots=True)
class VersionCard:
    """A guide in one length. `id` is its place on the page."""

    id: str
    minutes: int
    length: str
    steps: tuple[StepCard, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class GuideCard:
    """One guide with what it asks, what it rests on and whom it is not for.

    `places`, `cost` and `never` are what the page's script narrows by, as `fitting` does.
    """

    guide: Guide
    practice: Practice
    marks: tuple[Promise, ...]
    versions: tuple[VersionCard, ...]
    about: tuple[Piece, ...]
    says: tuple[Piece, ...]
    not_for: tuple[tuple[Piece, ...], ...]
    places: str
    cost: int
    never: str


@dataclass(frozen=True, kw_only=True, slots=True)
class RoomPage:
    """One room; `is_narrowed` where something was asked."""

    name: str
    room: Room
    guides: tuple[GuideCard, ...]
    is_narrowed: bool


def room_page(name: str, room: Room, wish: Wish) -> RoomPage:
    """Show what of a room fits."""
    found = fitting(room.guide, wish)
    return RoomPage(
        name=name,
        room=room,
        guides=tuple(_card(one) for one in found),
        is_narrowed=not wish.is_open,
    )


def rooms() -> dict[str, Room]:
    """Give every room by its name."""
    return load_rooms()


def _card(guide: Guide) -> GuideCard:
    shelf = load_evidence()
    practice = shelf.practices[guide.practice]
    linker = Linker(shelf.terms.values())  # goes down the card
    return GuideCard(
        guide=guide,
        practice=practice,
        marks=(
            words.COMPANY[guide.company.value],
            *(words.WHERE[one] for one in guide.places),
            words.TAKES[guide.energy],
        ),
        versions=tuple(_version(guide, one) for one in guide.versions),
        about=linker.pieces(guide.about),
        says=linker.pieces(practice.say),
        not_for=tuple(map(linker.pieces, (*guide.not_for, *practice.not_for))),
        places=" ".join(guide.places),
        cost=ENERGIES.index(guide.energy),
        never=" ".join(guide.never_before),
    )


def _version(guide: Guide, version: Version) -> VersionCard:
    return VersionCard(
        id=f"{guide.id}-{version.minutes}",
        minutes=version.minutes,
        length=words.minutes(version.minutes),
        steps=tuple(
            StepCard(
                says=one.says,
                seconds=one.seconds,
                length=words.seconds(one.seconds),
                send=one.send,
            )
            for one in version.steps
        ),
    )
