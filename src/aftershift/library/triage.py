"""The shelves of triage: the messages that teach it, and the phrases under it."""

import hashlib
from pathlib import Path

from aftershift.engines.safety.authored import SignalError
from aftershift.engines.safety.lessons import Group, Lesson, LessonError
from aftershift.engines.safety.signals import Listener, SignalBook, faults_of
from aftershift.library.coach_points import POINTS, load_points
from aftershift.library.shelf import CONTENT, ContentError, read_record

LESSONS = CONTENT / "triage"
SIGNALS = CONTENT / "signals"
LEARNT = CONTENT.parent / "learnt" / "ear.safetensors"  # what training/tune_ear wrote


def words_digest() -> str:
    """Tell one state of what teaches words from another: the phrases are in it."""
    return lessons_digest(LESSONS, SIGNALS, POINTS)


def load_lessons(shelf: Path = LESSONS) -> tuple[Lesson, ...]:
    """Load every file of messages; raise ContentError with file and key when one is wrong."""
    return tuple(load_lesson(path) for path in sorted(shelf.glob("*.toml")))


def all_lessons() -> tuple[Lesson, ...]:
    """Load all that teaches triage."""
    return (*load_lessons(), told_turns())


def told_turns() -> Lesson:
    """Load what teaches the coach to point: talk of no risk, but where it is marked."""
    told = (one for points in load_points().values() for one in points if not one.may_be_risk)
    talk = Group(
        level="none",
        categories=("relationship",),
        why="Ordinary talk with a coach.",
        messages=tuple(dict.fromkeys(one.text for one in told)),
    )
    return Lesson(group=(talk,))


def lessons_digest(*shelves: Path) -> str:
    """Tell one state of what teaches from another: of some shelves, or of all that teach heads."""
    digest = hashlib.sha256()
    given = shelves or (LESSONS, POINTS)
    for path in sorted(path for shelf in given for path in shelf.glob("*")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def load_signals(shelf: Path = SIGNALS) -> tuple[SignalBook, ...]:
    """Load the phrases of every language; raise ContentError for a file that is wrong."""
    return tuple(_book(path) for path in sorted(shelf.glob("*.toml")))


def load_phrases() -> tuple[str, ...]:
    """Load the phrases of every language, and the alternatives of their sets."""
    return tuple(one for book in load_signals() for one in book.phrases)


def prove_signals(shelf: Path = SIGNALS) -> int:
    """Hold every signal against its own sentences, and say how many hold.

    Takes seconds, so it is for checks and tests and not for every start. Raises ContentError for
    the first that fails.
    """
    books = load_signals(shelf)
    for book in books:
        if fault := next(faults_of(book), ""):
            raise ContentError(f"{book.language}.toml", "", fault)
    return sum(len(book.signals) for book in books)


def load_lesson(path: Path) -> Lesson:
    """Load one file of messages; raise ContentError where it is wrong."""
    try:
        return read_record(path, Lesson)
    except LessonError as error:
        raise ContentError(path.name, "", str(error)) from error


def _book(path: Path) -> SignalBook:
    try:
        book = read_record(path, SignalBook)
        Listener((book,))
    except SignalError as error:
        raise ContentError(path.name, "", str(error)) from error
    if book.language != path.stem:
        raise ContentError(path.name, "", "language is not the name of the file")
    return book
