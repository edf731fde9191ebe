"""The speak-up drill: three steps of a ladder, refused twice, and only then the way past.

Concerned, uncomfortable, safety issue: the practice is `colleague.cus`, with its grade and caveat.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from aftershift.engines.language.cleaning import clean
from aftershift.engines.language.cues import any_of
from aftershift.engines.rehearsal.moves import RehearsalError

STEM = 5  # letters by which a fact of the drill is recognised


class Rung(IntEnum):
    """A step of the ladder; below it, nothing of it was said."""

    NONE = 0
    CONCERNED = 1
    UNCOMFORTABLE = 2
    SAFETY = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """One step: its name, the phrases that are it, and what is remarked of it."""

    rung: int
    name: str
    says: tuple[str, ...]
    hears: tuple[str, ...]
    spares: tuple[str, ...]
    missing: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Drill:
    """One situation of a ward, without a patient's data, for about a minute."""

    id: str
    name: str
    setting: str
    who: str
    opening: str
    facts: tuple[str, ...]
    examples: tuple[str, ...]
    refusals: tuple[str, ...]
    yields: str
    past: str

    def __post_init__(self) -> None:
        if len(self.examples) != Rung.SAFETY or len(self.refusals) != Rung.SAFETY - 1:
            reason = f"{self.id}: three examples and two refusals are needed"
            raise RehearsalError(reason)


@dataclass(frozen=True, kw_only=True, slots=True)
class Ladder:
    """The three steps, and what is remarked of a line that goes well or has no fact in it."""

    step: tuple[Step, ...]
    good: tuple[str, ...]
    higher: str
    no_fact: str

    def __post_init__(self) -> None:
        if tuple(one.rung for one in self.step) != tuple(Rung)[1:]:
            reason = "the ladder has three steps, in their order"
            raise RehearsalError(reason)
        if len(self.good) != len(self.step):
            reason = "a remark for each step is needed"
            raise RehearsalError(reason)


@dataclass(frozen=True, kw_only=True, slots=True)
class Climb:
    """What comes of one line: the answer, one strength, one change, an example for the latter.

    `past` is the way to escalate; it is there only after the second refusal was answered.
    """

    says: str
    strength: str = ""
    change: str = ""
    example: str = ""
    past: str = ""


def rung_of(line: str, ladder: Ladder) -> Rung:
    """Say which step a line takes: the highest that is in it."""
    text = clean(line).text
    taken = (Rung(one.rung) for one in ladder.step if _pattern(one).search(text))
    return max(taken, default=Rung.NONE)


def climb(line: str, tried: int, drill: Drill, ladder: Ladder) -> Climb:
    """Take the next line of a drill, of which some were `tried` before."""
    due, taken = Rung(tried + 1), rung_of(line, ladder)
    has_fact = names_a_fact(line, drill)
    strength = ""
    if taken >= due:
        strength = ladder.higher if taken > due else ladder.good[due - 1]
    change = "" if taken >= due else ladder.step[due - 1].missing
    if not change and not has_fact:
        change = ladder.no_fact
    is_last = due is Rung.SAFETY
    return Climb(
        says=drill.yields if is_last else drill.refusals[tried],
        strength=strength,
        change=change,
        example=drill.examples[due - 1] if change else "",
        past=drill.past if is_last else "",
    )


def names_a_fact(line: str, drill: Drill) -> bool:
    """Say whether a line names what is wrong, by the beginnings of the drill's own words."""
    words = {word[:STEM] for word in re.findall(r"[a-z0-9']+", clean(line).text)}
    return any(fact[:STEM] in words for fact in drill.facts)


def faults_of(step: Step) -> Iterator[str]:
    """Name every sentence that a step should hear and does not, or hears and should spare."""
    pattern = _pattern(step)

    def is_heard(sentence: str) -> bool:
        return bool(pattern.search(clean(sentence).text))

    yield from (f"{step.name}: is deaf to {one!r}" for one in step.hears if not is_heard(one))
    yield from (f"{step.name}: hears {one!r}" for one in step.spares if is_heard(one))


def _pattern(step: Step) -> re.Pattern[str]:
    return any_of(step.says)
