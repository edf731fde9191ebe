"""Blame for what is past is turned to one ask, as often as is said."""

import tomllib
from pathlib import Path

import pytest

from aftershift.engines.wording.feedforward import OPEN, Found, look_ahead
from aftershift.engines.wording.verbs import plain_verb
from aftershift.library.wording import load_sbi

FRESH = Path(__file__).parents[2] / "sets" / "wording" / "blames_fresh.toml"


@pytest.mark.parametrize(
    ("blame", "ask"),
    [
        ("You didn't tell me on Monday.", "Next time, could you tell me?"),
        ("You never listened when I told you", "From now on, could you listen when I tell you?"),
        ("You should've checked before you went.", "Next time, could you check before you go?"),
        ("You went away without telling me.", "Next time, could you tell me first?"),
        ("You keep leaving the lights on.", "From now on, could you stop leaving the lights on?"),
        ("You haven't paid your share.", "Could you pay your share?"),
        ("You left three open. Can you close them?", "Can you close them?"),
    ],
)  # fmt: skip
def test_what_was_not_done_is_asked_for(blame: str, ask: str) -> None:
    assert look_ahead(blame, load_sbi()).ask == ask


@pytest.mark.parametrize("blame", ["You took my pen.", "You don't care about us.", "You're lazy."])
def test_what_only_the_writer_knows_is_left_open(blame: str) -> None:
    found = look_ahead(blame, load_sbi())
    assert (found.found, found.ask) == (Found.DONE, OPEN)


def test_of_several_things_one_is_asked() -> None:
    found = look_ahead("You're useless. You forgot the milk. You never ring.", load_sbi())
    assert found.ask.count("?") == 1
    assert found.found is not Found.REQUEST


def test_fresh_sentences_are_turned_as_often_as_is_said() -> None:
    blames = tomllib.loads(FRESH.read_text(encoding="utf-8"))["blame"]
    read = [look_ahead(one["says"], load_sbi()) for one in blames]
    asks = ["" if one.found is Found.DONE else one.ask for one in read]
    right = sum(ask == one["asks"] for ask, one in zip(asks, blames, strict=True))
    assert (right, len(blames)) == (28, 30)


@pytest.mark.parametrize(
    ("said", "plain"),
    [("told", "tell"), ("stopped", "stop"), ("shared", "share"), ("labelled", "label"),
     ("asking", "ask"), ("replied", "reply"), ("managed", "manage"), ("need", "need"),
     ("ring", "ring"), ("called", "call"), ("listened", "listen")],
)  # fmt: skip
def test_a_verb_is_given_plainly(said: str, plain: str) -> None:
    assert plain_verb(said) == plain
