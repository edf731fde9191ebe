"""What the pages of this wing show, gathered and put in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from aftershift.engines.together.agreements import Agreement, Side, Standing
from aftershift.engines.together.check_in import Step, steps
from aftershift.engines.together.coming_home import Left, still
from aftershift.engines.together.returning import Return, other_returns
from aftershift.library.together import Rule, load_check_in, load_ground_rules
from aftershift.web.agreements import queries
from aftershift.web.agreements.queries import Two
from aftershift.web.agreements.words import AWAY, KINDS, OWN_LEFT, THEIR_LEFT
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.rituals import words as rituals
from aftershift.web.rosters.words import length_words
from aftershift.web.windows import queries as windows

OFFERED_TIMES = 3
SHORTEST = 5  # minutes, as the ritual has it


@dataclass(frozen=True, kw_only=True, slots=True)
class AgreementCard:
    """One agreement or proposal in words."""

    id: str
    kind: Promise | str
    words: str
    purpose: str
    back: str  # when both are back, of a time-out
    since: date | None = None
    look_again: date
    is_due: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class TimeCard:
    """A time that may be chosen; `starts` is for a form, the moment in UTC."""

    starts: str
    when: str


@dataclass(frozen=True, kw_only=True, slots=True)
class TimeOutCard:
    """A time-out that runs: when both are back, and where else it could go."""

    back: str
    is_past: bool
    is_held: bool
    moved: TimeCard | None  # where one's own plan moved it because of a roster
    others: tuple[TimeCard, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ComingCard:
    """What one of the two said of coming home, and when; empty where nothing counts now."""

    says: Promise | str
    when: str


@dataclass(frozen=True, kw_only=True, slots=True)
class AgreementsPage:
    """All that the page of the two shows."""

    name: str
    due: tuple[AgreementCard, ...]
    stands: tuple[AgreementCard, ...]
    asked: tuple[AgreementCard, ...]
    offered: tuple[AgreementCard, ...]
    time_out: TimeOutCard | None
    coming: ComingCard | None  # one's own
    theirs: ComingCard | None


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckInPage:
    """The next check-in: when, how long and why so long, and its prompts."""

    when: str
    starts: str
    is_held: bool
    minutes: int
    shared: str
    miss: str
    knows_rosters: bool
    steps: tuple[Step, ...]


def agreements_page(*, by: SignedIn, now: datetime) -> AgreementsPage | None:
    """Gather what two agree on; None for somebody who is linked with nobody."""
    two = queries.two(by=by)
    if two is None:
        return None
    shelf, aside = two.shelf(), queries.kept(by=by).aside
    today = windows.today(by=by, now=now)
    stands = [_standing(one, today) for one in shelf.stands]
    return AgreementsPage(
        name=two.pair.name,
        due=tuple(one for one in stands if one.is_due),
        stands=tuple(one for one in stands if not one.is_due),
        asked=tuple(_card(one) for one in shelf.asked if one.id not in aside),
        offered=tuple(_card(one) for one in shelf.offered),
        time_out=_time_out(two, by, now),
        coming=_coming(two.own, OWN_LEFT, by, now),
        theirs=_coming(two.other, THEIR_LEFT, by, now),
    )


def times_for_talk(*, by: SignedIn, now: datetime) -> tuple[TimeCard, ...]:
    """List the next times at which the two are fit for a talk."""
    found = other_returns(now, 0, queries.talk_windows(by=by, now=now))
    return _times(found, windows.own_zone(by=by))


def check_in_page(*, by: SignedIn, now: datetime) -> CheckInPage:
    """Gather the next check-in; without rosters its shortest form, for whenever it is."""
    week, zone = queries.check_in(by=by, now=now), windows.own_zone(by=by)
    placed = week.placed
    minutes = placed.span[1] - placed.span[0] if placed else SHORTEST
    return CheckInPage(
        when=rituals.moment(placed.starts, zone) if placed else "",
        starts=placed.starts.isoformat() if placed else "",
        is_held=week.is_held,
        minutes=minutes,
        shared=length_words(week.shared_minutes),
        miss=_missed(week, zone) if placed is None else "",
        knows_rosters=week.days > 0,
        steps=steps(load_check_in(), minutes),
    )


def ground_rules() -> tuple[Rule, ...]:
    """Give the rules to begin with."""
    return load_ground_rules()


def _missed(week: queries.CheckInWeek, zone: ZoneInfo) -> str:
    if week.miss is None or week.miss.nearest is None:
        return _("No time for it is known in the weeks that the rosters speak about.")
    nearest = rituals.moment(week.miss.nearest, zone)
    return _("The nearest time that would do is %(nearest)s.") % {"nearest": nearest}


def _standing(one: Standing, today: date) -> AgreementCard:
    return _card(
        one.agreement, since=one.since, look_again=one.look_again, is_due=one.is_due(today)
    )


def _card(
    one: Agreement,
    *,
    since: date | None = None,
    look_again: date | None = None,
    is_due: bool = False,
) -> AgreementCard:
    return AgreementCard(
        id=one.id,
        kind=KINDS[one.kind],
        words=one.words,
        purpose=one.purpose,
        back=str(dict(AWAY).get(str(one.minutes_away), "")),
        since=since,
        look_again=look_again or one.look_again,
        is_due=is_due,
    )


def _coming(
    side: Side, words: Mapping[Left, Promise | str], by: SignedIn, now: datetime
) -> ComingCard | None:
    said = still(side.coming, now)
    if said is None:
        return None
    when = rituals.moment(said.said, windows.own_zone(by=by))
    return ComingCard(says=words[said.left], when=when)


def _time_out(two: Two, by: SignedIn, now: datetime) -> TimeOutCard | None:
    running = two.time_out(now)
    if running is None:
        return None
    zone, item = windows.own_zone(by=by), queries.item_back(by=by)
    found = other_returns(now, 0, queries.talk_windows(by=by, now=now))
    moved = item if item is not None and item.starts != running.returns else None
    return TimeOutCard(
        back=rituals.moment(running.returns, zone),
        is_past=running.returns <= now,
        is_held=item is not None and moved is None,
        moved=_time(moved.starts, zone) if moved else None,
        others=_times((one for one in found if one.starts != running.returns), zone),
    )


def _times(found: Iterable[Return], zone: ZoneInfo) -> tuple[TimeCard, ...]:
    return tuple(_time(one.starts, zone) for one in found)[:OFFERED_TIMES]


def _time(starts: datetime, zone: ZoneInfo) -> TimeCard:
    return TimeCard(starts=starts.isoformat(), when=rituals.moment(starts, zone))
