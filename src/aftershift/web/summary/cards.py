"""What may stand on the page to print, and what stands on it once it was chosen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.formats import date_format

from aftershift.engines.checkins.instruments import Touch
from aftershift.engines.checkins.items import Moment, OwnItem
from aftershift.library.instruments import load_instruments
from aftershift.web.checkins import cards as checkins
from aftershift.web.checkins import queries as days
from aftershift.web.checkins.cards import Summary
from aftershift.web.experiments import cards as experiments
from aftershift.web.experiments import queries as tried
from aftershift.web.experiments.cards import OverCard
from aftershift.web.experiments.papers import Experiment
from aftershift.web.experiments.words import OUTCOMES, name_of
from aftershift.web.instruments import cards as instruments
from aftershift.web.instruments import queries as measured
from aftershift.web.instruments.cards import ResultPage
from aftershift.web.instruments.papers import Kept
from aftershift.web.people.signed_in import SignedIn

WEEK = timedelta(days=7)


@dataclass(frozen=True, kw_only=True, slots=True)
class Offered:
    """What there is to choose from; results and experiments by id, with what they are called."""

    items: tuple[OwnItem, ...]
    results: Mapping[str, str]
    experiments: Mapping[str, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Chosen:
    """What was ticked."""

    weeks: int
    items: frozenset[str]
    results: frozenset[str]
    experiments: frozenset[str]


@dataclass(frozen=True, kw_only=True, slots=True)
class ResultOnPaper:
    """A result with the day on which it was kept."""

    day: date
    result: ResultPage


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """The page: its stretch, the lines of the items, the results and what was tried out."""

    first: date
    last: date
    lines: tuple[Summary, ...]
    results: tuple[ResultOnPaper, ...]
    experiments: tuple[OverCard, ...]

    @property
    def is_empty(self) -> bool:
        """Say whether nothing stands on it."""
        return not (self.lines or self.results or self.experiments)


def offered(*, by: SignedIn, now: datetime) -> Offered:
    """Gather what may be chosen: of each questionnaire the last result, and what is over."""
    keys = load_instruments()
    return Offered(
        items=tuple(one for moment in Moment for one in checkins.shown_items(moment, by=by)),
        results={
            one.id: f"{keys[one.instrument].name}, {date_format(measured.day_of(one, by=by))}"
            for one in _last_results(by)
        },
        experiments={
            one.id: f"{name_of(one)} ({OUTCOMES[one.wish.outcome]}), {date_format(one.begun)}"
            for one in _over(by, now)
        },
    )


def sheet(*, by: SignedIn, now: datetime, chosen: Chosen) -> Sheet:
    """Lay out what was chosen."""
    last = days.today(by=by, now=now)
    lines = checkins.summaries(by=by, now=now, weeks=chosen.weeks) if chosen.items else ()
    return Sheet(
        first=last - chosen.weeks * WEEK + timedelta(days=1),
        last=last,
        lines=tuple(one for one in lines if one.item.id in chosen.items),
        results=tuple(_on_paper(by, one) for one in _last_results(by) if one.id in chosen.results),
        experiments=tuple(
            experiments.over_card(by=by, one=one, now=now)
            for one in _over(by, now)
            if one.id in chosen.experiments
        ),
    )


def _last_results(by: SignedIn) -> tuple[Kept, ...]:
    """Give the last result of each questionnaire that may lie about on paper, the newest first.

    None of one that asks about violence: whoever finds the page at home may be whom it is about.
    """
    keys = load_instruments()
    last = {one.instrument: one for one in sorted(measured.paper(by=by).kept, key=_at)}
    fit = (
        one
        for name, one in last.items()
        if name in keys and Touch.VIOLENCE not in keys[name].touches()
    )
    return tuple(sorted(fit, key=_at, reverse=True))


def _at(one: Kept) -> datetime:
    return one.at


def _on_paper(by: SignedIn, one: Kept) -> ResultOnPaper:
    key = load_instruments()[one.instrument]
    earlier = [other for other in measured.kept_of(key.id, by=by) if other.at < one.at]
    result = instruments.result_page(key, one.answers, earlier, by=by)
    return ResultOnPaper(day=measured.day_of(one, by=by), result=result)


def _over(by: SignedIn, now: datetime) -> tuple[Experiment, ...]:
    """Give what is over and went to its end or was stopped, the newest first."""
    every = tried.shown(by=by)
    running = tried.running(by=by, among=every, now=now)
    return tuple(one for one in reversed(every) if one not in running)
