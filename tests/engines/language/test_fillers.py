"""What is said is heard without the small words that stand around it."""

import pytest

from aftershift.engines.language.fillers import after_who, without_fillers


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("okay so i don't want to wake up, honestly", "i don't want to wake up"),
        ("ah sure, i'm done with all of it, so it is", "i'm done with all of it"),
        ("right, he took my keys again, to be fair.", "he took my keys again."),
        ("abeg, my chest is tight o", "my chest is tight"),
        ("i am so tired of it only", "i am so tired of it"),
        ("well done to all of them", "well done to all of them"),
        ("so it goes", "so it goes"),
        ("i said it right, he heard", "i said it right, he heard"),
        ("i took them all.", "i took them all."),
        ("ok. sorry", "ok. sorry"),
    ],
)
def test_small_words_around_are_left_out(text: str, plain: str) -> None:
    assert without_fillers(text) == plain


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("i'm trans. it ends tonight, look after the dog.", "it ends tonight, look after the dog."),
        ("i work as a porter. it ends tonight", "it ends tonight"),
        ("i am a single mum of two. i can't go on", "i can't go on"),
        ("as a christian, i can not do it any more", "i can not do it any more"),
        ("i'm joking. i want to die of boredom", "i'm joking. i want to die of boredom"),
        ("i'm fine. honestly it was a long day", "i'm fine. honestly it was a long day"),
        ("i'm muslim. hello", "i'm muslim. hello"),
        ("i want to die. i'm a nurse.", "i want to die. i'm a nurse."),
    ],
)
def test_who_somebody_is_is_left_out_before_what_they_say(text: str, said: str) -> None:
    assert text[after_who(text) :] == said
