"""The mean of both, from what each handed over at the end; nothing before, and no evening alone."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from aftershift.engines.together.trying import LEAST, Trial, ahead, asked, hand_over, joint

FIRST = date(2026, 10, 20)
PAIRS = tuple(
    (
        FIRST + timedelta(days=2 * place + place % 2),
        FIRST + timedelta(days=2 * place + 1 - place % 2),
    )
    for place in range(7)
)
DAYS = sorted(day for pair in PAIRS for day in pair)
HERS = Trial(
    id="a", item="closeness", said=FIRST - timedelta(days=1), pairs=PAIRS, ritual="micro-date"
)
HIS = Trial(id="a", item="closeness", said=FIRST - timedelta(days=1), pairs=PAIRS)
SEVEN, FOUR = dict.fromkeys(DAYS, 7.0), dict.fromkeys(DAYS, 4.0)


def handed(trial: Trial, answers: dict[date, float]) -> Trial:
    return hand_over(trial, PAIRS, answers, highest=10)


def test_the_mean_of_both_is_there_when_both_handed_over_and_not_before() -> None:
    hers, his = handed(HERS, SEVEN), handed(HIS, FOUR)
    for own, other in (((hers,), ()), ((hers,), (HIS,)), ((HERS,), (his,)), ((), (his,))):
        assert joint(own, other, "a") is None
    found = joint((hers,), (his,), "a")
    assert found is not None
    assert found == joint((his,), (hers,), "a")
    assert found.means == dict.fromkeys(DAYS, 5.5)
    assert found.pairs == PAIRS
    assert joint((hers,), (his,), "b") is None


def test_an_evening_that_one_left_out_is_in_no_mean() -> None:
    without = {day: value for day, value in FOUR.items() if day != DAYS[0]}
    found = joint((handed(HERS, SEVEN),), (handed(HIS, without),), "a")
    assert found is not None
    assert DAYS[0] not in found.means


def test_blocks_count_that_begin_after_the_day_on_which_both_had_said_yes() -> None:
    late = replace(HIS, said=DAYS[3])  # the second evening of the second block
    found = joint((handed(HERS, SEVEN),), (handed(late, FOUR),), "a")
    assert found is not None
    assert found.pairs == PAIRS[2:]
    assert min(found.means) == DAYS[4]


def test_a_block_that_fell_away_for_one_falls_away_for_both() -> None:
    hers = hand_over(HERS, PAIRS[1:], SEVEN, highest=10)
    found = joint((handed(HIS, FOUR),), (hers,), "a")
    assert found is not None
    assert found.pairs == PAIRS[1:]


def test_numbers_are_handed_over_once_and_only_those_of_the_plan() -> None:
    answers = {**SEVEN, FIRST - timedelta(days=1): 1.0, DAYS[-1] + timedelta(days=1): 1.0}
    hers = handed(HERS, answers)
    assert hers.numbers == dict.fromkeys(DAYS, 7)
    assert handed(hers, FOUR) == hers


def test_another_item_never_meets() -> None:
    other = handed(replace(HIS, item="mood"), FOUR)
    assert joint((handed(HERS, SEVEN),), (other,), "a") is None


@pytest.mark.parametrize(("into", "left"), [(0, 6), (1, 6), (2, 5), (4, None)])
def test_what_is_asked_has_only_blocks_to_come_and_enough_of_them(
    into: int, left: int | None
) -> None:
    found = asked((), (HERS,), known=frozenset(), today=DAYS[into])
    assert [len(one.pairs) for one in found] == ([left] if left else [])
    assert left is None or left >= LEAST
    assert len(ahead(PAIRS, DAYS[into])) == 6 - into // 2


def test_what_was_answered_or_put_away_or_is_only_a_yes_is_not_asked() -> None:
    for own, known in (((HIS,), frozenset[str]()), ((), frozenset({"a"}))):
        assert asked(own, (HERS,), known=known, today=HERS.said) == ()
    assert asked((), (HIS,), known=frozenset(), today=HERS.said) == ()
