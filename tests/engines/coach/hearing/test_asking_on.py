"""Which question is asked on from what somebody told."""

import pytest

from aftershift.engines.coach.hearing.asking_on import KEYS, keys_for


@pytest.mark.parametrize(
    ("told", "key"),
    [
        ("I just miss my kid", "asks_missed"),
        ("I missed the bus", "asks_then"),
        ("it might have been the other one", "asks_now"),
        ("it would be the end of him in that room", "asks_now"),
        ("I don't want to be the one who nags", "asks_not_wanted"),
        ("I’d like him to ask me once", "asks_wanted"),
        ("all I want is one evening", "asks_wanted"),
        ("I wanted to go", "asks_then"),
        ("I still feel so guilty about it", "asks_felt_now"),
        ("I was a bit ashamed", "asks_felt_then"),
        ("it hurts", "asks_felt_now"),
        ("scared mostly", "asks_felt_now"),
        ("i dont know how to begin", "asks_stuck"),
        ("that is ok, I want to.", "asks_now"),
        ("my boss told me I'm too soft", "asks_said_then"),
        ("she says it's how she comes down", "asks_said_now"),
        ("he tells me about the dishwasher", "asks_now"),
        ("he never asks", "asks_undone_now"),
        ("she has stopped calling me", "asks_undone_then"),
        ("nobody came", "asks_undone_then"),
        ("I'm going to bring the cake", "asks_ahead"),
        ("maybe I go in and read it", "asks_ahead"),
        ("I can't ask my mother", "asks_stuck"),
        ("I can't believe it", "asks_now"),
        ("I don't know how to begin", "asks_stuck"),
        ("I snapped at him", "asks_did"),
        ("he'd rather pay than do a thing I asked him for", "asks_then"),
        ("Baby is 7 weeks", "asks_now"),
        ("we used to swim every Thursday", "asks_missed"),
        ("I don't want her to think I don't mind", "asks_misread"),
        ("she will answer with a bill again, and then I tried", "asks_ahead"),
        ("I will not change the shift", "asks_now"),
        (
            "I think I'm scared she won't mind. they've got used to the five of them",
            "asks_felt_now",
        ),
        ("My wife said that. I said it wasn't that bad. It was a bit", "asks_then"),
        ("She said fill the form and we move. It's me that has not moved", "asks_now"),
        ("My dad never said it either, he just filled the tank", "asks_undone_then"),
    ],
)
def test_a_question_fits_the_kind_of_thing_that_is_told(told: str, key: str) -> None:
    keys = [*keys_for(told)]
    assert keys[0] == key
    assert set(keys) <= set(KEYS)
