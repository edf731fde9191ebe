"""A question that nobody can answer is met: with what was told beside it, or as the heart of it."""

import pytest
from tests.engines.coach.answers.test_giving_back import FIRST, talk

from aftershift.engines.coach.answers.open_questions import asks_the_world, beside_a_verdict
from aftershift.engines.coach.state import Act

WORDS = "what do i say to him about the boat"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "Was I wrong? He had the exam on Monday. But I had not slept since Friday",
            ("He had the exam on Monday.", "But I had not slept since Friday"),
        ),
        ("He was in the wrong, wasn't he? He has the van. I have the bus", 2),
        ("she's being unfair, isn't she? I did the last three Sundays.", 1),
        ("Who is in the wrong here? I paid the deposit. She found the flat.", 2),
        ("am i being unreasonable? the dog is his. i walk it at five in the rain", 2),
        ("Am I wrong?", 0),
    ],
)
def test_what_is_told_beside_a_question_of_fault_is_found(said: str, told: object) -> None:
    found = beside_a_verdict(said)
    assert found is not None
    assert found == told or len(found) == told


@pytest.mark.parametrize(
    "said",
    [
        "She was wrong about the tide table",
        "is it wrong that I feel glad?",
        "It's raining again, isn't it? We sat in the shed.",
        "He asked me if he was right",
    ],
)
def test_what_asks_for_no_fault_is_spared(said: str) -> None:
    assert beside_a_verdict(said) is None


def test_both_sides_are_given_back_and_none_is_taken() -> None:
    said = "Was I wrong? He had a new boat. But she has only one brother"
    reply = talk(FIRST, "we had words about it on sunday", said)[1][-1]
    assert reply.act is Act.NO_VERDICT
    assert "He had a new boat. But she has only one brother." in reply.text
    assert "Only they know" not in reply.text


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("I know he drove all night. But when is it my turn to sit down?", "when is it my turn"),
        ("and who looks after me?", "who looks after me?"),
        ("So what about me in all this?", "what about me"),
        ("why is it always me with the bins? I'm tired", "why is it always me"),
        ("Don't I count?", "Don't I count?"),
    ],
)
def test_a_question_to_the_world_is_the_heart(said: str, asked: str) -> None:
    assert asked in asks_the_world(said)
    reply = talk(FIRST, "we had words about it on sunday", said)[1][-1]
    assert asked[1:] in reply.text
    assert reply.act is Act.REFLECT


@pytest.mark.parametrize(
    "said",
    [
        "when is my bus?",
        "who looks after the dog when you're away, she said",
        "What about Tuesday?",
        "he asked me why it is always raining",
    ],
)
def test_what_asks_something_else_is_none(said: str) -> None:
    assert asks_the_world(said) == ""


@pytest.mark.parametrize(
    ("asked", "yes"),
    [
        ("could i say it without the thank you?", ("Yes", "It can go without")),
        ("can I leave out the sorry?", ("Yes", "You can", "Of course")),
        ("shorter?", ("Yes", "Of course")),
        ("do i have to say please?", ("No", "You don't")),
    ],
)
def test_a_question_about_words_that_were_given_is_answered(
    asked: str, yes: str | tuple[str, ...]
) -> None:
    _state, replies = talk(FIRST, "he sold the boat and never told me", WORDS, asked)
    assert replies[-2].act is Act.SCRIPT
    assert replies[-1].text.startswith(("Of course", "You can") if yes == "Yes" else yes) or (
        replies[-1].text.startswith("Yes")
    )


def test_before_words_were_given_nothing_is_said_of_them() -> None:
    reply = talk(FIRST, "can I leave out the nights?")[1][-1]
    assert reply.act is not Act.SCRIPT
