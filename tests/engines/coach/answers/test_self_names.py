"""A hard name that somebody calls themselves is met, and not said again."""

import pytest
from tests.engines.coach.answers.test_giving_back import FIRST, talk

from aftershift.engines.coach.state import State


def met(state: State) -> bool:
    return any(name.startswith("hard_on_self.") for name in state.used)


@pytest.mark.parametrize(
    "said",
    [
        "I feel like a right prick now to be honest",
        "i'm such an idiot",
        "feel like the worst mum",
        "I am a terrible husband honestly",
    ],
)
def test_who_calls_themselves_names_is_answered_and_not_echoed(said: str) -> None:
    state, replies = talk(FIRST, said)
    assert met(state)
    assert not any(word in replies[-1].text for word in ("prick", "idiot", "terrible", "worst"))


@pytest.mark.parametrize(
    "said",
    [
        "he is such an idiot about the bins",
        "she said I was being a coward about it, and we laughed",
        "I feel like a cup of tea",
        "I am a midwife, twenty years",
    ],
)
def test_what_is_no_name_for_oneself_is_not(said: str) -> None:
    state, _ = talk(FIRST, said)
    assert not met(state)


def test_it_is_said_once_in_a_talk() -> None:
    state, _ = talk(FIRST, "i'm such an idiot", "no really i am an idiot")
    assert sum(name.startswith("hard_on_self.") for name in state.used) == 1
