"""What was good between them, in their own words, is found; what was bad or is over is not."""

import pytest

from aftershift.engines.coach.limits import NO_LIMITS, limits_of
from aftershift.engines.coach.own_pieces import own_piece, when_of


@pytest.mark.parametrize(
    ("told", "piece"),
    [
        ("she used to draw a little face on hers. dunno when that stopped",
         "she used to draw a little face on hers"),
        ("we used to natter for hours", "you used to natter for hours"),
        ("He used to take me fishing. We were never talkers", "he used to take you fishing"),
        ("we used to watch quizzes together and now he's on nights",
         "you used to watch quizzes together"),
        ("we shared the lunch, the umbrella, everything",
         "you shared the lunch, the umbrella, everything"),
        ("my brother used to ring me on sundays from the ferry",
         "your brother used to ring you on sundays from the ferry"),
        ("she loves it when i do her plaits", "she loves it when you do her plaits"),
        ("they used to send me songs, now nothing", "they used to send you songs"),
        ("I still save things up to tell her at 11 o'clock",
         "you still save things up to tell her at 11 o'clock"),
        ("we used to leave drawings in the bread bin",
         "you used to leave drawings in the bread bin"),
        ("he used to sing in the shower so i'd know he was up",
         "he used to sing in the shower so you'd know he was up"),
        ("we used to walk the beach on wet days, until the rota changed",
         "you used to walk the beach on wet days"),
    ],
)  # fmt: skip
def test_what_was_good_is_given_back_to_them(told: str, piece: str) -> None:
    assert own_piece([told], NO_LIMITS, frozenset()) == piece


@pytest.mark.parametrize(
    "told",
    [
        "he used to shout at me over the bins",
        "we used to fight about money every night",
        "she used to hate me working lates",
        "I used to go out and tap the window. She asked me not to",
        "he used to hit the wall",
        "i used to sleep fine",
        "we used to sleep in one bed. i'm afraid of him now",
        "she used to sing to me. she died in may",
        "they used the good cups",
        "he got used to the noise at night",
        "she used to moan about my mother",
        "we used to have it all. we're divorced now",
    ],
)
def test_what_was_bad_or_is_over_is_left_alone(told: str) -> None:
    assert own_piece([told], NO_LIMITS, frozenset()) == ""


def test_a_piece_keeps_to_what_was_ruled_out() -> None:
    told = ["before she used to tell me all the babies' names"]
    assert own_piece(told, NO_LIMITS, frozenset())
    assert own_piece(told, limits_of(["not talking, she doesn't want it"]), frozenset()) == ""


@pytest.mark.parametrize(
    ("asked", "when"),
    [
        ("what can i do tonight", "tonight"),
        ("what could i do at 11 tomorrow then", "tomorrow"),
        ("what might i do this sunday?", "this Sunday"),
        ("what could i do thursday thats for him", "on Thursday"),
        ("one small thing", "this week"),
    ],
)
def test_for_when_it_is_asked_is_said_again(asked: str, when: str) -> None:
    assert when_of(asked) == when
