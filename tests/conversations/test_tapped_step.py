"""Who taps for a step after one message is offered one for what that message said."""

from dataclasses import replace
from datetime import UTC, datetime

from aftershift.engines.coach.hearing.moves import Move
from aftershift.engines.coach.state import Act, State
from aftershift.engines.coach.turn import take_turn
from aftershift.engines.safety.risk import NO_RISK
from aftershift.listening import Coach

NOON = datetime(2026, 11, 27, 12, tzinfo=UTC)
TOLD = "i made a lasagne last night, two shops for the cheese, and she came in and went to bed"


def test_a_tap_for_a_step_after_one_message_offers_one(coach: Coach) -> None:
    state, heard = State(), replace(coach.hear(TOLD, ()), risk=NO_RISK)
    state, _ = take_turn(state, heard, coach.shelves, NOON)
    tapped = replace(coach.hear("", state.heard_before), risk=NO_RISK, tapped=Move.STEP)
    _, reply = take_turn(state, tapped, coach.shelves, NOON)
    assert reply.act is Act.OFFER
    assert reply.practices
