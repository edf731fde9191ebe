"""The published means against ours, row by row; docs/rhythm.md must say the same."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from tests.engines.sleep.rota import LONDON, MONDAY, one_shift, roster

from aftershift.engines.basics.spans import day_span
from aftershift.engines.rosters.shifts import Shift
from aftershift.engines.rosters.strain import DEFINITIONS, Definition
from aftershift.engines.sleep.episodes import Episode, Habits, SleepKind, likely_sleep
from aftershift.engines.sleep.naps import NapReason, nap_suggestions

PAGE = (Path(__file__).parents[3] / "docs/rhythm.md").read_text(encoding="utf-8")
HALF_AN_HOUR = 0.5


@dataclass(frozen=True, kw_only=True)
class Row:
    """One published figure and ours, in hours (o'clock or length)."""

    what: str
    published: float
    ours: float

    @property
    def difference(self) -> float:
        return round(self.ours - self.published, 2) + 0.0

    @property
    def line(self) -> str:
        return f"| {self.what} | {self.published:.2f} | {self.ours:.2f} | {self.difference:+.2f} |"


def sleeps(shifts: tuple[Shift, ...], days: int = 7) -> tuple[Episode, ...]:
    last = MONDAY + timedelta(days=days - 1)
    return likely_sleep(shifts, Habits(), zone=LONDON, first=MONDAY, last=last)


def in_bed(one: Episode) -> float:
    return (one.ends - one.starts) / timedelta(hours=1)


def asleep(one: Episode) -> float:
    return one.asleep_minutes / 60


def clock(one: Episode) -> tuple[float, float]:
    return o_clock(one.starts), o_clock(one.ends)


def o_clock(moment: datetime) -> float:
    shown = moment.astimezone(LONDON)
    return shown.hour + shown.minute / 60


def before_a_start_at(hour: float) -> float:
    return in_bed(sleeps((one_shift(MONDAY, int(hour * 60), int(hour * 60) + 480),), days=1)[0])


def nap_clock() -> tuple[float, float]:
    shifts = roster("N -")
    within = day_span(MONDAY, LONDON)
    found = nap_suggestions(shifts, Habits(), sleeps(shifts), zone=LONDON, within=within)
    (nap,) = [one for one in found if one.why is NapReason.BEFORE_FIRST_NIGHT]
    return o_clock(nap.starts), o_clock(nap.ends)


DAYS, NIGHTS, QUICK = (sleeps(roster(line)) for line in ("D D", "N N - -", "E D"))
FREE = sleeps((), days=1)[0]
AFTER_TWELVE = sleeps(roster("M M -"))[1]
MET = (
    Row(what="night to night, asleep", published=5.74, ours=asleep(NIGHTS[1])),
    Row(what="day to day, asleep", published=5.83, ours=asleep(DAYS[1])),
    Row(what="evening to day, asleep", published=5.20, ours=asleep(QUICK[1])),
    Row(what="between two nights, other cohort, asleep", published=5.68, ours=asleep(NIGHTS[1])),
    Row(what="between two days, other cohort, in bed", published=6.79, ours=in_bed(DAYS[1])),
    Row(what="days off, other cohort, in bed", published=9.0, ours=in_bed(FREE)),
    Row(what="before work, told by nurses, in bed", published=6.90, ours=in_bed(DAYS[1])),
    Row(what="before a free day, told by nurses, in bed", published=8.28, ours=in_bed(FREE)),
    Row(
        what="quick return against day to day, in bed",
        published=-1.0,
        ours=in_bed(QUICK[1]) - in_bed(DAYS[1]),
    ),
    Row(what="before a start at 04:30, in bed", published=5.0, ours=before_a_start_at(4.5)),
    Row(what="before a start at 06:00, in bed", published=6.05, ours=before_a_start_at(6)),
    Row(what="before a start at 07:30, in bed", published=7.10, ours=before_a_start_at(7.5)),
    Row(what="before a start at 09:00, in bed", published=8.15, ours=before_a_start_at(9)),
    Row(what="before a start at 10:00, in bed", published=8.0, ours=before_a_start_at(10)),
    Row(what="free day, to bed at", published=0.0, ours=clock(FREE)[0]),
    Row(what="free day, up at", published=9.0, ours=clock(FREE)[1]),
    Row(what="after a 12-h night, to bed at", published=8.0, ours=clock(AFTER_TWELVE)[0]),
    Row(what="nap before the first night, from", published=15.5, ours=nap_clock()[0]),
    Row(what="nap before the first night, to", published=17.0, ours=nap_clock()[1]),
)
UNMET = (
    Row(what="day to day, other cohort, if that was asleep", published=6.79, ours=asleep(DAYS[1])),
    Row(what="night workers' days off, to bed at", published=3.5, ours=clock(NIGHTS[-1])[0]),
)


@pytest.mark.parametrize("row", MET, ids=lambda row: row.what)
def test_a_published_mean_is_met_within_half_an_hour(row: Row) -> None:
    assert abs(row.difference) <= HALF_AN_HOUR


@pytest.mark.parametrize("row", [*MET, *UNMET], ids=lambda row: row.what)
def test_the_page_says_what_is_computed(row: Row) -> None:
    assert row.line in PAGE


def test_what_the_page_calls_unmet_is_unmet() -> None:
    assert all(abs(row.difference) > HALF_AN_HOUR for row in UNMET)


def test_day_sleep_does_not_grow_over_seven_nights_and_is_shortest_after_the_last() -> None:
    found = sleeps(roster("N N N N N N N - -"), days=9)
    between = {asleep(one) for one in found if one.kind is SleepKind.AFTER_NIGHT}
    (last,) = [asleep(one) for one in found if one.kind is SleepKind.AFTER_LAST_NIGHT]
    assert len(between) == 1
    assert last < min(between)


def test_an_evening_displaces_a_free_day_by_less_than_an_hour() -> None:
    after = sleeps(roster("E - -"))[1]
    assert abs(clock(after)[0] - clock(FREE)[0]) < 1
    assert abs(clock(after)[1] - clock(FREE)[1]) < 1


@pytest.mark.parametrize("definition", DEFINITIONS, ids=lambda one: one.id)
def test_the_page_defines_each_strain_fact_as_the_engine_does(definition: Definition) -> None:
    assert f"| `{definition.id}` | {definition.words} | {definition.source} |" in PAGE
