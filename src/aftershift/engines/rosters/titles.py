"""What a calendar event's title says: a code, the event's hours, a phrase, or nothing known."""

import hashlib
import re
from dataclasses import dataclass

from aftershift.engines.basics.text import fold, tidy
from aftershift.engines.rosters.codes import (
    DOUBTFUL,
    Understanding,
    Ward,
    is_phrase,
    own_reading,
    titled,
    understand,
)
from aftershift.engines.rosters.hours import CODE_LENGTH, HoursOfDay, find_hours, hours_code
from aftershift.engines.rosters.shifts import Kind, ShiftCode

_FIRST_WORD = re.compile(r"([^\s,:;|@()-]+)(?:\s*[,:;|@(-]|\s)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Match:
    """What a title is taken for.

    `certainty` is that of the kind, `hours_certainty` that of the first reading's hours. `is_own`:
    the person's legend says so. `is_passing`: the code or phrase stands among other words, so it
    counts only when the event's times speak for it. `hours` are those written in the title.
    """

    code: str
    kind: Kind
    readings: tuple[ShiftCode, ...]
    certainty: float
    hours_certainty: float
    hours: HoursOfDay = ()
    is_own: bool = False
    is_passing: bool = False
    is_phrase: bool = False


def match_title(summary: str, ward: Ward) -> Match | None:
    """Match a title against the legend and the dialects; None when it says nothing known."""
    title = tidy(summary)
    if not title:
        return None
    own = own_reading(title_code(title), ward.legend) or own_reading(title, ward.legend)
    if own is not None:
        return _of(Understanding(code=own.code, readings=(own,), certainty=1.0), is_own=True)
    if is_phrase(title, ward) or (len(title) <= CODE_LENGTH and not titled(title, ward)):
        whole = understand(title, ward)
        if whole.readings:
            return _of(whole, is_own=own_reading(whole.code, ward.legend) is not None)
    return _by_hours(title, ward) or _by_phrase(title, ward) or _by_first_word(title, ward)


def title_code(summary: str) -> str:
    """Make the short code under which a title is asked about: `?` and eight hex digits."""
    return "?" + hashlib.sha256(fold(summary).encode()).hexdigest()[:8]


def _of(known: Understanding, *, is_own: bool) -> Match:
    return Match(
        code=known.code,
        kind=known.readings[0].kind,
        readings=known.readings,
        certainty=1.0 if is_own else (0.95 if known.is_of_one_kind else DOUBTFUL),
        hours_certainty=known.certainty,
        is_own=is_own,
    )


def _by_hours(title: str, ward: Ward) -> Match | None:
    hours = find_hours(title)
    if not hours:
        return None
    code = hours_code(hours)
    own = own_reading(code, ward.legend)
    if own is not None:
        return _of(Understanding(code=code, readings=(own,), certainty=1.0), is_own=True)
    named = [one for one in titled(title, ward) if one.kind is not Kind.OFF]
    kind = named[0].kind if named else Kind.WORK
    reading = ShiftCode(code=code, meaning="these hours", kind=kind, hours=hours)
    return Match(
        code=code,
        kind=kind,
        readings=(reading,),
        certainty=0.95,
        hours_certainty=0.95,
        hours=hours,
    )


def _by_phrase(title: str, ward: Ward) -> Match | None:
    readings = titled(title, ward)
    if not readings:
        return None
    known = Understanding(code=readings[0].code, readings=readings, certainty=DOUBTFUL)
    own = own_reading(known.code, ward.legend)
    return Match(
        code=known.code,
        kind=readings[0].kind,
        readings=(own, *readings) if own else readings,
        certainty=0.9 if known.is_of_one_kind else DOUBTFUL,
        hours_certainty=own.certainty if own else DOUBTFUL,
        is_passing=True,
        is_phrase=True,
    )


def _by_first_word(title: str, ward: Ward) -> Match | None:
    """Take a title that begins with a code, `N swap`: written in capitals, as codes are."""
    found = _FIRST_WORD.match(title)
    if not found or not found[1].isupper():
        return None
    known = understand(found[1], ward)
    if not known.readings:
        return None
    return Match(
        code=known.code,
        kind=known.readings[0].kind,
        readings=known.readings,
        certainty=0.85 if known.is_of_one_kind else DOUBTFUL,
        hours_certainty=min(known.certainty, DOUBTFUL),
        is_passing=True,
    )
