"""Who asks us to side with them is heard, and agreed with as little as the other would be."""

import pytest
from tests.engines.coach.answers.test_giving_back import FIRST, talk

from aftershift.engines.coach.answers.siding import asks_to_be_agreed_with
from aftershift.engines.coach.state import Act


@pytest.mark.parametrize(
    "said",
    [
        "I asked her for one subject that's only ours. It's a normal thing to ask, isn't it?",
        "She's the childish one, don't you think?",
        "I've told her I won't swap with her again. That's not petty, is it?",
        "He's got to give a bit, hasn't he?",
        "Other couples talk. It\u2019s not too much to ask, is it?",
        "He brought out a spreadsheet. Tell me that I'm not mad",
        "I've been late twice. I'm not the uptight one, am I?",
        "I'm not after a medal. He was in the wrong, wasn't he?",
        "Who behaves like that over a window?",
        "was i mean",
        "So why am I the villain?",
        "she's overreacted hasn't she",
        "I lent her the money. What was I supposed to do?",
    ],
)
def test_what_asks_for_a_side_is_heard_and_gets_none(said: str) -> None:
    assert asks_to_be_agreed_with(said)
    _state, replies = talk(FIRST, "we had words about it on sunday", said)
    assert replies[-1].act in (Act.VIEW, Act.NO_VERDICT)
    assert replies[-1].text.count("?") <= 1


@pytest.mark.parametrize(
    "said",
    [
        "That's awful, isn't it? I liked the quiet more than the party.",
        "she said it's fine, is it?",
        "It's raining again, isn't it?",
        "what do you think he meant?",
        "we went to the sea, right, and it was shut",
        "No",
        "he said no",
    ],
)
def test_what_asks_for_none_is_not(said: str) -> None:
    assert not asks_to_be_agreed_with(said)


def test_the_others_view_is_asked_for_once_in_a_talk() -> None:
    said = "He was in the wrong, wasn't he?"
    _state, replies = talk(FIRST, "we had words about it on sunday", said, "it was loud", said)
    assert [one.act for one in replies].count(Act.VIEW) == 1
