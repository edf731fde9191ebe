"""What the first page shows."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from aftershift.engines.basics.spans import Span, day_span, meets, minute_of
from aftershift.engines.rosters.shifts import Kind, Shift
from aftershift.engines.windows.availability import KnownHours
from aftershift.web.agreements import queries as agreements
from aftershift.web.network import queries as network
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.rosters import queries as rosters
from aftershift.web.week import queries as week
from aftershift.web.week.papers import Text
from aftershift.web.windows import cards as windows
from aftershift.web.windows import queries, words
from aftershift.web.windows.queries import Fortnight

WEEK = 7


@dataclass(frozen=True, kw_only=True, slots=True)
class HomePage:
    """Today in one sentence, the next thing held, the next window, and what is open."""

    day: str
    sentence: str
    held: words.ItemCard | None
    window: words.WindowCard | None
    not_now: words.NotNowCard | None
    first: str
    questions: int
    news: bool
    known: int
    has_feed: bool
    just_me: bool
    repair_is_due: bool
    people_are_due: bool
    note_shifts: int = 0  # in the long run before which a note may be hidden this evening
    texts: tuple[Text, ...] = ()  # written for a break that has come


def home_page(*, by: SignedIn, now: datetime) -> HomePage:
    """Gather the first page."""
    first = queries.today(by=by, now=now)
    view = queries.fortnight(by=by, first=first, now=now)
    reader = windows.reader_of(view)
    held = queries.held_items(view.plan, now=now)
    soonest = sorted(view.found.proposals.windows, key=lambda one: one.starts) if view.found else []
    warned = view.found.proposals.not_now[:1] if view.found else ()
    run = week.note_due(by=by, now=now)
    return HomePage(
        day=date_format(first, "l j F"),
        sentence=_sentence(view, now),
        held=words.item_card(held[0], reader) if held else None,
        window=words.window_card(soonest[0], reader) if soonest else None,
        not_now=words.not_now_card(warned[0], reader) if warned else None,
        first=first.isoformat(),
        questions=_questions(view, by),
        news=bool(view.plan.news),
        known=len(view.company.people),
        has_feed=rosters.has_feed(by=by),
        just_me=view.just_me,
        people_are_due=bool(network.due_today(by=by, now=now)),
        repair_is_due=not view.just_me and agreements.is_repair_due(by=by, now=now),
        note_shifts=run.shifts if run else 0,
        texts=week.texts_due(by=by, now=now),
    )


def _questions(view: Fortnight, by: SignedIn) -> int:
    """Count what the rosters leave open; of others nothing where what is for two is put away."""
    own = queries.own_member(by=by)
    asked = rosters.open_questions(by=by)
    return sum(1 for one in asked if one.member == own or not view.just_me)


def _sentence(view: Fortnight, now: datetime) -> str:
    """Say what today asks of each, in one line."""
    if not view.known:
        return _("Bring a roster, and this page starts to know your days.")
    parts = [_day_of(hours, view, now) for hours in view.known]
    return "; ".join(parts) + "."


def _day_of(hours: KnownHours, view: Fortnight, now: datetime) -> str:
    """Say what one person works today: now, later, no more, nothing, or that nobody knows."""
    zone = view.search.zone
    today = day_span(now.astimezone(zone).date(), zone)
    shifts = [one for one in hours.shifts if meets(_span(one), [today])]
    here = next((one for one in shifts if one.starts <= now < one.ends), None)
    ahead = next((one for one in shifts if one.starts > now), None)
    if here is not None:
        return _said("until", here.kind, hours, view).replace("{at}", _clock(here.ends, zone))
    if ahead is not None:
        return _said("from", ahead.kind, hours, view).replace("{at}", _clock(ahead.starts, zone))
    if shifts:
        return _said("no more", Kind.OFF, hours, view)
    is_known = hours.known is None or meets(today, [hours.known])
    return _said("free" if is_known else "unknown", Kind.OFF, hours, view)


def _said(when: str, kind: Kind, hours: KnownHours, view: Fortnight) -> str:
    """Choose the words, for the reader or for somebody else."""
    if hours.name == view.own:
        return {
            ("until", Kind.WORK): _("You are at work until {at}"),
            ("until", Kind.ON_CALL): _("You are on call until {at}"),
            ("from", Kind.WORK): _("You start at {at}"),
            ("from", Kind.ON_CALL): _("You are on call from {at}"),
            ("no more", Kind.OFF): _("You do not work today any more"),
            ("free", Kind.OFF): _("You do not work today"),
            ("unknown", Kind.OFF): _("Your roster says nothing of today"),
        }[when, kind]
    return {
        ("until", Kind.WORK): _("{name} is at work until {at}"),
        ("until", Kind.ON_CALL): _("{name} is on call until {at}"),
        ("from", Kind.WORK): _("{name} starts at {at}"),
        ("from", Kind.ON_CALL): _("{name} is on call from {at}"),
        ("no more", Kind.OFF): _("{name} does not work today any more"),
        ("free", Kind.OFF): _("{name} does not work today"),
        ("unknown", Kind.OFF): _("{name}’s roster says nothing of today"),
    }[when, kind].replace("{name}", hours.name)


def _span(shift: Shift) -> Span:
    return minute_of(shift.starts), minute_of(shift.ends)


def _clock(moment: datetime, zone: ZoneInfo) -> str:
    """Write an hour on the reader's wall."""
    return f"{moment.astimezone(zone):%H:%M}"
