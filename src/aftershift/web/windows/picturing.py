"""A fortnight -> the scene that is drawn of it."""

from dataclasses import replace
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from aftershift.engines.basics.spans import Span, minute_of, union
from aftershift.engines.rosters.shifts import Shift
from aftershift.engines.sleep.alertness import alertness_through
from aftershift.engines.sleep.episodes import Episode
from aftershift.engines.sleep.phase import Phase, acrophase_through
from aftershift.engines.windows.availability import KnownHours, lows_of
from aftershift.engines.windows.overlap import Availability
from aftershift.web.rosters.words import code_words
from aftershift.web.windows.queries import Fortnight
from aftershift.web.windows.scene import Ribbon, Scene

STEP = 30  # minutes between two points of an alertness band


def scene_of(view: Fortnight, *, calendar_only: bool) -> Scene:
    """Gather what is drawn: all that is known, or only what calendars would show."""
    proposals = view.found.proposals if view.found and not calendar_only else None
    return Scene(
        zone=view.search.zone,
        first=view.search.first,
        last=view.search.last,
        ribbons=tuple(
            _named(_calendar(hours, *seen) if calendar_only else _ribbon(hours, *seen), view)
            for hours, seen in zip(view.known, view.predicted, strict=True)
        ),
        windows=proposals.windows if proposals else (),
        not_now=proposals.not_now[:1] if proposals else (),
        held=view.plan.items,
        now=minute_of(view.search.now),
    )


def _named(ribbon: Ribbon, view: Fortnight) -> Ribbon:
    return replace(ribbon, name=_("You")) if ribbon.name == view.own else ribbon


def _calendar(hours: KnownHours, available: Availability, _sleeps: tuple[Episode, ...]) -> Ribbon:
    return Ribbon(name=hours.name, known=available.covers, shifts=_shown(hours))


def _ribbon(hours: KnownHours, available: Availability, episodes: tuple[Episode, ...]) -> Ribbon:
    covers = available.covers
    lows = lows_of(hours, covers=covers) if hours.shares_times else ()
    return Ribbon(
        name=hours.name,
        known=covers,
        shares_times=hours.shares_times,
        shifts=_shown(hours) if hours.shares_times else (),
        commute_minutes=hours.habits.commute if hours.shares_times else 0,
        sleeps=episodes if hours.shares_times else (),
        alertness=_alertness(episodes, lows, hours.zone, covers) if hours.shares_times else (),
        lows=lows,
        free=available.free,
    )


def _shown(hours: KnownHours) -> tuple[Shift, ...]:
    """Give the shifts with the codes that a person knows."""
    return tuple(replace(one, code=code_words(one.code)) for one in hours.shifts)


def _alertness(
    episodes: tuple[Episode, ...], lows: tuple[Phase, ...], zone: ZoneInfo, covers: Span
) -> tuple[tuple[int, float], ...]:
    sleep = union(one.span for one in episodes)
    acrophase = acrophase_through(lows, zone) if lows else None
    run = alertness_through(sleep, zone=zone, within=covers, step=STEP, acrophase=acrophase)
    return tuple((covers[0] + STEP * at, float(kss)) for at, kss in enumerate(run.kss))
