"""Words asked for in a playbook's own matter are that playbook's, with the real coach."""

from dataclasses import replace

import pytest
from benchmarks.judging import NOW

from aftershift.engines.coach.state import Act, State
from aftershift.engines.coach.turn import take_turn
from aftershift.engines.safety.risk import NO_RISK
from aftershift.library.coach import load_coach
from aftershift.listening import Coach

PLAYBOOKS = {one.id: one for one in load_coach().playbooks}


@pytest.mark.parametrize("name", PLAYBOOKS)
def test_what_a_playbook_is_about_gets_its_own_words(name: str, coach: Coach) -> None:
    own = PLAYBOOKS[name]
    state = State()
    for said in (own.cues[0], "what could I say?"):
        heard = replace(coach.hear(said, state.heard_before), risk=NO_RISK)
        state, reply = take_turn(state, heard, coach.shelves, NOW)
    texts = [words for one in own.script for words in (one.soft, one.firm, one.firmer)]
    assert reply.act is Act.SCRIPT
    assert any(f"“{one}”" in reply.text for one in texts)
