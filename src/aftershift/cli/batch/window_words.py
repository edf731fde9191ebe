"""The time together in words: days, totals, windows, and what only looks like one."""

import textwrap
from collections.abc import Iterable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from aftershift.cli.batch.household import Household
from aftershift.cli.batch.printing import (
    WIDTH,
    clock,
    day_name,
    hours_words,
    printable,
    table,
)
from aftershift.cli.batch.questions import remarks
from aftershift.engines.basics.spans import MINUTES_PER_DAY, day_span
from aftershift.engines.windows.finding import Found
from aftershift.engines.windows.overlap import Availability, DayTogether, Role, TotalTogether
from aftershift.engines.windows.ranking import NotNow, Reason, ReasonKind, Window, WindowKind

KIND_WORDS = {
    WindowKind.TALK: "a real talk",
    WindowKind.TIME: "time together",
    WindowKind.MOMENT: "a moment",
}
REASON_WORDS = {
    ReasonKind.BOTH_SLEPT: "{all} slept over {length}",
    ReasonKind.YOU_SLEPT: "{reader} slept over {length}",
    ReasonKind.HOME_FROM: "{name} is home from {at}",
    ReasonKind.SCHOOL_UNTIL: "{name} has school until {at}",
    ReasonKind.BEFORE_BEDTIME: "before {name}'s bedtime at {at}",
    ReasonKind.NOBODY_WORKS: "nobody works that day",
    ReasonKind.BEFORE_CURFEW: "ends {length} before the curfew",
    ReasonKind.RESTED_TOGETHER: "part of {length} in which {all} are rested",
    ReasonKind.AWAKE_TOGETHER: "part of {length} in which {all} are awake and home",
    ReasonKind.ASLEEP: "{reader} is likely asleep",
    ReasonKind.AFTER_NIGHTS: "{reader} comes off nights, with about {length} of sleep",
    ReasonKind.SHORT_SLEEP: "{reader} has slept about {length} in 24 h",
    ReasonKind.TIRED: "{reader} is too sleepy by then",
    ReasonKind.JUST_WOKEN: "{reader} has hardly woken",
    ReasonKind.ON_CALL: "{reader} may be called",
    ReasonKind.CURFEW: "the quiet hours have begun",
    ReasonKind.NOT_GOOD_FOR_THEM: "it is not a good time for {name}",
}


MOST_WARNINGS = 3
MODELS = (
    "Models: sleep by published rules (Ganesan 2019, Ingre 2008, Juda 2013),\n"
    "alertness by three processes (Ingre 2014). Trust the hours, not the minutes.\n"
)


def readable(found: Found, home: Household) -> str:
    """Set the days, the totals, the windows, the warnings and what is open."""
    names, zone = home.names, home.zone
    windows = [window_words(window, names, zone) for window in found.proposals.windows]
    warnings = [not_now_words(one, names, zone) for one in found.proposals.not_now[:MOST_WARNINGS]]
    headers = ["day", "calendars>", "awake, home>", "rested>", ""]
    parts = [
        table(headers, [day_row(day, zone) for day in found.days]),
        totals_words(found.totals, days=len(found.days), people=found.people),
        _titled("Windows", windows or ["  None in these days."]),
        _titled("Not now", warnings),
        *(
            _titled(f"The roster of {printable(name)}", [remarks(reading).strip("\n")])
            for name, reading in zip(names, home.readings, strict=False)
            if reading.questions or reading.warnings
        ),
        MODELS,
    ]
    return "\n".join(part for part in parts if part)


def _titled(title: str, paragraphs: Iterable[str]) -> str:
    body = "\n".join(paragraphs)
    return f"{title}\n{body}\n" if body else ""


def day_row(day: DayTogether, zone: ZoneInfo) -> list[str]:
    """Set one day's three counts, and say when the clocks change on it."""
    starts, ends = day_span(day.day, zone)
    change = (ends - starts) - MINUTES_PER_DAY
    note = "" if not change else f"the clocks go {'back' if change > 0 else 'forward'}"
    counts = (day.free_together, day.awake_together, day.rested_together)
    return [day_name(day.day), *(hours_words(count) if count else "-" for count in counts), note]


def totals_words(totals: TotalTogether, *, days: int, people: Sequence[Availability]) -> str:
    """Say the three totals in one sentence; with a child nobody talks of a real talk."""
    has_child = any(person.role is Role.CHILD for person in people)
    fit = "all rested" if has_child else "fit for a real talk"
    words = (
        f"In these {days} days calendars say {_rounded(totals.free_together)} together; "
        f"{_all(len(people))} awake and home {_rounded(totals.awake_together)}; "
        f"{fit} {_rounded(totals.rested_together)}."
    )
    return textwrap.fill(words, WIDTH) + "\n"


def _rounded(minutes: int) -> str:
    """Round a total to hours: the minutes of a likely sleep are not known."""
    return f"{round(minutes / 60)} h"


def _all(people: int) -> str:
    return "both" if people == 2 else "all"


def reason_words(reason: Reason, names: Sequence[str], zone: ZoneInfo) -> str:
    """Say one reason; the first of `names` is the reader."""
    return REASON_WORDS[reason.kind].format(
        all=_all(len(names)),
        reader=names[0],
        name=reason.name,
        length=hours_words(reason.minutes),
        at=clock(reason.at, zone) if reason.at else "",
    )


def window_words(window: Window, names: Sequence[str], zone: ZoneInfo) -> str:
    """Say one window: when, what it is good for, and why."""
    reasons = "; ".join(reason_words(reason, names, zone) for reason in window.reasons)
    when = _when(window.starts, window.ends, zone)
    return f"  {when}  {KIND_WORDS[window.kind]}\n{_indented(f'{reasons}.')}"


def not_now_words(warning: NotNow, names: Sequence[str], zone: ZoneInfo) -> str:
    """Say what only looks like a window, why, and when is better."""
    reason = reason_words(warning.reason, names, zone)
    better = ""
    if warning.better is not None:
        day = " ".join(day_name(warning.better.astimezone(zone).date()).split())
        better = f"Better: {day} {clock(warning.better, zone)}."
    when = _when(warning.starts, warning.ends, zone)
    return f"  {when}\n{_indented(f'{reason}. {better}'.strip())}"


def _when(starts: datetime, ends: datetime, zone: ZoneInfo) -> str:
    day = day_name(starts.astimezone(zone).date())
    return f"{day}  {clock(starts, zone)} - {clock(ends, zone)}"


def _indented(words: str) -> str:
    return textwrap.fill(printable(words), WIDTH, initial_indent=" " * 6, subsequent_indent=" " * 6)
