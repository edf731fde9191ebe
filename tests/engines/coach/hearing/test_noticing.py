import pytest

from aftershift.engines.coach.hearing.noticing import Facts, facts_in, minutes_in, thing_in


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("i snapped at my wife", Facts(who="your wife")),
        ("twelve hours, then the bins", Facts(amount="twelve hours")),
        ("12 hours and my mother-in-law", Facts(who="your mother-in-law", amount="twelve hours")),
        ("the charge nurse sighed at me", Facts(who="the charge nurse")),
        ("my consultant did it again", Facts(who="your consultant")),
        ("it rained", Facts()),
        ("my boss laughed and then my mum rang", Facts()),
        ("my boss laughed, my mum rang, my mum cried", Facts(who="your mum")),
    ],
)
def test_facts_are_noticed(text: str, facts: Facts) -> None:
    assert facts_in(text) == facts


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("got 2 mins", 2), ("five minutes left", 5), ("just a sec", 1), ("no time at all", None)],
)
def test_the_time_there_is_is_noticed(text: str, minutes: int | None) -> None:
    assert minutes_in(text) == minutes


@pytest.mark.parametrize(
    ("said", "thing"),
    [
        (["someone ate my lunch"], "the lunch"),
        (["he left me the plant in july and i look at it", "it is only a plant"], "the plant"),
        (["he left me the plant in july and i look at it on my way out"], ""),
        (["my old dog", "and the dog is asleep, the cat too"], "the dog"),
        (["we cake together"], ""),
        (["it rained"], ""),
    ],
)
def test_a_thing_is_named_only_where_it_is_plain(said: list[str], thing: str) -> None:
    assert thing_in(said, {"lunch", "plant", "dog", "cat", "cake"}) == thing
