"""Reads of the week; each takes `by`, whose vault opens what is read."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from aftershift.engines.rosters.load import Heavy
from aftershift.engines.rosters.runs import Run, run_tonight
from aftershift.engines.rosters.shifts import Kind, Shift
from aftershift.engines.windows.habits import moments_of
from aftershift.engines.windows.moments import Ground
from aftershift.engines.windows.month import week_begins
from aftershift.engines.windows.overlap import Role
from aftershift.engines.windows.plan import ItemState, PlanItem
from aftershift.engines.windows.rituals import Tie
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.rituals import queries as rituals
from aftershift.web.rituals.papers import TakenPaper
from aftershift.web.rosters.own import OwnShifts, own_load, own_shifts
from aftershift.web.safety import queries as safety
from aftershift.web.week.models import Week
from aftershift.web.week.papers import Text, WeekPaper
from aftershift.web.windows import queries as windows
from aftershift.web.windows.ground import own_ground
from aftershift.web.windows.papers import PlanPaper

SOON = 14


@dataclass(frozen=True, kw_only=True, slots=True)
class View:
    """A person's week: what was chosen, what is held, and the days that it may lie in.

    `ground` is None where the person's own roster says nothing of the days to come. The other of
    the two is not in it where what is for two was put away.
    """

    paper: WeekPaper
    plan: PlanPaper
    taken: TakenPaper
    own: OwnShifts
    name: str
    now: datetime
    load: tuple[Heavy, ...]
    ground: Ground | None
    just_me: bool
    has_child: bool

    @property
    def zone(self) -> ZoneInfo:
        """On whose wall the person reads."""
        return self.own.zone

    @property
    def today(self) -> date:
        """Which day it is for the person."""
        return self.now.astimezone(self.zone).date()

    @property
    def monday(self) -> date:
        """When this week began."""
        return week_begins(self.today)

    @property
    def has_other(self) -> bool:
        """Say whether there is somebody whose days are known too."""
        return self.ground is not None and self.ground.other is not None

    def over(self, days: int) -> Ground | None:
        """Look at the next days alone, today included."""
        if self.ground is None:
            return None
        return replace(self.ground, horizon=replace(self.ground.horizon, days=days))

    def day_of(self, moment: datetime) -> date:
        """Name the day of a moment on the person's wall."""
        return moment.astimezone(self.zone).date()

    def held(self, name: str = "") -> tuple[PlanItem, ...]:
        """List what this wing holds, or one thing of it, in order of time; over or not."""
        uids = {one.uid for one in self.paper.kept if name in ("", one.name)}
        found = (one for one in self.plan.items if one.uid in uids)
        still = (one for one in found if one.state is ItemState.HELD)
        return tuple(sorted(still, key=lambda one: one.starts))


def note_due(*, by: SignedIn, now: datetime) -> Run | None:
    """Give the run of long shifts before which a note may be hidden this evening.

    None where it was refused for good, or what is for two is put away.
    """
    if paper(by=by).no_notes or safety.is_just_me(by=by):
        return None
    own = own_shifts(by=by)
    return run_tonight(own.shifts, zone=own.zone, now=now)


def paper(*, by: SignedIn) -> WeekPaper:
    """Open what was chosen for weeks."""
    row = Week.objects.filter(person=by.person).first()
    return row.read_as(by.vault, WeekPaper) if row else WeekPaper()


def view(*, by: SignedIn, now: datetime) -> View:
    """Gather everything that the week is made of."""
    own, plan = own_shifts(by=by), windows.plan(by=by)
    just_me = safety.is_just_me(by=by)
    people = windows.everybody(by=by)
    return View(
        paper=paper(by=by),
        plan=plan,
        taken=rituals.taken_up(by=by),
        own=own,
        name=windows.own_name(by=by),
        now=now,
        load=own_load(own, now),
        ground=own_ground(by=by, now=now, plan=plan, just_me=just_me),
        just_me=just_me,
        has_child=any(one.role is Role.CHILD for one in people),
    )


# --- what follows a shift --------------------------------------------------------------


def habit_times(seen: View) -> tuple[datetime, ...]:
    """Say when the habit in the person's own words begins, over the days to come."""
    own = seen.taken.own
    if own is None or seen.ground is None:
        return ()
    return moments_of(own.tie, seen.ground.own, seen.ground.horizon)


def has_event(seen: View, tie: Tie) -> bool:
    """Say whether the roster holds such an event."""
    return seen.ground is not None and bool(moments_of(tie, seen.ground.own, seen.ground.horizon))


def shifts_ahead(own: OwnShifts, now: datetime) -> tuple[Shift, ...]:
    """List the shifts that are on or to come, the next first."""
    work = (one for one in own.shifts if one.kind is Kind.WORK and one.ends > now)
    until = now + timedelta(days=SOON)
    return tuple(sorted((one for one in work if one.starts < until), key=lambda one: one.starts))


def due(text: Text, own: OwnShifts) -> datetime | None:
    """Say when a text is to be opened: so far into the shift of its day; None without a shift."""
    starts = [
        one.starts
        for one in own.shifts
        if one.kind is Kind.WORK and one.starts.astimezone(own.zone).date() == text.day
    ]
    return min(starts) + timedelta(minutes=text.after_minutes) if starts else None


def text_of(kept: WeekPaper, text_id: str) -> Text | None:
    """Find one text; None where there is none."""
    return next((one for one in kept.texts if one.id == text_id), None)


def texts_due(*, by: SignedIn, now: datetime) -> tuple[Text, ...]:
    """List the texts whose break has come."""
    kept = paper(by=by)
    if not kept.texts:
        return ()
    own = own_shifts(by=by)
    return tuple(one for one in kept.texts if (at := due(one, own)) is not None and at <= now)
