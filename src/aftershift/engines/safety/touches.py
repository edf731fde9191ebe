"""What an item to tick may touch, and which protocol asks about it before anything else is shown.

A tick is no sentence: nothing was heard in it, so the kind that its author named decides. The
table stands from the gravest down.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from aftershift.engines.safety.risk import Level


@dataclass(frozen=True, kw_only=True, slots=True)
class Opening:
    """The protocol that is opened, and how grave the tick is taken."""

    path: str
    level: Level


OPENINGS: Mapping[str, Opening] = {
    "plan": Opening(path="danger", level=Level.EMERGENCY),  # intent with a plan, or an attempt
    "violence": Opening(path="violence", level=Level.ELEVATED),  # by a partner, or at home
    "self_harm": Opening(path="thoughts", level=Level.ELEVATED),  # any thought of dying
    "afraid": Opening(path="eggshells", level=Level.CHECK_IN),  # on guard at home
    "disappearing": Opening(path="check_in", level=Level.CHECK_IN),  # tired, or not; who knows
    "abuse_at_work": Opening(path="at_work", level=Level.CHECK_IN),  # whoever of the two it is
    "substance": Opening(path="drinking", level=Level.CHECK_IN),  # to get through, or come down
}


def gravest(kinds: Iterable[str]) -> str:
    """Give the one kind that is asked about, of all that were touched; empty for none."""
    touched = set(kinds)
    return next((kind for kind in OPENINGS if kind in touched), "")
