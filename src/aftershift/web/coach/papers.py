"""The shape of what this wing keeps sealed."""

from dataclasses import dataclass, field
from datetime import date, datetime

from aftershift.engines.coach.hearing.moves import Move
from aftershift.engines.coach.state import State
from aftershift.engines.safety.brake import Conversation, Shown

LONGEST_CARD = 300  # characters
MOST_CARDS = 40
MOST_SAID = 200  # turns of one conversation that are shown


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """One message of the conversation, by the person or by the coach.

    `practice` is what the coach offered in it, `place` what may be placed now. `draft` is the
    authored text where a model said it in words of its own, and `model` which one.
    """

    by_coach: bool
    text: str
    act: str = ""
    practice: str = ""
    why: str = ""
    place: str = ""
    draft: str = ""
    model: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """A practice that was planned, and what came of it, or nothing yet.

    That is "not_done", "helped", "no_difference", "worse", or "did": it was done, and nobody said
    yet whether it helped.
    `due`: it lies in an hour that ends then, and is asked about afterwards; None where it has none.
    """

    practice: str
    planned: datetime
    outcome: str = ""
    due: datetime | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Card:
    """Something that the person wants remembered, in their own words."""

    id: str
    text: str
    kept: date


@dataclass(frozen=True, kw_only=True, slots=True)
class Used:
    """A line that the coach said, by its name, and when."""

    name: str
    on: date


@dataclass(frozen=True, kw_only=True, slots=True)
class Consent:
    """That this person lets one model, at one place, say drafts again; another needs another."""

    mark: str
    given: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class TalkPaper:
    """The conversation that goes on, and what stays when it is over.

    `began` and `last` are None where nothing was said yet.
    """

    state: State = field(default_factory=State)
    said: tuple[Said, ...] = ()
    answers: tuple[Move, ...] = ()  # suggested now
    purposes: tuple[str, ...] = ()  # for which more words may be wanted
    began: datetime | None = None
    last: datetime | None = None
    steps: tuple[Step, ...] = ()
    cards: tuple[Card, ...] = ()
    lines: tuple[Used, ...] = ()
    conversations: tuple[Conversation, ...] = ()
    heard_leaning: tuple[datetime, ...] = ()
    shown: tuple[Shown, ...] = ()
    consent: Consent | None = None
    barred: tuple[str, ...] = ()  # practices that are never to be offered again
    just_did: str = ""  # the practice of which it is asked now whether it helped
