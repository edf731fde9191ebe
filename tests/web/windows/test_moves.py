"""A roster changes: what was held moves as little as it must, and says why."""

from datetime import date, timedelta

import pytest
from tests.people import Account
from tests.web.rosters.desk import LONDON, NOW, add, at, keep_line, own
from tests.web.windows.couple import HERS, THEIRS, hold_first, items, move_in, swap, view_of

from aftershift.engines.rosters.shifts import Kind
from aftershift.engines.sleep.episodes import Habits
from aftershift.engines.windows.plan import ItemState
from aftershift.web.rosters import actions as rosters
from aftershift.web.rosters.queries import rosters as kept_rosters
from aftershift.web.windows import actions, queries


def plan_page(account: Account) -> str:
    return str(account.browser.get("/together/plan").text)


def held_on(account: Account) -> list[str]:
    return [f"{item.starts.astimezone(LONDON):%d %H:%M}" for item in items(account)]


@pytest.fixture
def couple(nurse: Account) -> Account:
    """The nurse, with Thursday 22 October 17:30 held."""
    move_in(nurse)
    hold_first(nurse)
    assert held_on(nurse) == ["22 17:30"]
    return nurse


def test_a_swapped_shift_moves_what_is_held_and_says_why(couple: Account) -> None:
    swap(couple, 22, "LD")
    (item,) = items(couple)
    assert item.sequence == 1
    assert item.starts != at(22, 17, 30)
    page = plan_page(couple)
    assert "Thu 22 Oct, 17:30–18:30 moves to" in page
    assert "because you now work LD from Thursday 07:30" in page
    assert "Something that was held had to move." in couple.browser.get("/").text


def test_where_the_day_is_lost_a_voice_note_is_offered(couple: Account) -> None:
    swap(couple, 22, "00:00-23:45")
    assert held_on(couple) != ["22 17:30"]
    page = plan_page(couple)
    assert "a voice note, to be heard at home from" in page


def test_where_no_time_is_left_it_is_gone_and_calendars_are_told(couple: Account) -> None:
    keep_line(couple, own(couple), " ".join(["00:00-23:45"] * 14))
    assert items(couple) == []
    (item,) = items(couple, ItemState.CANCELLED)
    assert item.sequence == 1
    page = plan_page(couple)
    assert "is gone, because" in page
    assert "No other time was found within a week." in page


def test_a_change_elsewhere_moves_nothing(couple: Account) -> None:
    before = items(couple)
    swap(couple, 31, "LD")
    assert items(couple) == before
    assert "had to move" not in plan_page(couple)


def test_news_stays_until_it_was_seen(couple: Account) -> None:
    swap(couple, 22, "LD")
    assert couple.browser.post("/together/plan/seen")["Location"] == "/together/plan"
    page = plan_page(couple)
    assert "moves to" not in page
    assert "had to move" not in couple.browser.get("/").text
    assert len(items(couple)) == 1


def test_what_moved_twice_is_told_once_with_the_last_cause(couple: Account) -> None:
    swap(couple, 22, "LD")
    swap(couple, 22, "E")
    swap(couple, 22, "L")
    page = plan_page(couple)
    assert page.count("moves to") == 1
    assert "Thu 22 Oct, 17:30–18:30 moves to Thu 22 Oct" in page
    assert "you now work L from" in page
    assert items(couple)[0].sequence >= 2


def test_a_longer_way_to_work_moves_what_it_needs_and_blames_no_shift(couple: Account) -> None:
    swap(couple, 22, "N")
    couple.browser.post("/together/plan/seen")
    before = held_on(couple)
    far = Habits(commute=180)
    rosters.set_ways(by=couple.by, member=own(couple), zone="Europe/London", habits=far, now=NOW)
    assert held_on(couple) != before
    page = plan_page(couple)
    assert "because not everybody is home then on Thursday any more" in page
    assert "now works" not in page


