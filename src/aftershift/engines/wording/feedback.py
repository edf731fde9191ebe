"""Five ways of feedback: the words for the quarters of candour, for listening and for a debrief.

A debrief of five minutes looks at the work, in the order of the after-action review: what was
meant, what happened, what we keep, what we change. It is not for telling what was terrible: a
compulsory one is advised against (practice `team.cisd`).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from aftershift.engines.language.candour import Candour, Quadrant, Sentence
from aftershift.engines.wording.cues import WordBook, WordingError
from aftershift.engines.wording.lines import as_sentence
from aftershift.engines.wording.sbi import Says, label
from aftershift.engines.wording.scripts import leaves_open

HEDGE = "hedge"
DEBRIEF_SECONDS = 300


@dataclass(frozen=True, kw_only=True, slots=True)
class Quarter:
    """What is said of a quarter, and what to `add` there."""

    quadrant: Quadrant
    name: str
    about: str
    add: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Lines:
    """What stands in a suggestion where a draft has no care, no point, or no question."""

    care: str
    point: str
    ask: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Listening:
    """Open questions to ask after saying back, and what comes `after` them."""

    after: str
    questions: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class DebriefStep:
    """One step of a debrief: what it is for, what is asked, and how long it takes."""

    name: str
    says: str
    ask: str
    seconds: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Debrief:
    """The debrief, and its ground rules. The steps fill five minutes to the second."""

    rules: tuple[str, ...]
    step: tuple[DebriefStep, ...]

    def __post_init__(self) -> None:
        if sum(one.seconds for one in self.step) != DEBRIEF_SECONDS or not self.rules:
            reason = f"a debrief has its rules, and takes {DEBRIEF_SECONDS} seconds"
            raise WordingError(reason)


@dataclass(frozen=True, kw_only=True, slots=True)
class FeedbackShelf:
    """What is authored for the five ways; `book` knows what makes a draft small."""

    book: WordBook
    quarters: dict[Quadrant, Quarter]
    lines: Lines
    listening: Listening
    debrief: Debrief

    def __post_init__(self) -> None:
        if self.book.signs != {HEDGE} or tuple(self.quarters) != tuple(Quadrant):
            reason = "each quarter has words, in their order, and hedges have cues"
            raise WordingError(reason)
        if leaves_open((self.lines.care, self.lines.point)) or not self.listening.questions:
            reason = "brackets are closed, and there is a question to ask"
            raise WordingError(reason)


def left_out(one: Sentence, shelf: FeedbackShelf, judging: WordBook) -> bool:
    """Say whether a sentence only judges or only makes itself small."""
    if one.cares or one.points:
        return False
    return bool(shelf.book.find(one.text)) or label(one.text, judging) is Says.JUDGEMENT


def suggest(draft: Candour, shelf: FeedbackShelf, judging: WordBook) -> str:
    """Put a draft together anew: what is missing is added, and left open in [brackets].

    Their own sentences stay, care before the point, but those that only judge or hedge.
    """
    return "\n".join(_lines(draft, shelf, judging))


def _lines(draft: Candour, shelf: FeedbackShelf, judging: WordBook) -> Iterator[str]:
    kept = [one for one in draft.sentences if not left_out(one, shelf, judging)]
    first = [one for one in kept if one.cares and not one.points]
    rest = [one for one in kept if one not in first]
    if first:
        yield " ".join(as_sentence(one.text) for one in first)
    elif not any(one.cares for one in kept):
        yield shelf.lines.care
    if rest:
        yield " ".join(as_sentence(one.text) for one in rest)
    if not any(one.points for one in kept):
        yield shelf.lines.point
    if not any(one.text.endswith("?") for one in kept):
        yield shelf.lines.ask
