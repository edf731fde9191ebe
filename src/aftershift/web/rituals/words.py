"""Rituals, their places and what fits nowhere, in words."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from aftershift.engines.windows.month import PLAN_DAYS
from aftershift.engines.windows.ritual_plan import Miss, Placed
from aftershift.engines.windows.rituals import Every, Place, Ritual, Tie
from aftershift.web.rituals.queries import Month
from aftershift.web.rosters.words import length_words
from aftershift.web.windows.ritual_names import NAMES

# Ritual -> its name, and what it is.
RITUALS: dict[str, tuple[Promise | str, Promise | str]] = {
    "hug": (
        NAMES["hug"],
        gettext_lazy("Half a minute, nothing said. Once a day, when you are both home."),
    ),
    "eye-contact": (
        NAMES["eye-contact"],
        gettext_lazy("One minute face to face, phones away: once early, once late."),
    ),
    "no-work-talk": (
        NAMES["no-work-talk"],
        gettext_lazy("The first five minutes after coming home, and no word about work."),
    ),
    "gratitude": (
        NAMES["gratitude"],
        gettext_lazy("One sentence of thanks after waking, said or written, wherever you are."),
    ),
    "voice-note": (
        NAMES["voice-note"],
        gettext_lazy("On days when you do not meet: two spoken minutes for the other to wake to."),
    ),
    "micro-date": (
        NAMES["micro-date"],
        gettext_lazy("A quarter of an hour, twice a week: a coffee, a walk round the block."),
    ),
    "check-in": (
        NAMES["check-in"],
        gettext_lazy("Half an hour a week to ask each other. In a bad week five minutes will do."),
    ),
    "weekly-ritual": (
        NAMES["weekly-ritual"],
        gettext_lazy("One hour a week, rested, that is not given up: it moves instead."),
    ),
    "lazy-morning": (
        NAMES["lazy-morning"],
        gettext_lazy("One morning a month, on a day when nobody works, with nothing before noon."),
    ),
    "family-time": (
        NAMES["family-time"],
        gettext_lazy("Twice a week, before the first bedtime."),
    ),
}


def lasts(ritual: Ritual, placed: Placed) -> str:
    """Say how long it takes; what takes less than a minute in seconds."""
    if ritual.seconds < 60:
        return ngettext("%(n)d second", "%(n)d seconds", ritual.seconds) % {"n": ritual.seconds}
    return length_words(placed.span[1] - placed.span[0])


def where(ritual: Ritual, placed: Placed, zone: ZoneInfo) -> str:
    """Say where it is done, and of a message when the other can hear it."""
    if ritual.place is Place.MESSAGE and placed.heard_at is not None:
        at = moment(placed.heard_at, zone)
        return _("a voice note, to be heard from %(at)s") % {"at": at}
    if ritual.place is Place.MESSAGE:
        return _("a voice note")
    if ritual.place is Place.APART:
        return _("wherever you are")
    return _("at home, after work") if ritual.tie is Tie.AFTER_RETURN else _("at home")


def missed(miss: Miss, every: Every, view: Month, zone: ZoneInfo) -> str:
    """Say where a ritual finds no place, and the nearest that would do."""
    first, last = date_format(miss.first, "D j M"), date_format(miss.last, "D j M")
    when = _("Not in the week from %(first)s") % {"first": first}
    if miss.first < view.today:
        when = _("Not this week any more")
    if every is Every.MONTH:
        when = _("Not by %(last)s, where the rosters end") % {"last": last}
        when = _("Not this month") if view.days == PLAN_DAYS else when
    if miss.nearest is None:
        return _("%(when)s; no near time is known yet.") % {"when": when}
    nearest = moment(miss.nearest, zone)
    return _("%(when)s; the nearest is %(nearest)s.") % {"when": when, "nearest": nearest}


def nowhere(ritual: Ritual) -> str:
    """Say why a ritual of the day has no time at all."""
    if ritual.when_apart:
        return _("You meet on every day that the rosters know, or no day apart has room for it.")
    return _("There is no time for it in the days that the rosters know.")


def moment(at: datetime, zone: ZoneInfo) -> str:
    """Write a moment on somebody's wall: Thu 22 Oct, 17:45."""
    return date_format(at.astimezone(zone), "D j M, H:i")
