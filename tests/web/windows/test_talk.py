"""Before a hard talk: a warning when somebody is not fit for it, and the next good moment."""

import pytest
from django.test import Client
from tests.people import Account
from tests.web.rosters.desk import NOW, add, at, keep_line, own
from tests.web.windows.couple import items, move_in

from aftershift.library.demo import file_of
from aftershift.web.windows.talk import TalkCard, talk_card

FREE = "- - - - - - - - - - - - - -"


def ask(browser: Client, **given: str) -> tuple[int, str]:
    page = browser.get("/together/talk", given)
    return page.status_code, page.text


def card(account: Account, day: int, hour: int, minutes: int = 30) -> TalkCard:
    return talk_card(by=account.by, at=at(day, hour), minutes=minutes, now=NOW)


def keep_demo(account: Account) -> None:
    """Keep the demo household's rosters: her calendar as codes of its own hours."""
    line = "0700-1930 0700-1930 - - 1930-0800 1930-0800 1930-0800 - - 0700-1930 0700-1930 - - -"
    move_in(account, line, file_of("sam.txt").decode().replace("T", "0800-1800"))


def test_it_warns_after_her_nights_and_offers_the_next_window(nurse: Account) -> None:
    keep_demo(nurse)
    status, page = ask(nurse.browser, day="2026-10-26", time="18:00", minutes="30")
    assert status == 200
    assert "Not now, for a hard talk" in page
    assert "You come off nights, with about" in page
    assert "Sam" not in page.partition("<main")[2]
    assert "Better:" in page
    assert "Hold Tue 27 Oct" in page


def test_it_says_once_that_sleep_was_short(nurse: Account) -> None:
    keep_demo(nurse)
    (reason,) = card(nurse, 26, 18).reasons
    assert reason.startswith("You come off nights")


def test_it_is_silent_when_both_are_rested(nurse: Account) -> None:
    keep_demo(nurse)
    _status, page = ask(nurse.browser, day="2026-10-22", time="18:00", minutes="30")
    assert "A good moment" in page
    assert "Not now" not in page
    assert "Hold" not in page


def test_the_window_that_it_offers_can_be_held(nurse: Account) -> None:
    keep_demo(nurse)
    found = card(nurse, 26, 18)
    assert found.window is not None
    given = {"first": found.first.isoformat(), "starts": found.window.starts}
    assert nurse.browser.post("/together/accept", given)["Location"] == "/together/plan"
    assert [one.starts.isoformat() for one in items(nurse)] == [found.window.starts]


def test_of_the_others_sleep_nothing_is_said(nurse: Account) -> None:
    move_in(nurse, FREE, "- - - N N - - - - - - - - -")
    found = card(nurse, 24, 17)
    assert not found.is_good
    assert found.reasons == ("It is not a good time for Sam.",)


@pytest.mark.parametrize(
    ("hers", "theirs", "hour", "said"),
    [
        ("LD LD LD LD", "- - - -", 10, ("You work then.",)),
        ("- - - -", "LD LD LD LD", 10, ("Sam works then.",)),
        ("0800-2000 0800-2000 - -", "- - - -", 7, ("You are getting ready for work",)),
        ("- - - -", "- - - -", 23, ("It is late: hard things wait until tomorrow.",)),
    ],
)
def test_it_names_what_speaks_against_a_moment(
    nurse: Account, hers: str, theirs: str, hour: int, said: tuple[str, ...]
) -> None:
    move_in(nurse, hers, theirs)
    found = card(nurse, 20, hour, 15)
    assert not found.is_good
    assert all(any(one.startswith(words) for one in found.reasons) for words in said), found


def test_without_a_proposed_window_it_leads_to_the_day(nurse: Account) -> None:
    move_in(nurse, FREE, FREE)
    _status, page = ask(nurse.browser, day="2026-10-29", time="23:00", minutes="30")
    assert "/together/?from=2026-10-30" in page


def test_without_an_answer_in_the_form_it_looks_at_now(nurse: Account) -> None:
    move_in(nurse)
    status, page = ask(nurse.browser)
    assert status == 200
    assert "Mon 19 Oct, 08:00" in page


@pytest.mark.parametrize("day", ["2026-12-24", "2099-01-01"])
def test_where_no_roster_reaches_nothing_is_claimed(nurse: Account, day: str) -> None:
    move_in(nurse)
    status, page = ask(nurse.browser, day=day, time="18:00", minutes="30")
    assert status == 200
    assert "nothing can be said about it" in page
    assert "A good moment" not in page


def test_alone_nothing_is_claimed(nurse: Account) -> None:
    keep_line(nurse, own(nurse), FREE)
    add(nurse)
    assert not card(nurse, 22, 18).is_known


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"day": "2026-10-18", "time": "18:00"}, "That moment is over."),
        ({"day": "0001-01-01", "time": "00:00"}, "That moment is over."),
        ({"day": "9999-12-31", "time": "23:59"}, "error"),
        ({"day": "soon"}, "Enter a valid date."),
        ({"time": "25:00"}, "Enter a valid time."),
        ({"minutes": "0"}, "greater than or equal to 5"),
        ({"minutes": "100000"}, "less than or equal to 480"),
        ({"minutes": ""}, "This field is required."),
    ],
)
def test_what_is_no_moment_is_refused_in_words(
    nurse: Account, given: dict[str, str], said: str
) -> None:
    move_in(nurse)
    status, page = ask(nurse.browser, **given)
    assert status == 422
    assert said in page
    assert "A good moment" not in page


def test_nobody_else_learns_anything(nurse: Account, stranger: Account, nobody: Client) -> None:
    keep_demo(nurse)
    given = {"day": "2026-10-26", "time": "18:00", "minutes": "30"}
    assert nobody.get("/together/talk", given)["Location"] == "/locked"
    assert "nothing can be said about it" in ask(stranger.browser, **given)[1]


def test_home_and_the_fortnight_lead_to_it(nurse: Account) -> None:
    move_in(nurse)
    for address in ("/", "/together/"):
        assert 'href="/together/talk"' in nurse.browser.get(address).text


def test_looking_keeps_nothing(nurse: Account) -> None:
    keep_demo(nurse)
    ask(nurse.browser, day="2026-10-26", time="18:00", minutes="30")
    assert items(nurse) == []
