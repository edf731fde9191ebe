"""Reads of everything at once."""

from typing import Any

from aftershift.web.mydata.readable import Reader
from aftershift.web.mydata.wings import WINGS
from aftershift.web.people import queries as people
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.windows import queries as windows


def everything(*, by: SignedIn) -> dict[str, Any]:
    """Gather what every wing holds of this person, wing by wing."""
    return {wing: personal.export(by) for wing, personal in WINGS}


def reader(*, by: SignedIn) -> Reader:
    """Say on whose clock this person reads, and what they call the others."""
    members = {str(card.id): card.label for card in people.household(by=by)}
    return Reader(zone=windows.own_zone(by=by), members=members)
