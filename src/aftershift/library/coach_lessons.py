"""What teaches the coach's choices, of themes, moves, gists and practices, as authored."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from aftershift.engines.coach.hearing.moves import NAMES, Move
from aftershift.engines.coach.hearing.wants import Want
from aftershift.engines.coach.own_words.lessons import Lesson, Lessons, Pointed
from aftershift.engines.coach.stock.shelves import Playbook
from aftershift.library.coach import COACH, load_coach
from aftershift.library.coach_points import load_points
from aftershift.library.coach_wants import load_rare, load_wants
from aftershift.library.evidence import load_evidence
from aftershift.library.phi import first_names
from aftershift.library.shelf import read_record
from aftershift.library.understanding import load_taxonomy

# What became of MiniLM by the gists; `python -m training.tune_coach` writes it.
TUNED = Path(__file__).resolve().parent.parent / "learnt" / "coach.safetensors"

# What is wanted by who makes a move in one of our own ways.
_WANTED_BY = {
    Move.WORDS: Want.WORDS, Move.STEP: Want.STEP, Move.VERDICT: Want.MAY, Move.FACT: Want.FACT,
    Move.SHORTER: Want.CHANGE, Move.NOT_THAT: Want.DECLINES, Move.MISHEARD: Want.CORRECTS,
    Move.LISTEN: Want.US, Move.ABOUT_YOU: Want.US, Move.STOP_ASKING: Want.US,
    Move.BYE: Want.LEAVES, Move.THANKS: Want.LEAVES, Move.NOTHING_TODAY: Want.LEAVES,
    Move.ENOUGH: Want.LEAVES, Move.DID: Want.DONE,
}  # fmt: skip
OF_AN_EXCHANGE = 0.1  # of a situation's weight: what came of a talk, and not of one message


def lessons_of_choices() -> dict[str, Lessons]:
    """Give what teaches each choice, by its kind; gists tune an encoder."""
    return {
        "themes": theme_lessons(),
        "moves": move_lessons(),
        "practices": practice_lessons(),
        "openers": opener_lessons(),
    }


def theme_lessons() -> Lessons:
    """Give what teaches which theme a text is about."""
    books = load_coach().playbooks
    first = _first_themes(books)
    lessons = [Lesson(text=text, names=(one.id,), weight=2.0) for one in books for text in one.says]
    lessons += [
        Lesson(text=text, names=(one.id,), weight=1.0)
        for one in books
        for part in one.parts
        for text in part.hears
    ]
    for group in load_taxonomy().says:
        if group.situations is None:
            continue
        names = tuple(
            dict.fromkeys(name for one in group.situations for name in first.get(one, ()))
        )
        lessons += [
            Lesson(text=text, names=names, weight=1.0 if names else 0.3)
            for text in group.messages
            if names or not group.situations
        ]
    return Lessons(names=tuple(one.id for one in books), taught=tuple(lessons))


def move_lessons() -> Lessons:
    """Give what teaches what somebody does with a message; most only tell something."""
    shelf = load_coach()
    tells = [*shelf.tells, *(text for one in shelf.playbooks for text in one.says)]
    tells += [one.said for one in shelf.cases if one.wants == "listen"]
    tells += [text for one in shelf.playbooks for part in one.parts for text in part.hears]
    corrects = [(Move.MISHEARD, text) for text in shelf.corrects]
    taught = (
        *(Lesson(text=text, names=(move.value,), weight=1.0) for move, text in shelf.moves),
        *(Lesson(text=text, names=(move.value,), weight=1.0) for move, text in corrects),
        *(Lesson(text=text, names=(), weight=0.7) for text in tells),
    )
    return Lessons(names=tuple(move.value for move in NAMES), taught=taught)


def opener_lessons() -> Lessons:
    """Give what teaches whether a first message tells anything yet."""
    shelf = load_coach().first_messages
    taught = (
        *(Lesson(text=text, names=("opens",), weight=1.0) for text in shelf.openers),
        *(Lesson(text=text, names=(), weight=1.0) for text in shelf.tells),
    )
    return Lessons(names=("opens",), taught=taught)


def gist_lessons() -> Lessons:
    """Give what teaches the gist of a text; an answer of a word or two has none."""
    shelf = load_coach()
    says = ((one.id, text) for one in shelf.gists for text in one.says)
    taught = (
        *(Lesson(text=text, names=(name,), weight=1.0) for name, text in says),
        *(
            Lesson(text=text, names=one.gists, weight=0.7 if one.gists else 0.3)
            for one in shelf.cases
            for text in (one.said, *one.also)
        ),
        *(Lesson(text=text, names=(), weight=0.3) for _move, text in shelf.first_ways),
    )
    return Lessons(names=tuple(one.id for one in shelf.gists), taught=taught)


def want_lessons() -> Lessons:
    """Give what teaches what a message wants: messages of talks, rare ones, our ways of moves."""
    shelf = load_coach()
    ways = ((_WANTED_BY[move], text) for move, text in shelf.moves if move in _WANTED_BY)
    taught = (
        *(Lesson(text=text, names=wants, weight=1.0) for text, wants in load_wants()),
        *(Lesson(text=text, names=wants, weight=1.0) for text, wants in load_rare()),
        *(Lesson(text=text, names=(want,), weight=1.0) for want, text in ways),
        *(Lesson(text=text, names=(Want.CORRECTS,), weight=1.0) for text in shelf.corrects),
        *(Lesson(text=text, names=(), weight=1.0) for text in shelf.tells),
    )
    return Lessons(names=tuple(Want), taught=taught)


@dataclass(frozen=True, kw_only=True, slots=True)
class Telling:
    """A piece of a talk whose last turn asks for words, and the occasion that it tells of.

    `sends` are words of the turns that could be sent, the best first; `never` those that should not
    be.
    """

    occasion: str
    turns: tuple[str, ...]
    sends: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Tellings:
    """A file of tellings, by one writer."""

    telling: tuple[Telling, ...]


def load_tellings() -> tuple[Telling, ...]:
    """Give the pieces of all writers."""
    files = sorted((COACH / "tellings").glob("*.toml"))
    return tuple(one for file in files for one in read_record(file, Tellings).telling)


def purpose_lessons() -> Lessons:
    """Give what teaches the occasion of a request, and with it the purpose of the words.

    A request that tells nothing is of none.
    """
    shelf = load_coach()
    tellings = load_tellings()
    taught = (
        *(Lesson(text=" ".join(one.turns), names=(one.occasion,), weight=1.0) for one in tellings),
        *(
            Lesson(text=text, names=(), weight=0.3)
            for move, text in shelf.first_ways
            if move is Move.WORDS
        ),
    )
    return Lessons(
        names=tuple(name for one in shelf.purposes for name in one.tellings), taught=taught
    )


def occasion_lessons() -> Lessons:
    """Give what teaches the occasion of words, its own words too; a bare request is none."""
    shelf = load_coach()
    taught = (
        *(
            Lesson(text=text, names=(one.id,), weight=1.0)
            for one in shelf.occasions
            for text in (*one.hears, one.to, *one.says)
        ),
        *(
            Lesson(text=text, names=(), weight=0.3)
            for move, text in shelf.first_ways
            if move is Move.WORDS
        ),
    )
    return Lessons(names=tuple(one.id for one in shelf.occasions), taught=taught)


def aim_lessons() -> Lessons:
    """Give what teaches what a small thing is wanted for; a bare request is for none."""
    shelf = load_coach()
    taught = (
        *(
            Lesson(text=text, names=(one.id,), weight=1.0)
            for one in shelf.aims
            for text in one.hears
        ),
        *(
            Lesson(text=text, names=(), weight=0.3)
            for move, text in shelf.first_ways
            if move is Move.STEP
        ),
    )
    return Lessons(names=tuple(one.id for one in shelf.aims), taught=taught)


def practice_lessons() -> Lessons:
    """Give what teaches which practices somebody would offer; an exchange teaches less."""
    shelf, practices = load_coach(), load_evidence().practices
    taught = (
        *(Lesson(text=one.text, names=one.practices, weight=1.0) for one in shelf.asks),
        *(
            Lesson(text=text, names=one.practices, weight=OF_AN_EXCHANGE)
            for one in shelf.cases
            if one.practices
            for text in (one.said, *one.also)
        ),
    )
    names = tuple(sorted(one.id for one in practices.values() if one.is_offered))
    return Lessons(names=names, taught=taught)


def pointing_lessons() -> tuple[tuple[Pointed, ...], frozenset[str]]:
    """Give what readers marked, and the first names that are never given back.

    Beside it stands what asks, answers or ends: nothing of that is given back.
    """
    marked = {one.text: one for points in load_points().values() for one in points}
    nothing = (Pointed(text=text, words="") for _move, text in load_coach().first_ways)
    beside = (one for one in nothing if one.text not in marked)
    return (*marked.values(), *beside), first_names()


def _first_themes(books: Iterable[Playbook]) -> dict[str, tuple[str, ...]]:
    """Say which theme each situation belongs to first; two where they share it."""
    places: dict[str, list[tuple[int, str]]] = {}
    for book in books:
        for place, name in enumerate(book.situations):
            places.setdefault(name, []).append((place, book.id))
    return {
        name: tuple(book for place, book in found if place == min(found)[0])
        for name, found in places.items()
    }
