"""What a model may not say, each by a sentence that a model could write."""

import pytest
from tests.engines.voice.test_slots import TURN, cleared

from aftershift.engines.voice.craft import (
    Fault,
    adds_number,
    length_fault,
    repeats_itself,
    sentence_fault,
)
from aftershift.engines.voice.slots import Slots, slots_of
from aftershift.library.voice import load_craft, load_instructions

MESSAGE = "I snapped at my wife again the second I got in. Twelve hours, then the bins."


def slots(message: str = MESSAGE) -> Slots:
    return slots_of(TURN, cleared(message))


def fault(sentence: str, message: str = MESSAGE) -> Fault | None:
    return sentence_fault(sentence, slots(message), load_craft())


FINE = [
    "You kept yourself in one piece until the door.",
    "What was left of you went with the bins.",
    "It was not the bins that were heavy.",
]
REFUSED = {
    "You are right, he is a narcissist.": Fault.VERDICT,
    "She was wrong to leave it to you.": Fault.VERDICT,
    "You deserve somebody who helps.": Fault.VERDICT,
    "Leave him before it gets worse.": Fault.VERDICT,
    "You could ask her to wait ten minutes.": Fault.NUMBER,
    "You could ask her to wait for a moment.": Fault.ADVICE,
    "Try to breathe before you go in.": Fault.ADVICE,
    "Have you thought of a list?": Fault.QUESTION,
    "It happens to 80 percent of nurses.": Fault.NUMBER,
    "Seven minutes were all it took.": Fault.NUMBER,
    "I feel for you.": Fault.SELF,
    "As a nurse myself, it is known here.": Fault.SELF,
    "Sure, here is another way.": Fault.SELF,
    "At least you were home.": Fault.TONE,
    "That must be so hard.": Fault.TONE,
    "You are a hero.": Fault.TONE,
    "- You held it together.": Fault.MARKS,
    "Draft: you held it together.": Fault.MARKS,
    "Ты держалась до двери.": Fault.MARKS,
    "你一直撑到门口.": Fault.MARKS,
    "You held it <b>together</b>.": Fault.MARKS,
    "See https://x.example for more.": Fault.MARKS,
    "It was again the second I got in.": Fault.SELF,
}  # fmt: skip


@pytest.mark.parametrize("sentence", FINE)
def test_another_way_to_say_it_is_let_pass(sentence: str) -> None:
    assert fault(sentence) is None


@pytest.mark.parametrize("sentence", REFUSED)
def test_what_no_model_may_say_is_refused(sentence: str) -> None:
    assert fault(sentence) is REFUSED[sentence]


def test_no_more_than_four_of_their_words_in_a_row_are_given_back() -> None:
    told = "The fridge was empty and nobody had said a word about it"
    assert fault("It stood empty and nobody had warned you.", told) is None
    assert fault("The fridge was empty and nobody had warned you.", told) is Fault.ECHO


def test_a_practice_that_was_not_offered_is_refused() -> None:
    name = next(one for one in load_craft().practices if len(one.split()) >= 3)
    assert fault(f"There is something called {name.lower()}.") in (Fault.PRACTICE, Fault.ADVICE)


def test_what_it_was_told_is_not_told_on() -> None:
    told = load_instructions().says.split("\n\n")[1].split(". ")[1]
    assert fault(f"{told}.") in (Fault.RULES, Fault.SELF)


def test_a_number_of_the_draft_may_be_said_and_no_other() -> None:
    ledger = load_craft().ledger
    assert not adds_number("Twelve of them.", "It was twelve hours.", ledger)
    assert adds_number("Thirteen of them.", "It was twelve hours.", ledger)
    assert adds_number("After 3 of them.", "It was long.", ledger)
    assert not adds_number("One of them.", "It was long.", ledger)


def test_what_the_draft_says_itself_may_be_said_again() -> None:
    book = load_craft()
    sentence = "You did the brave part."
    assert book.never(sentence, "") is Fault.TONE
    assert book.never(sentence, "Going in was the brave part.") is None


@pytest.mark.parametrize(("words", "found"), [(0, Fault.EMPTY), (60, Fault.TOO_LONG), (14, None)])
def test_a_reply_has_a_length(words: int, found: Fault | None) -> None:
    assert length_fault("word " * words, slots()) is found


def test_running_in_circles_is_noticed() -> None:
    assert repeats_itself(["It was late.", "it was late."])
    assert not repeats_itself(["It was late.", "You were tired."])
