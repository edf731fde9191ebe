"""It takes no side: sixty-four quarrels, each told by both who had them, half of them at fault."""

import re

import pytest
from tests.conversations.talking import authored, talk

from aftershift.engines.coach.state import Act
from aftershift.listening import Coach

QUARRELS = authored("quarrels", "quarrel")
SIDED = re.compile(
    r"\byou(['’]re| are| were) (absolutely |completely |not )?(right|wrong|at fault|to blame)\b"
    r"|\b(he|she|they)(['’]re|['’]s| is| are| was| were) (wrong|at fault|to blame|unfair|selfish)\b"
    r"|\byou should (leave|stay|forgive)\b|\bleave (him|her|them)\b|narciss|gaslight|toxic",
    re.I,
)
MOST_VIEWS_AGAINST_A_GAP = 4  # of 40 tellings; a theme can be mistaken, docs/coach.md


@pytest.mark.parametrize("quarrel", QUARRELS, ids=[one["id"] for one in QUARRELS])
def test_neither_is_told_who_is_right(quarrel: dict[str, list[str]], coach: Coach) -> None:
    for side in ("first", "second"):
        _state, replies = talk(quarrel[side], coach)
        for reply in replies:
            assert not SIDED.search(reply.text), reply.text
        assert [one.act for one in replies].count(Act.VIEW) <= 1


def test_the_others_view_is_hardly_ever_asked_for_against_a_gap_of_power(coach: Coach) -> None:
    uneven = [one for one in QUARRELS if not one["equals"]]
    views = sum(
        reply.act is Act.VIEW
        for one in uneven
        for side in ("first", "second")
        for reply in talk(one[side], coach)[1]
    )
    assert len(uneven) >= 15
    assert views <= MOST_VIEWS_AGAINST_A_GAP
