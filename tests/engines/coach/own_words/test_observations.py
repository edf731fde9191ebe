"""A moment that was told of: what another did, or the person, as it is said to who was there."""

import pytest
from tests.pointing import pointer

from aftershift.engines.coach.own_words.observations import observation, untold
from aftershift.engines.coach.own_words.whom import Whom

HE, SHE = Whom(pronoun="he"), Whom(pronoun="she")
MOTHER = Whom(pronoun="she", named="my mother")


@pytest.mark.parametrize(
    ("told", "whom", "said"),
    [
        (
            "he waited in the rain with my other coat",
            HE,
            "you waited in the rain with my other coat",
        ),
        (
            "She lifted the kettle, she poured me the last of it. I was moved",
            SHE,
            "you lifted the kettle and poured me the last of it",
        ),
        ("she wears the shoes I sent even to bed", SHE, "you wear the shoes I sent even to bed"),
        ("haha he threw my first pot in the river 😅", HE, "you threw my first pot in the river"),
        ("And then my mother sold her sewing machine", MOTHER, "you sold your sewing machine"),
        (
            "when she was small she used to ride on my trolley",
            SHE,
            "when you were small you used to ride on my trolley",
        ),
    ],
)
def test_what_somebody_did_is_said_to_them(told: str, whom: Whom, said: str) -> None:
    assert observation([told], whom, pointer()) == said


@pytest.mark.parametrize(
    "told",
    [
        "he never waits for me at the gate",  # a charge
        "he leaves his socks on my side of the bed",  # perhaps one
        "he is the meanest man on the street",  # a verdict
        "he thought I was somebody from the office",  # seen by nobody
        "he hit the table in front of me",  # grave
        "he said that I was the slow one",  # somebody's words
        "he gave it to me in the car park",  # what?
        "he rang my sister and not me",
        "he took her to the station",  # who?
        "I waited in the rain for an hour",
        "she waited in the rain for an hour",  # somebody else
    ],
)
def test_nothing_else_is_said_to_them(told: str) -> None:
    assert observation([told], HE, pointer()) == ""


def test_nothing_is_said_to_who_is_not_known() -> None:
    assert observation(["he waited in the rain with my coat"], Whom(), pointer()) == ""


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (
            "I stood behind the shed until she had gone in",
            "I stood behind the shed until you had gone in.",
        ),
        (
            "I turned the radio up. I left her letter on the stairs",
            "I turned the radio up. I left your letter on the stairs.",
        ),
        ("now I've been sleeping in the boat house", "I've been sleeping in the boat house."),
        ("I asked my cousin and she said yes", ""),
        ("I am not good at such things", ""),
        ("I told her she was useless", ""),
    ],
)
def test_what_the_person_did_may_be_what_is_not_known_yet(told: str, said: str) -> None:
    assert untold([told], SHE, pointer()) == said
