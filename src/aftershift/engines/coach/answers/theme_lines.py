"""What a theme says of what was told.

To a first message one of its plain lines, which suppose nothing else: behind somebody's own words
where it is apt, alone where it is sure. Later the reflection of its part that is nearest.
"""

from aftershift.engines.basics.order import rotated
from aftershift.engines.coach.answers.giving_back import HEART, LOSS
from aftershift.engines.coach.drafts import Here, Piece
from aftershift.engines.coach.hearing.supposing import may_be_said


def of_theme(here: Here) -> Piece | None:
    """Take what a theme says by itself: first a plain line, then what is nearest of its part."""
    line = _of_its_part(here) if here.state.turns else _plain(here)
    return None if line is None or here.was_said(line.name) else line


def _of_its_part(here: Here) -> Piece | None:
    """Take the reflection of the theme's part that is nearest to what was said."""
    theme, part = here.theme, here.reading.part
    if theme is None:
        return None
    parts = [one for one in theme.parts if one.id == part] or [
        one for one in theme.meaning if not here.state.meaning or one.id == here.state.meaning
    ]
    told = told_by(here)
    named = {
        f"{theme.id}.{one.id}.{place}": text
        for one in parts or theme.meaning
        for place, text in enumerate(one.reflections)
        if may_be_said(text, told)
    }
    if not named:
        return None
    near = here.shelves.reflections.nearest(here.heard.rows, len(named), among=named)
    order = dict.fromkeys((*(one.name for one in near), *named))
    return here.first_new([(name, named[name]) for name in order])


def meets(here: Here, line: Piece) -> Piece | None:
    """Say behind somebody's own words one plain thing about the theme, where it is apt.

    These lines suppose nothing but the theme. What a part of it says supposed too much to stand in
    a first reply: judges called four of four wrong or beside the point.
    """
    theme = here.theme
    is_apt = here.reading.is_apt and not here.state.turns
    is_bare = not line.name.startswith((HEART, LOSS)) and not line.asks
    if theme is None or not is_apt or not is_bare or here.listens:
        return None
    return _plain(here)


def _plain(here: Here) -> Piece | None:
    """Take one of the theme's lines that suppose nothing else."""
    if here.theme is None:
        return None
    told = told_by(here)
    named = [
        (f"{here.theme.id}.meets.{n}", one)
        for n, one in enumerate(here.theme.meets)
        if may_be_said(one, told)
    ]
    return here.first_new(rotated(named, len(here.heard.clean)))


def told_by(here: Here) -> str:
    """Give all that was said in a talk, in one."""
    return " ".join((*here.state.said, here.heard.clean))
