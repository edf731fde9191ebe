"""What somebody said is said back to them, or quoted where that would take a side."""

import pytest

from aftershift.engines.coach.own_words.saying_back import MOST_QUOTED, SaidBack, say_back
from aftershift.engines.language.feelings import FeelingWords
from aftershift.library.understanding import load_taxonomy


@pytest.fixture(scope="module")
def book() -> FeelingWords:
    return FeelingWords(load_taxonomy().emotions)


def test_it_is_turned_to_you_and_ends_in_a_question(book: FeelingWords) -> None:
    found = say_back("I had two bays alone all night. I am so angry about it.", book)
    assert found.back.startswith("If I hear you right, you had two bays alone all night")
    assert found.back.endswith("Is that it?")
    assert found.feelings == ("anger",)


def test_what_is_said_to_the_listener_is_quoted(book: FeelingWords) -> None:
    found = say_back("You never help me with the turns!", book)
    assert found == SaidBack(
        back="You said: “You never help me with the turns”. Tell me more about that?", feelings=()
    )


def test_a_long_speech_is_cut(book: FeelingWords) -> None:
    found = say_back(" ".join(["you"] * 60), book)
    assert found.back.count("you") <= MOST_QUOTED + 1
    assert "…" in found.back
