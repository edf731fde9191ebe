"""How words may land: one authored line on how a message may be read, where that is of use.

Only where a pattern was found, for the gravest kind or else the first, and chosen by the message
itself, so that the same words get the same line. It is about the words, says "may", and judges
nobody. No line is given where the message tells of what was done to its writer, of fear, violence,
control, bullying, racism, or of somebody with power over the writer: whoever answers that owes
nobody a softer landing. Such words have no end, so the net is wide: see docs/patterns.md.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256

from aftershift.engines.language.cleaning import clean
from aftershift.engines.language.cues import any_of
from aftershift.engines.language.kinds import KINDS, Kind, PatternError

LEAST = 4  # lines of a kind for each place
GRAVEST = (Kind.THREAT, Kind.CONTROL, Kind.CONTEMPT)  # these go before what stands first
_TENTATIVE = re.compile(r"\bmay\b")
_OF_WRITER = re.compile(r"\b(?:you(?:'re| are| were| have| seem)|your)\b", re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"')


class Sign(StrEnum):
    """What a message shows: why no line is given, or where it is said."""

    DONE = "done"  # what was done to the writer
    FEAR = "fear"
    VIOLENCE = "violence"
    CONTROL = "control"  # of the writer, by the reader
    BULLYING = "bullying"
    RACISM = "racism"
    POWER = "power"
    HOME = "home"
    WARD = "ward"


PLACES = (Sign.HOME, Sign.WARD)
KEEPS_QUIET = frozenset(Sign) - frozenset(PLACES)
OF_HARM = frozenset({Sign.FEAR, Sign.VIOLENCE, Sign.CONTROL})


@dataclass(frozen=True, kw_only=True, slots=True)
class Phrases:
    """Phrases of one sign, written as in `cues`, with sentences to find and to spare."""

    sign: Sign
    says: tuple[str, ...]
    finds: tuple[str, ...]
    spares: tuple[str, ...]

    def __post_init__(self) -> None:
        if not (self.says and self.finds and self.spares):
            reason = f"{self.sign}: phrases, a sentence to find and one to spare are needed"
            raise PatternError(reason)
        fault = next(_faults(self), "")
        if fault:
            raise PatternError(fault)


@dataclass(frozen=True, kw_only=True, slots=True)
class Lines:
    """What may be said of one kind: anywhere, at home, on a ward."""

    id: Kind
    says: tuple[str, ...]
    home: tuple[str, ...]
    ward: tuple[str, ...]

    def __post_init__(self) -> None:
        for several in (self.says, self.home, self.ward):
            if len(set(several)) < LEAST:
                reason = f"{self.id}: {LEAST} different lines for each place are needed"
                raise PatternError(reason)
            fault = next((one for one in several if not _is_about_words(one)), "")
            if fault:
                reason = f"{self.id}: says no 'may', or is about the writer: {fault!r}"
                raise PatternError(reason)

    def of(self, place: Sign | None) -> tuple[str, ...]:
        """Give the lines for a place; None is anywhere."""
        return {Sign.HOME: self.home, Sign.WARD: self.ward}.get(place or Sign.FEAR, self.says)


@dataclass(frozen=True, slots=True)
class LandingBook:
    """All lines and phrases, made ready once."""

    lines: Mapping[Kind, Lines]
    phrases: tuple[Phrases, ...]
    _patterns: dict[Sign, re.Pattern[str]] = field(init=False)

    def __post_init__(self) -> None:
        made = {one.sign: any_of(one.says) for one in self.phrases}
        if set(made) != set(Sign) or len(made) != len(self.phrases):
            reason = "every sign is there once"
            raise PatternError(reason)
        if set(self.lines) != set(KINDS):
            reason = "every kind is there once"
            raise PatternError(reason)
        object.__setattr__(self, "_patterns", made)

    def signs_in(self, text: str) -> frozenset[Sign]:
        """Name all that a clean text shows."""
        return frozenset(sign for sign, one in self._patterns.items() if one.search(text))


def landing(text: str, kinds: Sequence[Kind], book: LandingBook) -> str:
    """Say in one line how a message may land; "" where nothing was found or nothing is to be said.

    `text` is the message as it was typed, `kinds` what was found in it, in its order.
    """
    if not kinds:
        return ""
    said = clean(text).text
    signs = book.signs_in(said)
    if signs & KEEPS_QUIET:
        return ""
    lines = book.lines[_leading(kinds)].of(place_of(signs))
    return lines[sha256(said.encode()).digest()[0] % len(lines)]


def tells_of_harm(text: str, book: LandingBook) -> bool:
    """Say whether a message, as it was typed, tells of fear of its reader, violence or control."""
    return not OF_HARM.isdisjoint(book.signs_in(clean(text).text))


def place_of(signs: frozenset[Sign]) -> Sign | None:
    """Say where a message is said; None where it shows neither place, or both."""
    here = [one for one in PLACES if one in signs]
    return here[0] if len(here) == 1 else None


def _leading(kinds: Sequence[Kind]) -> Kind:
    return next((one for one in GRAVEST if one in kinds), kinds[0])


def _is_about_words(line: str) -> bool:
    return bool(_TENTATIVE.search(line)) and not _OF_WRITER.search(_QUOTED.sub("", line))


def _faults(phrases: Phrases) -> Iterator[str]:
    pattern = any_of(phrases.says)
    for one in phrases.finds:
        if not pattern.search(clean(one).text):
            yield f"{phrases.sign}: does not find {one!r}"
    for one in phrases.spares:
        if pattern.search(clean(one).text):
            yield f"{phrases.sign}: finds {one!r}"
