"""What two agree on: it stands by two yeses, ends by one, and nothing is counted."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from aftershift.engines.together.agreements import (
    MOST,
    Agreement,
    AgreementError,
    Kind,
    Side,
    TimeOut,
    agree,
    end,
    look_again,
    propose,
    shelf,
    time_out_now,
)

TODAY = date(2026, 10, 19)
AGAIN = date(2026, 11, 16)
NOW = datetime(2026, 10, 19, 20, 0, tzinfo=UTC)


def agreement(name: str = "tea", **given: object) -> Agreement:
    said = {"kind": Kind.PLAIN, "words": "Tea first, then the day.", "written": TODAY}
    return Agreement(**{"id": name, "look_again": AGAIN, **said, **given})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"words": "  "}, "words"),
        ({"words": "x" * 281}, "words"),
        ({"purpose": "x" * 281}, "purpose"),
        ({"look_again": TODAY}, "look_again"),
        ({"kind": Kind.TIME_OUT}, "minutes_away"),  # a time-out always sets a return
        ({"kind": Kind.TIME_OUT, "minutes_away": 19}, "minutes_away"),
        ({"kind": Kind.TIME_OUT, "minutes_away": 1441}, "minutes_away"),
        ({"minutes_away": 20}, "minutes_away"),
    ],
)
def test_an_agreement_that_cannot_be_is_refused(given: dict[str, object], why: str) -> None:
    with pytest.raises(AgreementError, match=why):
        agreement(**given)


def test_what_one_suggests_stands_for_both_when_the_other_says_yes() -> None:
    hers, his = propose(Side(), agreement()), Side()
    assert shelf(hers, his).offered == shelf(his, hers).asked == (agreement(),)
    assert shelf(hers, his).stands == ()
    his = agree(his, hers, "tea", today=TODAY)
    assert [one.since for one in shelf(hers, his).stands] == [TODAY]
    assert [one.is_own for one in shelf(his, hers).stands] == [False]
    assert shelf(hers, his).offered == shelf(his, hers).asked == ()


@pytest.mark.parametrize("ender", ["author", "other"])
def test_either_ends_it_alone(ender: str) -> None:
    hers = propose(Side(), agreement())
    his = agree(Side(), hers, "tea", today=TODAY)
    if ender == "author":
        hers = end(hers, "tea")
    else:
        his = end(his, "tea")
    assert shelf(hers, his).stands == shelf(his, hers).stands == ()
    assert his.yes == () or hers.proposed == ()


def test_an_ended_one_looks_to_its_author_like_one_that_waits() -> None:
    hers = propose(Side(), agreement())
    agreed = agree(Side(), hers, "tea", today=TODAY)
    assert shelf(hers, end(agreed, "tea")) == shelf(hers, Side())


def test_a_yes_to_what_is_not_there_is_nothing() -> None:
    assert agree(Side(), Side(), "tea", today=TODAY) == Side()


def test_a_yes_forgets_what_the_other_took_back() -> None:
    hers = propose(propose(Side(), agreement()), agreement("walk"))
    his = agree(Side(), hers, "tea", today=TODAY)
    his = agree(his, end(hers, "tea"), "walk", today=TODAY)
    assert [one.agreement for one in his.yes] == ["walk"]


def test_one_side_has_room_for_twenty() -> None:
    full = replace(Side(), proposed=tuple(agreement(str(n)) for n in range(MOST)))
    with pytest.raises(AgreementError):
        propose(full, agreement())


@pytest.mark.parametrize(
    ("today", "is_due"),
    [(AGAIN - timedelta(days=1), False), (AGAIN, True), (AGAIN + timedelta(days=9), True)],
)
def test_it_is_looked_at_again_on_its_day(today: date, is_due: bool) -> None:
    hers = propose(Side(), agreement())
    his = agree(Side(), hers, "tea", today=TODAY)
    assert shelf(hers, his).stands[0].is_due(today) is is_due


def test_either_names_the_next_day_and_the_later_one_holds() -> None:
    hers = propose(Side(), agreement())
    his = agree(Side(), hers, "tea", today=TODAY)
    his = look_again(his, hers, "tea", on=date(2026, 12, 14))
    hers = look_again(hers, his, "tea", on=date(2027, 1, 4))
    assert shelf(hers, his).stands[0].look_again == date(2027, 1, 4)
    assert shelf(his, hers).stands[0].look_again == date(2027, 1, 4)
    assert look_again(Side(), hers, "tea", on=AGAIN) == Side()  # of what stands alone


def test_a_time_out_without_a_return_cannot_be() -> None:
    with pytest.raises(AgreementError):
        TimeOut(taken=NOW, returns=NOW)


HERS = TimeOut(taken=NOW, returns=NOW + timedelta(hours=1))
LATER = TimeOut(taken=NOW + timedelta(minutes=5), returns=NOW + timedelta(hours=20))
OVER = replace(LATER, is_over=True)


@pytest.mark.parametrize(
    ("own", "other", "after", "expected"),
    [
        (None, None, timedelta(), None),
        (HERS, None, timedelta(), HERS),
        (None, HERS, timedelta(), HERS),
        (HERS, LATER, timedelta(minutes=6), LATER),  # whoever moved it last is followed
        (LATER, HERS, timedelta(minutes=6), LATER),
        (HERS, OVER, timedelta(minutes=6), None),
        (HERS, None, timedelta(hours=24, minutes=59), HERS),  # still shown after its return
        (HERS, None, timedelta(hours=25), None),
    ],
)
def test_the_last_time_out_runs(
    own: TimeOut | None, other: TimeOut | None, after: timedelta, expected: TimeOut | None
) -> None:
    assert time_out_now(Side(time_out=own), Side(time_out=other), NOW + after) == expected
