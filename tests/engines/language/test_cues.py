"""A cue is heard as people say it, and costs time that grows with the text alone."""

import pytest

from aftershift.engines.language.cleaning import clean
from aftershift.engines.language.cues import Cue, CueBook, faults_of
from aftershift.engines.language.kinds import Kind, PatternError
from aftershift.engines.language.patterns import cues_in


def cue(*says: str, opens: bool = False) -> Cue:
    return Cue(kind=Kind.ABSOLUTES, says=says, hears=("x",), spares=("y",), opens=opens)


@pytest.mark.parametrize(
    ("phrase", "text", "heard"),
    [
        ("you (just)? never", "you just never ask", "you just never"),
        ("you (just)? never", "You  NEVER ask", "you never"),
        ("you (just)? never", "you said never", ""),
        ("or .. matron", "do it or i will tell matron", "or i will tell matron"),
        ("or .. matron", "do it or not. matron is here", ""),
        ("don't care", "i dont care", "dont care"),
        ("screenshot*", "i've screenshots", "screenshots"),
        ("ever", "never forever", ""),
    ],
)
def test_a_phrase_is_heard(phrase: str, text: str, heard: str) -> None:
    plain = clean(text).text
    found = CueBook((cue(phrase),)).find(plain)
    assert [plain[one.starts : one.ends] for one in found] == ([heard] if heard else [])


def test_an_opening_cue_is_heard_only_where_a_sentence_begins() -> None:
    book = CueBook((cue("try harder", opens=True),))
    assert book.find("ok. try harder")
    assert not book.find("i will try harder")


def test_what_stands_in_quotes_is_somebody_elses() -> None:
    book = CueBook((cue("you never"),))
    assert cues_in("you never ask", book)
    assert not cues_in('she said "you never ask" and left', book)


def test_a_cue_that_fails_its_own_sentences_is_named() -> None:
    wrong = Cue(
        kind=Kind.BLAME, says=("because of you",), hears=("it is you",), spares=("because of you",)
    )
    assert list(faults_of(wrong)) == [
        "blame: is deaf to 'it is you'",
        "blame: hears 'because of you'",
    ]


def test_a_phrase_that_begins_with_nothing_is_refused() -> None:
    with pytest.raises(PatternError, match="no phrase"):
        CueBook((cue("(oh)? never"),))
