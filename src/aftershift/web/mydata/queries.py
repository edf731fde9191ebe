"""Reads of everything at once."""

from typing import Any

from aftershift.web.mydata.wings import WINGS
from aftershift.web.people.signed_in import SignedIn


def everything(*, by: SignedIn) -> dict[str, Any]:
    """Gather what every wing holds of this person, wing by wing."""
    return {wing: personal.export(by) for wing, personal in WINGS}
