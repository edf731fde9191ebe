"""The shelf of the coach: its playbooks, exchanges, lines, and what people do with a message."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from aftershift.engines.coach.hearing.asking_on import QuestionRule
from aftershift.engines.coach.hearing.moves import Move
from aftershift.engines.coach.stock.aims import Aim
from aftershift.engines.coach.stock.doings import Doing
from aftershift.engines.coach.stock.gists import Gist
from aftershift.engines.coach.stock.occasions import WORDS, Occasion
from aftershift.engines.coach.stock.purposes import Purpose
from aftershift.engines.coach.stock.shelves import (
    Case,
    CoachError,
    Exchange,
    Line,
    Playbook,
    case_texts,
    playbook_texts,
    reflection_texts,
    script_texts,
    turn_texts,
)
from aftershift.engines.evidence.practices import Practice
from aftershift.engines.language.cleaning import clean
from aftershift.engines.language.phrases import words_in
from aftershift.library.evidence import load_evidence
from aftershift.library.shelf import CONTENT, ContentError, read_record
from aftershift.library.understanding import situation_names

COACH = CONTENT / "coach"


@dataclass(frozen=True, kw_only=True, slots=True)
class Cases:
    """One file of exchanges."""

    case: tuple[Exchange, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Lines:
    """The file of lines."""

    line: tuple[Line, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Things:
    """The file of plain nouns that a line may name."""

    things: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class WrittenMove:
    """What somebody may do with a message: words that alone say so, and ways in which people do."""

    id: Move
    about: str
    cues: tuple[str, ...]
    says: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Moves:
    """The file of moves; what `corrects` is more of one, and what `tells` is none."""

    move: tuple[WrittenMove, ...]
    corrects: tuple[str, ...]
    tells: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Way:
    """More ways in which a move is made."""

    move: Move
    says: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Ways:
    """A file of more ways of some moves, beside what only tells in the same words."""

    way: tuple[Way, ...]
    corrects: tuple[str, ...]
    tells: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class FirstMessages:
    """The file of first messages: some that only open a talk, and some that tell of a matter."""

    openers: tuple[str, ...]
    tells: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Ask:
    """A situation, and the practices that a careful colleague would offer, the first one first."""

    text: str
    practices: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Asks:
    """A file of situations."""

    ask: tuple[Ask, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Doings:
    """The file of small things to do in any matter."""

    doing: tuple[Doing, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Questions:
    """The file of what questions need, and what rules them out."""

    rule: tuple[QuestionRule, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Aimed:
    """A file of what a small thing may be wanted for, by one writer."""

    aim: tuple[Aim, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Occasioned:
    """A file of occasions for words, by one writer."""

    occasion: tuple[Occasion, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Purposes:
    """The file of what words to somebody are there to do."""

    purpose: tuple[Purpose, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class CoachShelf:
    """Everything authored for the coach."""

    playbooks: tuple[Playbook, ...]
    cases: tuple[Case, ...]
    asks: tuple[Ask, ...]
    gists: tuple[Gist, ...]
    first_messages: FirstMessages
    doings: tuple[Doing, ...]
    aims: tuple[Aim, ...]
    purposes: tuple[Purpose, ...]
    occasions: tuple[Occasion, ...]
    things: frozenset[str]
    lines: dict[str, tuple[str, ...]]
    questions: tuple[QuestionRule, ...]
    first_ways: tuple[tuple[Move, str], ...]
    more_ways: tuple[tuple[Move, str], ...]
    corrects: tuple[str, ...]
    tells: tuple[str, ...]
    cues: dict[Move, tuple[str, ...]]

    @property
    def moves(self) -> tuple[tuple[Move, str], ...]:
        """Give every way of every move; gists were tuned beside the first ones alone."""
        return (*self.first_ways, *self.more_ways)


@cache
def load_coach(shelf: Path = COACH) -> CoachShelf:
    """Load the shelf; raise ContentError where something is wrong or leads nowhere."""
    lines = read_record(shelf / "lines.toml", Lines).line
    written = read_record(shelf / "moves.toml", Moves)
    ways = [read_record(path, Ways) for path in sorted((shelf / "ways").glob("*.toml"))]
    found = CoachShelf(
        playbooks=tuple(_playbook(path) for path in sorted((shelf / "playbooks").glob("*.toml"))),
        cases=tuple(
            case for path in sorted((shelf / "cases").glob("*.toml")) for case in _cases(path)
        ),
        asks=tuple(
            ask
            for path in sorted((shelf / "asks").glob("*.toml"))
            for ask in read_record(path, Asks).ask
        ),
        gists=tuple(
            read_record(path, Gist, id=path.stem)
            for path in sorted((shelf / "gists").glob("*.toml"))
        ),
        first_messages=read_record(shelf / "first_messages.toml", FirstMessages),
        doings=read_record(shelf / "doings.toml", Doings).doing,
        aims=tuple(
            aim
            for path in sorted((shelf / "aims").glob("*.toml"))
            for aim in read_record(path, Aimed).aim
        ),
        purposes=read_record(shelf / "purposes.toml", Purposes).purpose,
        occasions=tuple(
            occasion
            for path in sorted((shelf / "occasions").glob("*.toml"))
            for occasion in read_record(path, Occasioned).occasion
        ),
        things=frozenset(read_record(shelf / "things.toml", Things).things),
        lines={one.key: one.says for one in lines},
        questions=read_record(shelf / "questions.toml", Questions).rule,
        first_ways=tuple((one.id, text) for one in written.move for text in one.says),
        more_ways=tuple((one.move, text) for file in ways for one in file.way for text in one.says),
        corrects=(*written.corrects, *(text for file in ways for text in file.corrects)),
        tells=(*written.tells, *(text for file in ways for text in file.tells)),
        cues={one.id: one.cues for one in written.move},
    )
    _check_links(found)
    _check_occasions(found)
    return found


def _playbook(path: Path) -> Playbook:
    try:
        return read_record(path, Playbook, id=path.stem)
    except CoachError as error:
        raise ContentError(path.name, "", str(error)) from error


def _cases(path: Path) -> Iterable[Case]:
    for place, one in enumerate(read_record(path, Cases).case, start=1):
        fields = {name: getattr(one, name) for name in Exchange.__dataclass_fields__}
        yield Case(id=f"{path.stem}.{place}", **fields)


def _check_links(shelf: CoachShelf) -> None:
    """Refuse what names a practice that may not be offered, an unknown situation, a name twice."""
    practices = load_evidence().practices
    offered = {one.id for one in practices.values() if one.is_offered}
    situations = set(situation_names())
    for book in shelf.playbooks:
        parts = [one.id for one in book.parts]
        if Counter(parts).most_common(1)[0][1] > 1:
            raise ContentError(f"{book.id}.toml", "meaning", "two parts have one id")
        named = {*book.practices, *(one.practice for one in book.branch)}
        for name in sorted((named - offered) | (set(book.situations) - situations)):
            raise ContentError(f"{book.id}.toml", "practices", f"there is no {name!r} to offer")
    gists = {one.id for one in shelf.gists}
    for case in shelf.cases:
        for name in set(case.gists) - gists:
            raise ContentError(case.id, "gists", f"there is no gist {name!r}")
    named_in = {one.id: one.practices for one in shelf.cases}
    named_in |= {one.id: one.practices for one in shelf.gists}
    named_in |= {one.says[0][:40]: (one.practice,) for one in shelf.doings}
    named_in |= {one.id: tuple(thing.practice for thing in one.thing) for one in shelf.aims}
    named_in |= {one.text[:40]: one.practices for one in shelf.asks}
    for where, names in named_in.items():
        for name in set(names) - offered:
            raise ContentError(where, "practices", f"there is no {name!r} to offer")


def _check_occasions(shelf: CoachShelf) -> None:
    """Refuse an occasion that is there twice, or has not every kind of words."""
    times = Counter(one.id for one in shelf.occasions)
    for one in shelf.occasions:
        if times[one.id] > 1:
            raise ContentError(one.id, "id", "two occasions have it")
        if len(one.says) != WORDS:
            raise ContentError(one.id, "says", f"{WORDS} texts are needed")


def coach_texts() -> dict[str, list[tuple[str, str]]]:
    """Give every text that the coach finds again by its meaning, in lists of (name, text)."""
    shelf, evidence = load_coach(), load_evidence()
    situations = situation_names()
    books, cases = shelf.playbooks, case_texts(shelf.cases)
    branches = [
        (f"{one.id}.{part.id}", text) for one in books for part in one.branch for text in part.hears
    ]
    return {
        "practices": [
            (one.id, text)
            for one in evidence.practices.values()
            for text in (
                one.name,
                one.about,
                *one.triggers,
                *(situations[name].about for name in one.situations),
            )
        ],
        "situations": [*cases, *playbook_texts(books), *branches],
        "turns": turn_texts(books),
        "reflections": reflection_texts(books),
        "scripts": script_texts(books),
        "said": cases,
        "gists": [
            (f"{one.id}.{place}", text)
            for one in shelf.gists
            for place, text in enumerate(one.reflects)
        ]
        + [
            (f"{one.id}.words.{place}", text)
            for one in shelf.gists
            for place, text in enumerate(one.words)
        ],
        "asked": [(one.id, text) for one in evidence.myths.values() for text in one.asks],
    }


def coach_digest() -> str:
    """Tell one state of all that the coach finds again from another."""
    return hashlib.sha256(json.dumps(coach_texts()).encode()).hexdigest()


def practice_words(practice: Practice) -> list[str]:
    """Give the words of a practice, for a search by words."""
    texts = (practice.name, practice.about, *practice.triggers, *practice.steps, practice.say)
    return words_in(clean(" ".join(texts)).text)


def offered_in(shelf: CoachShelf) -> dict[str, tuple[str, ...]]:
    """Say what is offered in each exchange, theme and branch."""
    branches = {
        f"{book.id}.{one.id}": (one.practice,) for book in shelf.playbooks for one in book.branch
    }
    cases = {one.id: one.practices for one in shelf.cases}
    return cases | {one.id: one.practices for one in shelf.playbooks} | branches


def case_words(case: Case) -> list[str]:
    """Give the words of the ways in which an exchange begins, for a search by words."""
    return words_in(clean(" ".join((case.said, *case.also))).text)
