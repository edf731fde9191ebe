"""What the pages of this wing show. No figure of an experiment leaves here before its end."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from aftershift.engines.basics.spans import minute_of
from aftershift.engines.checkins.evenings import evening_span
from aftershift.engines.checkins.experiments import OFFERED, Said
from aftershift.engines.checkins.items import HIGHEST
from aftershift.engines.checkins.pairing_dots import Pair, pairs
from aftershift.engines.windows.rituals import Every, Ritual, Who
from aftershift.web.checkins import queries as checkins
from aftershift.web.experiments import both_cards, queries
from aftershift.web.experiments.both_cards import AskCard, BothCard
from aftershift.web.experiments.papers import Experiment, Outcome
from aftershift.web.experiments.words import (
    OUTCOMES,
    PRACTICES,
    RITUALS,
    Offered,
    Verdict,
    name_of,
    practices_offered,
    reach_words,
    verdict,
)
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.rituals.queries import taken_up
from aftershift.web.safety import queries as safety
from aftershift.web.services import services
from aftershift.web.windows import queries as windows
from aftershift.web.windows.ritual_names import NAMES

MOST_HOURS = 12.0  # at the top of the drawing of sleep


@dataclass(frozen=True, kw_only=True, slots=True)
class Tick:
    """An evening that may be ticked now: what was drawn, and what was ticked (None: nothing)."""

    day: date
    is_today: bool
    drawn: bool
    did: bool | None


@dataclass(frozen=True, kw_only=True, slots=True)
class RunningCard:
    """An experiment under way. `tonight` is None where today is in no block."""

    id: str
    name: str
    outcome: Promise
    tonight: bool | None
    following: tuple[date, bool] | None
    hold: date | None
    is_held: bool
    ticks: tuple[Tick, ...]
    past: int
    evenings: int
    answered: int
    dropped: int
    last: date
    is_sleep: bool
    both: BothCard | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """A block in the table: both evenings with what was said of them; None for nothing."""

    with_day: date
    with_value: float | None
    without_day: date
    without_value: float | None


@dataclass(frozen=True, kw_only=True, slots=True)
class OverCard:
    """An experiment that is over, with what came of it; no figures after an early stop."""

    id: str
    name: str
    outcome: Promise
    begun: date
    verdict: Verdict
    pairs: tuple[Pair, ...]
    lines: tuple[Line, ...]
    highest: int
    middle: int
    dropped: int
    is_sleep: bool
    both: BothCard | None


@dataclass(frozen=True, kw_only=True, slots=True)
class OverLine:
    """An experiment that is over, in the list of them."""

    id: str
    name: str
    outcome: Promise
    begun: date


@dataclass(frozen=True, kw_only=True, slots=True)
class ExperimentsPage:
    """What the other asks, what runs, what is over with the newest first, and how far we know."""

    asks: tuple[AskCard, ...]
    running: tuple[RunningCard, ...]
    over: tuple[OverLine, ...]
    reach_me: str
    reach_two: str


def experiments_page(*, by: SignedIn, now: datetime) -> ExperimentsPage:
    """Gather the page."""
    every = queries.shown(by=by)
    running = queries.running(by=by, among=every, now=now)
    over = [one for one in reversed(every) if one not in running]
    alone = safety.is_just_me(by=by)
    return ExperimentsPage(
        asks=both_cards.ask_cards(by=by, now=now),
        running=tuple(running_card(by=by, one=one, now=now) for one in running),
        over=tuple(_over_line(one) for one in over),
        reach_me="" if running else _reach(by, now, two=False),
        reach_two="" if running or alone else _reach(by, now, two=True),
    )


def shelf_offered(*, by: SignedIn) -> list[tuple[Promise, Offered]]:
    """List what an evening of two can have or leave out, by its shelf; nothing alone."""
    if safety.is_just_me(by=by):
        return []
    practices: Offered = [*practices_offered()]
    return [(RITUALS, _rituals(by)), (PRACTICES, practices)]


def _rituals(by: SignedIn) -> Offered:
    """List the rituals, those taken up first."""
    taken = {one.ritual for one in taken_up(by=by).taken}
    fit = [one.id for one in services().rituals if _is_of_an_evening(one)]
    return [(name, NAMES[name]) for name in sorted(fit, key=lambda name: name not in taken)]


def outcomes_offered(*, by: SignedIn) -> tuple[Outcome, ...]:
    """List what can be compared; nothing about two while that is put away."""
    alone = safety.is_just_me(by=by)
    return tuple(one for one in Outcome if not (alone and one in queries.ABOUT_TWO))


def fits(blocks: int) -> int | None:
    """Give the longest length that so many blocks have room for."""
    return max((one for one in OFFERED if one <= blocks), default=None)


def running_card(*, by: SignedIn, one: Experiment, now: datetime) -> RunningCard:
    """Show where an experiment stands, and nothing of what it may come to."""
    today = checkins.today(by=by, now=now)
    ahead = sorted(day for day in one.days if day > today)
    past = [day for day in one.days if day < today]
    following = (ahead[0], one.days[ahead[0]]) if ahead else None
    zone = windows.own_zone(by=by)
    to_come = (day for day in sorted(one.days) if evening_span(day, zone)[0] > minute_of(now))
    with_it = next((day for day in to_come if one.days[day]), None)
    answered = queries.answers(by=by, one=one)
    return RunningCard(
        id=one.id,
        name=name_of(one),
        outcome=OUTCOMES[one.wish.outcome],
        tonight=one.days.get(today),
        following=following,
        hold=with_it if with_it not in one.held and not one.joined else None,
        is_held=with_it is not None and with_it in one.held,
        ticks=tuple(
            Tick(day=day, is_today=day == today, drawn=one.days[day], did=one.done.get(day))
            for day in queries.may_tick(by=by, one=one, now=now)
        ),
        past=len(past),
        evenings=len(one.days),
        answered=sum(day in answered for day in past),
        dropped=len(one.dropped),
        last=one.last or today,
        is_sleep=one.wish.outcome is Outcome.SLEPT,
        both=both_cards.running_card(by=by, one=one, now=now),
    )


def _over_line(one: Experiment) -> OverLine:
    outcome = OUTCOMES[one.wish.outcome]
    return OverLine(id=one.id, name=name_of(one), outcome=outcome, begun=one.begun)


def over_card(*, by: SignedIn, one: Experiment, now: datetime) -> OverCard:
    """Show what came of an experiment that is over."""
    found = queries.result_of(by=by, one=one, now=now)
    is_sleep = one.wish.outcome is Outcome.SLEPT
    highest = MOST_HOURS if is_sleep else float(HIGHEST)
    lines = () if found.said in (Said.STOPPED, Said.RUNNING) else _lines(by, one)
    whole = [
        (line.with_value, line.without_value)
        for line in lines
        if line.with_value is not None and line.without_value is not None
    ]
    return OverCard(
        id=one.id,
        name=name_of(one),
        outcome=OUTCOMES[one.wish.outcome],
        begun=one.begun,
        verdict=verdict(found, one),
        pairs=pairs(whole, highest=highest),
        lines=lines,
        highest=int(highest),
        middle=int(highest) // 2,
        dropped=len(one.dropped),
        is_sleep=is_sleep,
        both=both_cards.over_card(by=by, one=one),
    )


def _lines(by: SignedIn, one: Experiment) -> tuple[Line, ...]:
    said = queries.answers(by=by, one=one)
    return tuple(
        Line(
            with_day=each.with_ritual,
            with_value=said.get(each.with_ritual),
            without_day=each.without,
            without_value=said.get(each.without),
        )
        for each in one.blocks
    )


def _reach(by: SignedIn, now: datetime, *, two: bool) -> str:
    found = queries.reach(by=by, two=two, minutes=0, now=now)
    who = _("The two of you.") if two else _("You alone.")
    return f"{who} {reach_words(found.blocks, found.until)}"


def _is_of_an_evening(ritual: Ritual) -> bool:
    return (
        ritual.who is Who.PARTNERS
        and ritual.tie is None
        and ritual.every is not Every.MONTH
        and not ritual.when_apart
    )
