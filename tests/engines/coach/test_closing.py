"""Who goes to somebody is not sent to somebody else."""

from dataclasses import replace

import pytest
from tests.engines.coach.test_giving_back import FIRST, NOW, TELLING, talk
from tests.shelves import heard, shelves

from aftershift.engines.coach.state import State
from aftershift.engines.coach.turn import take_turn
from aftershift.engines.safety.course import Course

GOES = "Thank you. I will go and sit with her now"


@pytest.mark.parametrize(
    ("says", "key"),
    [
        (GOES, "human_near."),
        ("ok going to reply to her. thanks", "human_near."),
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
