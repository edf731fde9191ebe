"""What one shift code means: the person's own legend first, then her ward's dialect.

Nothing is guessed silently. A reading below `SETTLED` is asked about, and its suggestions are
the readings of the dialects, the likeliest first.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from zoneinfo import ZoneInfo

from aftershift.engines.basics.text import fold, fold_code, tidy
from aftershift.engines.rosters.hours import CODE_LENGTH, HoursOfDay, hours_code, hours_in
from aftershift.engines.rosters.shifts import Kind, Legend, ShiftCode

SETTLED = 0.8  # below this certainty a reading is asked about
DOUBTFUL = 0.5

_FREE_MARKS = frozenset({"", "-", "--", "."})
_CODE_AND_HOURS = re.compile(r"([^\W\d].*?)[\s:=(]+(\d[\d\s:.+&aphm-]*)\)?", re.IGNORECASE)
_TWO_FIGURES = re.compile(r"\d{1,2}-\d{1,2}")  # 19-10: hours, or the nineteenth of October
_LONG = 14 * 60
_SEGMENT = re.compile(r"\s+-\s+|[|@,;:()\[\]/·•]")


@dataclass(frozen=True, kw_only=True, slots=True)
class TitleRule:
    """Words by which a ward's calendar names a code.

    `anywhere` are phrases that settle it wherever they stand; `alone` are words too common for
    that (early, late, day): they count only as a whole part of a title, between separators.
    `matches` and `refuses` are titles for which the rule must and must not speak.
    """

    code: str
    matches: str
    refuses: str
    anywhere: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Dialect:
    """How the wards of one country and trade write: readings by folded code, likeliest first.

    `zones` are the time zones in which it is usual, as whole names or as prefixes with a slash.
    """

    id: str
    name: str
    zones: tuple[str, ...]
    codes: Mapping[str, tuple[ShiftCode, ...]]
    titles: tuple[TitleRule, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Ward:
    """What a person's rosters are read with: the clock on the wall, her legend, the dialects.

    `others` are dialects that are not usual here: they make suggestions for what the own ones do
    not know, and their calendar words are understood, but a code of theirs is always asked about.
    """

    zone: ZoneInfo
    legend: Legend = field(default_factory=dict)
    dialects: tuple[Dialect, ...] = ()
    others: tuple[Dialect, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Understanding:
    """What a code is taken to mean: readings, the likeliest first (none: nobody knows it)."""

    code: str
    readings: tuple[ShiftCode, ...]
    certainty: float

    @property
    def is_settled(self) -> bool:
        """Say whether the reading may be used without asking."""
        return bool(self.readings) and self.certainty >= SETTLED

    @property
    def is_of_one_kind(self) -> bool:
        """Say whether all readings agree on work, call or off, though not on the hours."""
        return len({one.kind for one in self.readings}) == 1


def understand(text: str, ward: Ward) -> Understanding:
    """Read one code, title word or stretch of hours; the first rule that knows it wins."""
    written = tidy(text)
    for rule in _RULES:
        understanding = rule(written, ward)
        if understanding is not None:
            return understanding
    return Understanding(code=written[:CODE_LENGTH], readings=(), certainty=0.0)


def is_known(text: str, ward: Ward) -> bool:
    """Say whether a text is a code that somebody knows, or hours."""
    return bool(understand(text, ward).readings)


def is_phrase(text: str, ward: Ward) -> bool:
    """Say whether a text is exactly one of the dialects' phrases: `long day`, `night shift`."""
    phrase = fold(text)
    every = (*ward.dialects, *ward.others)
    rules = (rule for dialect in every for rule in dialect.titles)
    return any(phrase in rule.anywhere or phrase in rule.alone for rule in rules)


def own_reading(code: str, legend: Legend) -> ShiftCode | None:
    """Look a code up in a person's own legend: as she writes it, else whatever its case."""
    if code in legend:
        return legend[code]
    folded = [one for name, one in legend.items() if fold_code(name) == fold_code(code)]
    return folded[0] if len(folded) == 1 else None


def dialects_near(dialects: Iterable[Dialect], zone: str) -> tuple[Dialect, ...]:
    """Keep the dialects that are usual in a time zone; all of them where none is."""
    every = tuple(dialects)
    near = tuple(one for one in every if any(_lies_in(zone, place) for place in one.zones))
    return near or every


def ward_at(
    zone: ZoneInfo, legend: Legend, shelf: Iterable[Dialect], *, chosen: Iterable[str] = ()
) -> Ward:
    """Set up a person's ward: the dialects she chose by id, else those usual in her zone.

    The rest of the shelf makes suggestions.
    """
    every = tuple(shelf)
    wanted = frozenset(chosen)
    own = tuple(one for one in every if one.id in wanted) or dialects_near(every, zone.key)
    return Ward(
        zone=zone,
        legend=legend,
        dialects=own,
        others=tuple(one for one in every if one not in own),
    )


def titled(title: str, ward: Ward) -> tuple[ShiftCode, ...]:
    """Find the readings that a title's words stand for, by the dialects' longest phrase."""
    parts = _parts(title)
    return _titled(parts, ward.dialects) or _titled(parts, ward.others)


def speaks_for(rule: TitleRule, title: str) -> bool:
    """Say whether a title rule speaks for a title (the library runs its examples with this)."""
    return _phrase_length(rule, _parts(title)) > 0


def _parts(title: str) -> tuple[str, ...]:
    return tuple(part for piece in _SEGMENT.split(tidy(title)) if (part := fold(piece)))


