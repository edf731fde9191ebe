"""What a roster asks of the one who reads it: numbers in words, each with where it comes from.

Facts, never a verdict; a person's own, never another's.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from aftershift.engines.basics.spans import Span, clip, day_of, day_span, minute_of
from aftershift.engines.rosters.facts import Run
from aftershift.engines.rosters.strain import (
    DEFINITIONS,
    REFERENCE_WEEKS,
    Definition,
    RecoveryHint,
    Strain,
    strain_of,
)
from aftershift.engines.sleep.jetlag import SocialJetlag, social_jetlag
from aftershift.engines.sleep.naps import Nap, NapReason, nap_suggestions
from aftershift.engines.windows.availability import KnownHours, sleep_of
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.rosters import queries
from aftershift.web.rosters.queries import NO_TIME
from aftershift.web.rosters.words import day_words, length_words, moment_words

LOOKED_AT = 28  # days from today
NAPS_FOR = 7  # days from now
JETLAG_DAYS = 10  # judgement: fewer hold too few sleeps of each sort
STEP = 10  # minutes; the middle of predicted sleeps is known no finer
NAMED = 6

TITLES = {
    "quick_returns": gettext_lazy("Quick returns"),
    "night_runs": gettext_lazy("Nights in a row"),
    "nights": gettext_lazy("Nights worked"),
    "long_shifts": gettext_lazy("Long shifts"),
    "lost_evenings": gettext_lazy("Evenings at work"),
    "lost_weekends": gettext_lazy("Weekends at work"),
    "weekly_hours": gettext_lazy("Hours a week"),
    "weekly_rest": gettext_lazy("Weeks without a long rest"),
    "social_jetlag": gettext_lazy("Social jetlag"),
}
DEFINED = {one.id: one for one in DEFINITIONS}


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """One number in words, and the days behind it."""

    words: str
    days: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class FactCard:
    """One fact with its definition and source."""

    title: str
    said: Said
    defined: Definition


@dataclass(frozen=True, kw_only=True, slots=True)
class StrainPage:
    """What the page shows; `span` is empty where the roster says nothing of the days ahead."""

    span: str
    facts: tuple[FactCard, ...]
    recovery: tuple[str, ...]
    recovery_defined: Definition
    naps: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class _View:
    """One person's days ahead, and all that the roster speaks about.

    `first` and `last` bound the days ahead that it covers.
    """

    hours: KnownHours
    first: date
    last: date
    ahead: Strain
    whole: Strain


def strain_page(*, by: SignedIn, now: datetime) -> StrainPage:
    """Count what the reader's own roster asks in the days ahead."""
    own = next(iter(queries.hours_by_member(by=by).values()))
    view = _view(own, now)
    return StrainPage(
        span=f"{day_words(view.first)} \u2013 {day_words(view.last)}" if view else "",
        facts=tuple(
            FactCard(title=str(TITLES[id_]), said=says(view), defined=DEFINED[id_])
            for id_, says in FACTS
        )
        if view
        else (),
        recovery=tuple(map(_recovery_words, view.ahead.recovery)) if view else (),
        recovery_defined=DEFINED["recovery"],
        naps=_naps(view, now) if view else (),
    )


def _view(hours: KnownHours, now: datetime) -> _View | None:
    """Cut the days ahead to what the roster speaks about; None where that is nothing."""
    known = hours.known or NO_TIME
    covers = day_of(known[0], hours.zone), day_of(known[1] - 1, hours.zone)
    today = now.astimezone(hours.zone).date()
    first, last = max(today, covers[0]), min(today + timedelta(days=LOOKED_AT - 1), covers[1])
    if first > last:
        return None
    return _View(
        hours=hours,
        first=first,
        last=last,
        ahead=strain_of(hours.shifts, zone=hours.zone, covers=(first, last)),
        whole=strain_of(hours.shifts, zone=hours.zone, covers=covers),
    )


# --- the facts, in the order of the page ---------------------------------------------


def _quick_returns(view: _View) -> Said:
    found = view.ahead.quick_returns
    return _count(
        found,
        (
            _("%(rest)s of rest before %(when)s")
            % {
                "rest": length_words(one.minutes),
                "when": moment_words(one.starts, view.hours.zone),
            }
            for one in found
        ),
    )


def _night_runs(view: _View) -> Said:
    runs = view.ahead.night_runs
    longest = max((run.days for run in runs), default=0)
    words = ngettext("%(n)d night at most", "%(n)d nights at most", longest) % {"n": longest}
    return Said(words=words if longest else _("None"), days=tuple(map(_run_words, runs)))


def _nights(view: _View) -> Said:
    return _count(view.ahead.nights, map(day_words, view.ahead.nights))


def _long_shifts(view: _View) -> Said:
    found = view.ahead.long_shifts
    zone = view.hours.zone
    return _count(
        found, (f"{moment_words(one.starts, zone)}, {length_words(one.minutes)}" for one in found)
    )


def _lost_evenings(view: _View) -> Said:
    return _count(view.ahead.lost_evenings, map(day_words, view.ahead.lost_evenings))


def _lost_weekends(view: _View) -> Said:
    return _count(view.ahead.lost_weekends, map(day_words, view.ahead.lost_weekends))


