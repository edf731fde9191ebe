"""What the pages of this wing show, gathered and put in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from aftershift.engines.basics.spans import day_span
from aftershift.engines.rosters.shifts import Omission, Shift
from aftershift.engines.windows.availability import KnownHours, personal_sleep_of, sleep_of
from aftershift.engines.windows.overlap import Role
from aftershift.web.people import queries as people
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.rosters import queries, words
from aftershift.web.rosters.learnt import learnt_words
from aftershift.web.rosters.papers import DraftPaper, Form, SourcePaper
from aftershift.web.rosters.queries import Roster


@dataclass(frozen=True, kw_only=True, slots=True)
class RosterCard:
    """One roster on the list."""

    id: UUID
    title: str
    facts: str
    is_feed: bool
    trouble: str


@dataclass(frozen=True, kw_only=True, slots=True)
class MemberCard:
    """One member with everything brought for them."""

    id: UUID
    name: str
    is_self: bool
    is_child: bool
    is_at_home: bool
    who: str  # what they are to the household, and their days where no roster says them
    rosters: tuple[RosterCard, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class PreviewCard:
    """A draft before it is kept."""

    name: str
    is_empty: bool  # nothing to keep
    beside: tuple[str, ...]  # other rosters that speak of the same days
    summary: str
    questions: tuple[words.QuestionCard, ...]
    changes: tuple[str, ...]
    shifts: tuple[words.ShiftRow, ...]
    omissions: tuple[Omission, ...]


def member_cards(*, by: SignedIn) -> tuple[MemberCard, ...]:
    """Gather everybody with their rosters."""
    kept = queries.rosters(by=by)
    papers = queries.ways(by=by).members
    return tuple(
        MemberCard(
            id=member.id,
            name=member.label,
            is_self=member.is_self,
            is_child=papers[member.id].role is Role.CHILD,
            is_at_home=papers[member.id].at_home,
            who="" if member.is_self else words.who_words(papers[member.id]),
            rosters=tuple(_roster_card(one) for one in kept if one.paper.member == member.id),
        )
        for member in people.household(by=by)
    )


def question_cards(*, by: SignedIn) -> tuple[words.QuestionCard, ...]:
    """Gather what the kept rosters leave open."""
    return tuple(
        words.question_card(one.member, one.name, one.question, {})
        for one in queries.open_questions(by=by)
    )


def preview_card(*, by: SignedIn, labels: Mapping[str, str]) -> PreviewCard | None:
    """Gather the draft; None when there is none."""
    draft = queries.draft(by=by)
    if draft is None:
        return None
    name = queries.member_names(by=by)[draft.paper.member]
    is_first = not (draft.moved or draft.cancelled or draft.unchanged)
    changes = words.change_words(draft.added, draft.moved, draft.cancelled)
    return PreviewCard(
        name=name,
        beside=_beside(by, draft),
        is_empty=not (draft.paper.shifts or draft.paper.questions or changes),
        summary=_summary(draft.paper.shifts, len(changes), is_first=is_first),
        questions=tuple(
            words.question_card(draft.paper.member, name, question, labels)
            for question in draft.paper.questions
        ),
        changes=() if is_first else changes,
        shifts=words.shift_rows(draft.paper.shifts),
        omissions=draft.omissions,
    )


def _beside(by: SignedIn, draft: DraftPaper) -> tuple[str, ...]:
    """Name the member's other rosters of the same days: their shifts go on to count."""
    others = (kept for kept in queries.rosters(by=by) if kept.id != draft.source)
    return tuple(
        _title(kept.paper)
        for kept in others
        if kept.paper.member == draft.paper.member
        and kept.paper.covers
        and draft.covers
        and kept.paper.covers[0] <= draft.covers[1]
        and draft.covers[0] <= kept.paper.covers[1]
    )


def told_nights(hours: KnownHours) -> tuple[str, ...]:
    """List the corrected nights, the newest first."""
    return tuple(
        f"{words.moment_words(night.starts, hours.zone)} \u2013 "
        f"{night.ends.astimezone(hours.zone):%H:%M}"
        for night in reversed(hours.told)
    )


def learnt(hours: KnownHours, *, by: SignedIn, member: UUID) -> tuple[str, ...]:
    """Say what the corrections taught of each kind of sleep."""
    is_own = member == next(iter(queries.member_names(by=by)))
    personal = hours.personal or personal_sleep_of(hours)
    return tuple(learnt_words(one, "" if is_own else hours.name) for one in personal.offsets)


def children_words(hours: KnownHours, *, by: SignedIn) -> str:
    """Say the children's day where somebody's habits do not have it yet."""
    day = queries.children_day(by=by)
    if not day or all(getattr(hours.habits, name) == at for name, at in day.items()):
        return ""
    return _("The first child wakes at %(wake)s, the last is in bed at %(bed)s.") % {
        "wake": f"{day['children_wake']:%H:%M}",
        "bed": f"{day['children_bed']:%H:%M}",
    }


def last_sleep(hours: KnownHours, *, now: datetime) -> dict[str, date | time]:
    """Predict the last sleep that is over, as a start for correcting it."""
    today = now.astimezone(hours.zone).date()
    nights = sleep_of(hours, covers=day_span(today, hours.zone))
    over = [night for night in nights if night.ends <= now]
    if not over:
        return {"day": today}
    starts, ends = over[-1].starts.astimezone(hours.zone), over[-1].ends.astimezone(hours.zone)
    return {"day": ends.date(), "starts": _five(starts), "ends": _five(ends)}


def _five(moment: datetime) -> time:
    """Round a prediction to five minutes: it is no finer than that, and easier to correct."""
    return moment.replace(minute=moment.minute // 5 * 5, second=0).time()


def _summary(shifts: Sequence[Shift], changes: int, *, is_first: bool) -> str:
    if not shifts:
        return _("No shift was found in it.")
    if is_first:
        count = len(shifts)
        return ngettext("%(n)d shift.", "%(n)d shifts.", count) % {"n": count}
    if not changes:
        return _("Nothing changes: it says what is already known.")
    return ngettext("%(n)d change.", "%(n)d changes.", changes) % {"n": changes}


def _roster_card(roster: Roster) -> RosterCard:
    paper = roster.paper
    return RosterCard(
        id=roster.id,
        title=_title(paper),
        facts=_facts(paper),
        is_feed=paper.feed is not None,
        trouble=paper.feed.trouble if paper.feed else "",
    )


def _title(paper: SourcePaper) -> str:
    titles = {
        Form.FILE: _("From a file"),
        Form.TEXT: _("From pasted codes"),
        Form.FEED: _("From a feed"),
    }
    return titles[paper.form] + (f", {paper.place}" if paper.place else "")


def _facts(paper: SourcePaper) -> str:
    count = len(paper.shifts)
    facts = [ngettext("%(n)d shift", "%(n)d shifts", count) % {"n": count}]
    if paper.covers:
        first, last = map(words.day_words, paper.covers)
        facts.append(f"{first} \u2013 {last}")
    if paper.feed and paper.feed.refreshed:
        zone = ZoneInfo(paper.shifts[0].zone) if paper.shifts else ZoneInfo("UTC")
        when = words.moment_words(paper.feed.refreshed, zone)
        facts.append(_("last refreshed %(when)s") % {"when": when})
    return " · ".join(facts)
