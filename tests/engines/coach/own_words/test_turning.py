"""A passage is turned to "you"; what would say something else then is left to be quoted."""

import pytest

from aftershift.engines.coach.own_words.turning import FEWEST, to_you, turned_words

TURNED = (
    ("she asked me over. i said id see", "she asked you over. You said you'd see"),
    ("Someone took my mug off the shelf", "someone took your mug off the shelf"),
    ("I was last to know", "you were last to know"),
    ("I wasn't there, and was i cross", "you weren't there, and were you cross"),
    ("I am midwife in Bremen", "you are midwife in Bremen"),
    ("she has a sick mam in the next town", "she has a sick mam in the next town"),
    ("dad didnt ring me on the day", "your dad didn't ring you on the day"),
    ("my mum and dad are staying", "your mum and dad are staying"),
    ("it's the way I'm standing mammy", "it's the way you're standing mammy"),
    ("i, on my side, was raised in a pub", "you, on your side, were raised in a pub"),
    ("i rang mammy about the bus", "you rang your mammy about the bus"),
    ("he stays on the line with me ma'am", "he stays on the line with you ma'am"),
    ("She is Mummy Three, and I was first", "she is Mummy Three, and you were first"),
    ("me mam rang us about the tea", "your mam rang you about the tea"),
    ("We had our tea in bed by ourselves", "you had your tea in bed by yourselves"),
    ("I’m not the dancing sort", "you're not the dancing sort"),
    ("I suppose I just want to get to the end", "you just want to get to the end"),
    ("I liked it, I think", "you liked it"),
    ("i cried in the car lol", "you cried in the car"),
    ("Yesterday I sent Dani a card", "yesterday you sent Dani a card"),
)  # fmt: skip

QUOTED = (
    "with a paper: Forgive me Lenuta, it was quiet at mine",
    "he tells them this is for mummy and for no guest",
    "not tonight, my dear, it is for a wedding",
    "then she writes: at the hall, we paint, don't look at me on friday",
    "Then he says Con, what happened my tree",
    "she says: Theo, tell me honest, the sauce",
    "He says hand me this and I hand it over",
    "she said i'm too busy for the likes of us",
    "he was like i never asked for this",
    'he shouted "get out of my house" at us',
    "you know how I am with boats",
    "should I ring her tomorrow?",
    "went to my mum's for tea",
    "Failed my test, and I cried",
    "I waited. told nobody at my work",
    "he never asks me how it went",
    "nobody asks how my back is",
    "I have a bad feeling about it",
    "I liked us on the trains",
    "If it was me I also would not go",
    "my good pan",
    "I have no right to be sad",
    "I'm right, aren't I",
    "my wife says next time I will not cook",
    "You should rest, and I do",
    "",
)


@pytest.mark.parametrize(("typed", "said"), TURNED)
def test_a_passage_is_turned_to_you_and_keeps_its_other_words(typed: str, said: str) -> None:
    assert to_you(typed) == said


@pytest.mark.parametrize("typed", QUOTED)
def test_what_would_say_something_else_is_quoted(typed: str) -> None:
    assert to_you(typed) == ""


def test_what_says_nothing_of_oneself_is_said_as_plainly() -> None:
    assert to_you("They sold the old blue boat") == "they sold the old blue boat"
    assert to_you("he never asks her anything") == ""


def test_a_few_words_are_rather_quoted_and_may_be_turned_by_the_word() -> None:
    few = "my own old pan"
    assert len(few.split()) == FEWEST
    assert to_you(few) == "your own old pan"
    assert to_you("my old pan") == ""
    assert turned_words("my sister, not me") == "your sister, not you"
