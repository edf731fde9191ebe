"""Two answers meet when both said yes for the same week, and not before."""

from datetime import date, timedelta

import pytest

from aftershift.engines.together.revealing import (
    KEPT_WEEKS,
    Both,
    Distance,
    Meeting,
    Shown,
    lay,
    meetings,
    met,
    say_yes,
    take_back,
)

MONDAY = date(2026, 10, 19)
HERS = Shown(week=MONDAY, answers={"understood": 7, "fair": 3})
HIS = Shown(week=MONDAY, answers={"fair": 8, "understood": 6})


def test_nothing_meets_before_both_said_yes() -> None:
    assert meetings((HERS,), ()) == ()
    assert meetings((), (HIS,)) == ()


def test_both_see_the_same_two_numbers_each_with_their_own_first() -> None:
    assert meetings((HERS,), (HIS,)) == (
        Meeting(
            week=MONDAY,
            items=(
                Both(item="understood", own=7, other=6),
                Both(item="fair", own=3, other=8),
            ),
        ),
    )
    assert [(one.own, one.other) for one in meetings((HIS,), (HERS,))[0].items] == [(8, 3), (6, 7)]


def test_answers_of_different_weeks_never_meet() -> None:
    later = Shown(week=MONDAY + timedelta(days=7), answers=HIS.answers)
    assert meetings((HERS,), (later,)) == ()


def test_what_only_one_answered_stays_with_them() -> None:
    only = Shown(week=MONDAY, answers={"fair": 8})
    assert [one.item for one in meetings((HERS,), (only,))[0].items] == ["fair"]


def test_taking_back_takes_it_from_both_pages() -> None:
    own = take_back(say_yes((), HERS), HERS.key)
    assert own == ()
    assert meetings((HIS,), own) == ()


def test_a_second_yes_of_a_week_replaces_the_first_and_old_weeks_go() -> None:
    changed = Shown(week=MONDAY, answers={"fair": 4})
    assert say_yes((HERS,), changed) == (changed,)
    many: tuple[Shown, ...] = ()
    for week in range(12):
        many = say_yes(many, Shown(week=MONDAY + timedelta(weeks=week), answers={"fair": 5}))
    assert len(many) == KEPT_WEEKS
    assert many[-1].week == MONDAY + timedelta(weeks=11)


@pytest.mark.parametrize(
    ("own", "other", "said"),
    [
        (5, 5, Distance.ALIKE),
        (5, 4, Distance.ALIKE),
        (5, 7, Distance.NEAR),
        (8, 5, Distance.APART),
        (0, 10, Distance.APART),
    ],
)
def test_how_far_apart_two_answers_are(own: int, other: int, said: Distance) -> None:
    assert Both(item="fair", own=own, other=other).distance is said


def test_what_has_no_week_meets_by_its_key_and_the_oldest_goes_where_there_is_no_room() -> None:
    own = lay((HERS,), Shown(week=MONDAY + timedelta(days=7), answers={}), most=1)
    assert [one.week for one in own] == [MONDAY + timedelta(days=7)]
    assert met((HERS,), (HIS,)) == ((HERS, HIS),)
    assert met(own, (HIS,)) == ()
