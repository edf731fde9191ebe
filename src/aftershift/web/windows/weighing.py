"""What a change would give and take, in words, for a page."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from aftershift.engines.windows.plan import Move
from aftershift.engines.windows.whatif import DayChange, Stretch
from aftershift.web.rosters.words import day_words, length_words
from aftershift.web.windows import cards, words
from aftershift.web.windows.strips import shifts_words
from aftershift.web.windows.what_if import Swapped, Weighed

STEP = 5  # minutes; likely sleep is known no finer
STRETCHES_NAMED = 5

# By whether minutes are lost, stay, or are won.
_SWAP_PRICES = {
    -1: gettext_noop("This swap costs %(whom)s %(length)s of rested time this fortnight."),
    0: gettext_noop("This swap leaves the rested time of %(whom)s as it is this fortnight."),
    1: gettext_noop("This swap gives %(whom)s %(length)s of rested time this fortnight."),
}
_ROSTER_PRICES = {
    -1: gettext_noop("This would cost %(whom)s %(length)s of rested time this fortnight."),
    0: gettext_noop("This would leave the rested time of %(whom)s as it is this fortnight."),
    1: gettext_noop("This would give %(whom)s %(length)s of rested time this fortnight."),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class StretchList:
    """Stretches that come or go, the first of them by name, and how many more there are."""

    title: str
    named: tuple[str, ...]
    more: int


@dataclass(frozen=True, kw_only=True, slots=True)
class WhatIfCard:
    """A change and its price. `days` are rows of day, awake at home together, fit for a talk.

    `changes` say what is worked otherwise, and `warnings` what could hardly be worked.
    """

    price: str
    changes: tuple[str, ...]
    warnings: tuple[str, ...]
    awake: str
    is_loss: bool
    lists: tuple[StretchList, ...]
    moves: tuple[str, ...]
    days: tuple[tuple[str, str, str], ...]


def what_if_card(weighed: Weighed) -> WhatIfCard:
    """Say what a change costs or gives, what comes and goes, and what would have to move."""
    found, reader = weighed.difference, cards.reader_of(weighed.view)
    lists = (
        _stretches(_("No longer fit for a real talk"), found.talks_lost, reader),
        _stretches(_("Newly fit for a real talk"), found.talks_gained, reader),
        _stretches(_("No longer an hour at home together"), found.hours_lost, reader),
        _stretches(_("Newly an hour at home together"), found.hours_gained, reader),
    )
    return WhatIfCard(
        price=_price_words(weighed),
        changes=_change_words(weighed, reader),
        warnings=tuple(_overlap_words(day) for day in weighed.overlaps),
        awake=_awake_words(_rounded(found.awake)),
        is_loss=_rounded(found.rested) < 0,
        lists=tuple(one for one in lists if one.named),
        moves=tuple(_move_words(move, reader) for move in weighed.moves),
        days=tuple(_day_row(one) for one in found.days),
    )


def _change_words(weighed: Weighed, reader: words.Reader) -> tuple[str, ...]:
    is_own = weighed.name == reader.name
    if weighed.swapped is None:
        said = (
            _("Your roster, as you brought it")
            if is_own
            else _("%(name)s’s roster, as you brought it")
        )
        return (said % {"name": weighed.name},)
    said = _("You on %(day)s: %(after)s instead of %(before)s")
    if not is_own:
        said = _("%(name)s on %(day)s: %(after)s instead of %(before)s")
    return tuple(
        said
        % {
            "name": weighed.name,
            "day": day_words(one.day),
            "after": shifts_words(one.after),
            "before": shifts_words(one.before),
        }
        for one in weighed.swapped
        if one.is_changed
    )


def _overlap_words(day: date) -> str:
    said = _("On %(day)s a shift would begin before the one before it ends.")
    return said % {"day": day_words(day)}


def _price_words(weighed: Weighed) -> str:
    """Say what it costs or gives; of a swap that is none, why it is none."""
    minutes, swapped = _rounded(weighed.difference.rested), weighed.swapped
    if swapped is not None and not any(one.is_changed for one in swapped):
        return _unchanged_words(swapped)
    whom = _("the two of you") if len(weighed.view.company.people) == 2 else _("all of you")
    sign = (minutes > 0) - (minutes < 0)
    said = (_ROSTER_PRICES if swapped is None else _SWAP_PRICES)[sign]
    return _(said) % {"whom": whom, "length": length_words(abs(minutes))}


def _unchanged_words(swapped: tuple[Swapped, ...]) -> str:
    if any(one.before for one in swapped):
        return _("Nothing changes: the same is worked on these days as before.")
    return _("Nothing changes: these days are free.")


def _awake_words(minutes: int) -> str:
    if not minutes:
        return _("The hours awake at home together stay as they are.")
    return _("Awake at home together: %(change)s.") % {"change": _more_or_less(minutes)}


def _more_or_less(minutes: int) -> str:
    if not minutes:
        return _("the same")
    said = _("%(length)s less") if minutes < 0 else _("%(length)s more")
    return said % {"length": length_words(abs(minutes))}


def _day_row(change: DayChange) -> tuple[str, str, str]:
    awake, rested = _rounded(change.awake), _rounded(change.rested)
    return day_words(change.day), _more_or_less(awake), _more_or_less(rested)


def _stretches(title: str, found: tuple[Stretch, ...], reader: words.Reader) -> StretchList:
    return StretchList(
        title=title,
        named=tuple(
            words.span_words(words.quarter(one.starts), words.quarter(one.ends), reader.zone)
            for one in found[:STRETCHES_NAMED]
        ),
        more=max(0, len(found) - STRETCHES_NAMED),
    )


def _move_words(move: Move, reader: words.Reader) -> str:
    before = words.item_words(move.before, reader.zone)
    if move.after is None:
        said = _("%(before)s would be gone.") % {"before": before}
        return f"{said} {words.no_place_words(move.before)}"
    after = words.span_words(move.after.starts, move.after.ends, reader.zone)
    return _("%(before)s would move to %(after)s.") % {"before": before, "after": after}


def _rounded(minutes: int) -> int:
    return round(minutes / STEP) * STEP
