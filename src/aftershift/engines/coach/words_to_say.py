"""Words that the person may say to somebody: a playbook's, a frame for their own, an example.

Ready words fit where the talk is surely about a theme. Elsewhere judges found them wrong four times
of five (docs/coach.md): then a frame is given, and words of another life only when asked again.
"""

from dataclasses import replace

from aftershift.engines.coach.choosing import is_surely, small
from aftershift.engines.coach.drafts import Draft, Here
from aftershift.engines.coach.giving_back import point_of_now
from aftershift.engines.coach.moves import Move
from aftershift.engines.coach.own_plans import own_words
from aftershift.engines.coach.state import Act
from aftershift.engines.coach.telling import nearest_line
from aftershift.engines.language.phrases import words_in

FIRMNESSES = ("soft", "firm", "firmer")
NAMES_WORDS = frozenset({
    "say", "text", "write", "word", "words", "tell", "put", "message", "answer", "reply", "ask",
    "sentence", "email", "letter",
})  # fmt: skip
FIRMER = frozenset({"firmer", "stronger"})  # asks for the same words again, with more in them


def has_own_words(here: Here) -> Draft | None:
    """Leave it at a line that somebody found for themselves: it is better than one of ours."""
    after_words = Act.SCRIPT in here.state.acts[-2:]
    if here.heard.tapped or not own_words(here.heard.text, after_words=after_words):
        return None
    if here.is_guarded:
        return None
    if here.reading.move not in (Move.TELLS, Move.WORDS, Move.JOKE) or not here.state.turns:
        return None
    line = here.line("words_own")
    return line and Draft(act=Act.REFLECT, pieces=(line,), suggestions=(Move.WORDS, Move.STEP))


def gives_words(here: Here) -> Draft | None:
    """Give words that the person may say; asking is the leave, "more" makes them firmer."""
    move, has_words = here.reading.move, here.state.acts[-1:] == (Act.SCRIPT,)
    is_firmer = not FIRMER.isdisjoint(words_in(here.heard.clean))
    wants_more = has_words and (move is Move.MORE or is_firmer)
    if move is not Move.WORDS and not wants_more:
        return None
    if here.state.course.guarded:
        line = here.line("words_guarded")
        return line and Draft(act=Act.REFLECT, pieces=(line,))
    if here.theme is None or not is_surely(here.state, here.theme):
        again = (_of_either(here) or _example(here)) if wants_more else None
        return again or _frame(here)
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


def _of_either(here: Here) -> Draft | None:
    """Give words for either of two things that may be wanted, and say which is for what.

    Not before a frame was not enough: judges found the words of one likely aim wrong as often as
    not.
    """
    aiming, told, opening = here.shelves.aiming, here.heard.told, here.line("words_either")
    named = [(aim.name, here.first_new(aiming.words(aim, told))) for aim in aiming.one_of(told)]
    pieces = [
        replace(one, text=f"To {small(name)}: “{one.text}”", is_spare=place > 0)
        for place, (name, one) in enumerate(named)
        if one and not here.was_said(one.name)
    ]
    if opening is None or len(pieces) < 2:
        return None
    return Draft(act=Act.SCRIPT, pieces=(opening, *pieces), suggestions=(Move.MORE, Move.STEP))


def _frame(here: Here) -> Draft | None:
    """Give a frame for their own words, where ready ones would be a guess.

    Not to who has told nothing yet and asks for no words by name.
    """
    if not here.state.turns and NAMES_WORDS.isdisjoint(words_in(here.heard.clean)):
        return None
    said = point_of_now(here)
    frame = here.line("words_around") if said else None
    frame = replace(frame, text=frame.text.replace("{said}", said)) if frame else None
    frame = frame if frame and not here.was_said(frame.name) else here.line("words_frame")
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
