import tomllib
from pathlib import Path

import pytest

from aftershift.engines.coach.correcting import FEELINGS, corrected, felt_instead
from aftershift.engines.language.cleaning import clean
from aftershift.library.coach import load_coach

SET = Path(__file__).parents[2] / "sets" / "coach"
LEAST_RIGHT, MOST_WRONG = 20, 4  # of 75 that name something else; of some 430 that correct nothing


@pytest.mark.parametrize(
    ("says", "instead"),
    [
        ("no, my sister", "my sister"),
        ("not my wife, my sister", "my sister"),
        ("no i mean the dinner", "the dinner"),
        ("i meant my mentor", "my mentor"),
        ("wrong person, my dad", "my dad"),
        ("no, it's my brother's kids", "my brother's kids"),
    ],
)
def test_a_correction_says_what_it_is_about(says: str, instead: str) -> None:
    assert corrected(clean(says).text) == instead


@pytest.mark.parametrize(
    "says",
    [
        "no i'm not going back",
        "she said she didn't want a fuss",
        "i'm not ready to be nice about it",
        "he is not dying, he is proud",
        "not today. I'll sleep on it",
        "not that, they've had three of those",
        "it's her first. I was meant to be the godfather",
    ],
)
def test_what_only_denies_corrects_nothing(says: str) -> None:
    assert corrected(clean(says).text) == ""


def test_corrections_of_another_hand_are_found_as_often_as_is_said() -> None:
    known = tomllib.loads((SET / "corrections.toml").read_text())["correction"]
    right = sum(
        bool(got := corrected(clean(one["says"]).text)) and got in clean(one["says"]).text
        for one in known
    )
    talks = tomllib.loads((SET / "talks.toml").read_text())["talk"]
    wrong = sum(bool(corrected(clean(text).text)) for one in talks for text in one["turns"][1:])
    assert right >= LEAST_RIGHT
    assert wrong <= MOST_WRONG


@pytest.mark.parametrize(
    ("says", "feeling"),
    [
        ("that's not it, I'm not angry, I'm sad", "sadness"),
        ("I'm not angry with him, I'm ashamed of me", "shame"),
        ("no it's more like worried", "worry"),
        ("I'm not sad", ""),
        ("he's angry with me", ""),
    ],
)
def test_the_feeling_that_was_meant_is_taken(says: str, feeling: str) -> None:
    assert felt_instead(clean(says).text) == feeling


def test_every_feeling_that_may_be_meant_has_its_lines() -> None:
    lines = load_coach().lines
    assert all(f"felt.{feeling}" in lines for feeling in FEELINGS.values())
