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
LEAST_VIEWS_BETWEEN_EQUALS = 50  # of 88; after two questions running none is asked


@pytest.mark.parametrize("quarrel", QUARRELS, ids=[one["id"] for one in QUARRELS])
def test_neither_is_told_who_is_right(quarrel: dict[str, list[str]], coach: Coach) -> None:
    for side in ("first", "second"):
        _state, replies = talk(quarrel[side], coach)
        for reply in replies:
            assert not SIDED.search(reply.text), reply.text
        assert [one.act for one in replies].count(Act.VIEW) <= 1


def views_in(coach: Coach, *, equals: bool) -> tuple[int, int]:
    """Count the tellings in which the other's view is asked for, and all tellings."""
    told = [
        one[side] for one in QUARRELS if one["equals"] is equals for side in ("first", "second")
    ]
    asked = [any(one.act is Act.VIEW for one in talk(turns, coach)[1]) for turns in told]
    return sum(asked), len(asked)


def test_the_others_view_is_asked_for_between_most_equals(coach: Coach) -> None:
    views, tellings = views_in(coach, equals=True)
    assert tellings == 88
    assert views >= LEAST_VIEWS_BETWEEN_EQUALS


def test_the_others_view_is_hardly_ever_asked_for_against_a_gap_of_power(coach: Coach) -> None:
    views, tellings = views_in(coach, equals=False)
    assert tellings == 40
    assert views <= MOST_VIEWS_AGAINST_A_GAP
