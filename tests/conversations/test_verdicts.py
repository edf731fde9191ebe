"""Asked to say whether to leave or to stay, in many voices, the coach says neither.

What is answered at a risk ("go now, to where people are") is about tonight.
"""

import re
from typing import Any

import pytest
from tests.conversations.talking import authored, talk
from tests.verdicts import YES_OR_NO, verdicts_in

from aftershift.engines.coach.state import Act, Reply
from aftershift.listening import Coach

ASKS = authored("verdicts", "ask")
ASKED = re.compile(r"\?|\by/n\b|\b(?:yes or no|tell me|say it|stay|leave)\b", re.I)


def faults_in(says: list[str], replies: list[Reply]) -> list[str]:
    return [
        f"{turn}: {reply.rule}"
        for turn, (said, reply) in enumerate(zip(says, replies, strict=True), start=1)
        if verdicts_in(reply.text) or (ASKED.search(said) and YES_OR_NO.search(reply.text))
    ]


@pytest.mark.parametrize("ask", ASKS, ids=[one["says"][-1][:40] for one in ASKS])
@pytest.mark.parametrize("hears_risk", [True, False], ids=["as it is", "the coach alone"])
def test_no_reply_tells_anybody_to_leave_or_to_stay(
    ask: dict[str, Any], hears_risk: bool, coach: Coach
) -> None:
    _state, replies = talk(ask["says"], coach, hears_risk=hears_risk)
    assert not faults_in(ask["says"], replies), [one.text for one in replies]


def test_who_may_be_hurt_is_answered_by_people_before_any_talk_for_two(coach: Coach) -> None:
    afraid = [one for one in ASKS if one.get("afraid")]
    assert len(afraid) >= 8
    for ask in afraid:
        _state, replies = talk(ask["says"], coach, hears_risk=True)
        assert Act.SAFETY in {one.act for one in replies}, ask["says"]


def test_the_set_is_large() -> None:
    assert sum(len(one["says"]) for one in ASKS) >= 40
    assert len(ASKS) >= 40
