"""A sieve lets every text through that holds the phrase, and few of the others."""

import re

import pytest

from aftershift.engines.language.cleaning import clean
from aftershift.engines.safety.authored import Phrase, phrase_of, places_of
from aftershift.library.triage import load_signals

SETS = {"will": "going to|i'll|gonna", "die": "die|end (it|my life)|kill myself"}


def may_stand(phrase: Phrase, text: str) -> bool:
    words = places_of(text)
    return phrase.may_stand(words, frozenset(words))


@pytest.mark.parametrize(
    ("phrase", "text", "is_let_through"),
    [
        ("want to die", "i want to die", True),
        ("want to die", "to die is what i want", False),
        ("want to die", "wanting to die", False),
        ("({will}) ({die})", "going to end my life", True),
        ("({will}) ({die})", "going to my end in life", False),
        ("({will}) (just)? ({die})", "i'll just end it", True),
        ("({will}) (just)? ({die})", "ill die", True),
        ("({will}) (just)? ({die})", "gonna simply die", False),
        ("kill .. tonight", "kill it all off tonight", True),
        ("kill .. tonight", "tonight they kill", False),
        ("can't cope", "i cannot cope", True),
        ("won't last", "i wont last", True),
        ("i'm done", "i am done", True),
        ("overdos* again", "overdose's again", True),
        ("done (now|<end>)", "i am done", True),
        ("enough already", "l'enough, already", True),
    ],
)
def test_words_in_their_order_are_let_through(phrase: str, text: str, is_let_through: bool) -> None:
    assert may_stand(phrase_of(phrase, SETS), text) is is_let_through


def test_no_sentence_that_a_phrase_of_ours_matches_is_held_back() -> None:
    matched = 0
    for book in load_signals():
        for signal in book.signals:
            texts = [clean(one).text for one in (*signal.hears, *signal.spares)]
            for phrase in (phrase_of(one, book.sets) for one in signal.says[::4]):
                held_back = [one for one in texts if not may_stand(phrase, one)]
                pattern = re.compile(phrase.pattern)
                matched += len(texts) - len(held_back)
                assert not any(pattern.search(one) for one in held_back)
    assert matched > 250  # one phrase in four: to compile them all takes seconds
