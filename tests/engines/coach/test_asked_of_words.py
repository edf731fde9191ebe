"""What is asked of words, and what only sounds so; who leans on us; who names a disorder."""

import pytest
from tests.engines.coach.hearing.test_wants import BEFORE, LATE, talk, wanting

from aftershift.engines.coach.state import Act

ASKED = (*BEFORE, "what do i say to her")


@pytest.mark.parametrize(
    ("says", "shares", "key"),
    [
        ("less like a report, please: 'the shelf was requested on friday'", {}, "words_own_anew."),
        ("this i would say: 'you never hold a shelf'", {}, "words_own_fairer."),
        ("this i would say: 'the shelf is up and so am i'", {}, "words_own."),
        ("'go home' is the one that sits in me", {"declines": 0.8, "own_words": 0.2}, ""),
    ],
)
def test_a_line_of_their_own_is_met_as_what_it_is_for(
    says: str, shares: dict[str, float], key: str
) -> None:
    state, _reply = talk(*LATE, wanting(says, **({"own_words": 0.8} | shares)))
    assert state.used[-1].startswith(key) if key else "words_own" not in state.used[-1]


@pytest.mark.parametrize(
    "says",
    [
        "and it should start with a thank you to the uncle",
        "with the two hundred metres in it, please",
        "you can leave out any talk of money",
        "he will know if it's not me",
    ],
)
def test_how_the_words_shall_be_is_agreed_to_behind_words(says: str) -> None:
    state, reply = talk(*ASKED, wanting(says, words=0.1))
    assert state.used[-1].startswith("words_minded.")
    assert reply.act is Act.SCRIPT
    assert not talk(*BEFORE, wanting(says, words=0.1))[0].used[-1].startswith("words_minded.")


def test_what_is_done_or_corrected_is_no_line_for_them() -> None:
    told = "i baked for her and kept the cake"
    assert any("words_line." in one for one in talk(*ASKED, told)[0].used)
    for want in ("done", "corrects", "change"):
        used = talk(*ASKED, wanting(told, **{want: 0.5}))[0].used
        assert not any("words_line." in one for one in used)


def test_where_a_judgement_is_asked_for_and_words_are_unlikely_none_are_given() -> None:
    asks = "what do i say to her"
    assert talk(*BEFORE, wanting(asks, words=0.3, may=0.6))[1].act is Act.SCRIPT
    assert talk(*BEFORE, wanting(asks, words=0.1, may=0.6))[1].act is not Act.SCRIPT


def test_who_asks_how_to_mend_what_they_did_is_given_words_of_being_sorry() -> None:
    says = "i shouted at a student in front of a family. how do i fix it?"
    state, reply = talk(*BEFORE, says)
    assert reply.act is Act.SCRIPT
    assert any(one.startswith("purpose.sorry.") for one in state.used)
    _state, reply = talk(*BEFORE, "the shelf came down. how do i fix it?")
    assert reply.act is not Act.SCRIPT


def test_who_has_only_us_is_pointed_to_a_person() -> None:
    state, reply = talk(*BEFORE, "you're the only one i talk to now. same time tomorrow?")
    assert state.used[-1].startswith("only_you.")
    assert reply.act is Act.WHAT_I_AM


def test_nobody_who_is_absent_is_diagnosed() -> None:
    state, reply = talk("he never does anything. he's a narcissist, right?")
    assert state.used[-1].startswith("no_diagnosis.")
    assert "narciss" not in reply.text


@pytest.mark.parametrize(
    ("opens", "key"),
    [
        ("four chairs at once today. can i ask you something kinda embarrassing", "asks_next."),
        ("good evening. i have a question about a wedding", "asks_next."),
        ("i need somebody to tell me how bad it is", "asks_next."),
        ("eleven hours on one lift. anyway that int why im on here", "opener."),
    ],
)
def test_who_announces_a_question_is_made_welcome(opens: str, key: str) -> None:
    assert talk(opens)[0].used[-1].startswith(key)


def test_a_step_is_offered_at_once_only_where_it_is_certainly_asked_for() -> None:
    says = "dunno where to start really, two hundred kids and the wrong fish"
    assert talk(wanting(says, step=0.85))[1].act is not Act.OFFER
