"""A sheet holds what somebody said; two of them side by side have no winner, and one question."""

from collections.abc import Callable
from dataclasses import fields
from datetime import date
from itertools import permutations

import pytest

from aftershift.engines.together import comparing, deciding
from aftershift.engines.together.comparing import Asks, Facet, Point, compare, greatest
from aftershift.engines.together.deciding import (
    Answer,
    Cost,
    DecidingError,
    Decision,
    Ease,
    Sheet,
    Trial,
    answered,
    are_apart,
    key_of,
    revalued,
)

DAY = date(2026, 10, 19)
MARCH, MAY = date(2027, 3, 1), date(2027, 5, 1)
WAYS = ("Leave it as it is", "Go to 0.8", "New ward for three months")


def sheet(*answers: Answer, values: tuple[str, ...] = ("Rest",), whose: str = "") -> Sheet:
    return Sheet(id=whose or "own", day=DAY, values=values, whose=whose, answers=answers)


def tried(until: date) -> Trial:
    return Trial(until=until, sees="I sleep before a day off")


# --- records refuse nonsense ---------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "answers", "rule"),
    [
        ((), (), "values: none"),
        (("a", "b", "c", "d", "e", "f"), (), "more than five"),
        (("Rest", " rest. "), (), "values: one twice"),
        (("Rest", ""), (), "values: one of no size"),
        (("x" * 61,), (), "values: one of no size"),
        (("Rest",), (Answer(way=0), Answer(way=0)), "two for one way"),
        (("Rest",), (Answer(way=0, serves=("Money",)),), "of a value that is not there"),
    ],
)
def test_a_sheet_that_cannot_be_is_refused(
    values: tuple[str, ...], answers: tuple[Answer, ...], rule: str
) -> None:
    with pytest.raises(DecidingError, match=rule):
        sheet(*answers, values=values)


@pytest.mark.parametrize(
    ("given", "rule"),
    [
        ({"line": ""}, "line"),
        ({"line": "x" * 141}, "line"),
        ({"ways": WAYS[:1]}, "ways: not two to four"),
        ({"ways": (*WAYS, "Move", "Leave")}, "ways: not two to four"),
        ({"ways": ("Move", "move!")}, "one twice"),
        ({"sheets": (sheet(Answer(way=3)),)}, "a way that is not there"),
        ({"sheets": tuple(sheet() for _ in range(9))}, "more than eight"),
    ],
)
def test_a_decision_that_cannot_be_is_refused(given: dict[str, object], rule: str) -> None:
    fine: dict[str, object] = {"id": "1", "line": "Fewer hours?", "named": DAY, "ways": WAYS}
    assert Decision(**fine)  # type: ignore[arg-type]
    with pytest.raises(DecidingError, match=rule) as refused:
        Decision(**{**fine, **given})  # type: ignore[arg-type]
    assert "move" not in str(refused.value).casefold()  # never what was written


@pytest.mark.parametrize(
    ("one", "other", "are_same"),
    [
        ("Rest", "rest", True),
        (" Being  home at bedtime. ", "being home at bedtime", True),
        ("Rest", "Sleep", False),  # only those who wrote them know whether they mean the same
        ("♥", "♦", False),
    ],
)
def test_words_are_the_same_by_letters_alone(one: str, other: str, are_same: bool) -> None:
    assert (key_of(one) == key_of(other)) is are_same
    assert are_apart((one, other)) is not are_same


def test_an_answer_takes_the_place_of_the_one_before() -> None:
    first = answered(sheet(Answer(way=1)), Answer(way=0, costs=(Cost.SLEEP,)))
    again = answered(first, Answer(way=0, costs=(Cost.MONEY,)))
    assert [(one.way, one.costs) for one in again.answers] == [(0, (Cost.MONEY,)), (1, ())]
    assert again.answer(2) is None


def test_a_value_worded_anew_stays_in_every_answer_and_one_taken_away_leaves_them() -> None:
    before = sheet(
        Answer(way=0, serves=("Rest", "Money")),
        Answer(way=1, serves=("Money",)),
        values=("Rest", "Money"),
    )
    after = revalued(before, ("Sleep", "", "Learning"))
    assert after.values == ("Sleep", "Learning")
    assert [one.serves for one in after.answers] == [("Sleep",), ()]


# --- side by side ----------------------------------------------------------------------


def test_what_both_say_and_what_only_one_says() -> None:
    own = sheet(
        Answer(
            way=1,
            serves=("Rest",),
            costs=(Cost.MONEY, Cost.STANDING),
            taken_back=Ease.EASILY,
            trial=tried(MARCH),
        ),
        values=("Rest", "Learning"),
    )
    theirs = sheet(
        Answer(
            way=1,
            serves=("rest",),
            costs=(Cost.MONEY, Cost.SLEEP),
            taken_back=Ease.EASILY,
            trial=tried(MAY),
        ),
        values=("rest", "Bedtimes"),
        whose="Sam",
    )
    found = compare(own, theirs, 3)
    assert [one.what for one in found.values.both] == ["Rest"]
    assert [one.what for one in found.values.one] == ["Learning"]
    assert [one.what for one in found.values.other] == ["Bedtimes"]
    split = found.ways[1].split
    assert split is not None
    assert split.both == (
        Point(facet=Facet.SERVES, what="Rest"),
        Point(facet=Facet.COSTS, what="money"),
        Point(facet=Facet.TAKEN_BACK, what="easily"),
    )
    assert [one.what for one in split.one] == ["standing", "2027-03-01"]
    assert [one.what for one in split.other] == ["sleep", "2027-05-01"]
    assert [one.split for one in found.ways[::2]] == [None, None]  # not filled in on both


