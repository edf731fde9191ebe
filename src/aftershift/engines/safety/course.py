"""Where a conversation stands: how grave it is, what was said already, and what of it may be kept.

What survives a conversation is a small note that keeps cards from repeating. Of partner violence
it says nothing: from the turn on in which it is heard, the note stays as it was before.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from aftershift.engines.safety.lasting import Lasting, lasting, still_running
from aftershift.engines.safety.risk import Level
from aftershift.engines.safety.rows import ROWS, Feature

LINK = timedelta(days=7)  # the link to help stays so long after a card
AGAIN = timedelta(hours=72)  # two check_ins within it ask the question of the level above
TONGUE = "heard_in."  # before the language in which help was pointed to, among what was given
PAUSE = timedelta(hours=24)  # what a row switches off comes back by then, unless it waits


@dataclass(frozen=True, kw_only=True, slots=True)
class Pause:
    """What a row switched off, by its number. `left` is None until the person brings it back."""

    row: int
    left: Lasting | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Note:
    """What may be sealed in the person's own vault: no words, no level, only what is left of what.

    Everybody has one of it, an empty one from the first day on.
    """

    spoken: int = 0
    link: Lasting | None = None
    check_in: Lasting | None = None
    pauses: tuple[Pause, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Course:
    """One conversation so far. `path` is the protocol that is open, `asked` the turn said last.

    `fresh`: nothing came between it and what is typed now, so a bare "yes" is its answer.
    `given`: turns said, as "path.turn". `spoken`: how many, which chooses the words of the next.
    `guarded`: of this nothing may be written. `framed`: a story or a game was begun. `kept` is
    the note.
    """

    level: Level = Level.NONE
    path: str = ""
    asked: str = ""
    fresh: bool = False
    given: tuple[str, ...] = ()
    spoken: int = 0
    guarded: bool = False
    framed: bool = False
    link: Lasting | None = None
    check_in: Lasting | None = None
    pauses: tuple[Pause, ...] = ()
    kept: Note = Note()


def begin(note: Note, now: datetime) -> Course:
    """Begin a conversation with what was kept of those before it."""
    return Course(
        spoken=note.spoken,
        link=still_running(note.link, now),
        check_in=still_running(note.check_in, now),
        pauses=_running(note.pauses, now),
        kept=note,
    )


def note_of(course: Course) -> Note:
    """Give what may be kept: nothing of violence or of a minor, nothing of a row without a note."""
    return course.kept


def has_link(course: Course, now: datetime) -> bool:
    """Say whether the small link to help is to be shown beside the conversation."""
    return course.level > Level.NONE or bool(course.link and course.link.runs_at(now))


def is_off(course: Course, feature: Feature, now: datetime) -> bool:
    """Say whether something is switched off for this person, on this person's own side only.

    A language model is bypassed as long as any level is open.
    """
    if feature is Feature.LANGUAGE_MODEL and course.level > Level.NONE:
        return True
    return any(feature in ROWS[one.row].off for one in _running(course.pauses, now))


def is_held(course: Course, now: datetime) -> bool:
    """Say whether only what is authored for a risk may answer, and no coach."""
    held = any(Feature.LANGUAGE_MODEL in ROWS[one.row].off for one in _running(course.pauses, now))
    return course.level >= Level.ELEVATED and held


def brought_back(course: Course, feature: Feature) -> Course:
    """Switch on again what waits for the person, because the person wants it back."""
    pauses = tuple(one for one in course.pauses if feature not in ROWS[one.row].off or one.left)
    kept = tuple(one for one in course.kept.pauses if feature not in ROWS[one.row].off or one.left)
    return replace(course, pauses=pauses, kept=replace(course.kept, pauses=kept))


def told_in(course: Course, language: str) -> Course:
    """Remember that help in a language was pointed to; it is said once."""
    return replace(course, given=(*course.given, f"{TONGUE}{language}"))


def was_told_in(course: Course, language: str) -> bool:
    """Say whether help in a language was pointed to already."""
    return f"{TONGUE}{language}" in course.given


def told_last_in(course: Course) -> str:
    """Name the language whose help the last answer pointed to, or nothing."""
    last = course.given[-1] if course.given else ""
    return last.removeprefix(TONGUE) if last.startswith(TONGUE) else ""


def paused(course: Course, row: int, now: datetime) -> Course:
    """Switch off what a row switches off, anew if it was off already."""
    if not ROWS[row].off:
        return course
    left = None if ROWS[row].until_back else lasting(PAUSE, now)
    others = tuple(one for one in course.pauses if one.row != row)
    return replace(course, pauses=(*others, Pause(row=row, left=left)))


def felt_safe(course: Course) -> Course:
    """Switch on again what comes back when somebody says that they are safe."""
    return replace(course, pauses=tuple(one for one in course.pauses if one.left is None))


def without_pauses(note: Note) -> Note:
    """Take out of a note what comes back when somebody says that they are safe."""
    return replace(note, pauses=tuple(one for one in note.pauses if one.left is None))


def linked(course: Course, now: datetime) -> Course:
    """Let the link to help stay for its days from now."""
    return replace(course, link=lasting(LINK, now))


def checked_in(course: Course, now: datetime) -> Course:
    """Remember that a check_in was heard, for 72 hours."""
    return replace(course, check_in=lasting(AGAIN, now))


def noted(course: Course, *, row: int) -> Course:
    """Bring the note up to date, if the row may be noted and nothing has to be guarded."""
    if course.guarded or not ROWS[row].noted:
        return course
    note = Note(
        spoken=course.spoken,
        link=course.link,
        check_in=course.check_in,
        pauses=tuple(one for one in course.pauses if ROWS[one.row].noted),
    )
    return replace(course, kept=note)


def _running(pauses: Iterable[Pause], now: datetime) -> tuple[Pause, ...]:
    return tuple(
        Pause(row=one.row, left=one.left and one.left.at(now))
        for one in pauses
        if one.left is None or one.left.runs_at(now)
    )
