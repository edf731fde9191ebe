"""Where a conversation stands, what was heard, and what is said: the values of one turn."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from aftershift.engines.basics.recall import Rows
from aftershift.engines.coach.hearing.moves import TOLD, Move, Told
from aftershift.engines.coach.hearing.wants import NOTHING_KNOWN, Wants
from aftershift.engines.coach.own_words.weights import NOT_WEIGHED, Weights
from aftershift.engines.language.understanding import Understanding
from aftershift.engines.rosters.around import Around
from aftershift.engines.rosters.load import Heavy
from aftershift.engines.safety.answering import Answer
from aftershift.engines.safety.course import Course
from aftershift.engines.safety.risk import NO_RISK, Risk


class Act(StrEnum):
    """What the coach does with a turn; the dialogue act of a reply."""

    SAFETY = "safety"
    GREET = "greet"
    REFLECT = "reflect"
    EXPLORE = "explore"
    VIEW = "other_view"
    ASK_LEAVE = "ask_leave"
    OFFER = "offer"
    SCRIPT = "script"
    PLAN = "plan"
    FOLLOW_UP = "follow_up"
    FACT = "fact"
    NO_VERDICT = "no_verdict"
    WHAT_I_AM = "what_i_am"
    REPAIR = "repair"
    STEERED = "steered"
    UNSURE = "unsure"
    CLOSE = "close"


class Steering(StrEnum):
    """What the person asked for, and what sticks until they ask for something else."""

    LISTEN = "listen"
    QUIET = "quiet"  # no more questions
    SHORT = "short"


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Heard:
    """One message as everything that listens gives it.

    `clean` is its clean text; `rows` (pieces, width) what it means, the whole first and then its
    `windows` where it has several, of unit length; `done` the same, as an encoder gives it that
    was tuned to hear what is done in a message, and by that `wants`, what is wanted of us, and
    `weights`, which of its parts weighs most. `last` is
    the last of several sentences; `told` the message behind those before it, for which a step or
    words are asked for, where they are. `tapped` is the suggested answer that was tapped
    instead of typing, `purpose` what words are then wanted for, `button` that of a fixed path.
    """

    text: str
    clean: str
    rows: Rows
    done: Rows
    windows: tuple[str, ...] = ()
    last: Told = field(default_factory=Told)
    told: Told = field(default_factory=Told)
    wants: Wants = NOTHING_KNOWN
    weights: Weights = NOT_WEIGHED
    understanding: Understanding = field(default_factory=Understanding)
    risk: Risk = NO_RISK
    milliseconds: int = 0
    tapped: Move | None = None
    purpose: str = ""
    button: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnRoster:
    """What the person's own roster says: where now lies in it, and which limits it passes.

    `shared_hour`: the practice that is planned has an hour that both have.
    """

    around: Around = field(default_factory=Around)
    load: tuple[Heavy, ...] = ()
    shared_hour: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Known:
    """What is known of the person beside this conversation, all of it theirs and visible to them.

    `helped`: practice -> how often it helped less how often it made things worse. `done`: what was
    done, and nobody said whether it helped. `last_step`: the practice that was planned last and not
    told of yet. `hour`: of the person's own day, 0 to 23. `lines`: lines used in the last 30 days.
    `is_two`: practices for two may be offered. `roster`: what the person's own roster says.
    `cards`: what they chose to have kept, in their words, the latest first. `is_at_rest`: these are
    their own hours of sleep.
    """

    helped: Mapping[str, int] = field(default_factory=dict)
    done: frozenset[str] = frozenset()
    last_step: str = ""
    hour: int | None = None
    lines: frozenset[str] = frozenset()
    is_two: bool = True
    roster: OwnRoster = field(default_factory=OwnRoster)
    cards: tuple[str, ...] = ()
    is_at_rest: bool = False


NOBODY = Known()


@dataclass(frozen=True, kw_only=True, slots=True)
class State:
    """Where a conversation stands after some turns. It holds what was said, so it is sealed."""

    course: Course = field(default_factory=Course)
    said: tuple[str, ...] = ()  # clean, in order; not what was said at a risk
    typed: tuple[str, ...] = ()  # the latest of them as they were typed, in order
    theme: str = ""
    leaning: tuple[tuple[str, float], ...] = ()  # the likeliest themes, with their shares
    surest: float = 0.0  # the highest share that the open theme has had
    meaning: str = ""
    second: str = ""  # the next likely theme: taken when the first was a mishearing
    barred_themes: tuple[str, ...] = ()
    who: str = ""
    gists: tuple[str, ...] = ()  # what was heard whatever it was about, the latest first
    thing: str = ""  # a plain thing that was spoken of: "the cake"
    steering: tuple[Steering, ...] = ()
    acts: tuple[Act, ...] = ()
    asked: tuple[bool, ...] = ()  # whether each reply held a question
    used: tuple[str, ...] = ()  # names of the lines that were said
    frames: tuple[str, ...] = ()  # how the last replies began
    told: tuple[str, ...] = ()  # passages that carried the point of the last messages, in order
    pointed: tuple[tuple[int, str], ...] = ()  # which reply gave which of their words back
    words: tuple[str, ...] = ()  # for somebody else, that were given last
    offered: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    open_offer: str = ""  # what was offered last and not answered
    beside_offer: str = ""  # what was offered beside it
    planned: str = ""
    minutes: int | None = None
    viewed: bool = False  # the other's view was brought in
    named_system: bool = False
    misses: int = 0
    following: str = ""  # the step of last time that we asked about
    heard_from: int = 0  # what was said before it is not heard again: an answer lowered a level

    @property
    def turns(self) -> int:
        """Count the replies so far."""
        return len(self.acts)

    @property
    def open_offers(self) -> tuple[str, ...]:
        """Give what was offered last, and beside it, and is not answered."""
        return tuple(dict.fromkeys(filter(None, (self.open_offer, self.beside_offer))))

    @property
    def heard_before(self) -> tuple[str, ...]:
        """Give what may be read together with the next message; the latest of it as it was typed.

        Not what came before an answer that lowered a level.
        """
        return (*self.said[: len(self.said) - len(self.typed)], *self.typed)[self.heard_from :]

    @property
    def lately(self) -> tuple[str, ...]:
        """Give what is read beside the next message where words or a step are asked for."""
        return self.heard_before[1 - TOLD :]

    @property
    def awaits_words(self) -> bool:
        """Say whether words were asked for at first and none were given since."""
        is_asked = any(name.startswith("words_first.") for name in self.used)
        return is_asked and Act.SCRIPT not in self.acts

    @property
    def awaits_step(self) -> bool:
        """Say whether a small thing was asked for first, and its matter was asked for just now."""
        return any(name.startswith("step_first.") for name in self.used[-1:])

    @property
    def came_back(self) -> frozenset[str]:
        """Give the words of theirs that were given back, in small letters."""
        return frozenset(words.lower() for _reply, words in self.pointed)


@dataclass(frozen=True, kw_only=True, slots=True)
class Reply:
    """What is said now.

    `practices` are offered in it, `sources` behind its numbers and practices. `why` says in a
    sentence why this was chosen. `answer` is the fixed path at a risk, and then everything else
    but `text` is empty. `rule` is the name of the rule that decided.
    """

    text: str
    act: Act
    rule: str
    practices: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    suggestions: tuple[Move, ...] = ()
    purposes: tuple[str, ...] = ()  # for which there are more words
    why: str = ""
    place: str = ""  # the practice that may be placed in a real hour now
    outcome: str = ""  # what came of the last step, where it was told
    barred: str = ""  # the practice that is never to be offered again
    answer: Answer | None = None
