"""What a picture of some days is made of: engine records, and whose they are."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from aftershift.engines.basics.spans import Span, Spans
from aftershift.engines.rosters.shifts import Shift
from aftershift.engines.sleep.episodes import Episode
from aftershift.engines.sleep.phase import Phase
from aftershift.engines.windows.plan import PlanItem
from aftershift.engines.windows.ranking import NotNow, Window


@dataclass(frozen=True, kw_only=True, slots=True)
class Ribbon:
    """One person's days as far as they may be seen.

    `alertness` are (minute, KSS) in order; it is drawn as a band one KSS step either way, and
    not at all where the person is likely asleep. `lows` are those of the body clock. Somebody who
    does not share times has no shifts, sleeps, alertness or lows here: then `free` is drawn, and
    nothing is said of the rest. Outside `known` the roster says nothing. `commute_minutes` lie
    before and after each work shift. A child has `school` and its bedtimes as sleeps.
    """

    name: str
    known: Span
    shares_times: bool = True
    shifts: tuple[Shift, ...] = ()
    commute_minutes: int = 0
    sleeps: tuple[Episode, ...] = ()
    alertness: tuple[tuple[int, float], ...] = ()
    lows: tuple[Phase, ...] = ()
    free: Spans = ()
    is_child: bool = False
    school: Spans = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Scene:
    """Some days of some people on one clock. `windows` are in the order of their numbers."""

    zone: ZoneInfo
    first: date
    last: date
    ribbons: tuple[Ribbon, ...]
    windows: tuple[Window, ...] = ()
    not_now: tuple[NotNow, ...] = ()
    held: tuple[PlanItem, ...] = ()
    now: int | None = None  # the minute at which the picture is looked at
