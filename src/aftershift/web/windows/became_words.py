"""What became of what was planned, in words: each count with its cause, and no blame in any."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from aftershift.engines.windows.became import Became


@dataclass(frozen=True, kw_only=True, slots=True)
class BecameCard:
    """How many times came, and a line for each thing that became of some of them."""

    planned: str
    lines: tuple[str, ...]


def became_card(found: Became) -> BecameCard | None:
    """Say it; None while nothing that was planned has come."""
    if not found.planned:
        return None
    planned = ngettext("One time came.", "%d times came.", found.planned)
    counted = (
        (found.kept, _("stood as planned")),
        (found.by_roster, _("moved, because a roster changed")),
        (found.by_hours, _("moved, because sleep, the way to work or your own lines changed")),
        (found.lost_to_roster, _("lost to a roster: no other time was left near it")),
        (found.lost_to_hours, _("lost to changed hours: no other time was left near it")),
        (found.let_go, _("let go by choice")),
        (found.unknown, _("changed before its cause was noted")),
    )
    return BecameCard(
        planned=planned % found.planned if found.planned > 1 else planned,
        lines=tuple(f"{count}: {words}" for count, words in counted if count),
    )
