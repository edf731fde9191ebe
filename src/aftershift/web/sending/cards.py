"""A second look at a message, in the order of what matters most.

Somebody at risk comes first, then a patient, then the words. What is found higher up keeps what is
below it from the page, and no word towards somebody else is offered for a text that nobody heard.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from aftershift.engines.language.kinds import KINDS, Kind, Reason
from aftershift.engines.language.landing import landing, tells_of_harm
from aftershift.engines.language.patterns import Reading
from aftershift.engines.safety.answering import SLOW_MS, Said
from aftershift.engines.safety.course import Note, begin, note_of
from aftershift.engines.safety.phi import Kind as PhiKind
from aftershift.engines.safety.phi import Phi
from aftershift.engines.safety.risk import UNHEARD
from aftershift.library.landing import load_landing
from aftershift.library.patterns import load_reasons
from aftershift.web import ears
from aftershift.web.patients import patients_in, without_patient
from aftershift.web.safety.answers import AnswerCard, Step, answer_card, is_alone, turn
from aftershift.web.safety.carried import carry
from aftershift.web.sending import hearing
from aftershift.web.sending.forms import Given

PATTERNS_SECONDS = 2.0
NEVER_SHOWN = frozenset({Kind.SARCASM})  # heard, and not surely enough; see docs/patterns.md
NEVER_SOFTENED = frozenset({Kind.THREAT, Kind.CONTROL})

LATE = _(
    "I could not read this in time. Nothing is wrong with your text: look again in a moment, "
    "or take a shorter part of it."
)
FAILED = _("I could not read this, so nothing was looked for in your words.")
LEADS_TO_PATIENT: dict[PhiKind, Promise] = {
    PhiKind.NAME: _("a name"),
    PhiKind.RECORD: _("a record number"),
    PhiKind.NATIONAL: _("a national number"),
    PhiKind.BIRTH: _("a date of birth"),
    PhiKind.DATE: _("a date"),
    PhiKind.PHONE: _("a phone number"),
    PhiKind.EMAIL: _("an e-mail address"),
    PhiKind.ADDRESS: _("an address"),
    PhiKind.ROOM: _("a bed or room"),
    PhiKind.AGE: _("a great age"),
    PhiKind.RARE: _("somebody whom people would know"),
    PhiKind.URL: _("a link"),
    PhiKind.DEVICE: _("a number of a thing"),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """A stretch of the message, marked or not."""

    text: str
    is_marked: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class PatientCard:
    """The words that may lead to a patient, what they are, and the two ways on."""

    pieces: tuple[Piece, ...]
    kinds: tuple[Promise, ...]
    plain: str
    rewrite: Step
    go_on: Step


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """Words that may go wrong, why, and when they are fine."""

    name: str
    words: str
    why: str
    fine: str
    dismiss: Step


@dataclass(frozen=True, kw_only=True, slots=True)
class PatternsCard:
    """What was found in a message, a softer start where there is one, and what was looked for.

    `lands` is how it may be read; empty where nothing is to be said of that.
    """

    pieces: tuple[Piece, ...]
    findings: tuple[Finding, ...]
    lands: str
    softer: str
    is_hard: bool
    looked_for: tuple[str, ...]
    dismissed: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """Everything the page says about one message; `unread` says why there is less of it.

    `is_alone`: nothing but the answer is on it. `course` travels on; `help_link` stays after help.
    `note` is what may be kept of the exchange.
    """

    is_alone: bool
    note: Note
    course: str = ""
    help_link: bool = False
    answer: AnswerCard | None = None
    unread: Promise | None = None
    patient: PatientCard | None = None
    patterns: PatternsCard | None = None


def second_look(given: Given, *, note: Note, country: str, now: datetime, just_me: bool) -> Look:
    """Hear a message for risk, then for a patient, then for what may go wrong.

    `note` was kept of exchanges before this one. `country` is the one whose lines this browser
    was told to show first, or empty. `just_me`: what is for two was put away, or rests. How words
    may land is not said then, nor as long as the link to help stays.
    """
    look, given = first_look(given, note=note, country=country, now=now)
    if look.is_alone or look.patient or look.unread:
        return look
    look = _with_patterns(look, given)
    if look.patterns and (just_me or look.help_link):
        look = replace(look, patterns=replace(look.patterns, lands=""))
    return look


def first_look(given: Given, *, note: Note, country: str, now: datetime) -> tuple[Look, Given]:
    """Hear a text for risk, then for a patient, as `second_look`; every page that hears begins so.

    Gives what was given as well, with where the exchange stands now.
    """
    heard = hearing.heard(given.each or (given.text or given.said,))
    said = Said(
        text=given.text or given.said,
        risk=UNHEARD if heard is None else heard,
        button=given.button,
        milliseconds=SLOW_MS + 1 if heard is None else 0,
    )
    course = given.course or begin(note, now)
    course, answer = turn(course, said, is_message=bool(given.text), now=now)
    alone = is_alone(answer) or not given.text
    given = replace(given, course=course, text="" if alone else given.text)
    fields = _fields(given)
    own = answer_card(course, answer, fields, country=country, on=now.date())
    look = Look(
        is_alone=alone,
        note=note_of(course),
        course=dict(fields).get("course", ""),
        help_link=answer.help_link,
        answer=own if alone or answer.interrupts else None,
    )
    if not alone:
        unread = LATE if heard is None else FAILED if heard == UNHEARD else None
        look = replace(look, unread=unread, patient=_patient(given))
    return look, given


def _patient(given: Given) -> PatientCard | None:
    found = None if given.not_a_patient else patients_in(given.text)
    return _patient_card(given, found) if found is not None and found.blocked else None


def _with_patterns(look: Look, given: Given) -> Look:
    try:
        reading = ears.room().ask(lambda ear: ear.read_patterns(given.text), PATTERNS_SECONDS)
    except ears.NotInTime:
        return replace(look, unread=LATE)
    except ears.Deaf:
        return replace(look, unread=FAILED)
    return replace(look, patterns=_patterns_card(given, reading))


def _patient_card(given: Given, found: Phi) -> PatientCard:
    plain = without_patient(given.text, found)
    return PatientCard(
        pieces=tuple(pieces(given.text, ((one.start, one.end) for one in found.spans))),
        kinds=tuple(LEADS_TO_PATIENT[kind] for kind in dict.fromkeys(s.kind for s in found.spans)),
        plain=plain,
        rewrite=Step(words=_("Write it like this"), fields=_fields(given, text=plain)),
        go_on=Step(
            words=_("It is not a patient: go on"), fields=_fields(given, not_a_patient="on")
        ),
    )


def _patterns_card(given: Given, reading: Reading) -> PatternsCard:
    hidden = NEVER_SHOWN.union(given.without)
    shown = [one for one in reading.patterns if one.kind not in hidden]
    is_harmed = tells_of_harm(given.text, load_landing())  # and owes nobody a softer voice
    return PatternsCard(
        pieces=tuple(pieces(given.text, ((one.starts, one.ends) for one in shown))),
        findings=tuple(
            Finding(
                name=reasons()[one.kind].name,
                words=given.text[one.starts : one.ends],
                why=one.why,
                fine=reasons()[one.kind].ok_when,
                dismiss=_dismissing(given, one.kind),
            )
            for one in shown
        ),
        lands=landing(given.text, [one.kind for one in shown], load_landing()),
        softer=(reading.softer or "") if shown and not is_harmed else "",
        is_hard=any(one.kind in NEVER_SOFTENED for one in shown),
        looked_for=tuple(reasons()[kind].name for kind in KINDS if kind not in NEVER_SHOWN),
        dismissed=tuple(reasons()[kind].name for kind in given.without),
    )


def _dismissing(given: Given, kind: Kind) -> Step:
    fields = _fields(given, not_a_patient="on" if given.not_a_patient else "")
    return Step(words=_("Not helpful"), fields=(*fields, ("without", kind.value)))


def _fields(given: Given, **changed: str) -> tuple[tuple[str, str], ...]:
    """Give what a form sends on: the message, where the exchange stands, what was dismissed."""
    course = carry(given.course) if given.course and given.course.given else ""
    sent = {"text": given.text, "course": course, **changed}
    kinds = (("without", kind.value) for kind in given.without)
    return (*((name, value) for name, value in sent.items() if value), *kinds)


def pieces(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[Piece]:
    """Cut a text where marks begin and end; marks that overlap are one."""
    ended = 0
    for starts, ends in _joined(sorted(spans)):
        if starts > ended:
            yield Piece(text=text[ended:starts], is_marked=False)
        yield Piece(text=text[starts:ends], is_marked=True)
        ended = ends
    if ended < len(text):
        yield Piece(text=text[ended:], is_marked=False)


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for starts, ends in spans:
        if joined and starts < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(ends, joined[-1][1]))
        else:
            joined.append((starts, ends))
    return joined


@cache
def reasons() -> dict[Kind, Reason]:
    """Give what is said of each kind."""
    return {one.id: one for one in load_reasons()}
