"""What a theme says of what was told: the reflection of its part that is nearest.

Alone only where a theme is sure. Behind somebody's own words also where it is apt, once in a talk
and early: "You snapped at your wife again. You were not fine until the door. You were held together
until the door."
"""

from aftershift.engines.coach.drafts import Here, Piece
from aftershift.engines.coach.giving_back import HEART, LOSS
from aftershift.engines.coach.state import Steering
from aftershift.engines.coach.supposing import may_be_said

EARLY = 3  # replies before which what was told may be read so


def of_theme(here: Here, *, is_alone: bool = True) -> Piece | None:
    """Take the reflection of the theme's part that is nearest to what was said."""
    theme, part = here.theme, here.reading.part
    if theme is None:
        return None
    parts = [one for one in theme.parts if one.id == part] or [
        one for one in theme.meaning if not here.state.meaning or one.id == here.state.meaning
    ]
    named = {
        f"{theme.id}.{one.id}.{place}": text
        for one in parts or theme.meaning
        for place, text in enumerate(one.reflections)
    }
    near = here.shelves.reflections.nearest(here.heard.rows, len(named), among=named)
    order = dict.fromkeys((*(one.name for one in near), *named))
    line = here.first_new([(name, named[name]) for name in order])
    if line is None or here.was_said(line.name):
        return None
    amount = here.reading.facts.amount
    is_fresh = is_alone and amount and amount.split()[0] not in line.text.lower()
    if is_fresh and Steering.SHORT not in here.state.steering and not here.state.turns:
        return Piece(text=f"{amount.capitalize()}. {line.text}", name=line.name)
    return line


def read_so(here: Here, line: Piece) -> Piece | None:
    """Say behind somebody's own words how a theme reads them, where it is apt."""
    theme = here.theme
    is_apt = here.reading.is_apt and here.state.turns < EARLY
    is_bare = not line.name.startswith((HEART, LOSS)) and not line.asks
    if theme is None or not is_apt or not is_bare or here.listens:
        return None
    if any(name.startswith(f"{theme.id}.") for name in here.state.used):
        return None
    said = of_theme(here, is_alone=False)
    told = " ".join((*here.state.said, here.heard.clean))
    return said if said and may_be_said(said.text, told) and not said.asks else None