def _titled(parts: tuple[str, ...], dialects: tuple[Dialect, ...]) -> tuple[ShiftCode, ...]:
    found = [
        (length, reading)
        for dialect in dialects
        for rule in dialect.titles
        if (length := _phrase_length(rule, parts))
        for reading in dialect.codes[fold_code(rule.code)]
    ]
    longest = max((length for length, _ in found), default=0)
    return tuple(reading for length, reading in found if length == longest)


def _phrase_length(rule: TitleRule, parts: tuple[str, ...]) -> int:
    """Measure a rule's longest phrase in a title's parts; 0 for none."""
    anywhere = (
        len(phrase)
        for phrase in rule.anywhere
        if any(phrase in part and _stands_in(phrase, part) for part in parts)
    )
    alone = (len(word) for word in rule.alone if word in parts)
    return max((*anywhere, *alone), default=0)


def _stands_in(phrase: str, part: str) -> bool:
    """Say whether a phrase stands in a part as whole words."""
    return re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", part) is not None


def _lies_in(zone: str, place: str) -> bool:
    return zone.startswith(place) if place.endswith("/") else zone == place


def _free(code: str, _: Ward) -> Understanding | None:
    if code not in _FREE_MARKS:
        return None
    off = ShiftCode(code="-", meaning="off", kind=Kind.OFF)
    return Understanding(code="-", readings=(off,), certainty=1.0)


def _own(code: str, ward: Ward) -> Understanding | None:
    reading = own_reading(code, ward.legend)
    if reading is None:
        return None
    return Understanding(code=reading.code, readings=(reading,), certainty=reading.certainty)


def _by_hours(code: str, _: Ward) -> Understanding | None:
    ways = hours_in(code)
    if not ways:
        return None
    name = hours_code(ways[0]) if len(ways) == 1 else code[:CODE_LENGTH]
    may_be_date = _TWO_FIGURES.fullmatch(code) and ways[0][0].ends - ways[0][0].starts > _LONG
    return Understanding(
        code=name,
        readings=tuple(_hourly(name, hours) for hours in ways),
        certainty=DOUBTFUL if may_be_date or len(ways) > 1 else 1.0,
    )


def _hourly(code: str, hours: HoursOfDay) -> ShiftCode:
    return ShiftCode(code=code, meaning="these hours", kind=Kind.WORK, hours=hours)


def _by_code_and_hours(text: str, ward: Ward) -> Understanding | None:
    """Read a code with its hours beside it, `LD 07:30-20:00`: the hours are told, so they win."""
    found = _CODE_AND_HOURS.fullmatch(text)
    hours = hours_in(found[2].strip()) if found else ()
    if found is None or len(hours) != 1:
        return None
    known = understand(found[1], ward)
    plain = _hourly(hours_code(hours[0]), hours[0])
    first = known.readings[0] if known.is_of_one_kind else plain
    if first.kind is Kind.OFF:
        return None
    return Understanding(code=first.code, readings=(replace(first, hours=hours[0]),), certainty=1.0)


def _by_dialects(code: str, ward: Ward) -> Understanding | None:
    key = fold_code(code)
    known = [one.codes[key] for one in ward.dialects if key in one.codes]
    return _weighed(known[0][0].code, known) if known else None


def _by_others(code: str, ward: Ward) -> Understanding | None:
    """Suggest what other countries' wards mean by a code that is not known here. Always asked."""
    key = fold_code(code)
    known = [one.codes[key] for one in ward.others if key in one.codes]
    if not known:
        return None
    weighed = _weighed(known[0][0].code, known)
    return replace(weighed, certainty=min(weighed.certainty, DOUBTFUL))


def _by_title(text: str, ward: Ward) -> Understanding | None:
    readings = titled(text, ward)
    if not readings:
        return None
    return _weighed(readings[0].code, [(one,) for one in readings])


def _by_stem(code: str, ward: Ward) -> Understanding | None:
    """Suggest the plain code behind a numbered or a tentative one: `N3`, `U?`. Always asked."""
    stem = re.fullmatch(r"([^\W\d_]+)(?:\d{1,2}[?!*]?|[?!*])", code)
    if not stem:
        return None
    known = _by_dialects(stem[1], ward)
    if known is None:
        return None
    readings = tuple(replace(one, code=code[:CODE_LENGTH]) for one in known.readings)
    return Understanding(code=code[:CODE_LENGTH], readings=readings, certainty=DOUBTFUL)


_Rule = Callable[[str, Ward], Understanding | None]
_RULES: tuple[_Rule, ...] = (
    _free,
    _own,
    _by_hours,
    _by_dialects,
    _by_code_and_hours,
    _by_title,
    _by_stem,
    _by_others,
)


def _weighed(code: str, known: list[tuple[ShiftCode, ...]]) -> Understanding:
    """Weigh the readings of several dialects: agreement is certain, disagreement is asked.

    Days off agree whatever they are called. A reading's weight is the sum of its certainties.
    """
    groups: dict[tuple[Kind, HoursOfDay], list[ShiftCode]] = {}
    for reading in (one for readings in known for one in readings):
        hours = () if reading.kind is Kind.OFF else reading.hours
        groups.setdefault((reading.kind, hours), []).append(reading)
    ordered = sorted(groups.values(), key=lambda group: -sum(one.certainty for one in group))
    agree = len(groups) == 1 and len(known) > 1
    firsts = {(one[0].kind, () if one[0].kind is Kind.OFF else one[0].hours) for one in known}
    certainty = max(one.certainty for one in ordered[0])
    if agree:
        certainty = max(certainty, 0.9)
    elif len(firsts) > 1:
        certainty = min(certainty, DOUBTFUL)
    return Understanding(
        code=code[:CODE_LENGTH],
        readings=tuple(max(group, key=lambda one: one.certainty) for group in ordered),
        certainty=certainty,
    )
