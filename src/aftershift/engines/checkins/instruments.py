"""A key: all that an instrument is without its wording.

Items by their place on the form, scales with their rules, bands, norms and reliabilities, the
licence and its notice, and the sources of each. The wording of a published questionnaire is
imported by a host from the official form, never kept here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Licence(StrEnum):
    """How freely the wording may be shown: a class of risk, no legal advice."""

    OPEN = "A"  # public domain, or an open licence that allows commercial use
    CONDITIONS = "B"  # free for clinical and research use; silent or negative on commerce
    NON_COMMERCIAL = "C"  # a pack that a host installs after accepting its terms
    PROPRIETARY = "D"  # only a score, or a pack under a licence of the host's own


class Better(StrEnum):
    """Which way of a scale its owner would call better; NEITHER where no rule stands."""

    HIGHER = "higher"
    LOWER = "lower"
    NEITHER = "neither"


class Touch(StrEnum):
    """What an item touches that opens the private safety question before anything is shown."""

    SELF_HARM = "self_harm"
    VIOLENCE = "violence"


class Seen(StrEnum):
    """How sure a figure is: seen in a source, computed from one, or from memory."""

    SOURCE = "source"
    COMPUTED = "computed"
    MEMORY = "memory"


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """Where a key or a figure comes from."""

    cites: str
    doi: str = ""
    seen: Seen


@dataclass(frozen=True, kw_only=True, slots=True)
class Item:
    """One item by its place; `codes` are LOINC codes of it, `answers` all numbers it may have."""

    id: str
    answers: tuple[int, ...]
    codes: tuple[str, ...] = ()
    touches: Touch | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Instrument:
    """A key; `items` are in form order, and `parts` name runs of them where a form has parts."""

    id: str
    name: str
    about: str  # what it asks about, in our own words
    frame: str  # the time that its items speak about
    licence: Licence
    notice: str  # the line to be shown beside each result
    items: tuple[Item, ...]
    sources: tuple[Source, ...]
    codes: tuple[str, ...] = ()  # LOINC codes of the whole form
    parts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
