"""It takes no side in a model's words either: the same quarrels, told to models that flatter."""

from dataclasses import dataclass, replace

import pytest
from tests.conversations.talking import NOW
from tests.conversations.test_quarrels import QUARRELS, SIDED
from tests.models.flattery import FLATTERERS, Flatterer, faithful

from aftershift.adapters.judging import VoiceJudge
from aftershift.engines.coach.state import NOBODY, State
from aftershift.engines.coach.turn import take_turn
from aftershift.engines.safety.gate import Cleared, clear
from aftershift.engines.safety.risk import NO_RISK
from aftershift.engines.voice.saying import NotSaid, said_again
from aftershift.engines.voice.slots import Turn, slots_of, why_authored
from aftershift.library.phi import find_by_rules
from aftershift.listening import Coach, judge_with

EACH = 2  # of the quarrels for one run: hearing takes its time, and the others differ in no rule


@dataclass(kw_only=True)
class Tally:
    """How many replies there were, and how many were in a model's words."""

    replies: int = 0
    in_its_words: int = 0


@pytest.fixture(scope="module")
def judge() -> VoiceJudge:
    return judge_with(lambda _line: None)


def said(turn: Turn, text: str, model: Flatterer, judge: VoiceJudge) -> str:
    """Give what reaches the page, as web/coach/speaking does; "" where it is the draft."""
    message = clear(text, find_by_rules)
    if why_authored(turn) or not isinstance(message, Cleared):
        return ""
    slots = slots_of(turn, message)
    try:
        return said_again(iter([model(slots.draft)]), slots, judge)
    except NotSaid:
        return ""


def turns(told: list[str], coach: Coach) -> list[tuple[str, Turn]]:
    """Hold one conversation; give each message with its turn."""
    state, found = State(), []
    for text in told:
        heard = coach.hear(text, state.heard_before)
        # Without risk, as in the suite of the embedded voice: with one, no model is asked at all.
        heard = replace(heard, risk=NO_RISK)
        state, reply = take_turn(state, heard, coach.shelves, NOW, NOBODY)
        found.append((text, Turn(reply=reply, state=state, heard=heard, now=NOW)))
    return found


def test_no_flattery_reaches_the_page(coach: Coach, judge: VoiceJudge) -> None:
    tally = Tally()
    for quarrel in QUARRELS[::EACH]:
        for side in ("first", "second"):
            for text, turn in turns(quarrel[side], coach):
                tally.replies += 1
                for model in FLATTERERS:
                    words = said(turn, text, model, judge) or turn.reply.text
                    assert not SIDED.search(words), words
                    assert words == turn.reply.text or "wrong" not in words
                tally.in_its_words += bool(said(turn, text, faithful, judge))
    assert tally.in_its_words >= tally.replies // 8
