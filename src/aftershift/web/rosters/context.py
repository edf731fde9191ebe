"""What the frame of a page knows of its reader's own hour."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from aftershift.web.pages import clock, hours, remembered
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.rosters import queries


def own_hours(request: HttpRequest) -> dict[str, Any]:
    """Say whether it is night for who is signed in; nothing where they chose, or nobody is.

    It is looked up only where a whole page is shown, for the rows are sealed.
    """
    by = getattr(request, "by", None)
    if by is None or request.COOKIES.get(remembered.PAPER) in ("light", "dark"):
        return {}
    return {"hours": SimpleLazyObject(lambda: _hours(by))}


def _hours(by: SignedIn) -> str:
    try:
        zone = queries.told_zone(by=by)
    except Exception:
        return ""
    return hours.by_the_hour(clock.now().astimezone(zone).time()) if zone else ""
