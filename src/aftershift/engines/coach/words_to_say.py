"""Words that the person may say to somebody: a playbook's, a frame for their own, an example.

Ready words fit where the talk is surely about a theme. Elsewhere judges found them wrong four times
of five (docs/coach.md): then a frame is given, and words of another life only when asked again.
"""

from dataclasses import replace

from aftershift.engines.coach.drafts import Draft, Here
from aftershift.engines.coach.moves import Move
from aftershift.engines.coach.shelves import Playbook
from aftershift.engines.coach.state import Act
from aftershift.engines.coach.telling import nearest_line
from aftershift.engines.language.phrases import words_in

FIRMNESSES = ("soft", "firm", "firmer")
FIRMER = frozenset({"firmer", "stronger"})  # asks for the same words again, with more in them
READY = 0.8  # share of a theme, all that was said before taken together


def gives_words(here: Here) -> Draft | None:
    """Give words that the person may say; asking is the leave, "more" makes them firmer."""
    move, has_words = here.reading.move, here.state.acts[-1:] == (Act.SCRIPT,)
    is_firmer = not FIRMER.isdisjoint(words_in(here.heard.clean))
    wants_more = has_words and (move is Move.MORE or is_firmer)
    if move is not Move.WORDS and not wants_more:
        return None
    if here.theme is None or not _is_surely(here, here.theme):
        return (_example(here) if wants_more else None) or _frame(here)
    said = [one for one in here.state.used if one.startswith(f"{here.theme.id}.words.")]
    named = [
        (f"{here.theme.id}.words.{n}.{how}", getattr(script, how))
        for n, script in _fitting_scripts(here)
        for how in FIRMNESSES
    ]
    if said and wants_more:
        number = said[-1].split(".")[2]
        named = [one for one in named if one[0].split(".")[2] == number] or named
    words, opening = here.first_new(named), here.line("words_offer")
    if words is None:
        return None
    pieces = (*([opening] if opening else []), replace(words, text=f"“{words.text}”"))
    return Draft(act=Act.SCRIPT, pieces=pieces, suggestions=(Move.MORE, Move.YES, Move.STEP))


def _is_surely(here: Here, theme: Playbook) -> bool:
    """Say whether the talk is about a theme so surely that its ready words fit."""
    name, share = next(iter(here.state.leaning), ("", 0.0))
    return name == theme.id and share >= READY


def _frame(here: Here) -> Draft | None:
    """Give a frame for their own words, where ready ones would be a guess."""
    frame = here.line("words_frame")
    return frame and Draft(act=Act.SCRIPT, pieces=(frame,), suggestions=(Move.MORE, Move.STEP))


def _example(here: Here) -> Draft | None:
    """Give words of another life, by what was heard whatever it is about, and say that they are."""
    lines = {
        f"{gist.id}.words.{n}": text for gist in here.gists for n, text in enumerate(gist.words)
    }
    words, opening = nearest_line(here, lines), here.line("words_example")
    if words is None or opening is None:
        return None
    pieces = (opening, replace(words, text=f"“{words.text}”"))
    return Draft(act=Act.SCRIPT, pieces=pieces, suggestions=(Move.MORE, Move.STEP))


def _fitting_scripts(here: Here) -> list[tuple[int, object]]:
    """Order the scripts by how near their purpose is to what was said."""
    theme = here.theme
    if theme is None:
        return []
    names = {f"{theme.id}.{n}": n for n in range(len(theme.script))}
    near = here.shelves.scripts.nearest(here.heard.rows, len(names), among=names)
    order = dict.fromkeys((*(one.name for one in near), *names))
    return [(names[name], theme.script[names[name]]) for name in order]