def test_a_told_sleep_moves_what_comes_right_after_it(couple: Account) -> None:
    slept, now = (at(22, 12), at(22, 16, 55)), at(22, 17)
    rosters.tell_sleep(by=couple.by, member=own(couple), slept=slept, now=now)
    assert held_on(couple) != ["22 17:30"]
    assert "because one of you would be too tired on Thursday now" in plan_page(couple)


def test_new_lines_move_what_no_longer_fits_and_say_so(couple: Account) -> None:
    given = {
        "curfew": "16:00",
        "quiet_until": "06:00",
        "talk_minutes": 20,
        "time_minutes": 60,
        "moment_minutes": 10,
    }
    assert couple.browser.post("/together/lines", given)["Location"] == "/together/"
    assert held_on(couple) != ["22 17:30"]
    page = plan_page(couple)
    assert "because you drew new lines for the time together" in page


@pytest.mark.parametrize(
    "wrong",
    [
        {"talk_minutes": 4},
        {"time_minutes": 481},
        {"moment_minutes": "long"},
        {"curfew": "25:00"},
        {"quiet_until": ""},
    ],
)
def test_lines_that_cannot_be_are_refused_in_words(
    couple: Account, wrong: dict[str, str | int]
) -> None:
    given = {
        "curfew": "21:00",
        "quiet_until": "06:00",
        "talk_minutes": 20,
        "time_minutes": 60,
        "moment_minutes": 10,
    }
    page = couple.browser.post("/together/lines", {**given, **wrong})
    assert page.status_code == 422
    assert 'class="error' in page.text
    assert queries.plan(by=couple.by).limits.talk_minutes == 20
    assert held_on(couple) == ["22 17:30"]


def test_an_empty_form_is_asked_again(couple: Account) -> None:
    assert couple.browser.post("/together/lines", {}).status_code == 422


def test_the_lines_that_stand_are_in_the_form(couple: Account) -> None:
    page = couple.browser.get("/together/lines").text
    assert 'value="22:30"' in page
    assert 'value="20"' in page


def test_what_is_held_far_ahead_moves_as_well(nurse: Account) -> None:
    """A swap may come for a day six weeks away."""
    free, work = " ".join(["-"] * 49), " ".join(["LD"] * 49)
    keep_line(nurse, own(nurse), free)
    keep_line(nurse, add(nurse), free)
    first = date(2026, 11, 30)
    found = view_of(nurse, first).found
    assert found is not None
    actions.accept_window(
        by=nurse.by, first=first, starts=found.proposals.windows[0].starts, now=NOW
    )
    keep_line(nurse, own(nurse), work)
    assert [item for item in items(nurse) if item.starts.hour in range(8, 18)] == []
    assert queries.plan(by=nurse.by).news


def test_a_changed_answer_moves_what_is_held(nurse: Account) -> None:
    """An amber code counts as its likeliest reading until it is answered."""
    move_in(nurse, HERS.replace("- -", "ZZ -", 1), THEIRS)
    hold_first(nurse)
    before = items(nurse)
    answer = {"member": own(nurse), "code": "ZZ", "choice": "hours", "hours": "0000-2345"}
    assert nurse.browser.post("/rosters/answer", answer).status_code == 302
    day = [shift for shift in queries.known_hours(by=nurse.by)[0].shifts if shift.code == "ZZ"]
    assert [shift.kind for shift in day] == [Kind.WORK]
    for item in items(nurse):
        assert item.ends <= day[0].starts or item.starts >= day[0].ends
    assert items(nurse) != before or before[0].starts.day != 21


def test_without_the_other_roster_nothing_moves(couple: Account) -> None:
    before = items(couple)
    (theirs,) = (kept.id for kept in kept_rosters(by=couple.by) if kept.paper.member != own(couple))
    couple.browser.post(f"/rosters/{theirs}/forget")
    assert items(couple) == before
    assert couple.browser.get("/together/").status_code == 200


def test_what_is_past_is_dropped_after_twelve_weeks(couple: Account) -> None:
    actions.draw_lines(
        by=couple.by, limits=queries.plan(by=couple.by).limits, now=NOW + timedelta(weeks=14)
    )
    assert queries.plan(by=couple.by).items == ()
