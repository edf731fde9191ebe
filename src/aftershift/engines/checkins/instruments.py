"""A key: all that an instrument is without its wording.

Items by their place on the form, scales with their rules, bands, norms and reliabilities, the
licence and its notice, and the sources of each. The wording of a published questionnaire is
imported by a host from the official form, never kept here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256


class Licence(StrEnum):
    """How freely the wording may be shown: a class of risk, no legal advice."""

    OPEN = "A"  # public domain, or an open licence that allows commercial use
    CONDITIONS = "B"  # free for clinical and research use; silent or negative on commerce
    NON_COMMERCIAL = "C"  # a pack that a host installs after accepting its terms
    PROPRIETARY = "D"  # only a score, or a pack under a licence of the host's own


class Better(StrEnum):
    """Which way of a scale its owner would call better; NEITHER where nobody can say."""

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


class Rule(StrEnum):
    """How the answers of a scale become one number."""

    SUM = "sum"
    MEAN = "mean"
    PERCENT_POSITIVE = "percent_positive"  # of respondents, item by item, then their mean


class Kind(StrEnum):
    """Which kind of reliability a figure is."""

    RETEST = "retest"
    INTERNAL = "internal"  # alpha: leaves out what differs from one day to another


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
class Band:
    """A stretch of a scale with a name: from `low` up to the next band's."""

    id: str
    low: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Norm:
    """What was found in a population."""

    mean: float
    sd: float
    of: str
    seen: Seen


@dataclass(frozen=True, kw_only=True, slots=True)
class Reliability:
    """One coefficient, and the spread of the people nearest to who answers here."""

    kind: Kind
    r: float
    sd: float
    of: str  # whose spread it is
    seen: Seen


@dataclass(frozen=True, kw_only=True, slots=True)
class Meaningful:
    """A change that somebody calls meaningful: another threshold, with another name."""

    points: float
    name: str
    whose: str
    seen: Seen


@dataclass(frozen=True, kw_only=True, slots=True)
class Scale:
    """One number of a form.

    `low` and `high` are its range; `least` is how many items have to be answered (0: all), and
    `prorates` gives, apart and named an estimate, the sum that the answered ones would come to.
    `bands_by` says who set the bands, and `bands_are_custom` that it was not the author. `crosses`
    is the line that "crossed the line" speaks of. A scale that `is_given` is never computed here:
    a rule of change stands for it, and somebody has the number from the manual's table.
    """

    id: str
    name: str
    items: tuple[str, ...]
    rule: Rule
    low: float
    high: float
    reverse: tuple[str, ...] = ()
    times: float = 1
    least: int = 0
    prorates: bool = False
    counts_answered: bool = False
    digits: int = 4
    is_given: bool = False
    better: Better = Better.NEITHER
    bands: tuple[Band, ...] = ()
    bands_name: str = "band"
    bands_by: str = ""
    bands_seen: Seen = Seen.SOURCE
    bands_are_custom: bool = False
    norm: Norm | None = None
    reliability: Reliability | None = None
    meaningful: Meaningful | None = None
    crosses: float | None = None

    @property
    def needed(self) -> str:
        """Say how many of its items have to be answered, such as "3 of 6"."""
        return f"{self.least or len(self.items)} of {len(self.items)}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Flag:
    """A yes or no about a scale: at or above a number, or at or below one."""

    id: str
    scale: str
    by: str
    seen: Seen
    at_least: float | None = None
    at_most: float | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Count:
    """How many items reach their number; `or_item` reaches it at `or_at_least`."""

    id: str
    items: tuple[str, ...]
    at_least: int
    or_item: str = ""
    or_at_least: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Instrument:
    """A key; `items` are in form order, and `parts` name runs of them where a form has parts.

    `codings` are other ways in which the same answers are written down: the coding that is named
    has its numbers turned over. `is_triage`: its yes and no lead to a level instead of a score.
    `frame_days` is how long the time is that its items speak about; 0 for one that has no length.
    """

    id: str
    name: str
    about: str  # what it asks about, in our own words
    frame: str  # the time that its items speak about
    licence: Licence
    notice: str  # the line to be shown beside each result
    items: tuple[Item, ...]
    sources: tuple[Source, ...]
    scales: tuple[Scale, ...] = ()
    flags: tuple[Flag, ...] = ()
    counts: tuple[Count, ...] = ()
    codes: tuple[str, ...] = ()  # LOINC codes of the whole form
    total_code: str = ""  # LOINC code of its total
    parts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    codings: tuple[str, ...] = ()  # the first is the one that the key is written in
    notes: tuple[str, ...] = ()
    no_total: str = ""  # the name under which it is said that there is no total
    is_triage: bool = False
    is_of_groups: bool = False  # its answers are of many people, never of one
    frame_days: int = 0

    @property
    def version(self) -> str:
        """Name how it scores, by its content: 12 hexadecimal digits, new with any other rule."""
        rules = (self.items, self.scales, self.flags, self.counts, dict(self.parts), self.codings)
        return sha256(repr(rules).encode()).hexdigest()[:12]

    @property
    def rule(self) -> str:
        """Say how its scales are counted, and how much of each has to be answered."""
        own = (one for one in self.scales if not one.is_given)
        return "; ".join(f"{one.id}: {one.rule.value}, {one.needed} answered" for one in own)

    def touches(self) -> frozenset[Touch]:
        """Say what its items touch that wants the private question first."""
        return frozenset(one.touches for one in self.items if one.touches)

    def scale(self, name: str) -> Scale:
        """Find a scale by its id. Raises KeyError."""
        found = {one.id: one for one in self.scales}
        return found[name]
