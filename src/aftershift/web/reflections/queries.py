"""Reads of what was kept; each takes `by`, whose vault opens what is read."""

from datetime import date, datetime
from uuid import UUID

from aftershift.web.people.signed_in import SignedIn
from aftershift.web.reflections.models import Reflections
from aftershift.web.reflections.papers import Kept, ReflectionsPaper
from aftershift.web.rosters import queries as rosters


def paper(*, by: SignedIn) -> ReflectionsPaper:
    """Open what was kept."""
    row = Reflections.objects.filter(person=by.person).first()
    return row.read_as(by.vault, ReflectionsPaper) if row else ReflectionsPaper()


def kept(*, by: SignedIn, kept_id: UUID) -> Kept | None:
    """Find one of this person's; None where there is none, or it is somebody else's."""
    return next((one for one in paper(by=by).kept if one.id == str(kept_id)), None)


def today(*, by: SignedIn, now: datetime) -> date:
    """Say what day it is on this person's own clock."""
    return now.astimezone(rosters.own_zone(by=by)).date()
