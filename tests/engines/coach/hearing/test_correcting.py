import tomllib
from pathlib import Path

import pytest

from aftershift.engines.coach.hearing.correcting import FEELINGS, corrected, felt_instead, meant_in
from aftershift.engines.language.cleaning import clean
from aftershift.library.coach import load_coach

SET = Path(__file__).parents[3] / "sets" / "coach"
# Of 150 that name something else, by their form alone, and by what is left of what they deny; of
# some 470 that correct nothing, by their form alone.
LEAST_BY_FORM, LEAST_MEANT, MOST_WRONG = 35, 120, 4


@pytest.mark.parametrize(
    ("says", "instead"),
    [
        ("no, my sister", "my sister"),
        ("not about the money, it's my sister", "my sister"),
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
        "i think you understood that the wrong way, or i said it badly",
        "not about the heifer. that's farming",
        "you are still talking about mama. it is not mama",
        "it's her first. I was meant to be the godfather",
    ],
)
def test_what_only_denies_corrects_nothing(says: str) -> None:
    assert corrected(clean(says).text) == ""


def test_what_asks_means_nothing_instead() -> None:
    assert meant_in("is that strange? yes? no?") == ""
    assert meant_in("should i tell her of the mango? she'll find out") == ""


def test_corrections_of_other_hands_are_found_as_often_as_is_said() -> None:
    known = tomllib.loads((SET / "corrections.toml").read_text())
    talks = tomllib.loads((SET / "talks.toml").read_text())["talk"]
    said = [(clean(one["says"]).text, clean(one["instead"]).text) for one in known["correction"]]
    by_form = sum(bool(got := corrected(text)) and got in text for text, _meant in said)
    meant = sum(
        bool(got := meant_in(text)) and (got in right or right in got) for text, right in said
    )
    plain = [one["says"] for one in known["near"]]
    plain += [text for one in talks for text in one["turns"][1:]]
    assert by_form >= LEAST_BY_FORM
    assert meant >= LEAST_MEANT
    assert sum(bool(corrected(clean(text).text)) for text in plain) <= MOST_WRONG


@pytest.mark.parametrize(
    ("says", "meant"),
    [
        ("lol no the wedding, the funeral went fine", "the wedding"),
        ("jealous isn't the word. left out maybe", "left out"),
        ("did i say lonely? i said bored", "bored"),
        ("not what i said at all", ""),
        ("you got that wrong", ""),
    ],
)
def test_what_is_left_of_what_is_denied_is_meant(says: str, meant: str) -> None:
    assert meant_in(clean(says).text) == meant


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
