"""Nothing short is left out between what is given back, or behind it."""

import pytest

from aftershift.engines.coach.own_words.whole import without_holes
from aftershift.engines.language.sentences import Stretch

LONG = (
    "and the whole street was out with their chairs and their radios and nobody went in before ten"
)


def taken(text: str, *chosen: str, barred: str = "#") -> tuple[str, ...]:
    """Give what is given back, where these were chosen and nothing with `barred` may be."""

    def may_be(stretch: Stretch) -> bool:
        return barred not in text[slice(*stretch)]

    stretches = [(text.index(one), text.index(one) + len(one)) for one in chosen]
    found = without_holes(text, stretches, may_be, lambda _one: False)
    return tuple(text[slice(*one)] for one in found)


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("The tenants can't, I don't mind. Its the agents. One left a note", "One left a note"),
        ("my lad asked me to the match. ME. thought it would be his mate", "my lad asked me"),
        ("The look like I had lost the keys. He is fair but he counts", "He is fair but he counts"),
        ("he calls me by the dog's name, that's a killer", "he calls me by the dog's name"),
        ("they gave my stall to the new lad. Eleven years", "they gave my stall to the new lad"),
    ],
)
def test_a_short_message_is_given_back_whole(text: str, chosen: str) -> None:
    assert taken(text, chosen) == (text,)


def test_not_whole_where_it_asks_or_speaks_to_us_or_may_not_be_said() -> None:
    said = "they moved my stall to the back"
    assert taken(f"{said}. is that fair?", said) == (said,)
    assert taken(f"Good. {said}. Good luck", said) == (said,)
    assert taken(f"{said}. he is a #", said) == (said,)


@pytest.mark.parametrize(
    ("between", "given"),
    [
        (". Not the children. ", ("They sang. Not the children", "She left early")),
        (", in the rain, ", ("They sang, in the rain, She left early",)),
        (". Later, at nine, ", ("They sang", "Later, at nine, She left early")),
        (". I don't know. ", ("They sang", "She left early")),
        (f", {LONG}. ", ("They sang", "She left early")),
    ],
)
def test_what_is_short_between_two_is_taken_along(between: str, given: tuple[str, ...]) -> None:
    text = f"It was a Sunday {LONG}. They sang{between}She left early"
    assert taken(text, "They sang", "She left early") == given


def test_a_mind_that_is_somebodys_is_no_small_word() -> None:
    text = f"It was a Sunday {LONG}. It never crossed his mind"
    assert taken(text, "It never crossed his") == ("It never crossed his mind",)
    assert taken(text.replace("his mind", "us, mind"), "It never crossed us") == (
        "It never crossed us",
    )


@pytest.mark.parametrize(
    ("behind", "given"),
    [
        (", that's a killer", "She laughed at my bread, that's a killer"),
        (". MY bread", "She laughed at my bread. MY bread"),
        (". That is the thing", "She laughed at my bread. That is the thing"),
        (". In front of the priest", "She laughed at my bread. In front of the priest"),
        (". I dunno", "She laughed at my bread"),
        (". Great", "She laughed at my bread"),
        (". why?", "She laughed at my bread"),
        (". a real #", "She laughed at my bread"),
        (f", {LONG}", "She laughed at my bread"),
    ],
)
def test_a_short_verdict_behind_it_is_taken_along(behind: str, given: str) -> None:
    text = f"It was a Sunday {LONG}. She laughed at my bread{behind}"
    assert taken(text, "She laughed at my bread") == (given,)
