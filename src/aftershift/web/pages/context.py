"""What every template may use."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from aftershift.web.env import ENV
from aftershift.web.pages import clock, hours, remembered

# The ways through the house: a wing joins by one line. (route, its name on the page)
SIGNED_IN: tuple[tuple[str, Promise], ...] = (
    ("home", _("Home")),
    ("windows:fortnight", _("Fortnight")),
    ("rosters:list", _("Rosters")),
    ("mydata:page", _("My data")),
    ("people:account", _("Account")),
)
HELP: tuple[str, Promise] = ("help:home", _("Help"))
READING: tuple[str, Promise] = ("reading:home", _("Reading"))
POCKET: tuple[str, Promise] = ("pocket:home", _("Pocket"))


@dataclass(frozen=True, kw_only=True, slots=True)
class Way:
    """One link of the frame; `here` says that the page lies behind it."""

    name: Promise | str
    address: str
    here: bool


def page(request: HttpRequest) -> dict[str, Any]:
    """Give the frame who is signed in (or nobody), the clock, the ways and its look."""
    by = getattr(request, "by", None)
    ways = [way(request, *line) for line in SIGNED_IN] if by else []
    return {
        "by": by,
        "demo": ENV.demo,
        "now": clock.now(),
        "hours": _hours(request),
        "stands_at": ENV.now.replace(tzinfo=None) if ENV.now else None,  # on its own wall
        "ways": [one for one in ways if one],
        "help": way(request, *HELP),
        "reading": way(request, *READING),
        "pocket": way(request, *POCKET),
        "looks_plain": ENV.plain_name or remembered.looks_plain(request),
    }


def _hours(request: HttpRequest) -> str:
    """Say what is known of light and dark without knowing who reads: a choice, the demo's hour."""
    chosen = request.COOKIES.get(remembered.PAPER, "")
    if chosen in ("light", "dark"):
        return chosen
    return hours.by_the_hour(ENV.now.time()) if ENV.now else ""


def way(request: HttpRequest, route: str, name: Promise | str) -> Way | None:
    """Find where a way leads; None as long as its wing is not built."""
    try:
        address = reverse(route)
    except NoReverseMatch:
        return None
    below = address != "/" and request.path.startswith(address)
    return Way(name=name, address=address, here=request.path == address or below)
