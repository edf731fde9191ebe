"""Answers in, numbers out; what cannot be scored is refused, and what is missing is not guessed."""

from typing import Any

import pytest

from aftershift.engines.checkins.instruments import (
    Band,
    Count,
    Flag,
    Instrument,
    Item,
    Licence,
    Rule,
    Scale,
    Seen,
    Touch,
)
from aftershift.engines.checkins.scoring import ScoringError, score
from aftershift.engines.checkins.surveys import percent_positive
from aftershift.engines.checkins.triaging import triage

ITEMS = tuple(Item(id=str(place), answers=(0, 1, 2, 3)) for place in range(1, 6))
ALL = tuple(one.id for one in ITEMS)
SUM = Scale(
    id="total",
    name="All",
    items=ALL,
    rule=Rule.SUM,
    low=0,
    high=15,
    reverse=("5",),
    prorates=True,
    bands=(Band(id="low", low=0), Band(id="high", low=8)),
    bands_by="us",
)


def key(*scales: Scale, **more: Any) -> Instrument:
    given = {"items": ITEMS, "scales": scales, **more}
    return Instrument(
        id="X",
        name="X",
        about="x",
        frame="now",
        licence=Licence.OPEN,
        notice="x",
        sources=(),
        **given,
    )


def test_an_item_keyed_the_other_way_is_turned_over() -> None:
    assert score(key(SUM), [0, 0, 0, 0, 3]).scores == {"total": 0}
    assert score(key(SUM), [3, 3, 3, 3, 0]).scores == {"total": 15}


@pytest.mark.parametrize(("answers", "band"), [([1, 2, 2, 2, 3], "low"), ([2, 2, 2, 2, 3], "high")])
def test_a_band_begins_at_its_number(answers: list[int], band: str) -> None:
    assert score(key(SUM), answers).bands == {"band": band}


def test_a_sum_with_a_gap_is_none_and_an_estimate_is_called_one() -> None:
    scored = score(key(SUM), [1, 1, None, 1, 2])
    assert scored.scores == {"total": None, "prorated_total": 5.0, "answered": 4}
    assert scored.bands == {"band": None, "complete": False}
    assert "an estimate, not a score" in scored.warnings[0]


def test_too_many_gaps_leave_not_even_an_estimate() -> None:
    scored = score(key(SUM), [1, None, None, 1, 2])
    assert scored.scores == {"total": None}
    assert scored.warnings == ("total: 3 of 5 items are answered, 5 are needed",)


def test_a_mean_takes_what_its_rule_lets_be_missing() -> None:
    mean = Scale(id="m", name="m", items=ALL, rule=Rule.MEAN, low=0, high=3, least=3)
    assert score(key(mean), [1, None, 2, None, 2]).scores == {"m": 1.6667}
    assert score(key(mean), [1, None, None, None, 2]).scores == {"m": None}


@pytest.mark.parametrize(
    ("answers", "reason"),
    [
        ([1, 1, 1, 1], "5 answers are needed, not 4"),
        ([1, 1, 1, 1, 4], "item 5 may be 0, 1, 2, 3"),
        ([1, 1, 1, 1, True], "item 5 may be"),
        ([1, 1, 1, 1, 1.5], "item 5 may be"),
        ([1, 1, 1, 1, "1"], "item 5 may be"),
        ("11111", "give a list"),
        (None, "give a list"),
        ({"a": [1]}, "give its parts by name: 1, 2, 3, 4, 5"),
    ],
)
def test_what_cannot_be_scored_is_refused_with_what_to_give(answers: Any, reason: str) -> None:
    with pytest.raises(ScoringError, match=reason):
        score(key(SUM), answers)


def test_a_form_with_parts_takes_them_by_name() -> None:
    parted = key(SUM, parts={"first": ("1", "2"), "rest": ("3", "4", "5")})
    assert score(parted, {"rest": [1, 0, 3], "first": [1, 1]}).scores == {"total": 3}
    with pytest.raises(ScoringError, match="first is a list of 2"):
        score(parted, {"rest": [1, 0, 3], "first": [1]})


def test_both_ways_of_coding_give_the_same_score() -> None:
    coded = key(SUM, codings=("3=often", "0=often"))
    one = score(coded, [0, 1, 2, 3, 0], coding="3=often")
    assert one.scores == score(coded, [3, 2, 1, 0, 3], coding="0=often").scores
    with pytest.raises(ScoringError, match="coding is 3=often or 0=often"):
        score(coded, [0, 1, 2, 3, 0], coding="2=often")


