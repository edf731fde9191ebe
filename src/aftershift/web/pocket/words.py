"""The pocket's own marks in plain words."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from aftershift.engines.evidence.practices import Company
from aftershift.engines.pocket.guides import After

ANY = _("Any")
AFTER: Mapping[str, Promise] = {
    After.NOTHING.value: _("Nothing much"),
    After.CARE.value: _("Patients, or critical work"),
    After.WHEEL.value: _("A drive"),
}
PLACES: Mapping[str, Promise] = {
    "home": _("At home"),
    "work": _("At work"),
    "travel": _("On the way"),
    "bed": _("In bed"),
}
WHERE: Mapping[str, Promise] = {**PLACES, "anywhere": _("anywhere")}
ENERGY: Mapping[str, Promise] = {"low": _("Little is left"), "some": _("Some is left")}
TAKES: Mapping[str, Promise] = {
    "low": _("takes little energy"),
    "some": _("takes some energy"),
    "much": _("takes much energy"),
}
ASKED_ABOUT_COMPANY: Mapping[str, Promise] = {
    Company.TOGETHER.value: _("Together"),
    Company.APART.value: _("Apart"),
}
COMPANY: Mapping[str, Promise] = {
    **ASKED_ABOUT_COMPANY,
    Company.ALONE.value: _("Alone"),
    Company.GROUP.value: _("In a group"),
}
ASKED_AFTER = [("", ANY), *AFTER.items()]
ASKED_PLACES = [("", ANY), *PLACES.items()]
ASKED_ENERGY = [("", ANY), *ENERGY.items()]
ASKED_COMPANY = [("", ANY), *ASKED_ABOUT_COMPANY.items()]

# What stands on the player and beside words to send; the help pages bring theirs in five languages.
PLAYER: Mapping[str, Promise] = {
    "pause": _("Pause"),
    "go_on": _("Go on"),
    "next": _("Next"),
    "back": _("Back"),
    "stop": _("Stop"),
    "aloud": _("Read it aloud"),
    "over": _("That was all of it."),
    "send": _("As a message"),
    "share": _("Share"),
    "copy": _("Copy"),
    "copied": _("Copied"),
}


def minutes(number: int) -> str:
    """Write a length in minutes."""
    return ngettext("%(n)d minute", "%(n)d minutes", number) % {"n": number}


def seconds(number: int) -> str:
    """Write how long a step takes; whole minutes as such."""
    if number % 60 == 0:
        return minutes(number // 60)
    if number > 60:
        return f"{number // 60}:{number % 60:02} min"
    return ngettext("%(n)d second", "%(n)d seconds", number) % {"n": number}
