"""Shifts -> likely sleep, by rules whose numbers are published (`rules`), and by what was told.

Lengths are real minutes, so a night shift that the clocks make longer leaves less to sleep in;
bedtimes, shift starts and children are read from the wall clock. Everything here is the likeliest
night of an average person, moved by what this one told of her own: each episode carries the band
that must be shown beside it.
"""

from bisect import insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from math import hypot, sqrt
from zoneinfo import ZoneInfo

from aftershift.engines.basics.spans import (
    Span,
    Spans,
    clip,
    day_of,
    day_span,
    meets,
    minute_of,
    total,
    union,
)
from aftershift.engines.rosters.shifts import Kind, Shift
from aftershift.engines.sleep.gaps import SHORTEST_MINUTES, Nights, duties_of, gaps_between
from aftershift.engines.sleep.learning import Offset, PersonalSleep, learn
from aftershift.engines.sleep.rules import Rest, minutes_in_bed_before, rests_in
from aftershift.engines.sleep.sleeps import (
    ASLEEP_SHARE,
    BAND_MINUTES,
    Episode,
    Habits,
    SleepError,
    SleepKind,
    episode_of,
    told_sleep,
)

__all__ = [
    "ASLEEP_SHARE",
    "BAND_MINUTES",
    "Episode",
    "Habits",
    "PersonalSleep",
    "SleepError",
    "SleepKind",
    "learnt_sleep",
    "likely_sleep",
    "minutes_in_bed_before",
    "night_duties",
    "told_sleep",
]

LONGEST_MINUTES = 840  # of any sleep, however much longer a person's own are
CALLED_LOSS = 0.5  # of a night's sleep, in a night with calls
AS_THE_RULES_SAY = PersonalSleep()


def likely_sleep(  # noqa: PLR0913 - the contract between rooms; all but two are keywords
    shifts: Sequence[Shift],
    habits: Habits,
    *,
    zone: ZoneInfo,
    first: date,
    last: date,
    told: Sequence[Episode] = (),
    personal: PersonalSleep = AS_THE_RULES_SAY,
) -> tuple[Episode, ...]:
    """Predict when somebody sleeps from the local day `first` to `last`, both included.

    Only work stops sleep; call at home and leave do not. What was told is truth and replaces each
    prediction that it overlaps; `personal` is what it taught. The episodes are in order, never
    overlap, and a predicted one never touches work or the way there and back. An episode that
    crosses the range's edge is whole. Shifts outside the range count too: give those of the days
    around it.
    """
    nights = Nights(habits=habits, zone=zone, first=first, last=last)
    rests = (rest for gap in gaps_between(shifts, nights) for rest in rests_in(gap, nights))
    truths = _latest_of(told)
    starts, ends = day_span(first, zone)[0], day_span(last, zone)[1]
    taken = union(truth.span for truth in truths)
    calls = union(
        (minute_of(s.starts), minute_of(s.ends)) for s in shifts if s.kind is Kind.ON_CALL
    )
    own = {kind: personal.of(kind) for kind in BAND_MINUTES}
    bands = {kind: one.band_minutes for kind, one in own.items()}
    predicted = (
        _as_called(episode_of(rest.span, rest.kind, bands[rest.kind]), calls, habits.called_share)
        for rest in _moved(rests, own)
        if rest.starts < ends and starts < rest.ends and not meets(rest.span, taken)
    )
    near = [one for one in truths if one.span[0] < ends and starts < one.span[1]]
    return tuple(sorted([*near, *predicted], key=lambda one: one.starts))


def learnt_sleep(
    shifts: Sequence[Shift], habits: Habits, *, zone: ZoneInfo, told: Sequence[Episode]
) -> PersonalSleep:
    """Learn a person's own sleep from all that she told, against what the rules alone predict."""
    truths = _latest_of(told)
    if not truths:
        return AS_THE_RULES_SAY
    predicted = likely_sleep(
        shifts,
        habits,
        zone=zone,
        first=day_of(min(one.span[0] for one in truths), zone) - timedelta(days=1),
        last=day_of(max(one.span[1] for one in truths), zone) + timedelta(days=1),
    )
    return learn(truths, predicted)


def night_duties(shifts: Iterable[Shift], habits: Habits, zone: ZoneInfo) -> Spans:
    """Find the duties that take a whole night: left for before sleeping, still at work at 04:00."""
    nights = Nights(habits=habits, zone=zone, first=date.min, last=date.max)
    return [duty for duty in duties_of(shifts, habits) if nights.are_worked_by(duty)]


def _moved(rests: Iterable[Rest], own: Mapping[SleepKind, Offset]) -> Iterator[Rest]:
    """Move each rest as this person's are, never past what bounds it or into the one before."""
    up = float("-inf")
    for rest in rests:
        onset, length = own[rest.kind].onset, own[rest.kind].length
        minutes = min(rest.ends - rest.starts + length, LONGEST_MINUTES)
        starts = max(rest.starts + onset, rest.earliest, up)
        ends = min(starts + minutes, rest.latest)
        if ends - starts >= SHORTEST_MINUTES:
            is_same = (starts, ends) == rest.span
            yield rest if is_same else replace(rest, starts=int(starts), ends=int(ends))
            up = ends


def _as_called(one: Episode, calls: Spans, called_share: float) -> Episode:
    """Expect less sleep, less surely, from a night on call in which a call may come.

    A night with calls keeps half of its sleep; being on call alone takes nothing that an
    actigraph sees. The band grows by the SD of a loss that comes or does not.
    Reference: home call, 181 min asleep in the nights that tired against 368 in the others and 408
    without call (Ford 2018, 10.4300/JGME-D-18-00174.1); no call, no loss (Ziebertz 2017, J Sleep
    Res 26:809).
    """
    if not called_share or not meets(one.span, calls):
        return one
    on_call = total(clip(calls, one.span)) / (one.span[1] - one.span[0])
    loss = CALLED_LOSS * on_call * one.asleep_minutes
    spread = loss * sqrt(called_share * (1 - called_share))
    return replace(
        one,
        asleep_minutes=round(one.asleep_minutes - called_share * loss),
        band_minutes=round(hypot(one.band_minutes, spread)),
    )


def _latest_of(told: Sequence[Episode]) -> list[Episode]:
    """Keep what was told; where two overlap, the one that was told last."""
    kept: list[Episode] = []
    taken: list[Span] = []
    for one in reversed(told):
        if not meets(one.span, taken):
            kept.append(one)
            insort(taken, one.span)
    return kept
