"""An apology in five parts: which are there, by which words, and what spoils it.

The parts are those that experiments found to count, responsibility and repair first and a plea for
forgiveness last (Lewicki, Polin & Lount 2016, doi 10.1111/ncmr.12073; reactions to written stories,
not to real injuries). So the fifth part is what is not there: nobody is asked to forgive.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from aftershift.engines.wording.apology_grammar import by_grammar
from aftershift.engines.wording.apology_parts import PRESSES, SIGNS, SUPPOSED, Part, Trap
from aftershift.engines.wording.cues import Hit, WordBook, WordingError
from aftershift.engines.wording.lines import as_sentence


@dataclass(frozen=True, kw_only=True, slots=True)
class PartWords:
    """What a page says of a part: its name, and what to write where it is missing."""

    part: Part
    name: str
    missing: str


@dataclass(frozen=True, kw_only=True, slots=True)
class TrapWords:
    """What a page says of a trap: its name, why it spoils, and what does instead."""

    trap: Trap
    name: str
    why: str
    instead: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ApologyShelf:
    """All that is authored about apologies."""

    book: WordBook
    parts: Mapping[Part, PartWords]
    traps: Mapping[Trap, TrapWords]

    def __post_init__(self) -> None:
        if self.book.signs != SIGNS:
            reason = "each part and each trap has cues, and nothing else has"
            raise WordingError(reason)
        if set(self.parts) != set(Part) or set(self.traps) != set(Trap):
            reason = "each part and each trap has its words"
            raise WordingError(reason)


@dataclass(frozen=True, kw_only=True, slots=True)
class ApologyReading:
    """Which words carry which part, which are traps, and which press for forgiveness."""

    parts: Mapping[Part, tuple[Hit, ...]]
    traps: Mapping[Trap, tuple[Hit, ...]]
    presses: tuple[Hit, ...] = ()

    def has(self, part: Part) -> bool:
        """Say whether a part is there."""
        return not self.presses if part is Part.FREE else bool(self.parts[part])


@dataclass(frozen=True, kw_only=True, slots=True)
class ApologyAnswers:
    """What somebody wrote into the builder, each in their own words or empty."""

    did: str = ""
    harm: str = ""
    repair: str = ""


def read_apology(text: str, book: WordBook) -> ApologyReading:
    """Read an apology as it was typed."""
    hits = _without_supposed(text, (*book.find(text), *by_grammar(text)))
    return ApologyReading(
        parts={part: _of(part, hits) for part in Part},
        traps={trap: _of(trap, hits) for trap in Trap},
        presses=_of(PRESSES, hits),
    )


def compose_apology(given: ApologyAnswers) -> str:
    """Put an apology together; what was not said yet is left open in [brackets]."""
    lines = (
        as_sentence(given.did) or "I [what you did, in one plain sentence].",
        "That was wrong, and it was mine.",
        as_sentence(given.harm) or "[What it did to them, as far as you know.]",
        as_sentence(given.repair) or "I will [what you will do, and by when].",
        "You do not have to answer, and it does not have to be fine yet.",
    )
    return " ".join(lines)


def _without_supposed(text: str, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """Leave out an effect that is only supposed: of "sorry if I hurt you", "I hurt you"."""
    stretches = [_to_the_end(text, one) for one in hits if one.sign in SUPPOSED]
    return tuple(
        one
        for one in hits
        if one.sign != Part.HARM
        or not any(starts < one.ends and one.starts < ends for starts, ends in stretches)
    )


def _to_the_end(text: str, trap: Hit) -> tuple[int, int]:
    """Give the stretch from a trap to the end of its sentence."""
    end = re.search(r"[.!?\n]", text[trap.ends :])
    return trap.starts, trap.ends + end.start() if end else len(text)


def _of(sign: str, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    return tuple(one for one in hits if one.sign == sign)
