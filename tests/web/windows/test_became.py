"""The page of the plan tells what became of it: by a roster, by changed hours, or by choice."""

import pytest
from tests.people import Account
from tests.web.rosters.desk import NOW, at, keep_line, own
from tests.web.windows.couple import hold_first, items, move_in, swap

from aftershift.engines.sleep.episodes import Habits
from aftershift.engines.windows.plan import ChangedBy, ItemState
from aftershift.web.pages import clock
from aftershift.web.rosters import actions as rosters

HEADING = "What became of what was planned"
LATER = at(31, 23)


@pytest.fixture
def couple(nurse: Account) -> Account:
    """The nurse, with Thursday 22 October 17:30 held."""
    move_in(nurse)
    hold_first(nurse)
    return nurse


def plan_page(account: Account, monkeypatch: pytest.MonkeyPatch) -> str:
    """Look at the plan when its times have come."""
    with monkeypatch.context() as then:
        then.setattr(clock, "now", lambda: LATER)
        return str(account.browser.get("/together/plan").text)


def test_nothing_is_told_before_its_time_has_come(couple: Account) -> None:
    assert HEADING not in couple.browser.get("/together/plan").text


def test_what_stood_is_told_as_that(couple: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    page = plan_page(couple, monkeypatch)
    assert HEADING in page
    assert "One time came." in page
    assert "1: stood as planned" in page


def test_a_swapped_shift_is_the_cause_of_a_move(
    couple: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    swap(couple, 22, "LD")
    assert items(couple)[0].changed_by is ChangedBy.ROSTER
    assert "1: moved, because a roster changed" in plan_page(couple, monkeypatch)


def test_a_roster_without_any_time_left_is_the_cause_of_a_loss(
    couple: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_line(couple, own(couple), " ".join(["00:00-23:45"] * 14))
    assert "1: lost to a roster" in plan_page(couple, monkeypatch)


def test_a_longer_way_is_no_roster(couple: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    swap(couple, 22, "N")
    far = Habits(commute=180)
    rosters.set_ways(by=couple.by, member=own(couple), zone="Europe/London", habits=far, now=NOW)
    assert "1: moved, because sleep" in plan_page(couple, monkeypatch)


def test_what_somebody_lets_go_is_a_choice_and_no_rosters(
    couple: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    swap(couple, 22, "LD")
    couple.browser.post(f"/together/plan/{items(couple)[0].uid}/let-go")
    assert items(couple, ItemState.CANCELLED)[0].changed_by is ChangedBy.CHOICE
    page = plan_page(couple, monkeypatch)
    assert "1: let go by choice" in page
    assert "a roster changed" not in page


def test_it_is_put_away_with_what_is_for_two(
    couple: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    couple.browser.post("/mine/away")
    assert HEADING not in plan_page(couple, monkeypatch)


def test_the_export_says_the_cause(couple: Account) -> None:
    swap(couple, 22, "LD")
    taken = couple.browser.get("/mydata/aftershift.json").json()["together"]["items"]
    assert [one["changed_by"] for one in taken] == ["roster"]
