"""What is heard in a line before anybody answers it: risk first, then a patient, then the words."""

from dataclasses import dataclass, field
from datetime import datetime
from functools import cache

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from aftershift.engines.language.cleaning import clean
from aftershift.engines.language.cues import CueBook
from aftershift.engines.language.kinds import Kind
from aftershift.engines.language.patterns import cues_in
from aftershift.engines.rehearsal.moves import NOBODY, Likely
from aftershift.engines.safety.answering import SLOW_MS, Said
from aftershift.engines.safety.course import Note, begin, note_of
from aftershift.engines.safety.risk import UNHEARD, Level, Risk
from aftershift.library.patterns import load_cues
from aftershift.web import ears
from aftershift.web.patients import patients_in, without_patient
from aftershift.web.rehearsal.forms import Given
from aftershift.web.safety.answers import AnswerCard, answer_card, is_alone, turn
from aftershift.web.safety.carried import carry

TRIAGE_SECONDS = SLOW_MS / 1000
PATTERNS_SECONDS = 2.0
LATE = _(
    "I could not read this in time. Nothing is wrong with your line: say it again in a moment."
)
FAILED = _("I could not read this, so nobody answers it here.")


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """A line as it was heard.

    `text` is without what leads to a patient; `is_masked` says that something did. `answer` is what
    the person is answered: alone on the page, or as a question above it, which is asked once.
    `unread` says why nobody answers. `note` is what may be kept of the exchange, `course` what
    travels on.
    """

    text: str
    note: Note
    course: str = ""
    is_alone: bool = False
    is_masked: bool = False
    help_link: bool = False
    answer: AnswerCard | None = None
    unread: Promise | None = None
    kinds: frozenset[Kind] = frozenset()
    likely: Likely = field(default_factory=dict)


def listen(given: Given, *, note: Note, country: str, now: datetime) -> Line:
    """Hear a line for risk, for a patient, and for what may go wrong in it."""
    risk = _risk_in(given.text)
    said = Said(
        text=given.text,
        risk=UNHEARD if risk is None else risk,
        milliseconds=SLOW_MS + 1 if risk is None else 0,
    )
    course, answer = turn(given.course or begin(note, now), said, is_message=True, now=now)
    token = carry(course) if course.given else ""
    alone = is_alone(answer)
    was_asked = given.course is not None and given.course.level > Level.NONE
    fields = (("course", token),) if token else ()
    card = answer_card(course, answer, fields, country=country, on=now.date())
    found = patients_in(given.text)
    unread = LATE if risk is None else FAILED if risk == UNHEARD else None
    kinds, likely = (frozenset(), NOBODY) if alone or unread else _does(given.text)
    return Line(
        text=without_patient(given.text, found) if found.blocked else given.text,
        note=note_of(course),
        course=token,
        is_alone=alone,
        is_masked=found.blocked,
        help_link=answer.help_link,
        answer=card if alone or (answer.interrupts and not was_asked) else None,
        unread=None if alone else unread,
        kinds=kinds,
        likely=likely,
    )


def _risk_in(text: str) -> Risk | None:
    """Hear a line for risk; None when it took too long. A failure is never "none"."""
    try:
        return ears.room().ask(lambda ear: ear.triage(text, ()), TRIAGE_SECONDS)
    except ears.NotInTime:
        return None
    except ears.Deaf:
        return UNHEARD


def _does(text: str) -> tuple[frozenset[Kind], Likely]:
    """Hear a line for patterns and moves; by authored cues alone where the ear does not answer."""
    try:
        reading, likely = ears.room().ask(
            lambda ear: (ear.read_patterns(text), ear.likely_moves(text)), PATTERNS_SECONDS
        )
    except (ears.NotInTime, ears.Deaf):
        return frozenset(one.kind for one in cues_in(clean(text).text, _cues())), NOBODY
    return frozenset(one.kind for one in reading.patterns), likely


@cache
def _cues() -> CueBook:
    return CueBook(load_cues())
