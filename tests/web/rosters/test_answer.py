"""Answer an amber question: a suggestion, own hours, off, on call; and it is remembered."""

from typing import Any

import pytest
from tests.people import Account
from tests.web.rosters.desk import (
    Event,
    add,
    bring,
    bring_and_keep,
    calendar,
    file,
    hours,
    long_day,
    own,
    papers,
)

from aftershift.web.rosters import queries

BANK = Event(uid="bank", starts="20261021T0900", ends="20261021T1700", title="Bank with Ottoline")


def reply(account: Account, code: str, **given: Any) -> Any:
    return account.browser.post("/rosters/answer", {"member": own(account), "code": code, **given})


def open_codes(account: Account) -> list[str]:
    return [one.question.code for one in queries.open_questions(by=account.by)]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"choice": "0"}, ["19 07:30-20:00 D", "20 07:30-20:00 D"]),
        ({"choice": "hours", "hours": "0800-1830"}, ["19 08:00-18:30 D", "20 08:00-18:30 D"]),
        ({"choice": "0", "hours": "0800-1830"}, ["19 08:00-18:30 D", "20 08:00-18:30 D"]),
        ({"choice": "off"}, []),
    ],
)
def test_an_answer_settles_a_code(
    nurse: Account, given: dict[str, str], expected: list[str]
) -> None:
    bring_and_keep(nurse, text="D D -")
    page = reply(nurse, "D", **given)
    assert page["Location"] == "/rosters/?done=answered"
    assert "It is remembered" in nurse.browser.get(page["Location"]).text
    assert hours(nurse) == expected
    assert open_codes(nurse) == []


def test_split_hours_make_two_stretches(nurse: Account) -> None:
    bring_and_keep(nurse, text="ZZ")
    reply(nurse, "ZZ", choice="hours", hours="06-10+16-21")
    assert hours(nurse) == ["19 06:00-10:00 ZZ", "19 16:00-21:00 ZZ"]


@pytest.mark.parametrize(
    "given",
    [
        {"choice": "hours"},
        {"choice": "hours", "hours": "about nine"},
        {"choice": "7"},
        {"choice": "work"},
        {"choice": "sometimes"},
    ],
)
def test_an_unclear_answer_changes_nothing_and_says_what_to_type(
    nurse: Account, given: dict[str, str]
) -> None:
    bring_and_keep(nurse, text="D D")
    before = papers(nurse)
    page = reply(nurse, "D", **given)
    assert page.status_code == 422
    assert "0730-2000" in page.text
    assert 'href="/rosters/"' in page.text
    assert papers(nurse) == before
    assert open_codes(nurse) == ["D"]


def test_an_answer_is_remembered_for_the_next_roster(nurse: Account) -> None:
    bring_and_keep(nurse, text="D")
    reply(nurse, "D", choice="hours", hours="0900-1500")
    bring_and_keep(nurse, text="D", anchor="2026-10-26")
    assert hours(nurse) == ["19 09:00-15:00 D", "26 09:00-15:00 D"]
    assert open_codes(nurse) == []


def test_an_answer_is_about_one_member_alone(nurse: Account) -> None:
    sam = add(nurse)
    bring_and_keep(nurse, text="D")
    bring_and_keep(nurse, member=sam, text="D")
    reply(nurse, "D", choice="off")
    assert hours(nurse) == []
    assert hours(nurse, sam) == ["19 07:30-20:00 D"]
    assert [one.member for one in queries.open_questions(by=nurse.by)] == [sam]


def test_a_question_about_an_earlier_month_is_settled_with_that_of_the_next(
    nurse: Account,
) -> None:
    bring_and_keep(nurse, text="D")
    bring_and_keep(nurse, text="D", anchor="2026-10-26")
    assert open_codes(nurse) == ["D"]
    reply(nurse, "D", choice="0")
    assert hours(nurse) == ["19 07:30-20:00 D", "26 07:30-20:00 D"]


def test_a_code_that_a_newer_roster_dropped_comes_back_with_no_answer(nurse: Account) -> None:
    bring_and_keep(nurse, text="- D")
    bring_and_keep(nurse, text="- LD", dialect="uk-nursing")
    assert open_codes(nurse) == []
    assert hours(nurse) == ["20 07:30-20:00 LD"]


def test_in_the_preview_an_answer_leads_back_to_it(nurse: Account) -> None:
    bring(nurse, text="D D")
    assert "/rosters/preview" in reply(nurse, "D", choice="hours").text
    assert reply(nurse, "D", choice="0")["Location"] == "/rosters/preview"
    assert papers(nurse) == []
    nurse.browser.post("/rosters/keep")
    assert hours(nurse) == ["19 07:30-20:00 D", "20 07:30-20:00 D"]
    assert open_codes(nurse) == []


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ("work", ["21 09:00-17:00", "22 07:30-20:00"]),
        ("call", ["21 09:00-17:00", "22 07:30-20:00"]),
        ("off", ["22 07:30-20:00"]),
    ],
)
def test_an_event_of_unknown_title_counts_once_it_is_named(
    nurse: Account, choice: str, expected: list[str]
) -> None:
    bring_and_keep(nurse, file=file(calendar(BANK, long_day(22))))
    assert [line[:14] for line in hours(nurse)] == ["22 07:30-20:00"]
    (code,) = open_codes(nurse)
    reply(nurse, code, choice=choice)
    assert [line[:14] for line in hours(nurse)] == expected


def test_an_event_is_told_by_its_hours_once_its_title_is_gone(nurse: Account) -> None:
    bring_and_keep(nurse, file=file(calendar(BANK, long_day(22))))
    (code,) = open_codes(nurse)
    page = nurse.browser.get("/rosters/").text
    assert "Wed 21 Oct 09:00–17:00" in page
    assert f">{code}" not in page
    reply(nurse, code, choice="work")
    for address in ("/", "/rosters/", "/together/"):
        assert code not in nurse.browser.get(address).text
    again = bring(nurse, file=file(calendar(BANK, long_day(22), long_day(23)))).text
    assert code not in again
    assert "event" in again


@pytest.mark.parametrize(
    "given", [{"code": "Q"}, {"code": ""}, {"member": "nonsense"}, {"choice": ""}]
)
def test_what_was_never_asked_is_not_answered(nurse: Account, given: dict[str, str]) -> None:
    bring_and_keep(nurse, text="D")
    whole = {"member": own(nurse), "code": "D", "choice": "0"}
    page = nurse.browser.post("/rosters/answer", {**whole, **given})
    assert page.status_code == 404
    assert open_codes(nurse) == ["D"]


def test_nobody_answers_for_somebody_else(nurse: Account, stranger: Account) -> None:
    bring_and_keep(nurse, text="D")
    given = {"member": own(nurse), "code": "D", "choice": "0"}
    assert stranger.browser.post("/rosters/answer", given).status_code == 404
    assert open_codes(nurse) == ["D"]