def _weekly_hours(view: _View) -> Said:
    """Give the law's mean only over the law's 17 weeks."""
    average = view.whole.weekly_hours
    weeks = average.weeks if average else 0
    if average is None or weeks < REFERENCE_WEEKS:
        return _not_enough(weeks, REFERENCE_WEEKS)
    over = ngettext("%(n)d week over 48 h", "%(n)d weeks over 48 h", average.weeks_over)
    return Said(
        words=_("%(mean)s at most, as a mean of 17 weeks")
        % {"mean": length_words(round(average.mean_minutes))},
        days=(over % {"n": average.weeks_over},) if average.weeks_over else (),
    )


def _weekly_rest(view: _View) -> Said:
    weeks = [
        one
        for one in view.whole.weeks
        if one.monday <= view.last and view.first <= one.monday + timedelta(days=6)
    ]
    if not weeks:
        return _not_enough(0, 1)
    short = [one for one in weeks if one.is_short_of_rest]
    words = ngettext(
        "%(short)d of %(all)d whole week", "%(short)d of %(all)d whole weeks", len(weeks)
    )
    return Said(
        words=words % {"short": len(short), "all": len(weeks)},
        days=tuple(
            _("week of %(day)s: %(rest)s at most")
            % {"day": day_words(one.monday), "rest": length_words(one.longest_rest)}
            for one in short
        ),
    )


def _social_jetlag(view: _View) -> Said:
    days = (view.last - view.first).days + 1
    if days < JETLAG_DAYS:
        words = _("Not enough roster yet: %(days)d of %(needed)d days.")
        return Said(words=words % {"days": days, "needed": JETLAG_DAYS})
    found = _jetlag_of(view)
    compared = (
        (found.before_work, _("before work")),
        (found.after_nights, _("by day after nights")),
    )
    said = [jetlag_words(hours, sort) for hours, sort in compared if hours is not None]
    if not said:
        return Said(words=_("Not enough roster yet: it needs free days and days of work."))
    return Said(words=" ".join(said))


FACTS: tuple[tuple[str, Callable[[_View], Said]], ...] = (
    ("quick_returns", _quick_returns),
    ("night_runs", _night_runs),
    ("nights", _nights),
    ("long_shifts", _long_shifts),
    ("lost_evenings", _lost_evenings),
    ("lost_weekends", _lost_weekends),
    ("weekly_hours", _weekly_hours),
    ("weekly_rest", _weekly_rest),
    ("social_jetlag", _social_jetlag),
)


# --- words ---------------------------------------------------------------------------


def _count(found: tuple[object, ...], days: Iterable[str]) -> Said:
    return Said(words=str(len(found)) if found else _("None"), days=tuple(days))


def _not_enough(known: int, needed: int) -> Said:
    words = ngettext(
        "Not enough roster yet: %(known)d of %(needed)d whole week.",
        "Not enough roster yet: %(known)d of %(needed)d whole weeks.",
        needed,
    )
    return Said(words=words % {"known": known, "needed": needed})


def _run_words(run: Run) -> str:
    nights = ngettext("%(n)d night", "%(n)d nights", run.days) % {"n": run.days}
    return _("%(nights)s from %(day)s") % {"nights": nights, "day": day_words(run.first)}


def _jetlag_of(view: _View) -> SocialJetlag:
    """Compare the sleeps out of which somebody wakes in the days ahead."""
    covers = _covers(view)
    sleeps = [
        one for one in sleep_of(view.hours, covers=covers) if covers[0] < one.span[1] <= covers[1]
    ]
    return social_jetlag(sleeps, view.hours.shifts, zone=view.hours.zone)


def jetlag_words(hours: float, sort: str) -> str:
    """Say by how much sleep lies later on free days than `sort` (before work, or after nights)."""
    minutes = round(hours * 60 / STEP) * STEP
    if not minutes:
        return _("The middle of your sleep is the same on free days and %(sort)s.") % {"sort": sort}
    later = _("On free days the middle of your sleep is %(length)s later than %(sort)s.")
    earlier = _("On free days the middle of your sleep is %(length)s earlier than %(sort)s.")
    words = later if minutes > 0 else earlier
    return words % {"length": length_words(abs(minutes)), "sort": sort}


def _recovery_words(hint: RecoveryHint) -> str:
    words = {
        1: _("%(day)s: the first day after %(rest)s of rest"),
        2: _("%(day)s: the second day after %(rest)s of rest"),
    }[hint.number]
    return words % {"day": day_words(hint.day), "rest": length_words(hint.after.minutes)}


def _naps(view: _View, now: datetime) -> tuple[str, ...]:
    """Suggest the naps of the next days."""
    begins = minute_of(now)
    soon = clip([_covers(view)], (begins, begins + NAPS_FOR * 1440))
    if not soon:
        return ()
    hours = view.hours
    naps = nap_suggestions(
        hours.shifts,
        hours.habits,
        sleep_of(hours, covers=_covers(view)),
        zone=hours.zone,
        within=soon[0],
    )
    return tuple(_nap_words(nap, hours) for nap in naps[:NAMED])


def _nap_words(nap: Nap, hours: KnownHours) -> str:
    words = {
        NapReason.BEFORE_FIRST_NIGHT: _("Before the first night you could lie down %(when)s."),
        NapReason.ON_DUTY: _("On duty, where the ward allows it, you could lie down %(when)s."),
        NapReason.RECOVERY: _("After a short sleep you could lie down %(when)s."),
    }[nap.why]
    ends = nap.ends.astimezone(hours.zone)
    return words % {"when": f"{moment_words(nap.starts, hours.zone)}\u2013{ends:%H:%M}"}


def _covers(view: _View) -> Span:
    return day_span(view.first, view.hours.zone)[0], day_span(view.last, view.hours.zone)[1]
