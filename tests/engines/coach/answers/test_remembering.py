"""What somebody chose to have kept comes back once, where it is spoken of again."""

from dataclasses import replace

from benchmarks.judging import NOW
from tests.engines.coach.hearing.test_wants import BEFORE
from tests.shelves import heard, shelves

from aftershift.engines.coach.state import NOBODY, Known, Reply, State, Steering
from aftershift.engines.coach.turn import take_turn
from aftershift.engines.safety.course import Course

CARD = "My sister's choir sings on Thursdays, and I keep that evening free."
KEPT = replace(NOBODY, cards=("The boiler man is called Ted.", CARD))


def talk(*turns: str, known: Known = KEPT, state: State | None = None) -> list[Reply]:
    state, replies = state or State(), []
    for turn in turns:
        state, reply = take_turn(state, heard(turn), shelves(""), NOW, known)
        replies.append(reply)
    return replies


def test_a_card_comes_back_once_where_it_is_spoken_of() -> None:
    *_before, first, second = talk(
        *BEFORE[1:], "the choir wants me on thursdays again", "choir and thursdays, always"
    )
    assert first.rule == "was kept"
    assert CARD.rstrip(".") in first.text
    assert CARD.rstrip(".") not in second.text


def test_a_card_stays_away_where_one_word_is_shared_or_nothing_was_kept() -> None:
    assert talk(*BEFORE[1:], "the choir was late")[-1].rule != "was kept"
    assert talk(*BEFORE, "the choir wants thursdays", known=NOBODY)[-1].rule != "was kept"


def test_a_card_stays_away_where_only_listening_is_wanted_or_somebody_may_be_feared() -> None:
    says = "the choir wants me on thursdays again"
    quiet = State(said=BEFORE, steering=(Steering.LISTEN,))
    feared = State(said=BEFORE, course=Course(guarded=True))
    assert talk(says, state=quiet)[-1].rule != "was kept"
    assert talk(says, state=feared)[-1].rule != "was kept"
