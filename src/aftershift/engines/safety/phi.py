"""Patients' data in a message: what leads to a patient, where it stands, and the text without it.

The rules are read in this order, and what one has found no later one finds again: addresses of
the net, dates, beds, streets, ages, marks of things, numbers, people everybody knows, names.
Reference: the eighteen identifiers of 45 CFR 164.514(b)(2), and what a small town would recognise.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from aftershift.engines.safety.name_meaning import Meaning
from aftershift.engines.safety.name_signs import signs
from aftershift.engines.safety.patient_names import candidates, patient_names
from aftershift.engines.safety.phi_ages import ages
from aftershift.engines.safety.phi_dates import all_dates, dates
from aftershift.engines.safety.phi_kinds import MASKS, Found, Kind, Masked, blotted, is_blotted
from aftershift.engines.safety.phi_numbers import (
    accounts,
    contacts,
    marks,
    numbers,
    plates_and_devices,
    spelt_numbers,
)
from aftershift.engines.safety.phi_places import rooms
from aftershift.engines.safety.phi_rare import rare_persons
from aftershift.engines.safety.phi_streets import addresses
from aftershift.engines.safety.phi_text import Reading, Talk, read
from aftershift.engines.safety.phi_words import PhiWords

# Log-odds from which words are taken for a kind where no rule takes them for anything. Of the other
# kinds that are heard none found more of what was kept back without stopping more.
SURELY = {Kind.RARE: 3.0, Kind.ADDRESS: 1.0, Kind.RECORD: 0.0}
Rule = Callable[[Talk, Masked], Iterator[Found]]
__all__ = ["Kind", "Phi", "PhiSpan", "find_phi"]


@dataclass(frozen=True, kw_only=True, slots=True)
class PhiSpan:
    """One span in code points of the text as given."""

    start: int
    end: int
    kind: Kind


@dataclass(frozen=True, kw_only=True, slots=True)
class Phi:
    """What was found; `blocked` says that the text must not be kept or sent as it is."""

    spans: tuple[PhiSpan, ...]
    masked: str

    @property
    def blocked(self) -> bool:
        """Say whether anything is left that leads to a patient."""
        return bool(self.spans)


FIRST: tuple[Rule, ...] = (contacts, addresses, dates)
SECOND: tuple[Rule, ...] = (
    plates_and_devices,
    rooms,
    ages,
    accounts,
    numbers,
    marks,
    spelt_numbers,
    rare_persons,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Read:
    """A message after every rule but the names: its words, what is left, what was found."""

    reading: Reading
    talk: Talk
    masked: Masked
    found: list[Found]


def find_phi(text: str, words: PhiWords, meaning: Meaning | None = None) -> Phi:
    """Find what leads to a patient, and write the text again without it.

    `meaning` is what an encoder makes of each word, where there is one. Spans are in code points of
    `text`, in order, and never overlap.
    """
    read_so_far = _read(text, words)
    found = read_so_far.found
    reading, talk = read_so_far.reading, read_so_far.talk
    if meaning:
        _passed(talk, blotted(reading.clean, found), (partial(_meant, meaning=meaning),), found)
    masked = blotted(read_so_far.masked, found)
    _passed(talk, masked, (partial(patient_names, meaning=meaning),), found)
    spans = tuple(
        PhiSpan(start=start, end=end, kind=one.kind)
        for one in sorted(found, key=lambda one: one.start)
        for start, end in [reading.given(one.start, one.end)]
    )
    return Phi(spans=spans, masked=_masked(text, spans))


def _meant(_talk: Talk, left: Masked, meaning: Meaning) -> Iterator[Found]:
    for kind, least in SURELY.items():
        yield from meaning.found(left, kind, least)


def name_signs(text: str, words: PhiWords) -> list[tuple[int, int, frozenset[str]]]:
    """List what may be a name in a text, from where to where, with its signs: for teaching."""
    seen = _read(text, words)
    return [
        (*seen.reading.given(run.start, run.end), signs(seen.talk, seen.masked, run))
        for run in candidates(seen.talk, seen.masked)
    ]


def _read(text: str, words: PhiWords) -> _Read:
    reading = read(text)
    talk = Talk(reading.clean, words)
    found: list[Found] = []
    masked = _passed(talk, reading.clean, FIRST, found)
    masked = blotted(masked, list(all_dates(masked)))
    masked = _passed(talk, masked, SECOND, found)
    return _Read(reading=reading, talk=talk, masked=masked, found=found)


def _passed(talk: Talk, masked: Masked, rules: tuple[Rule, ...], found: list[Found]) -> Masked:
    """Let each rule look at what the rules before it have left."""
    for rule in rules:
        new: list[Found] = []
        taken = bytearray(len(masked))
        for one in rule(talk, masked):
            if not any(taken[one.start : one.end]) and not is_blotted(masked[one.start : one.end]):
                new.append(one)
                taken[one.start : one.end] = b"\x01" * (one.end - one.start)
        masked = blotted(masked, new)
        found.extend(new)
    return masked


def _masked(text: str, spans: tuple[PhiSpan, ...]) -> str:
    pieces: list[str] = []
    ended = 0
    for span in spans:
        pieces += [text[ended : span.start], MASKS[span.kind]]
        ended = span.end
    return "".join([*pieces, text[ended:]])
