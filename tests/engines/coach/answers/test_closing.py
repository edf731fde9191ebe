"""How a talk ends: who goes to somebody is sent to nobody else, who breaks off is let go."""

from dataclasses import replace

import pytest
from tests.engines.coach.answers.test_giving_back import FIRST, NOW, TELLING, talk
from tests.shelves import heard, shelves

from aftershift.engines.coach.state import State
from aftershift.engines.coach.turn import take_turn
from aftershift.engines.safety.course import Course

GOES = "Thank you. I will go and sit with her now"


@pytest.mark.parametrize(
    ("says", "key"),
    [
        (GOES, ""),
        ("ok going to reply to her. thanks", ""),
        ("I'll answer him and nobody else. Thanks", "human_near."),
        ("ok my roommate's dragging me out, bye!! thank you", ""),
        ("Thanks. He's in the shower now", ""),
        ("Thanks for listening to an old nurse gripe", "human."),
    ],
)
def test_a_close_does_not_point_past_who_is_there(says: str, key: str) -> None:
    state, _replies = talk(FIRST, *TELLING[:6], says)
    pointed = [name for name in state.used if name.startswith("human")]
    assert [name for name in pointed if not name.startswith(key)] == []
    assert bool(pointed) is bool(key)


def test_nobody_is_sent_to_who_may_be_feared() -> None:
    state = State(said=("a", "b"), acts=(), course=replace(Course(), guarded=True))
    after, _reply = take_turn(state, heard(GOES), shelves(""), NOW)
    assert not any(name.startswith("human_near.") for name in after.used)


@pytest.mark.parametrize(
    ("says", "is_called"),
    [
        ("wait he's at the door, he's home early", True),
        ("shit his light just came on", True),
        ("my stop", True),
        ("hing on, coo's down", True),
        ("ok the light's just gone on in the kitchen", True),
        ("actually hang on shes ringing me", True),
        ("she's awake, gotta go", True),
        ("my husband is parking", True),
        ("he is outside, he wants the car. wait", True),
        ("she is coming down, i hear the boots and have the basil in my hand. i close", True),
        (
            "wait she's in the corridor. she passed. she said mind your eyes, and i will",
            False,
        ),
        ("he's on the stairs", True),
        ("he is on the stairs with the other lift engineer", False),
        ("he's coming in drunk again", False),
        ("she is up at four every night", False),
        ("wait so you think i was wrong", False),
        ("my phone is old", False),
        ("he's back at work since monday", False),
        ("i don't know how much longer i can wait", False),
        ("the shed is where i go", False),
    ],
)
def test_who_has_to_break_off_is_let_go(says: str, *, is_called: bool) -> None:
    state, _replies = talk(FIRST, *TELLING[:3], says)
    assert state.used[-1].startswith("called_away.") is is_called


@pytest.mark.parametrize(
    ("says", "is_left"),
    [
        ("Leave that bit for now if you don't mind", True),
        ("not that part today", True),
        ("leave that bit out of it and say it shorter", False),
        ("he would leave the one at the door", False),
        ("i'd leave it for now", False),
    ],
)
def test_who_leaves_a_part_alone_has_not_ended(says: str, *, is_left: bool) -> None:
    state, _replies = talk(FIRST, *TELLING[:3], says)
    assert state.used[-1].startswith("left_there.") is is_left


@pytest.mark.parametrize(
    "says", ["I am obliged to you.", "Takk. Ha det", "hes awake. ka kite", "Alright. Walk good."]
)
def test_thanks_and_goodbyes_of_many_tongues_end_a_talk(says: str) -> None:
    _state, replies = talk(FIRST, *TELLING[:5], says)
    assert replies[-1].rule in ("ends", "is called away", "may go")


def test_nobody_is_sent_to_a_door_behind_which_somebody_may_be_feared() -> None:
    state = State(said=("a", "b"), acts=(), course=replace(Course(), guarded=True))
    after, _reply = take_turn(state, heard("wait he's at the door"), shelves(""), NOW)
    assert not any(name.startswith("called_away.") for name in after.used)
