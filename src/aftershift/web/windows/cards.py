"""What the pages of this wing show, gathered and put in words."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from aftershift.engines.basics.spans import MINUTES_PER_DAY, intersect_all, total
from aftershift.engines.windows.became import became
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.rosters.words import length_words
from aftershift.web.safety import queries as safety
from aftershift.web.windows import queries, words
from aftershift.web.windows.became_words import BecameCard, became_card
from aftershift.web.windows.choosing import CompanyCard, company_card
from aftershift.web.windows.drawing import FortnightPicture, draw
from aftershift.web.windows.explained import Arithmetic, arithmetic
from aftershift.web.windows.picturing import scene_of
from aftershift.web.windows.queries import FORTNIGHT, Fortnight
from aftershift.web.windows.reminding import silences

MINUTES_PER_WEEK = 7 * MINUTES_PER_DAY
WHENEVER = (0, 1 << 32)
WARNED_OF = 1  # of all that only looks like a window, the most tempting


@dataclass(frozen=True, kw_only=True, slots=True)
class Totals:
    """The three figures, in hours a week."""

    free: str
    awake: str
    rested: str


@dataclass(frozen=True, kw_only=True, slots=True)
class FortnightPage:
    """All that the page of a fortnight shows."""

    title: str
    own: UUID
    first: date
    before: date
    after: date
    show: str
    known: int
    company: CompanyCard
    totals: Totals | None
    arithmetic: Arithmetic | None
    windows: tuple[words.WindowCard, ...]
    not_now: tuple[words.NotNowCard, ...]
    held: tuple[words.ItemCard, ...]
    picture: FortnightPicture
    table: tuple[tuple[str, str, str, str], ...]
    just_me: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanPage:
    """All that the page of the plan shows; in just me only what was placed since then."""

    held: tuple[words.ItemCard, ...]
    news: tuple[tuple[str, ...], ...]
    feed: str
    rings: bool
    just_me: bool
    became: BecameCard | None = None


def fortnight_page(view: Fortnight, *, own: UUID, show: str) -> FortnightPage:
    """Gather one fortnight."""
    found, reader = view.found, reader_of(view)
    shown = found.proposals if found else None
    return FortnightPage(
        own=own,
        title=_range_words(view.search.first, view.search.last),
        first=view.search.first,
        before=view.search.first - timedelta(days=FORTNIGHT),
        after=view.search.first + timedelta(days=FORTNIGHT),
        show=show,
        known=len(view.company.people),
        company=company_card(view.company),
        totals=_totals(view),
        arithmetic=arithmetic(view.found, view.search),
        windows=tuple(words.window_card(one, reader) for one in shown.windows) if shown else (),
        not_now=tuple(words.not_now_card(one, reader) for one in shown.not_now[:WARNED_OF])
        if shown
        else (),
        held=tuple(
            words.item_card(item, reader)
            for item in queries.held_items(view.plan, now=view.search.now)
        ),
        picture=draw(scene_of(view, calendar_only=show == "calendar")),
        table=_table(view),
        just_me=view.just_me,
    )


def window_page(view: Fortnight, *, starts: datetime) -> words.WindowCard | None:
    """Find one proposed window of a fortnight; None when it is not proposed any more."""
    if view.found is None:
        return None
    windows = (one for one in view.found.proposals.windows if one.starts == starts)
    return next((words.window_card(one, reader_of(view)) for one in windows), None)


def plan_page(*, by: SignedIn, now: datetime, host: str) -> PlanPage:
    """Gather the plan, the news of it, and the feed's address."""
    plan, just_me = queries.plan(by=by), safety.is_just_me(by=by)
    reader = words.Reader(name=queries.own_name(by=by), zone=queries.own_zone(by=by))
    held = queries.held_items(plan, now=now)
    shown = [one for one in held if one.unlisted or not just_me]
    token = queries.feed_token(by=by)
    address = host.rstrip("/") + reverse("windows:feed", args=[token]) if token else ""
    rings = plan.budget is not None and bool(token)
    silent = silences(plan, by=by, now=now) if rings else {}
    alarms = {one.uid: one.at for one in plan.alarms if one.at > now} if rings else {}
    return PlanPage(
        rings=rings,
        held=tuple(
            replace(
                words.item_card(item, reader),
                reminder=words.reminder_words(
                    item, alarms.get(item.uid), silent.get(item.uid), reader.zone
                ),
            )
            for item in shown
        ),
        news=() if just_me else tuple(words.news_words(one, reader) for one in plan.news),
        feed=address,
        just_me=just_me,
        became=None if just_me else became_card(became(plan.items, now=now)),
    )


def reader_of(view: Fortnight) -> words.Reader:
    """Say for whose eyes the words are."""
    return words.Reader(name=view.own, zone=view.search.zone, people=len(view.company.people))


def _totals(view: Fortnight) -> Totals | None:
    if view.found is None:
        return None
    known = intersect_all(([one.covers] for one in view.found.people), WHENEVER)
    weeks = total(known) / MINUTES_PER_WEEK
    if not weeks:
        return None
    totals = view.found.totals
    return Totals(
        free=_hours(totals.free_together / weeks),
        awake=_hours(totals.awake_together / weeks),
        rested=_hours(totals.rested_together / weeks),
    )


def _table(view: Fortnight) -> tuple[tuple[str, str, str, str], ...]:
    days = view.found.days if view.found else ()
    return tuple(
        (
            date_format(day.day, "D j M"),
            length_words(day.free_together),
            length_words(day.awake_together),
            length_words(day.rested_together),
        )
        for day in days
    )


def _hours(minutes: float) -> str:
    hours = round(minutes / 60)
    return ngettext("%(hours)d h", "%(hours)d h", hours) % {"hours": hours}


def _range_words(first: date, last: date) -> str:
    return _("%(first)s to %(last)s") % {
        "first": date_format(first, "j F"),
        "last": date_format(last, "j F"),
    }
