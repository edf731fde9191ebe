"""What a page is called in the browser's history while what is for two is put away: as ever.

A history can be read without signing in, so its titles must not tell what the page said.
"""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# By the page's route; by its wing, where all of its pages that may be away are called the same.
TITLES: Mapping[str, Promise | str] = {
    "agreements": _("Ours"),
    "agreements:check_in": _("The weekly check-in"),
    "agreements:hold_check_in": _("The weekly check-in"),
    "agreements:repair": _("Repair"),
    "agreements:ready": _("Repair"),
    "deciding": _("Deciding"),
    "experiments": _("Experiments"),
    "journal": _("Journal"),
    "pairing": _("Ours"),
    "reflections": _("Reflections"),
    "rituals": _("Rituals"),
    "windows": _("Fortnight"),
    "windows:limits": _("Curfew and lengths"),
    "windows:talk": _("Before a hard talk"),
    "windows:what_if": _("What would change"),
    "windows:window": _("Why this one"),
    "wording": _("Words"),
    "wording:apology": _("An apology"),
    "wording:check": _("Look at an apology"),
    "wording:request": _("From a rant to a request"),
}


def title_of(route: str) -> Promise | str:
    """Give the title that a page has when it is not away."""
    return TITLES.get(route) or TITLES.get(route.partition(":")[0]) or _("Aftershift")
