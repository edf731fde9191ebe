"""What words mean joins what rules know, and neither is asked alone."""

import numpy as np
import pytest

from aftershift.engines.safety.name_meaning import MEANT, Meaning, kinds_of, words_of
from aftershift.engines.safety.phi import find_phi
from aftershift.engines.safety.phi_kinds import BLOT, Kind
from aftershift.library.phi import load_phi_words

TEXT = "lost winifred at half four, and the mayor's own wife"


def meant(text: str, *likely: tuple[str, Kind, float]) -> Meaning:
    words = words_of(text)
    odds = np.full((len(words), len(MEANT)), -6.0, dtype=np.float32)
    for word, kind, odd in likely:
        odds[[text[a:b] for a, b in words].index(word), MEANT.index(kind)] = odd
    return Meaning(words=np.array(words, dtype=np.intp).reshape(-1, 2), odds=odds)


def test_a_stretch_has_the_odds_of_its_likeliest_word() -> None:
    meaning = meant(TEXT, ("winifred", Kind.NAME, 4.0))
    assert meaning.of(5, 13, Kind.NAME) == 4.0
    assert meaning.of(0, 13, Kind.NAME) == 4.0
    assert meaning.of(14, 16, Kind.NAME) == -6.0
    assert meaning.of(4, 5, Kind.NAME) is None  # between two words


def test_words_next_to_each_other_or_but_one_apart_are_one_stretch() -> None:
    meaning = meant(TEXT, ("mayor's", Kind.RARE, 5.0), ("wife", Kind.RARE, 5.0))
    found = [TEXT[slice(*one)] for one in meaning.stretches(Kind.RARE, 3.0)]
    assert found == ["mayor's own wife"]
    assert list(meaning.stretches(Kind.RARE, 5.5)) == []


def test_what_was_found_already_is_not_found_again() -> None:
    meaning = meant(TEXT, ("winifred", Kind.NAME, 5.0))
    assert [one.start for one in meaning.found(TEXT, Kind.NAME, 3.0)] == [5]
    blotted = TEXT[:5] + BLOT * 8 + TEXT[13:]
    assert not list(meaning.found(blotted, Kind.NAME, 3.0))


@pytest.mark.parametrize(
    ("text", "word", "odd", "is_found"),
    [
        ("Tovah wouldn't let go of my sleeve", "Tovah", 6.0, True),
        ("Tovah wouldn't let go of my sleeve", "Tovah", -6.0, False),
        ("my wife Tovah wouldn't let go of my sleeve", "Tovah", 6.0, False),
        ("handed over Mrs Tovah", "Tovah", -6.0, True),
    ],
)
def test_meaning_decides_a_name_but_no_title_and_nobody_who_is_ones_own(
    text: str, word: str, odd: float, is_found: bool
) -> None:
    found = find_phi(text, load_phi_words(), meant(text, (word, Kind.NAME, odd)))
    assert any(one.kind is Kind.NAME for one in found.spans) is is_found


def test_a_word_that_no_rule_takes_for_a_name_needs_to_be_surely_meant() -> None:
    text, words = "sat with bunty until it was light", load_phi_words()
    for odd, is_found in ((2.5, False), (3.5, True)):
        found = find_phi(text, words, meant(text, ("bunty", Kind.NAME, odd)))
        assert found.blocked is is_found


def test_each_word_is_of_the_kind_of_the_mark_it_stands_in() -> None:
    text = "sat with Mary Oak, the mayor"
    kinds = kinds_of(words_of(text), [(9, 17, "patient_name"), (19, 28, "rare_person")])
    of_word = [[MEANT[at] for at, odd in enumerate(one) if odd] for one in kinds]
    assert of_word == [[], [], [Kind.NAME], [Kind.NAME], [Kind.RARE], [Kind.RARE]]
    assert {len(one) for one in kinds} == {len(MEANT)}
