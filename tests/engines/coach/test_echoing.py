"""A plain clause is turned to "you"; what could be wrong, grave or a verdict is left alone."""

import pytest

from aftershift.engines.coach.echoing import LAST, MOST, echoed, turned, turned_clause

TURNED = (
    ("Someone took my mug off the shelf.", "someone took your mug off the shelf"),
    ("yeah so i found out from him lol", "you found out from him"),
    ("I was last to know", "you were last to know"),
    ("he never asked me himself", "he never asked you himself"),
    ("dad didnt ring on the day", "your dad did not ring on the day"),
    ("my dad's ringing me on the hour", "your dad's ringing you on the hour"),
    ("We had our tea in bed by ourselves", "you had your tea in bed by yourselves"),
    ("I've done it myself, it was mine to do", "you've done it yourself, it was yours to do"),
    ("It rained. She's taken my piano, and I'm back on Monday.",
     "she's taken your piano, and you're back on Monday"),
    ("we went round the houses with it for an hour in the kitchen, and then he took his plate",
     "he took his plate"),
    ("I’m not the dancing sort", "you're not the dancing sort"),
)  # fmt: skip

LEFT_ALONE = (
    "why did she do that to me",
    "should i tell her tomorrow morning?",
    "you said that already to me",
    "i'm a terrible mother to them",
    "i am the clown of the ward",
    "he is such a lazy man",
    "she said i'm too busy for the likes of us",
    "I told Priya about the shoes",
    "he pushed me and i hurt my arm",
    "i've 12 nights to do",
    "it broke on the stairs",
    "she stop walking with me",
    "they don't know that",
    "that one with the hat",
    "he shouted “get out of my house” at us",
    "left it",
    "they sold the old blue boat",
    "",
)


@pytest.mark.parametrize(("said", "turned"), TURNED)
def test_a_plain_clause_is_turned_to_you(said: str, turned: str) -> None:
    assert echoed(said) == turned


@pytest.mark.parametrize("said", LEFT_ALONE)
def test_what_could_be_wrong_or_grave_is_left_alone(said: str) -> None:
    assert echoed(said) == ""


def test_only_the_end_of_a_message_is_looked_at() -> None:
    early = "He moved my chairs about."
    assert echoed(early)
    assert echoed(early + " And then?" * LAST) == ""


def test_a_long_clause_is_left_alone() -> None:
    assert echoed("he went " + "on and on " * MOST) == ""


def test_a_few_words_are_said_as_theirs() -> None:
    assert turned("my sister") == "your sister"
    assert turned("the dinner") == "the dinner"
    assert turned("me") == "you"


def test_words_that_are_a_plain_clause_are_turned() -> None:
    text = "It rained. I stood there with my toothbrush like a lemon. He said I fuss a lot."
    assert turned_clause("I stood there with my toothbrush like a lemon", text) == (
        "you stood there with your toothbrush like a lemon"
    )
    assert turned_clause("my toothbrush like a lemon", text) == ""
    assert turned_clause("I fuss a lot", text) == ""  # that is what he said
    thinks = "Alan thinks I've lost my mind, and I've lost my good scissors"
    assert turned_clause("I've lost my mind", thinks) == ""  # that is what he thinks
    laughs = "I haven't heard her laugh like that since the flood"
    assert turned_clause("I haven't heard her laugh", laughs) == ""  # it goes on
    assert turned_clause("I've lost my good scissors", thinks) == "you've lost your good scissors"