@pytest.mark.parametrize(
    ("answers", "is_straight"),
    [([3, 3, 3, 3, 3], True), ([0, 0, 0, 0, 0], True), ([3, 3, 3, 3, 2], False)],
)
def test_one_answer_to_everything_is_noticed_where_items_contradict(answers, is_straight) -> None:
    scored = score(key(SUM), answers)
    assert scored.is_straight is is_straight
    assert any("straight-lining" in one for one in scored.warnings) is is_straight


def test_one_answer_to_everything_may_be_meant_where_nothing_contradicts() -> None:
    plain = Scale(id="total", name="All", items=ALL, rule=Rule.SUM, low=0, high=15)
    assert not score(key(plain), [3, 3, 3, 3, 3]).is_straight
    middle = tuple(Item(id=one, answers=(1, 2, 3)) for one in ALL)
    turned = Scale(id="t", name="t", items=ALL, rule=Rule.SUM, low=5, high=15, reverse=("1",))
    assert not score(key(turned, items=middle), [2, 2, 2, 2, 2]).is_straight


def test_flags_counts_and_what_opens_the_private_question() -> None:
    items = (*ITEMS[:4], Item(id="5", answers=(0, 1, 2, 3), touches=Touch.SELF_HARM))
    plain = Scale(id="total", name="All", items=ALL, rule=Rule.SUM, low=0, high=15)
    made = key(
        plain,
        items=items,
        flags=(Flag(id="over", scale="total", by="us", seen=Seen.MEMORY, at_least=3),),
        counts=(Count(id="many", items=ALL, at_least=2, or_item="5", or_at_least=1),),
    )
    scored = score(made, [2, 0, 0, 0, 1])
    assert scored.bands == {"over": True, "item5_flag": True}
    assert scored.scores == {"total": 3, "many": 2}
    gap = score(made, [2, None, 0, 0, 0])
    assert gap.bands == {"over": None, "item5_flag": False, "complete": False}
    assert gap.scores == {"total": None, "many": None}


@pytest.mark.parametrize(
    ("answers", "over", "under"),
    [
        ([3, 3, None, 3, 3], True, False),  # the last is turned: 9 to 12
        ([0, 0, None, 0, 3], False, True),  # 0 to 3
        ([1, 1, None, 1, 2], None, None),  # 4 to 7
        ([None] * 5, None, None),
    ],
)
def test_with_a_gap_a_line_is_said_only_where_no_answer_could_undo_it(
    answers: list[int | None], over: bool | None, under: bool | None
) -> None:
    about = {"scale": "total", "by": "us", "seen": Seen.MEMORY}
    flags = (Flag(id="over", at_least=6, **about), Flag(id="under", at_most=4, **about))
    found = score(key(SUM, flags=flags), answers)
    assert found.scores["total"] is None
    assert (found.bands["over"], found.bands["under"]) == (over, under)


def test_percent_positive_is_of_those_who_answered_and_for_whom_it_applies() -> None:
    items = [{"neg": False, "answers": [5, 4, 3, 9, None]}, {"neg": True, "answers": [1, 5]}]
    assert percent_positive(items) == {"item_pct_positive": [66.6667, 50.0], "composite": 58.3333}
    nobody = [{"answers": [None, 9]}, items[1]]
    assert percent_positive(nobody) == {"item_pct_positive": [None, 50.0], "composite": None}
    said = ([6], [True], [[1]], ["5"], [4.5])
    turned = {"neg": "no", "answers": [1]}
    for wrong in ([], {}, [{"answers": 3}], [turned], *([{"answers": one}] for one in said)):
        with pytest.raises(ValueError, match="give a list of items"):
            percent_positive(wrong)


QUESTIONS = ("q1", "q2", "q3", "q4", "q5", "q6_lifetime", "q6_3mo")


@pytest.mark.parametrize(
    ("yes", "missing", "level"),
    [
        ("", "", "none"),
        ("q2", "", "low"),
        ("q6_lifetime", "", "moderate"),
        ("q6_3mo", "", "high"),
        ("q5", "q1", "high"),
        ("q1", "q4", None),  # a worse answer may be missing
        ("", "q2", None),
    ],
)
def test_the_gravest_answer_decides_and_a_gap_is_never_taken_for_a_no(yes, missing, level) -> None:
    given = {name: int(name == yes) if name != missing else None for name in QUESTIONS}
    assert triage(given) == level
