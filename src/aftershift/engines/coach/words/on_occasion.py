"""Words for the occasion that was heard: texts that do the thing and can go as they stand."""

from collections.abc import Iterator
from dataclasses import replace

from aftershift.engines.coach.drafts import Draft, Here, Piece
from aftershift.engines.coach.hearing.moves import Move
from aftershift.engines.coach.own_words.supposed_in_words import may_be_handed
from aftershift.engines.coach.state import Act
from aftershift.engines.coach.stock.naming import FIRMER, refused
from aftershift.engines.coach.stock.occasions import FIRMER as FIRMER_AT
from aftershift.engines.coach.stock.occasions import NAMED, texts_of
from aftershift.engines.coach.words.beginnings import ASKS_ELSE
from aftershift.engines.coach.words.whole_texts import register
from aftershift.engines.language.phrases import words_in

SURELY = 0.55  # share of the likeliest occasion from where on its words are given
_SORRY = "sorry"


def on_occasion(here: Here) -> Draft | None:
    """Give two texts for the likeliest occasion; None where none is sure, or all were given."""
    name, share = next(iter(here.heard.told.occasions), ("", 0.0))
    if here.is_guarded or share < SURELY:
        return None
    keys = ("words_named", "words_named_or")
    texts = zip(keys, _texts(here, name), strict=False)
    given = [_framed(here, key, *text) for key, text in texts]
    if not given:
        return None
    ask = here.line(ASKS_ELSE)
    pieces = (
        given[0],
        *(replace(one, is_spare=True) for one in given[1:]),
        *((ask,) if ask else ()),
    )
    return Draft(act=Act.SCRIPT, pieces=pieces, suggestions=(Move.MORE, Move.YES, Move.STEP))


def others_on_occasion(here: Here) -> Draft | None:
    """Give other words for the occasion that the last reply gave words for."""
    last = [one for one in here.state.used[-3:] if one.startswith(NAMED)]
    name = last[0].split(".")[1] if last else ""
    if name not in here.shelves.occasions or here.is_guarded:
        return None
    text = next(_texts(here, name), None)
    given = text and _framed(here, "words_named_or", *text)
    return given and Draft(
        act=Act.SCRIPT, pieces=(given,), suggestions=(Move.MORE, Move.YES, Move.STEP)
    )


def _texts(here: Here, name: str) -> Iterator[tuple[str, str]]:
    """Give the name and text of each that is new and fits what was told, the apt one first."""
    told = " ".join((*here.state.said, here.heard.clean))
    is_barred = _SORRY in refused(here.heard.clean)
    for line, text in texts_of(here.shelves.occasions[name], _place(here)):
        fits = may_be_handed(text, told) and not (is_barred and _SORRY in text.lower())
        if fits and not here.was_said(line):
            yield line, text


def _place(here: Here) -> int:
    if not FIRMER.isdisjoint(words_in(here.heard.clean)):
        return FIRMER_AT
    return register(here)


def _framed(here: Here, key: str, name: str, says: str) -> Piece:
    frames = here.shelves.lines[key]
    frame = frames[here.state.turns % len(frames)]
    return Piece(text=frame.replace("{said}", f"“{says}”"), name=name)
