"""Who goes to somebody is not sent to somebody else."""

import pytest
from tests.engines.coach.test_giving_back import FIRST, TELLING, talk


@pytest.mark.parametrize(
    ("says", "is_near"),
    [
        ("Thank you. I will go and sit with her now, she is still up.", True),
        ("ok my roommate's dragging me out, bye!! thank you", True),
        ("Thanks. He's in the shower now", True),
        ("Thanks for listening to an old nurse gripe", False),
    ],
)
def test_a_close_points_to_the_one_who_is_there(says: str, *, is_near: bool) -> None:
    state, _replies = talk(FIRST, *TELLING[:6], says)
    assert any(name.startswith("human_near.") for name in state.used) is is_near
    assert any(name.startswith("human") for name in state.used)
