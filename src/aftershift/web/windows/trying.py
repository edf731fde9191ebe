"""The page on which swaps are tried: everybody's next days, and what the last try would change."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from aftershift.engines.windows.availability import KnownHours
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.rosters.words import day_words
from aftershift.web.windows.forms import SwapForm
from aftershift.web.windows.strips import Strip, choices_of, strips_of
from aftershift.web.windows.swaps import (
    NotReached,
    NotReadable,
    Swap,
    SwapDesk,
    hours_after,
    written,
)
from aftershift.web.windows.weighing import WhatIfCard, what_if_card
from aftershift.web.windows.what_if import Weighed, weigh_swap


@dataclass(frozen=True, kw_only=True, slots=True)
class SwapPage:
    """All that the page shows. `tried` are the steps so far, for hidden fields.

    `is_alone` where nothing can be compared, because two rosters do not meet.
    """

    form: SwapForm
    strips: tuple[Strip, ...]
    card: WhatIfCard | None
    tried: tuple[str, ...] = ()
    is_draft: bool = False
    is_alone: bool = False


def draft_page(desk: SwapDesk, weighed: Weighed | None) -> SwapPage:
    """Show the days as they are, and what the roster that waits to be kept would change."""
    strips = strips_of(desk, {})
    return SwapPage(
        form=_form_for(desk, strips),
        strips=strips,
        card=what_if_card(weighed) if weighed else None,
        is_draft=weighed is not None,
    )


def swap_page(form: SwapForm, desk: SwapDesk, *, by: SignedIn, now: datetime) -> SwapPage:
    """Show the days as they would be, and the price; where a step cannot be tried, why not."""
    if form.is_valid():
        swap: Swap | None = form.cleaned_data["swap"]
        try:
            return _tried(form, desk, swap, by=by, now=now)
        except NotReadable:
            said = _("This is no code of that rota. Type its hours: 0730-2000.")
            form.add_error("instead", said)
        except NotReached as trouble:
            is_own = swap is not None and swap.member == desk.own
            form.add_error(None, _not_reached_words(trouble, is_own=is_own))
    return _refused(form, desk)


def _tried(
    form: SwapForm, desk: SwapDesk, swap: Swap | None, *, by: SignedIn, now: datetime
) -> SwapPage:
    strips = strips_of(desk, _after(swap, desk))
    weighed = weigh_swap(swap, desk, by=by, now=now) if swap else None
    return SwapPage(
        form=_form_for(desk, strips, chosen=form.cleaned_data["shift"]),
        strips=strips,
        card=what_if_card(weighed) if weighed else None,
        tried=_written(swap),
        is_alone=swap is not None and weighed is None,
    )


def _refused(form: SwapForm, desk: SwapDesk) -> SwapPage:
    """Show the days as they were before the step that was refused."""
    swap = form.earlier()
    try:
        strips = strips_of(desk, _after(swap, desk))
    except (NotReadable, NotReached):
        swap, strips = None, strips_of(desk, {})
    form.name_days(choices_of(strips))
    return SwapPage(form=form, strips=strips, card=None, tried=_written(swap))


def _after(swap: Swap | None, desk: SwapDesk) -> Mapping[UUID, KnownHours]:
    if swap is None:
        return {}
    return {swap.member: hours_after(swap, desk)}


def _written(swap: Swap | None) -> tuple[str, ...]:
    return tuple(written(swap.member, step) for step in swap.steps) if swap else ()


def _form_for(desk: SwapDesk, strips: tuple[Strip, ...], *, chosen: str = "") -> SwapForm:
    form = SwapForm(desk=desk, initial={"shift": chosen})
    form.name_days(choices_of(strips))
    return form


def _not_reached_words(trouble: NotReached, *, is_own: bool) -> str:
    said = _("The roster of %(name)s does not reach %(day)s.")
    if is_own:
        said = _("Your roster does not reach %(day)s.")
    return said % {"name": trouble.name, "day": day_words(trouble.day)}
