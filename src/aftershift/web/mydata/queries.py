"""Reads of everything at once."""

from typing import Any

from aftershift.web.carrying import Naming, holds_anything, taken
from aftershift.web.mydata.readable import Reader
from aftershift.web.mydata.wings import WINGS, stays
from aftershift.web.people import personal as people_personal
from aftershift.web.people import queries as people
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.windows import queries as windows

FORMAT = 1  # of the file as a whole; each kind of row has its own version beside it
HOUSEHOLD = "household"


def everything(*, by: SignedIn) -> dict[str, Any]:
    """Gather what every wing holds of this person, wing by wing."""
    return {wing: personal.export(by) for wing, personal in WINGS}


def papers(*, by: SignedIn) -> dict[str, Any]:
    """Gather what may be brought back, in the shapes in which it is kept."""
    naming = Naming()
    household = people_personal.household(naming, by=by)
    kept = {wing: taken(personal.CARRIES, naming, by=by) for wing, personal in WINGS}
    return {
        "format": FORMAT,
        HOUSEHOLD: household,
        "wings": {wing: rows for wing, rows in kept.items() if rows},
        "stays_behind": [str(one) for one in stays()],
    }


def is_empty(*, by: SignedIn) -> bool:
    """Say whether this account holds nothing that a new one would not."""
    return not people_personal.holds_anybody(by=by) and not any(
        holds_anything(personal.CARRIES, by=by) for _, personal in WINGS
    )


def reader(*, by: SignedIn) -> Reader:
    """Say on whose clock this person reads, and what they call the others."""
    members = {str(card.id): card.label for card in people.household(by=by)}
    return Reader(zone=windows.own_zone(by=by), members=members)
