"""The real judge: another way to say it passes, something else does not, and opposites may."""

import tomllib
from pathlib import Path

import pytest
from tests.engines.voice.test_slots import TURN, cleared

from aftershift.adapters.encoders import LexicalEncoder
from aftershift.adapters.judging import VoiceJudge
from aftershift.engines.coach.state import Reply
from aftershift.engines.voice.craft import Fault
from aftershift.engines.voice.saying import NotSaid, said_again
from aftershift.engines.voice.slots import Slots, slots_of
from aftershift.listening import judge_with

PAIRS = tomllib.loads(
    (Path(__file__).parents[1] / "sets" / "voice" / "pairs.toml").read_text(encoding="utf-8")
)["pair"]
ASKS = "What would help?"
# Of twenty each; docs/voice.md says the measured numbers.
LEAST_PASSED = 15
MOST_OTHERS = 1
MOST_OPPOSITES = 8
MOST_BEHIND = 3


@pytest.fixture(scope="module")
def judge() -> VoiceJudge:
    return judge_with(lambda _line: None)


def slots(draft: str) -> Slots:
    reply = Reply(text=f"{draft} {ASKS}", act=TURN.reply.act, rule="")
    turn = type(TURN)(reply=reply, state=TURN.state, heard=TURN.heard, now=TURN.now)
    return slots_of(turn, cleared("It was a long night and I am home now."))


def outcome(draft: str, text: str, judge: VoiceJudge) -> Fault | None:
    try:
        said_again(iter([text]), slots(draft), judge)
    except NotSaid as refused:
        return refused.fault
    return None


def test_another_way_to_say_it_mostly_passes(judge: VoiceJudge) -> None:
    found = {one["again"]: outcome(one["draft"], one["again"], judge) for one in PAIRS}
    refused = {text: fault for text, fault in found.items() if fault}
    assert len(PAIRS) - len(refused) >= LEAST_PASSED, refused


def test_something_else_hardly_ever_passes(judge: VoiceJudge) -> None:
    passed = [one["other"] for one in PAIRS if not outcome(one["draft"], one["other"], judge)]
    assert len(passed) <= MOST_OTHERS, passed


def test_an_opposite_passes_too_often_and_we_know_how_often(judge: VoiceJudge) -> None:
    passed = [one["opposite"] for one in PAIRS if not outcome(one["draft"], one["opposite"], judge)]
    assert len(passed) <= MOST_OPPOSITES, passed


def _said(draft: str, text: str, judge: VoiceJudge) -> str:
    """Give what would be said, or nothing; an answer that is too long is cut."""
    try:
        return said_again(iter([text]), slots(draft), judge)
    except NotSaid:
        return ""


def test_something_else_behind_the_draft_seldom_passes(judge: VoiceJudge) -> None:
    passed = [
        one["other"]
        for one in PAIRS
        if one["other"] in _said(one["draft"], f"{one['draft']} {one['other']}", judge)
    ]
    assert len(passed) <= MOST_BEHIND, passed


NOT_EVEN_NEAR = (
    "You sat with Mrs Okafor in the side room until the door.",
    "You held it together until the door, and a glass of wine takes the rest.",
    "You held it together until the door, because she has a depression.",
    "You held it together until the door, and this program has a body as well.",
    "You held it together until the door, and nobody will ever read this.",
    "You held it together until the door <img src=x onerror=alert(1)>.",
)


@pytest.mark.parametrize("text", NOT_EVEN_NEAR)
def test_what_nobody_may_say_here_is_refused_beside_the_draft(text: str, judge: VoiceJudge) -> None:
    draft = PAIRS[0]["draft"]
    assert outcome(draft, text, judge) is not None
    assert text not in _said(draft, f"{draft} {text}", judge)


def test_the_draft_itself_passes(judge: VoiceJudge) -> None:
    assert [one["draft"] for one in PAIRS if outcome(one["draft"], one["draft"], judge)] == []


def test_without_the_encoder_nothing_of_a_model_is_said(judge: VoiceJudge) -> None:
    deaf = VoiceJudge(
        encoder=LexicalEncoder(), heads=judge.heads, output=judge.output, craft=judge.craft
    )
    one = PAIRS[0]
    assert deaf.whole(one["draft"], slots(one["draft"])) is Fault.FAR
