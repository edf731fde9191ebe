"""Reads of experiments; each takes `by`, whose vault opens what is read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from aftershift.engines.basics.spans import Span, Spans, intersect_all
from aftershift.engines.checkins.evenings import days_from, evenings_of
from aftershift.engines.checkins.experiments import Evening, Result, possible_pairs, result
from aftershift.engines.checkins.experiments import is_running as still_runs
from aftershift.engines.checkins.items import HIGHEST
from aftershift.engines.windows.availability import KnownHours
from aftershift.engines.windows.finding import Search, person_over
from aftershift.library.evidence import load_evidence
from aftershift.web.checkins import queries as checkins
from aftershift.web.experiments.models import Experiments
from aftershift.web.experiments.papers import Experiment, ExperimentsPaper, Outcome
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.rituals.queries import ritual_of
from aftershift.web.safety import queries as safety
from aftershift.web.windows import queries as windows
from aftershift.web.windows.company import partners

ONE_DAY = timedelta(days=1)
REACH_DAYS = 84  # twelve weeks: room for 21 blocks among many nights
NO_SPAN: Span = (0, 0)
ABOUT_TWO = frozenset({Outcome.CLOSENESS})


@dataclass(frozen=True, kw_only=True, slots=True)
class Ground:
    """What is known of the evenings to come: when all who take part are awake at home."""

    awake: Spans = ()
    known: Span = NO_SPAN


@dataclass(frozen=True, kw_only=True, slots=True)
class Reach:
    """How many blocks the evenings have room for, and the last evening that is known."""

    evenings: tuple[Evening, ...]
    blocks: int
    until: date | None


def paper(*, by: SignedIn) -> ExperimentsPaper:
    """Open every experiment."""
    row = Experiments.objects.filter(person=by.person).first()
    return row.read_as(by.vault, ExperimentsPaper) if row else ExperimentsPaper()


def shown(*, by: SignedIn) -> tuple[Experiment, ...]:
    """Give those that this person meets: without what is for two while that is put away."""
    alone = safety.is_just_me(by=by)
    return tuple(one for one in paper(by=by).experiments if not (alone and is_for_two(one)))


def experiment(*, by: SignedIn, experiment_id: UUID) -> Experiment | None:
    """Find one of this person's; None where there is none, or it is somebody else's."""
    every = paper(by=by).experiments
    return next((one for one in every if one.id == str(experiment_id)), None)


def is_for_two(one: Experiment) -> bool:
    """Say whether an experiment goes away with whatever is for two."""
    return one.wish.two or one.wish.outcome in ABOUT_TWO


# --- where it stands ----------------------------------------------------------------


def settled(*, by: SignedIn, now: datetime) -> Mapping[Outcome, date]:
    """Give the first day whose answer may still change, as `result` takes it for today.

    Yesterday may be answered until noon. Sleep is said on the day after its evening.
    """
    today = checkins.today(by=by, now=now)
    late = checkins.may_add_yesterday_now(by=by, now=now)
    return {one: today - ONE_DAY * (late + (one is Outcome.SLEPT)) for one in Outcome}


def answers(*, by: SignedIn, one: Experiment) -> Mapping[date, float]:
    """Give what was said of each evening, as it was said."""
    if not one.days:
        return {}
    found = checkins.daily(by=by, since=min(one.days), until=max(one.days) + ONE_DAY)
    if one.wish.outcome is Outcome.SLEPT:
        said = {each.day - ONE_DAY: each.slept for each in found if each.slept is not None}
    else:
        key = one.wish.outcome.value
        said = {each.day: float(each.values[key]) for each in found if key in each.values}
    return {day: value for day, value in said.items() if day in one.days}


def result_of(*, by: SignedIn, one: Experiment, now: datetime) -> Result:
    """Say what came of it: no figure before the end, and none after an early stop."""
    today = settled(by=by, now=now)[one.wish.outcome]
    return result(
        one.blocks,
        better(answers(by=by, one=one), one.wish.outcome),
        today=today,
        stopped=one.stopped is not None,
        done=one.done or None,
    )


def better(said: Mapping[date, float], outcome: Outcome) -> Mapping[date, float]:
    """Turn what was said so that a higher number is a better one."""
    if outcome is Outcome.STRESS:
        return {day: HIGHEST - value for day, value in said.items()}
    return said


def is_running(*, by: SignedIn, one: Experiment, now: datetime) -> bool:
    """Say whether it still runs."""
    return one in running(by=by, among=(one,), now=now)


def running(*, by: SignedIn, among: Sequence[Experiment], now: datetime) -> tuple[Experiment, ...]:
    """Give those that still run; no answer is opened for it."""
    if all(one.stopped for one in among):
        return ()
    today = settled(by=by, now=now)
    return tuple(
        one
        for one in among
        if still_runs(one.blocks, today=today[one.wish.outcome], stopped=one.stopped is not None)
    )


def may_tick(*, by: SignedIn, one: Experiment, now: datetime) -> tuple[date, ...]:
    """List the evenings that may be ticked now: today's, and yesterday's until noon."""
    today = checkins.today(by=by, now=now)
    late = checkins.may_add_yesterday_now(by=by, now=now)
    days = (today - ONE_DAY, today) if late else (today,)
    return tuple(day for day in days if day in one.days and one.stopped is None)


# --- the evenings to come -----------------------------------------------------------


def minutes_of(ritual: str) -> int:
    """Say how long a ritual or practice takes; nothing for own words, which take the least."""
    found = ritual_of(ritual) or load_evidence().practices.get(ritual)
    return found.minutes if found else 0


def reach(*, by: SignedIn, two: bool, minutes: int, now: datetime) -> Reach:
    """Look along the evenings from tomorrow on, as far as the rosters speak."""
    first = checkins.today(by=by, now=now) + ONE_DAY
    days = days_from(first, REACH_DAYS)
    land = ground(by=by, two=two, first=first, now=now)
    found = evenings_of(
        land.awake,
        known=land.known,
        zone=windows.own_zone(by=by),
        days=days,
        minutes=minutes,
    )
    return Reach(
        evenings=found,
        blocks=len(possible_pairs(found)),
        until=found[-1].day if found else None,
    )


def ground(*, by: SignedIn, two: bool, first: date, now: datetime) -> Ground:
    """Gather when all who take part are awake at home; nothing where a roster is missing."""
    grown = [one.hours for one in partners(windows.everybody(by=by))]
    own = windows.own_name(by=by)
    if not grown or grown[0].name != own or (two and len(grown) < 2):
        return Ground()
    search = Search(
        zone=windows.own_zone(by=by),
        first=first,
        last=first + timedelta(days=REACH_DAYS),
        now=now,
        limits=windows.plan(by=by).limits,
    )
    taking = grown if two else grown[:1]
    people = [
        person_over(one, search).availability for one in taking if isinstance(one, KnownHours)
    ]
    known = max(one.covers[0] for one in people), min(one.covers[1] for one in people)
    return Ground(awake=intersect_all((one.home_awake for one in people), known), known=known)
