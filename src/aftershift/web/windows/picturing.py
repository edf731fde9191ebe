"""A fortnight -> the scene that is drawn of it."""

from dataclasses import replace

from django.utils.translation import gettext as _

from aftershift.engines.basics.spans import MINUTES_PER_DAY, Span, day_of, minute_of
from aftershift.engines.rosters.shifts import Shift
from aftershift.engines.sleep.phase import Phase, phases
from aftershift.engines.sleep.sleeps import SleepKind, episode_of
from aftershift.engines.windows.availability import Body, KnownHours
from aftershift.engines.windows.family import Child, availability_of_child
from aftershift.engines.windows.finding import Predicted
from aftershift.web.rosters.words import code_words
from aftershift.web.windows.queries import Fortnight
from aftershift.web.windows.scene import Ribbon, Scene

STEP = 30  # minutes between two points of an alertness band
SEEN = MINUTES_PER_DAY  # a sleep that ends so long before the picture fades outside it


def scene_of(view: Fortnight, *, calendar_only: bool) -> Scene:
    """Gather what is drawn: all that is known, or only what calendars would show."""
    proposals = view.found.proposals if view.found and not calendar_only else None
    return Scene(
        zone=view.search.zone,
        first=view.search.first,
        last=view.search.last,
        ribbons=tuple(
            _named(_ribbon_of(one.hours, seen, calendar_only=calendar_only), view)
            for one, seen in zip(view.company.people, view.predicted, strict=True)
        ),
        windows=proposals.windows if proposals else (),
        not_now=proposals.not_now[:1] if proposals else (),
        held=view.plan.items,
        now=minute_of(view.search.now),
    )


def _ribbon_of(hours: KnownHours | Child, seen: Predicted, *, calendar_only: bool) -> Ribbon:
    if isinstance(hours, Child):
        return _child(hours, seen.availability.covers, calendar_only=calendar_only)
    return _calendar(hours, seen) if calendar_only else _ribbon(hours, seen)


def _child(child: Child, covers: Span, *, calendar_only: bool) -> Ribbon:
    """Draw school and bed; a day more on either side, so that a night goes on past midnight."""
    wider = covers[0] - MINUTES_PER_DAY, covers[1] + MINUTES_PER_DAY
    days = availability_of_child(child, covers=wider)
    return Ribbon(
        name=child.name,
        known=covers,
        is_child=True,
        school=days.work,
        sleeps=()
        if calendar_only
        else tuple(episode_of(span, SleepKind.TOLD, 0) for span in days.sleep),
    )


def _named(ribbon: Ribbon, view: Fortnight) -> Ribbon:
    return replace(ribbon, name=_("You")) if ribbon.name == view.own else ribbon


def _calendar(hours: KnownHours, seen: Predicted) -> Ribbon:
    return Ribbon(name=hours.name, known=seen.availability.covers, shifts=_shown(hours))


def _ribbon(hours: KnownHours, seen: Predicted) -> Ribbon:
    """Draw all that is predicted of who shares times; of others when they are free."""
    known, free = seen.availability.covers, seen.availability.free
    if not hours.shares_times or seen.body is None:
        return Ribbon(name=hours.name, known=known, free=free)
    return Ribbon(
        name=hours.name,
        known=known,
        shares_times=True,
        shifts=_shown(hours),
        commute_minutes=hours.habits.commute,
        sleeps=tuple(one for one in seen.body.episodes if known[0] - SEEN < one.span[1]),
        alertness=_alertness(seen.body, known),
        lows=_lows(hours, seen.body, known),
        free=free,
    )


def _lows(hours: KnownHours, body: Body, covers: Span) -> tuple[Phase, ...]:
    """Give the body clock's lows of a span with their bands: the clock ran already."""
    first, last = day_of(covers[0], hours.zone), day_of(covers[1], hours.zone)
    found = phases(body.clock, hours.habits, zone=hours.zone, first=first, last=last)
    return tuple(low for low in found if covers[0] <= minute_of(low.cbtmin) < covers[1])


def _shown(hours: KnownHours) -> tuple[Shift, ...]:
    """Give the shifts with the codes that a person knows."""
    return tuple(replace(one, code=code_words(one.code)) for one in hours.shifts)


def _alertness(body: Body, covers: Span) -> tuple[tuple[int, float], ...]:
    run = body.alertness(within=covers, step=STEP)
    return tuple((covers[0] + STEP * at, float(kss)) for at, kss in enumerate(run.kss))
