"""How a body sleeps around shifts, and a night that was told."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from tests.people import Account
from tests.web.rosters.desk import MONDAY, NOW, add, at, bring_and_keep, keep_line, own

from aftershift.engines.basics.spans import minute_of
from aftershift.engines.sleep.episodes import SleepKind
from aftershift.engines.sleep.learning import Offset
from aftershift.engines.windows.availability import sleep_of
from aftershift.engines.windows.finding import person_over
from aftershift.web.people import queries as people
from aftershift.web.rosters import actions, queries
from aftershift.web.rosters.learnt import learnt_words
from aftershift.web.windows import queries as windows

USUAL = {
    "zone": "Europe/London",
    "commute": 45,
    "prepare": 45,
    "wind_down": 45,
    "unwind_evening": 90,
    "mid_sleep_free": "04:30",
    "sleep_need": 510,
    "children_wake": "",
    "children_bed": "",
    "called_share": "0.0",
}


def ways_page(account: Account, member: UUID | None = None) -> str:
    return f"/rosters/members/{member or own(account)}/ways"


def tell(account: Account, **given: Any) -> Any:
    night = {"day": "2026-10-19", "starts": "01:10", "ends": "06:30", **given}
    return account.browser.post(f"/rosters/members/{own(account)}/slept", night)


def sleeps(account: Account) -> list[tuple[int, int]]:
    """Give the sleeps that the fortnight from Monday counts with."""
    view = windows.fortnight(by=account.by, first=MONDAY, now=NOW)
    return [one.span for one in person_over(view.known[0], view.search).body.episodes]


def test_the_page_shows_an_average_person_and_keeps_what_differs(nurse: Account) -> None:
    page = nurse.browser.get(ways_page(nurse))
    assert 'value="45"' in page.text
    given = {**USUAL, "commute": 20, "children_wake": "06:15", "zone": "Europe/Berlin"}
    assert nurse.browser.post(ways_page(nurse), given)["Location"] == "/rosters/?done=kept"
    paper = queries.ways(by=nurse.by).members[own(nurse)]
    assert (paper.zone, paper.habits.commute) == ("Europe/Berlin", 20)
    assert f"{paper.habits.children_wake:%H:%M}" == "06:15"


@pytest.mark.parametrize(
    "wrong",
    [
        {"commute": 900},
        {"commute": "far"},
        {"sleep_need": 60},
        {"zone": "London"},
        {"mid_sleep_free": "half past"},
        {"called_share": "1.5"},
        {"called_share": "often"},
    ],
)
def test_what_cannot_be_is_refused_in_words(nurse: Account, wrong: dict[str, Any]) -> None:
    page = nurse.browser.post(ways_page(nurse), {**USUAL, **wrong})
    assert page.status_code == 422
    assert 'class="error' in page.text
    assert queries.ways(by=nurse.by).members[own(nurse)].habits.commute == 45


def test_a_longer_way_to_work_moves_the_sleep_before_it(nurse: Account) -> None:
    bring_and_keep(nurse, text="- E E E", dialect="uk-nursing")
    before = sleeps(nurse)
    nurse.browser.post(ways_page(nurse), {**USUAL, "commute": 120})
    assert sleeps(nurse) != before


def test_a_told_night_replaces_the_prediction(nurse: Account) -> None:
    bring_and_keep(nurse, text="- N N -", dialect="uk-nursing")
    page = tell(nurse)
    assert page["Location"] == "/together/"
    told = (minute_of(at(19, 1, 10)), minute_of(at(19, 6, 30)))
    assert told in sleeps(nurse)
    assert "Mon 19 Oct 01:10 – 06:30" in nurse.browser.get(ways_page(nurse)).text


def test_a_start_after_the_end_was_on_the_evening_before(nurse: Account) -> None:
    tell(nurse, starts="22:40")
    (night,) = queries.ways(by=nurse.by).members[own(nurse)].told
    assert (night.starts, night.ends) == (at(18, 22, 40), at(19, 6, 30))


def test_a_night_told_twice_counts_once(nurse: Account) -> None:
    tell(nurse)
    tell(nurse, starts="02:00")
    (night,) = queries.ways(by=nurse.by).members[own(nurse)].told
    assert night.starts == at(19, 2)


def test_the_form_begins_with_what_was_expected(nurse: Account) -> None:
    bring_and_keep(nurse, text="LD LD", dialect="uk-nursing")
    page = nurse.browser.get(ways_page(nurse))
    assert 'value="2026-10-19"' in page.text
    assert "what we expect of the last one" in page.text


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"day": "2026-10-20"}, "still to come"),
        ({"day": "0001-01-01"}, "over a year ago"),
        ({"day": "9999-12-31"}, "still to come"),
        ({"day": ""}, "required"),
        ({"ends": "11:00"}, "not over yet"),
        ({"starts": "06:30"}, "18 hours apart"),
        ({"starts": "06:40"}, "18 hours apart"),
    ],
)
def test_a_night_that_cannot_have_been_is_asked_again(
    nurse: Account, wrong: dict[str, str], words: str
) -> None:
    page = tell(nurse, **wrong)
    assert page.status_code == 422
    assert words in page.text
    assert queries.ways(by=nurse.by).members[own(nurse)].told == ()


def test_a_night_over_the_clock_change_is_as_long_as_it_was(
    nurse: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("aftershift.web.pages.clock.now", lambda: at(25, 12))
    tell(nurse, day="2026-10-25", starts="23:00", ends="07:00")
    (night,) = queries.ways(by=nurse.by).members[own(nurse)].told
    assert (night.ends - night.starts).total_seconds() == 9 * 3600


@pytest.mark.parametrize("share", [0.0, 0.3, 0.7])
def test_how_often_a_call_comes_is_asked_in_words_and_kept_as_a_share(
    nurse: Account, share: float
) -> None:
    nurse.browser.post(ways_page(nurse), {**USUAL, "called_share": f"{share}"})
    assert queries.ways(by=nurse.by).members[own(nurse)].habits.called_share == share
    assert f'<option value="{share}" selected>' in nurse.browser.get(ways_page(nurse)).text


def last_night_before_work(account: Account) -> tuple[int, int]:
    """Give the sleep before the long day of Sunday 1 November."""
    starts_work = minute_of(at(31, 7, 30)) + 1440
    return max(one for one in sleeps(account) if one[1] <= starts_work)


def told_later(account: Account, member: UUID, nights: int) -> None:
    """Tell nights before long days an hour shorter and an hour later than the rules predict."""
    hours = queries.hours_by_member(by=account.by)[member]
    predicted = sleep_of(hours, covers=(minute_of(at(19, 0)), minute_of(at(31, 0))))
    before_work = [one for one in predicted if one.kind is SleepKind.NIGHT]
    for one in before_work[1 : nights + 1]:
        actions.tell_sleep(
            by=account.by,
            member=member,
            slept=(one.starts + timedelta(hours=1), one.ends),
            now=at(31, 12),
        )


def test_the_page_says_what_ten_corrections_taught_and_the_fortnight_counts_with_it(
    nurse: Account,
) -> None:
    """60 * 10 / (10 + 66^2 / 30.6^2) is 41 minutes, and the band 51 of 55."""
    bring_and_keep(nurse, text=" ".join(["LD"] * 14), dialect="uk-nursing")
    assert "Learned from it" not in nurse.browser.get(ways_page(nurse)).text
    before = last_night_before_work(nurse)
    told_later(nurse, own(nurse), 10)
    page = nurse.browser.get(ways_page(nurse)).text
    assert (
        "Your nights before work start about 40 minutes later and last about 40 minutes shorter "
        "than the average person’s; 10 corrections. A single one may differ by about 50 minutes."
    ) in page
    assert last_night_before_work(nurse) == (before[0] + 41, before[1])


def test_what_was_learned_of_somebody_else_bears_their_name(nurse: Account) -> None:
    sam = add(nurse)
    keep_line(nurse, sam, " ".join(["LD"] * 14))
    told_later(nurse, sam, 1)
    page = nurse.browser.get(ways_page(nurse, sam)).text
    assert "Sam’s nights before work start about 10 minutes later" in page
    assert "1 correction. " in page
    assert "Learned from it" not in nurse.browser.get(ways_page(nurse)).text


@pytest.mark.parametrize(
    ("offset", "words"),
    [
        (Offset(kind=SleepKind.FREE, onset=-31, heard=4), "start about 30 minutes earlier than"),
        (Offset(kind=SleepKind.FREE, length=22, heard=4), "free days last about 20 minutes longer"),
        (Offset(kind=SleepKind.FREE, onset=2, heard=4), "are like the average person’s; 4"),
        (Offset(kind=SleepKind.AFTER_NIGHT, onset=9, heard=1), "Your day sleeps between nights"),
        (Offset(kind=SleepKind.AFTER_LAST_NIGHT, onset=9, heard=1), "after a last night start"),
    ],
)
def test_what_was_learned_is_said_in_five_minutes(offset: Offset, words: str) -> None:
    assert words in learnt_words(offset, "")


def test_the_ways_of_somebody_else_are_not_there(nurse: Account, stranger: Account) -> None:
    for member in (own(nurse), add(nurse)):
        assert stranger.browser.get(ways_page(nurse, member)).status_code == 404
        assert stranger.browser.post(ways_page(nurse, member), USUAL).status_code == 404
        told = {"day": "2026-10-19", "starts": "01:10", "ends": "06:30"}
        address = f"/rosters/members/{member}/slept"
        assert stranger.browser.post(address, told).status_code == 404


def test_ones_own_clock_is_found_without_opening_a_name(nurse: Account) -> None:
    assert queries.own_zone(by=nurse.by).key == queries.HOME_ZONE
    sam = add(nurse)
    assert people.own_member(by=nurse.by) == own(nurse)
    nurse.browser.post(ways_page(nurse, sam), {**USUAL, "zone": "America/New_York"})
    slowly = queries.ways(by=nurse.by).members[own(nurse)].zone
    assert queries.own_zone(by=nurse.by).key == slowly
    nurse.browser.post(ways_page(nurse), {**USUAL, "zone": "Asia/Kathmandu"})
    assert queries.own_zone(by=nurse.by).key == "Asia/Kathmandu"
