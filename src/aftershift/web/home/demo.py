"""The demo household moves in, through the same actions as anybody."""

from dataclasses import dataclass

from django.utils import timezone

from aftershift.library.demo import DemoHousehold, file_of, load_demo
from aftershift.web.people import actions as people
from aftershift.web.people import sessions
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.rosters import actions, queries
from aftershift.web.rosters.papers import Form
from aftershift.web.rosters.reading import Brought


@dataclass(frozen=True, kw_only=True, slots=True)
class Login:
    """What a visitor types to see the household."""

    name: str
    password: str


class NotFurnished(Exception):
    """The demo could not be set up: its name is taken, so its database is not a new one."""


def furnish() -> Login:
    """Make the nurse's account, bring both rosters, and leave the resident's amber code open."""
    household = load_demo()
    nurse = household.nurse
    by = _move_in(household)
    own = next(iter(queries.member_names(by=by)))
    other = actions.add_member(by=by, name=household.resident.name)
    if other is None:
        raise NotFurnished
    calendar = Brought(
        member=own,
        form=Form.FILE,
        data=file_of(nurse.roster),
        name=nurse.roster,
        zone=household.zone,
        dialect=nurse.dialect,
    )
    line = Brought(
        member=other,
        form=Form.TEXT,
        data=file_of(household.resident.roster),
        name="",
        zone=household.zone,
        anchor=household.first_day,
        dialect=household.resident.dialect,
    )
    for brought in (calendar, line):
        actions.read_in(by=by, brought=brought, now=household.now)
        actions.keep(by=by, now=household.now)
    by.session.delete()
    return Login(name=nurse.name, password=nurse.password)


def _move_in(household: DemoHousehold) -> SignedIn:
    given = people.Credentials(
        name=household.nurse.name, secret=household.nurse.password, network="demo"
    )
    entry = people.sign_up(given, now=timezone.now())
    by = sessions.open_by(entry.secret, timezone.now()) if entry else None
    if by is None:
        raise NotFurnished
    return by
