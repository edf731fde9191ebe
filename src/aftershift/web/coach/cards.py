"""What the coach's page shows."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from aftershift.engines.coach.hearing.moves import Move
from aftershift.engines.coach.state import Act
from aftershift.engines.evidence.linking import Linker, Piece
from aftershift.engines.evidence.practices import Practice
from aftershift.engines.safety.answering import again
from aftershift.engines.safety.brake import History
from aftershift.engines.safety.course import Course
from aftershift.engines.safety.risk import Level
from aftershift.library.brake import load_brake
from aftershift.library.evidence import load_evidence
from aftershift.library.protocols import load_protocols
from aftershift.web.coach import placing, queries, voice_cards
from aftershift.web.coach.next_door import Link, link_of
from aftershift.web.coach.papers import Card, Said, TalkPaper
from aftershift.web.coach.words import ANSWERS, IF_THEN, IF_THEN_AT, MISSING, purposes_of
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.rosters.words import moment_words
from aftershift.web.safety import queries as safety
from aftershift.web.safety.answers import AnswerCard, answer_card, told_before
from aftershift.web.safety.carried import carry
from aftershift.web.windows import queries as windows
from aftershift.web.windows.words import span_words

LAST_SHOWN = 30  # messages


@dataclass(frozen=True, kw_only=True, slots=True)
class Why:
    """Why something was offered, how sure we are, and where more of it stands."""

    name: str
    slug: str
    because: str
    grade: str
    grade_words: str
    says: tuple[Piece, ...]
    reviewed: date


@dataclass(frozen=True, kw_only=True, slots=True)
class Message:
    """One message of the conversation."""

    by_coach: bool
    paragraphs: tuple[str, ...]
    why: Why | None
    draft: tuple[str, ...] = ()  # the authored text behind a model's words
    model: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """A suggested answer: what is sent, in which field, and what it says."""

    field: str
    value: str
    says: Promise | str


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """A practice as an if-then plan, and the real hour in which it may be placed.

    `missing` says why it has none, and then `when` is empty.
    """

    practice: str
    plan: str
    when: str = ""
    is_own: bool = False
    missing: Promise | str = ""
    brings: bool = False  # a roster would help


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """A practice that was planned, and what came of it."""

    practice: str
    name: str
    slug: str
    outcome: Promise
    is_asked: bool  # it was done, and nobody said yet whether it helped


@dataclass(frozen=True, kw_only=True, slots=True)
class Done:
    """A practice that was just done, of which it is asked whether it helped."""

    practice: str
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class TalkPage:
    """The conversation as it stands.

    `risk` is the fixed answer at a risk, and then nothing else is on the page. `course` travels
    with it where nothing of it may be kept.
    """

    messages: tuple[Message, ...] = ()
    answers: tuple[Answer, ...] = ()
    place: Place | None = None
    done: Done | None = None
    next_door: Link | None = None
    points_to_cards: bool = False  # a step for the two was planned
    brake: str = ""
    risk: AnswerCard | None = None
    course: str = ""
    is_masked: bool = False
    model: str = ""  # what may say drafts again, by this person's leave
    has_model: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Barred:
    """A practice that is never offered again, until the person lets it."""

    id: str
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class KeptPage:
    """What the coach remembers: cards, steps, and what is never to be offered again."""

    cards: tuple[Card, ...]
    steps: tuple[Step, ...]
    barred: tuple[Barred, ...] = ()


FOR_TWO = "partner."  # how the names of practices with a partner begin
OUTCOMES = {
    "": _("not told yet"),
    "did": _("done"),
    "helped": _("done, and it helped"),
    "no_difference": _("done, and it made no difference"),
    "worse": _("made it worse"),
    "not_done": _("not done"),
}


def talk_page(*, by: SignedIn, now: datetime, country: str, is_masked: bool = False) -> TalkPage:
    """Show the conversation that goes on, or an empty page."""
    kept = queries.paper(by=by)
    model = voice_cards.told_of(kept)
    if queries.is_over(kept, now):
        return TalkPage(model=model, has_model=voice_cards.has_model())
    if kept.state.course.level >= Level.CHECK_IN and _was_safety(kept):
        return risk_page(kept.state.course, country=country, now=now, is_kept=True)
    last = kept.said[-1] if kept.said else None
    purposes = purposes_of(kept.purposes)
    return TalkPage(
        messages=tuple(_message(one, country, now) for one in kept.said[-LAST_SHOWN:]),
        answers=(
            *(Answer(field="purpose", value=name, says=says) for name, says in purposes),
            *(Answer(field="tapped", value=one.value, says=ANSWERS[one]) for one in kept.answers),
        ),
        place=_place(last, by=by, now=now) if last and last.place else None,
        done=_done(kept),
        next_door=link_of(kept, just_me=safety.is_just_me(by=by)),
        points_to_cards=_is_for_two(last) and not safety.is_just_me(by=by),
        brake=_brake(kept, now),
        is_masked=is_masked,
        model=model,
        has_model=voice_cards.has_model(),
    )


def risk_page(course: Course, *, country: str, now: datetime, is_kept: bool) -> TalkPage:
    """Show nothing but the fixed answer at a risk."""
    token = "" if is_kept else carry(course)
    fields = () if is_kept else (("course", token),)
    answer = again(course, load_protocols())
    card = answer_card(course, answer, fields, country=country, on=now.date())
    return TalkPage(risk=card, course=token)


def kept_page(*, by: SignedIn) -> KeptPage:
    """Show what is remembered."""
    kept, practices = queries.paper(by=by), load_evidence().practices
    steps = [one for one in reversed(kept.steps) if one.practice in practices]
    return KeptPage(
        cards=tuple(reversed(kept.cards)),
        steps=tuple(
            Step(
                practice=one.practice,
                is_asked=one.outcome == Move.DID,
                name=practices[one.practice].name,
                slug=practices[one.practice].slug,
                outcome=OUTCOMES[one.outcome],
            )
            for one in steps
        ),
        barred=tuple(
            Barred(id=one, name=practices[one].name)
            for one in dict.fromkeys(kept.barred)
            if one in practices
        ),
    )


def _done(kept: TalkPaper) -> Done | None:
    practice = load_evidence().practices.get(kept.just_did)
    return Done(practice=practice.id, name=practice.name) if practice else None


def _is_for_two(last: Said | None) -> bool:
    return last is not None and last.act == Act.PLAN and last.place.startswith(FOR_TWO)


def _was_safety(kept: TalkPaper) -> bool:
    return bool(kept.state.acts) and kept.state.acts[-1] is Act.SAFETY


def _message(said: Said, country: str, now: datetime) -> Message:
    practice = load_evidence().practices.get(said.practice)
    paragraphs = tuple(said.text.split("\n\n"))
    if said.act == Act.SAFETY:
        paragraphs = told_before(said.text, country=country, on=now.date())
    return Message(
        by_coach=said.by_coach,
        paragraphs=paragraphs,
        why=_why(practice, said.why) if practice else None,
        draft=tuple(said.draft.split("\n\n")) if said.draft else (),
        model=said.model,
    )


def _why(practice: Practice, because: str) -> Why:
    return Why(
        name=practice.name,
        slug=practice.slug,
        because=because,
        grade=practice.grade.value,
        grade_words=practice.grade.words,
        says=Linker(load_evidence().terms.values()).pieces(practice.say),
        reviewed=practice.reviewed,
    )


def _place(said: Said, *, by: SignedIn, now: datetime) -> Place | None:
    practice = load_evidence().practices.get(said.place)
    hour = placing.hour_for(by=by, practice=practice, now=now) if practice else None
    if practice is None or hour is None:
        return None
    if isinstance(hour, placing.Missing):
        return Place(
            practice=practice.id,
            plan=practice.plan,
            missing=MISSING[hour],
            brings=hour is not placing.Missing.ROOM,
        )
    zone = windows.own_zone(by=by)
    return Place(
        practice=practice.id,
        plan=_if_then(hour, zone) if hour.gap else practice.plan,
        when=span_words(hour.starts, hour.ends, zone),
        is_own=hour.gap is not None,
    )


def _if_then(hour: placing.Hour, zone: ZoneInfo) -> str:
    at_event = IF_THEN.get(hour.gap) if hour.gap else None
    given = {"words": hour.does, "when": moment_words(hour.starts, zone)}
    return str(at_event or IF_THEN_AT) % given


def _brake(kept: TalkPaper, now: datetime) -> str:
    """Give the line that was due with the last message."""
    if not kept.shown or kept.shown[-1].at != kept.last:
        return ""
    before = History(shown=kept.shown[:-1])
    return load_brake()[kept.shown[-1].brake].next_line(before)
