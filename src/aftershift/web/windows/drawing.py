"""Some days of some people -> shapes: a row for each day, time from left to right.

Across, all is in percent of the day's own hours, so that a picture fits any screen; a day of 25
hours is wider than the others by its hour. Down, all is in pixels. Colours are the style sheet's.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from itertools import pairwise

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from aftershift.engines.basics.spans import Span, minute_of, moment_of
from aftershift.engines.rosters.codes import SETTLED
from aftershift.engines.rosters.shifts import Kind, Shift
from aftershift.engines.sleep.phase import Phase
from aftershift.engines.windows.plan import ItemState
from aftershift.web.windows.describing import (
    Day,
    day_words,
    days_of,
    person_words,
    shift_span,
    together_words,
)
from aftershift.web.windows.scene import Ribbon, Scene

TICK_HOURS = (0, 6, 12, 18)
NIGHT = (time(22), time(6))
TOP, ALERT, LOW, BLOCK, GAP, AIR = 16, 18, 9, 20, 14, 3  # pixels, from the top of a day down
THIN, LOW_LINE, LOW_POINT = 6, 2, 6
KSS_BEST, KSS_WORST = 1.0, 9.0
KSS_BAND = 1.0  # the model is within one step in about half of all shifts (Ingre et al. 2014)
MINUTES_PER_LETTER_NARROW, MINUTES_PER_LETTER_WIDE = 45, 24  # at 360 px and from 48 rem on
NAME_LETTERS = 6


@dataclass(frozen=True, kw_only=True, slots=True)
class Bar:
    """One rectangle. `cut` says that it goes on beyond the day; `label` is what fits on it."""

    kind: str  # the CSS class: work, on-call, open, commute, sleep, ...
    x: str
    width: str
    y: int
    height: int
    cut: bool = False
    label: str = ""
    label_x: str = ""
    label_y: int = 0
    label_needs_room: bool = False

    @property
    def is_round(self) -> bool:
        """Say whether both ends are known and lie in this day."""
        return not self.cut and not self.kind.startswith("sleep")


@dataclass(frozen=True, kw_only=True, slots=True)
class Band:
    """A stretch of waking: a hill up to the low guess of alertness, and on it the doubt.

    Both are corners of a polygon, in minutes across and from 0 (very alert) down to 100.
    """

    surely: str
    perhaps: str
    y: int
    height: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Tick:
    """An hour on the wall clock."""

    x: str
    label: str
    anchor: str  # start, middle or end


@dataclass(frozen=True, kw_only=True, slots=True)
class NameTag:
    """Whose ribbon it is."""

    name: str
    y: int


@dataclass(frozen=True, kw_only=True, slots=True)
class DayPicture:
    """One day: its shapes from the back to the front, and the same facts in words."""

    slug: str
    heading: str
    note: str
    is_today: bool
    width: str  # of the widest day
    height: int
    minutes: int
    ticks: tuple[Tick, ...]
    marks: tuple[Bar, ...]  # the night, the clock change, now
    bands: tuple[Band, ...]
    bars: tuple[Bar, ...]
    tags: tuple[NameTag, ...]
    words: str
    cells: tuple[str, ...]  # one for each person, then what they have together


@dataclass(frozen=True, kw_only=True, slots=True)
class FortnightPicture:
    """All the days, and the names over the columns of the table."""

    names: tuple[str, ...]
    days: tuple[DayPicture, ...]
    is_fortnight: bool  # two weeks stand side by side on a wide screen
    kinds: frozenset[str]  # what is drawn anywhere, for the key beside it


def draw(scene: Scene) -> FortnightPicture:
    """Draw every day of a scene."""
    days = tuple(days_of(scene))
    widest = max(day.span[1] - day.span[0] for day in days)
    drawn = tuple(_day(scene, day, widest) for day in days)
    kinds = {bar.kind for day in drawn for bar in day.bars}
    return FortnightPicture(
        names=tuple(ribbon.name for ribbon in scene.ribbons),
        days=drawn,
        is_fortnight=len(days) == 14,
        kinds=frozenset(kinds | {"alertness" for day in drawn if day.bands}),
    )


def _day(scene: Scene, day: Day, widest: int) -> DayPicture:
    lanes = _lanes(scene.ribbons)
    pairs = tuple(zip(scene.ribbons, lanes, strict=True))
    minutes = day.span[1] - day.span[0]
    return DayPicture(
        slug=f"day-{day.day:%Y-%m-%d}",
        heading=date_format(day.day, "D j F"),
        note=day.note,
        is_today=scene.now is not None and day.span[0] <= scene.now < day.span[1],
        width=_percent(minutes, widest),
        height=max(lane.bottom for lane in lanes) + AIR if lanes else TOP,
        minutes=minutes,
        ticks=tuple(_ticks(day)),
        marks=tuple(_marks(scene, day, lanes)),
        bands=tuple(band for pair in pairs for band in _bands(*pair, day)),
        bars=(
            *(bar for pair in pairs for bar in _ribbon_bars(*pair, day)),
            *_together_bars(scene, day, lanes),
        ),
        tags=tuple(
            NameTag(name=_short(ribbon.name), y=lane.block + BLOCK - 5) for ribbon, lane in pairs
        ),
        words=day_words(scene, day),
        cells=(
            *(person_words(ribbon, day) for ribbon in scene.ribbons),
            together_words(scene, day),
        ),
    )


# --- down: the lanes ----------------------------------------------------------------


@dataclass(frozen=True, kw_only=True, slots=True)
class _Lane:
    """Where one ribbon lies: its blocks, above or below them the body clock, then alertness."""

    block: int
    low: int
    alert: int
    bottom: int


def _lanes(ribbons: Sequence[Ribbon]) -> Sequence[_Lane]:
    """The first band lies over its blocks, the others under theirs: windows bridge the middle.

    A child has blocks alone.
    """
    top = TOP + ALERT
    lanes = [_Lane(alert=TOP, low=top, block=top + LOW, bottom=top + LOW + BLOCK)][: len(ribbons)]
    for ribbon in ribbons[1:]:
        block = lanes[-1].bottom + GAP
        low = block + BLOCK
        bottom = low if ribbon.is_child else low + LOW + ALERT
        lanes.append(_Lane(block=block, low=low, alert=low + LOW, bottom=bottom))
    return lanes


# --- across: minutes to percent -----------------------------------------------------


def _percent(part: float, whole: int) -> str:
    return f"{100 * part / whole:.3f}".rstrip("0").rstrip(".") + "%"


def _bars(kind: str, span: Span, day: Day, at: tuple[int, int]) -> Iterator[Bar]:
    """Draw what a day holds of a stretch, at a height and with one: nothing, or one bar."""
    begins, ends = day.span
    starts, stops = max(span[0], begins), min(span[1], ends)
    if starts < stops:
        yield Bar(
            kind=kind,
            x=_percent(starts - begins, ends - begins),
            width=_percent(stops - starts, ends - begins),
            y=at[0],
            height=at[1],
            cut=(starts, stops) != span,
        )


def _labelled(bars: Iterator[Bar], span: Span, day: Day, label: str) -> Iterator[Bar]:
    """Write on a bar what fits on it: always, on a wide screen only, or never."""
    begins, ends = day.span
    starts, stops = max(span[0], begins), min(span[1], ends)
    room = (stops - starts) / max(len(label), 1)
    for bar in bars:
        if not label or room < MINUTES_PER_LETTER_WIDE:
            yield bar
        else:
            yield replace(
                bar,
                label=label,
                label_x=_percent((starts + stops) / 2 - begins, ends - begins),
                label_y=bar.y + bar.height // 2 + 4,
                label_needs_room=room < MINUTES_PER_LETTER_NARROW,
            )


def _at(day: Day, clock: time) -> int:
    return minute_of(datetime.combine(day.day, clock, day.zone))


def _ticks(day: Day) -> Iterator[Tick]:
    begins, ends = day.span
    for hour in TICK_HOURS:
        x = _percent(_at(day, time(hour)) - begins, ends - begins)
        yield Tick(x=x, label=f"{hour:02}", anchor="middle" if hour else "start")
    yield Tick(x="100%", label="24", anchor="end")


def _marks(scene: Scene, day: Day, lanes: Sequence[_Lane]) -> Iterator[Bar]:
    """The night behind all, the minute when the clocks change, and now."""
    if not lanes:
        return
    begins, ends = day.span
    whole = TOP, lanes[-1].bottom - TOP
    yield from _bars("night", (begins, _at(day, NIGHT[1])), day, whole)
    yield from _bars("night", (_at(day, NIGHT[0]), ends), day, whole)
    for minute in _clock_changes(day):
        yield from _bars("clock-change", (minute, minute + 1), day, whole)
    if scene.now is not None:
        yield from _bars("now", (scene.now, scene.now + 1), day, whole)


def _clock_changes(day: Day) -> Iterator[int]:
    offsets = (
        (minute, moment_of(minute).astimezone(day.zone).utcoffset())
        for minute in range(day.span[0], day.span[1], 15)
    )
    for (_before, old), (minute, new) in pairwise(offsets):
        if old != new:
            yield minute


# --- what lies on the ribbons ---------------------------------------------------------


def _ribbon_bars(ribbon: Ribbon, lane: _Lane, day: Day) -> Iterator[Bar]:
    full = lane.block, BLOCK
    begins, ends = day.span
    yield from _bars("unknown", (begins, ribbon.known[0]), day, full)
    yield from _bars("unknown", (ribbon.known[1], ends), day, full)
    if not ribbon.shares_times:
        for span in ribbon.free:
            yield from _bars("free", span, day, full)
    for span in ribbon.school:
        yield from _labelled(_bars("school", span, day, full), span, day, _("school"))
    for sleep in ribbon.sleeps:
        span = minute_of(sleep.starts), minute_of(sleep.ends)
        yield from _sleep_bars(span, sleep.band_minutes, day, full)
    for low in ribbon.lows:
        yield from _low_bars(low, lane.low + LOW // 2, day)
    for shift in ribbon.shifts:
        if shift.kind is not Kind.OFF:
            yield from _shift_bars(shift, ribbon, lane, day)


def _sleep_bars(span: Span, band: int, day: Day, at: tuple[int, int]) -> Iterator[Bar]:
    """Solid where she surely sleeps, fading over the band at both ends."""
    onset, waking = span
    soft = min(band, (waking - onset) // 2)
    yield from _bars("sleep-falling", (onset - soft, onset + soft), day, at)
    yield from _bars("sleep", (onset + soft, waking - soft), day, at)
    yield from _bars("sleep-waking", (waking - soft, waking + soft), day, at)


def _low_bars(low: Phase, middle: int, day: Day) -> Iterator[Bar]:
    """Draw a body clock's low as a point on a line as long as its doubt."""
    minute, band = minute_of(low.cbtmin), round(60 * low.band_hours)
    line, point = ((middle - high // 2, high) for high in (LOW_LINE, LOW_POINT))
    yield from _bars("low-band", (minute - band, minute + band), day, line)
    yield from _bars("low", (minute, minute + 1), day, point)


def _shift_bars(shift: Shift, ribbon: Ribbon, lane: _Lane, day: Day) -> Iterator[Bar]:
    span = shift_span(shift)
    thin = lane.block + (BLOCK - THIN) // 2, THIN
    if shift.kind is Kind.WORK:
        yield from _bars("commute", (span[0] - ribbon.commute_minutes, span[0]), day, thin)
        yield from _bars("commute", (span[1], span[1] + ribbon.commute_minutes), day, thin)
    kind = "on-call" if shift.kind is Kind.ON_CALL else "work"
    label = shift.code
    if shift.certainty < SETTLED:
        kind, label = "open", f"{shift.code}?"
    bars = _bars(kind, span, day, (lane.block, BLOCK))
    yield from _labelled(bars, span, day, label)


def _bands(ribbon: Ribbon, lane: _Lane, day: Day) -> Iterator[Band]:
    """Draw alertness as a low and a high guess, for each waking stretch of the day."""
    begins, ends = day.span
    sleeps = ((minute_of(sleep.starts), minute_of(sleep.ends)) for sleep in ribbon.sleeps)
    asleep = [span for span in sleeps if span[0] <= ends and span[1] > begins]
    points = [point for point in ribbon.alertness if begins <= point[0] <= ends]
    run: list[tuple[int, float]] = []
    for minute, kss in points:
        if not any(onset <= minute < waking for onset, waking in asleep):
            run.append((minute - begins, kss))
        elif run:
            yield _band(run, lane)
            run = []
    if run:
        yield _band(run, lane)


def _band(run: Sequence[tuple[int, float]], lane: _Lane) -> Band:
    high = [f"{minute},{_depth(kss - KSS_BAND)}" for minute, kss in run]
    low = [f"{minute},{_depth(kss + KSS_BAND)}" for minute, kss in run]
    foot = [f"{run[-1][0]},100", f"{run[0][0]},100"]
    return Band(
        surely=" ".join([*low, *foot]),
        perhaps=" ".join([*high, *reversed(low)]),
        y=lane.alert,
        height=ALERT,
    )


def _depth(kss: float) -> int:
    bounded = min(max(kss, KSS_BEST), KSS_WORST)
    return round(100 * (bounded - KSS_BEST) / (KSS_WORST - KSS_BEST))


# --- what lies between them -----------------------------------------------------------


def _together_bars(scene: Scene, day: Day, lanes: Sequence[_Lane]) -> Iterator[Bar]:
    """Bridge all ribbons: not now, then what is proposed by its number, then what is held."""
    if not lanes:
        return
    across = lanes[0].block, lanes[-1].block + BLOCK - lanes[0].block
    for zone in scene.not_now:
        span = minute_of(zone.starts), minute_of(zone.ends)
        yield from _labelled(_bars("not-now", span, day, across), span, day, "✕")
    for number, window in enumerate(scene.windows, start=1):
        span = minute_of(window.starts), minute_of(window.ends)
        yield from _labelled(_bars("window", span, day, across), span, day, str(number))
    for item in scene.held:
        span = minute_of(item.starts), minute_of(item.ends)
        if item.state is ItemState.HELD:
            yield from _labelled(_bars("held", span, day, across), span, day, "✓")


def _short(name: str) -> str:
    return name if len(name) <= NAME_LETTERS else f"{name[: NAME_LETTERS - 1]}…"
