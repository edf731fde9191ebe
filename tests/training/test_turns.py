"""A turn is taught behind the words before it, and no window grows past its length."""

from training.turns import behind

from aftershift.engines.language.sentences import WINDOW_WORDS


def test_each_window_has_the_words_before_it() -> None:
    found = behind(["she is at work", "the car is hers", "I have the key"], ["one two", "three"])
    assert found == ["the car is hers. I have the key. one two", f"{found[0]} three"]


def test_a_first_turn_stands_alone_and_a_full_window_as_it_is() -> None:
    full = " ".join(["word"] * WINDOW_WORDS)
    assert behind([], ["one two"]) == ["one two"]
    assert behind(["before"], [full]) == [full]
    assert len(behind([full], ["one two"])[0].split()) == WINDOW_WORDS
