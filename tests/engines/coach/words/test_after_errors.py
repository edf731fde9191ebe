"""An error in care is never handed out as words to send: whom to tell first, and a colleague."""

from collections.abc import Sequence

import pytest
from benchmarks.judging import NOW
from tests.shelves import heard, shelves

from aftershift.engines.coach.state import Act, Reply, State
from aftershift.engines.coach.turn import take_turn

OWN = (
    "I gave the wrong dose last night",
    "gave the wrong drug to bed 4, patient fine",
    "near miss yesterday. nobody hurt",
    "i missed a dose of his insulin",
    "we hung the wrong fluids and nobody has noticed",
    "made a drug error on nights",
    "I gave her the morphine twice",
    "I forgot to give the antibiotics",
    "i misread the ecg",
    "I missed the result and he got worse",
    "I didn't check the allergy",
    "wrong patient, right drug",
    "we left a swab in",
    "I dispensed the wrong strength",
    "i set the pump at ten times the rate",
    "it was a never event and it was me",
    "I mixed up the labels and sent the wrong blood",
    "I overdosed a patient on fentanyl",
    "i wrote the obs on the wrong chart",
    "I made an error with a patient",
)
ASKS = "what could I say?"


def talk(said: Sequence[str]) -> tuple[State, list[Reply]]:
    state, replies, at = State(), [], shelves("")
    for one in said:
        state, reply = take_turn(state, heard(one), at, NOW)
        replies.append(reply)
    return state, replies


@pytest.mark.parametrize("told", OWN)
def test_an_error_of_ones_own_is_told_to_a_senior_first(told: str) -> None:
    state, replies = talk((told, ASKS))
    assert replies[-1].act is Act.SCRIPT
    assert any(name.startswith("words_error.") for name in state.used)
    assert any(name.startswith("after-error.words.") for name in state.used)
    text = replies[-1].text.lower()
    assert all(word in text for word in ("senior", "report", "disclosure policy"))
    assert told.lower().rstrip(".") not in text


@pytest.mark.parametrize(
    "asks",
    ["write me a text to the family", "what do i say to his wife", "what could I write to her son"],
)
def test_nothing_is_written_to_a_family(asks: str) -> None:
    _state, replies = talk((OWN[0], asks, "I want it to say that I gave the wrong dose"))
    for reply in replies[1:]:
        assert "disclosure policy" in reply.text
        assert "“I gave the wrong dose" not in reply.text


def test_who_tells_their_own_people_gets_words_for_them() -> None:
    state, replies = talk((OWN[0], "what do I say to my husband"))
    assert "somebody at home" in replies[-1].text
    assert not any(name.startswith("words_error.") for name in state.used)


def test_asking_on_gives_other_words_and_no_line_twice() -> None:
    state, _replies = talk((OWN[0], ASKS, "what else could i say", "what else could I say"))
    assert len(set(state.used)) == len(state.used)
