"""A rant is sorted into what happened, what it did, and what judges."""

import pytest

from aftershift.engines.wording.sbi import Says, compose_sbi, label, sort_rant
from aftershift.library.wording import load_sbi

RANT = (
    "You always leave me your mess. On Tuesday at handover you left three charts open. "
    "You're so lazy! I stayed until nine to finish them. Can you check the charts at half six?"
)


@pytest.mark.parametrize(
    ("sentence", "says"),
    [
        ("You left three drug charts open.", Says.BEHAVIOUR),
        ("You have cancelled twice.", Says.BEHAVIOUR),
        ("You have no heart.", Says.JUDGEMENT),
        ("You're lazy.", Says.JUDGEMENT),
        ("You never listen.", Says.JUDGEMENT),
        ("You love to play the boss.", Says.JUDGEMENT),
        ("I stayed until nine.", Says.IMPACT),
        ("My back hurt for a week.", Says.IMPACT),
        ("Can you sign it before you go?", Says.REQUEST),
    ],
)
def test_a_sentence_is_one_of_four(sentence: str, says: Says) -> None:
    assert label(sentence, load_sbi()) is says


def test_a_rant_is_sorted_and_what_judges_is_left_out() -> None:
    found = sort_rant(RANT, load_sbi())
    assert found.situation == "On Tuesday, at handover"
    assert found.behaviour == "On Tuesday at handover you left three charts open."
    assert found.impact == "I stayed until nine to finish them."
    assert found.request == "Can you check the charts at half six?"
    lines = compose_sbi(found)
    assert lines.splitlines()[0] == "On Tuesday, at handover."
    assert "lazy" not in lines
    assert "always" not in lines


def test_the_words_that_judge_are_shown_by_their_place() -> None:
    found = sort_rant("You always leave me your mess.", load_sbi())
    (sentence,) = found.sentences
    words = {sentence.text[hit.starts : hit.ends] for hit in sentence.judges}
    assert {"always", "your mess"} <= words


def test_a_fact_is_kept_from_a_sentence_that_also_judges() -> None:
    found = sort_rant("You left the sluice in a state, you lazy so and so, you", load_sbi())
    assert found.behaviour == "You left the sluice in a state."


def test_what_is_missing_is_left_open_in_brackets() -> None:
    found = sort_rant("You're so lazy", load_sbi())
    assert (found.situation, found.behaviour, found.impact, found.request) == ("", "", "", "")
    assert compose_sbi(found).count("[") == 4


def test_nothing_is_sorted_into_nothing() -> None:
    assert sort_rant(" \n ", load_sbi()).sentences == ()
