"""What asks for words or a step in so many words, and what only sounds so."""

import pytest

from aftershift.engines.coach.hearing.asked_for import HOW_TO_SAY, REFUSES, asks_nothing, unquoted


@pytest.mark.parametrize(
    "text",
    [
        "what does a person write under that",
        "what should stand on the paper",
        "i would like to know what a man puts in it",
        "how do i even tell her",
        "i want to ring my aunt and i don't know with what to begin",
        "what i want is words for the new one",
        "give me one line about the bed that is no complaint, because it is partly the snoring",
        "now help me thank her for that cow properly. i was sour about it",
        "yes i write to her. but how, so it sounds not like begging?",
        "just a line that stops it",
        "i want to message him something about the tap",
    ],
)
def test_who_asks_how_to_say_something_asks_for_words(text: str) -> None:
    assert HOW_TO_SAY.search(text)
    assert not asks_nothing(text)


@pytest.mark.parametrize(
    "text",
    [
        "he does not want to chat any more. he says what will i say to her",
        "i asked the customer, what exactly did she say?",
        "too many questions for him, he will not answer",
        "i don't know how to explain it",
        "not sad, how do i say, heavy. it is only a paper",
    ],
)
def test_who_tells_what_another_asked_asks_nothing(text: str) -> None:
    assert asks_nothing(text)


def test_what_somebody_said_asks_nothing() -> None:
    assert not HOW_TO_SAY.search(unquoted('she wrote "what do I say to him?" and laughed'))


@pytest.mark.parametrize(
    ("text", "refuses"),
    [
        ("naw dont give me things to say to her", True),
        ("please don't write me any lines", True),
        ("she said don't give me advice and hung up", False),
        ("i don't tell him everything", False),
        ("don't make the sentences so long", False),
    ],
)
def test_who_wants_no_words_says_so_of_themselves(text: str, *, refuses: bool) -> None:
    assert bool(REFUSES.search(text)) is refuses
