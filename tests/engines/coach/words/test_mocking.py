"""A joke on oneself is no order for a message; a request is."""

import pytest
from tests.engines.coach.words.test_words_to_say import talk

from aftershift.engines.coach.hearing.moves import Move
from aftershift.engines.coach.state import Act
from aftershift.engines.coach.words.mocking import is_mocking

MOCKS = (
    "no never mentioned it. what would I say, where's my face? she'd think I'd cracked",
    "what would i say to him, ta da you're class? he'd choke on his tea",
    "What would I even say, 'hi remember me your wife'? she'd laugh",
    "what am i gonna say to her, please be nice to me? she'd laugh in my face",
    "what do i say, sorry im closed? she'd take the huff",
)
ASKS = (
    "what could I say to her? not a massive confrontation",
    "what do i say to him, can you help?",
    "what would i say to her, something short?",
    "What would I put? I'm no good at this, I write statements for a living",
    "how would i say it to him, without a row?",
    "what would i even say to him. can you write something not like a greeting card",
    "how do i ask her, nicely and short?",
)


@pytest.mark.parametrize("text", MOCKS)
def test_who_answers_themselves_with_a_joke_is_met_and_offered_words(text: str) -> None:
    assert is_mocking(text)
    _state, replies = talk("my wife sings", "the shelf came down", text)
    assert replies[-1].rule == "mocks what they would say"
    assert replies[-1].act is Act.REFLECT
    assert Move.WORDS in replies[-1].suggestions
    assert "“" not in replies[-1].text


@pytest.mark.parametrize("text", ASKS)
def test_a_request_is_none(text: str) -> None:
    assert not is_mocking(text)
