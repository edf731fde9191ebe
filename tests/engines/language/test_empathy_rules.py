"""Rules say what the phrases and the shape of a sentence show."""

import pytest

from aftershift.engines.language.empathy_rules import (
    TAKEN_AWAY,
    Rule,
    RuleBook,
    faults_of,
    strongest,
)
from aftershift.engines.language.signs import EmpathyError, Levels, Sign


def rule(sign: Sign, level: int, *says: str) -> Rule:
    return Rule(sign=sign, level=level, says=says, hears=(says[0],), spares=("zz",))


BOOK = RuleBook(
    (
        rule(Sign.EMOTIONAL_REACTION, 1, "sorry"),
        rule(Sign.EMOTIONAL_REACTION, 2, "i'm sad for you"),
        rule(Sign.EMOTIONAL_REACTION, 0, "sorry but"),
        rule(Sign.EXPLORATION, 1, "what happened"),
        rule(Sign.EXPLORATION, 0, "have you tried"),
    ),
    empty=frozenset({"about", "what", "feel"}),
)
ABOUT = BOOK.stems("the inquest is in the morning, what a feeling")


@pytest.mark.parametrize(
    ("sentence", "marks"),
    [
        ("nothing of the kind", (0, 0, 0)),
        ("so sorry", (1, 0, 0)),
        ("sorry, i'm sad for you", (2, 0, 0)),
        ("sorry but that is how it is", (TAKEN_AWAY, 0, 0)),
        ("what happened?", (0, 0, 1)),
        ("what happened", (0, 0, 1)),  # the mark was left out
        ("nobody knows what happened", (0, 0, 0)),
        ("do you sleep?", (0, 0, 1)),
        ("really?", (0, 0, 0)),
        ("are the inquests what you dread?", (0, 0, 2)),
        ("the inquest is over", (0, 0, 0)),
        ("have you tried the inquest office?", (0, 0, TAKEN_AWAY)),
    ],
)
def test_a_sentence_shows_what_its_rules_say(sentence: str, marks: Levels) -> None:
    assert BOOK.marks(sentence, ABOUT) == marks


def test_a_question_about_nothing_in_particular_takes_up_no_word() -> None:
    assert "feel" not in BOOK.stems("what do you feel about it")
    assert {"inque", "morni", "feeli"} == ABOUT


def test_the_strongest_sentence_counts_and_one_that_takes_away_only_for_itself() -> None:
    assert strongest([(TAKEN_AWAY, 0, 1), (1, TAKEN_AWAY, 2)]) == (1, 0, 2)


def test_a_rule_that_is_deaf_or_hears_too_much_is_named() -> None:
    odd = Rule(
        sign=Sign.INTERPRETATION,
        level=1,
        says=("i get it",),
        hears=("i see",),
        spares=("I get it",),
    )
    assert list(faults_of(odd)) == [
        "interpretation 1: is deaf to 'i see'",
        "interpretation 1: hears 'I get it'",
    ]


@pytest.mark.parametrize(("level", "says"), [(3, ("x",)), (1, ())])
def test_a_rule_without_phrases_or_of_another_level_is_refused(
    level: int, says: tuple[str, ...]
) -> None:
    with pytest.raises(EmpathyError):
        Rule(sign=Sign.EXPLORATION, level=level, says=says, hears=("x",), spares=("y",))
