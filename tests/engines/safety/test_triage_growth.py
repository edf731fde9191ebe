"""Hostile text costs what listens for risk no more than its length (attack T35).

What lies before the encoder: cleaning, mending, the second reading, the windows, every phrase of
every language and the age. Two sizes are compared in one process, never with a limit in seconds;
what grows with the square would be four times the work. The encoder hears windows of a bounded
length, so it grows with their number.
"""

from datetime import date
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aftershift.adapters.encoder_files import known_words
from aftershift.engines.language.cleaning import clean
from aftershift.engines.language.fillers import after_who, without_fillers
from aftershift.engines.language.mending import lexicon_of, mend
from aftershift.engines.language.sentences import windows
from aftershift.engines.language.undisguising import undisguised
from aftershift.engines.safety.ages import is_child
from aftershift.engines.safety.signals import Listener
from aftershift.library.triage import load_phrases, load_signals

TODAY = date(2026, 12, 1)
LISTENER = Listener(load_signals())
LEXICON = lexicon_of((), known_words(), wanted=load_phrases())
SMALL, LARGE = 10_000, 20_000
TOO_MUCH = 3.2  # a square gives 4
PIECES = (
    "a", "a ", "1", "k 1 ", "i m ", "w4nt ", "s1st3r ", "killmyself", "kill my ", "my husband ",
    "if i leave he ", "i'm a ", "i'm trans. ", "i was born in ", "03/05/2011 ", "he said ", "* ",
    "\"", "not ", "tonight i'm going to ", "'", "-", "so ", "honestly ", "\u0301", "i***", "...",
    "if i go .. he'll ", "quiero ", "ich will ", "years ago ", "zz",
)  # fmt: skip


def ratio(piece: str) -> float:
    """Compare the work on a long text with the work on half of it."""
    works = [min(_work((piece * size)[:size]) for _ in range(2)) + 0.002 for size in (SMALL, LARGE)]
    return works[1] / works[0]


def _work(text: str) -> float:
    began = process_time()
    typed = clean(text)
    for one in filter(None, (typed, undisguised(typed, LEXICON))):
        mended = mend(one, LEXICON)
        for starts, ends in windows(mended.text):
            without_fillers(mended.text[starts:ends])
        after_who(mended.text)
        LISTENER.hear(mended.text)
        LISTENER.hear(one.text)
    is_child(text, TODAY)
    return process_time() - began


@pytest.mark.parametrize("piece", PIECES)
def test_one_piece_again_and_again_grows_with_its_length(piece: str) -> None:
    assert any(ratio(piece) < TOO_MUCH for _ in range(4))


@given(st.lists(st.sampled_from(PIECES), min_size=2, max_size=6).map("".join))
@settings(max_examples=5, deadline=None)
def test_hostile_mixtures_grow_with_their_length(piece: str) -> None:
    assert any(ratio(piece) < TOO_MUCH for _ in range(4))