Said = tuple[Answer, ...]
FAR = (Answer(way=1, taken_back=Ease.EASILY),), (Answer(way=1, taken_back=Ease.HARDLY),)
NEAR = (Answer(way=1, taken_back=Ease.EASILY),), (Answer(way=1, taken_back=Ease.WITH_EFFORT),)
NOTHING = Answer(way=1)
ELSE = (NOTHING,), (Answer(way=1, costs=(Cost.SOMEBODY_ELSE,)),)


@pytest.mark.parametrize(
    ("own", "theirs", "asks", "way", "what", "is_others"),
    [
        (*FAR, Asks.FAR_APART, 1, "easily", False),
        (*ELSE, Asks.SOMEBODY_ELSE, 1, "somebody_else", True),
        ((Answer(way=1, costs=(Cost.SLEEP,)),), (NOTHING,), Asks.COST, 1, "sleep", False),
        (
            (Answer(way=0, costs=(Cost.SLEEP,)), Answer(way=2, costs=(Cost.MONEY,))),
            (Answer(way=0), Answer(way=2, costs=(Cost.STANDING,))),
            *(Asks.COST, 2, "money", False),  # the way of whose costs they differ most
        ),
        ((Answer(way=1, serves=("Rest",)),), (NOTHING,), Asks.SERVES, 1, "Rest", False),
        (*NEAR, Asks.TAKEN_BACK, 1, "easily", False),
        ((NOTHING,), (Answer(way=1, trial=tried(MAY)),), Asks.TRIED, 1, "2027-05-01", True),
    ],
)
def test_the_question_is_about_the_greatest_difference(
    own: Said, theirs: Said, asks: Asks, way: int, what: str, is_others: bool
) -> None:
    found = greatest(compare(sheet(*own), sheet(*theirs, whose="Sam"), 3))
    assert found is not None
    assert (found.asks, found.lone.way, found.lone.what) == (asks, way, what)
    assert found.lone.is_others is is_others


def test_a_value_that_stands_alone_comes_last_and_the_others_first() -> None:
    own, theirs = sheet(values=("Learning",)), sheet(values=("Bedtimes",), whose="Sam")
    found = greatest(compare(own, theirs, 2))
    assert found is not None
    assert (found.asks, found.lone.what, found.lone.is_others) == (Asks.VALUE, "Bedtimes", True)
    costly = answered(own, Answer(way=0, costs=(Cost.SLEEP,)))
    with_a_cost = greatest(compare(costly, answered(theirs, Answer(way=0)), 2))
    assert with_a_cost is not None
    assert with_a_cost.asks is Asks.COST


@pytest.mark.parametrize(
    ("own", "theirs"),
    [
        ((), ()),
        ((Answer(way=1, costs=(Cost.SLEEP,)),), ()),  # one of them says nothing of it yet
        ((Answer(way=1, costs=(Cost.SLEEP,)),), (Answer(way=2, costs=(Cost.MONEY,)),)),
        ((Answer(way=1, taken_back=Ease.HARDLY),), (NOTHING,)),  # silence is no difference
        ((Answer(way=1, trial=tried(MARCH)),), (Answer(way=1, trial=tried(MAY)),)),
        ((Answer(way=1, note="300 a month"),), (Answer(way=1, note="less than we think"),)),
    ],
)
def test_where_the_two_say_the_same_nothing_is_asked(own: Said, theirs: Said) -> None:
    assert greatest(compare(sheet(*own), sheet(*theirs, whose="Sam"), 3)) is None


def test_a_value_that_one_does_not_name_is_asked_about_as_a_value_and_not_in_a_way() -> None:
    own = sheet(Answer(way=1, serves=("Learning",)), values=("Learning",))
    found = greatest(compare(own, sheet(NOTHING, values=("Learning", "Rest"), whose="Sam"), 2))
    assert found is not None
    assert found.asks is Asks.SERVES
    found = greatest(compare(own, sheet(NOTHING, values=("Rest",), whose="Sam"), 2))
    assert found is not None
    assert found.asks is Asks.VALUE


def test_each_rule_is_there_once_and_the_order_decides() -> None:
    assert [asks for asks, _ in comparing.RULES] == list(Asks)


SWAPPED: tuple[Callable[[Sheet], Sheet], ...] = (
    lambda one: answered(one, Answer(way=0, costs=(Cost.TIME_TOGETHER,))),
    lambda one: answered(one, Answer(way=1, taken_back=Ease.WITH_EFFORT)),
    lambda one: answered(one, Answer(way=2, serves=one.values)),
)


@pytest.mark.parametrize("order", list(permutations(SWAPPED)))
def test_neither_the_order_of_filling_in_nor_of_sheets_makes_a_winner(
    order: tuple[Callable[[Sheet], Sheet], ...],
) -> None:
    own, theirs = sheet(), sheet(*(Answer(way=way) for way in range(3)), whose="Sam")
    for fill in order:
        own = fill(own)
    here, there = compare(own, theirs, 3), compare(theirs, own, 3)
    for one, other in zip(here.ways, there.ways, strict=True):
        assert one.split is not None
        assert other.split is not None
        assert (one.split.one, one.split.other) == (other.split.other, other.split.one)


def test_no_record_holds_a_number_that_could_be_a_score() -> None:
    records = (Answer, Sheet, Decision, comparing.Comparison, comparing.Difference, comparing.Lone)
    numbers = {one.name for record in records for one in fields(record) if one.type is int}
    assert numbers <= {"way"}
    assert not {"score", "rank", "best", "winner"} & {*dir(deciding), *dir(comparing)}
