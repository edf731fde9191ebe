"""With whom: windows of any subset of a household, and what is held with them."""

import re
from datetime import date, time
from typing import Any
from uuid import UUID

import pytest
from tests.people import Account
from tests.web.rosters.desk import LONDON, MONDAY, NOW, add, at, keep_line, own
from tests.web.rosters.test_family import MIA, add_child, add_somebody
from tests.web.windows.couple import feed_address, items, move_in, view_of, windows_of

from aftershift.engines.windows.ranking import Window, WindowKind
from aftershift.web.rosters import queries as rosters
from aftershift.web.windows import queries

FORTNIGHT = "/together/?from=2026-10-19"


@pytest.fixture
def household(nurse: Account) -> dict[str, UUID]:
    """A couple, two children and a grandparent."""
    sam = move_in(nurse)
    mia = add_child(nurse)
    ben = add_child(nurse, "Ben", wakes="06:30", bedtime="18:45", leaves="", returns="")
    nana, to = add_somebody(nurse, "Nana", "relative")
    nurse.browser.post(to, {"role": "relative", "at_home": "on"})
    return {"Sam": sam, "Mia": mia, "Ben": ben, "Nana": nana}


def names(account: Account, *asked: str) -> list[str]:
    view = queries.fortnight(by=account.by, first=MONDAY, now=NOW, asked=asked)
    return [one.name for one in view.company.people[1:]]


def family_windows(account: Account, *asked: str) -> tuple[Window, ...]:
    view = queries.fortnight(by=account.by, first=MONDAY, now=NOW, asked=asked or ("family",))
    assert view.found is not None
    return view.found.proposals.windows


def hold(account: Account, window: Window, *asked: str) -> Any:
    given = {"first": "2026-10-19", "starts": window.starts.isoformat(), "with": asked}
    return account.browser.post("/together/accept", given)


def words_of(page: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", page).split())


def test_a_couple_without_children_is_asked_nothing_new(nurse: Account) -> None:
    move_in(nurse)
    page = nurse.browser.get(FORTNIGHT).text
    assert "With whom" not in page
    assert "Both awake and home" in page
    assert "with=" not in page
    assert words_of(page) == words_of(nurse.browser.get(f"{FORTNIGHT}&with=family").text)


def test_children_take_nothing_from_the_couple(nurse: Account) -> None:
    move_in(nurse)
    alone = view_of(nurse).found
    add_child(nurse)
    _nana, to = add_somebody(nurse, "Nana", "relative")
    nurse.browser.post(to, {"role": "relative", "at_home": "on"})
    assert view_of(nurse).found == alone


def test_the_usual_companies_are_one_link_away(nurse: Account, household: dict[str, UUID]) -> None:
    assert names(nurse) == ["Sam"]
    assert names(nurse, "family") == ["Sam", "Ben", "Mia"]
    assert names(nurse, "everyone") == ["Sam", "Nana", "Ben", "Mia"]
    page = nurse.browser.get(FORTNIGHT).text
    for words in ("The two of us", "With the children", "Everybody"):
        assert words in page
    for link in re.findall(r'href="(/?[^"]*with=[^"]*)"', page):
        assert not any(name in link for name in household)


def test_any_of_them_may_be_chosen(nurse: Account, household: dict[str, UUID]) -> None:
    chosen = [str(household["Mia"]), str(household["Nana"])]
    assert names(nurse, *chosen) == ["Nana", "Mia"]
    page = nurse.browser.get(f"{FORTNIGHT}&with={chosen[0]}&with={chosen[1]}").text
    assert "You, Nana and Mia" in page
    assert page.count(f'name="with" value="{chosen[0]}"') >= 2  # the box, and each window's form


@pytest.mark.parametrize("asked", ["nobody", "", "00000000-0000-4000-8000-000000000000", "Mia"])
def test_what_nobody_is_called_is_the_usual(
    nurse: Account, household: dict[str, UUID], asked: str
) -> None:
    assert names(nurse, asked) == ["Sam"]
    assert nurse.browser.get(FORTNIGHT, {"with": asked}).status_code == 200


def test_more_than_six_are_refused_in_words(nurse: Account, household: dict[str, UUID]) -> None:
    more = [add_child(nurse, name) for name in ("Ida", "Kim", "Lou")]
    everybody = [*household.values(), *more]
    assert names(nurse, *map(str, everybody)) == ["Sam"]
    page = nurse.browser.get("/together/", {"with": [str(one) for one in everybody]}).text
    assert "Windows are for two to six people" in page


def test_family_windows_end_before_the_first_bedtime(
    nurse: Account, household: dict[str, UUID]
) -> None:
    windows = family_windows(nurse)
    assert windows
    for one in windows:
        assert one.kind is not WindowKind.TALK
        assert one.ends.astimezone(LONDON).time() <= time(18, 45)
    page = words_of(nurse.browser.get(f"{FORTNIGHT}&with=family").text)
    assert "efore Ben’s bedtime at 18:45" in page
    assert "ll of you slept over 6 h" in page
    assert "Not now, for a real talk" not in page
    assert "All awake and home" in page


def test_where_the_hours_go_names_school_and_bed(
    nurse: Account, household: dict[str, UUID]
) -> None:
    page = words_of(nurse.browser.get(f"{FORTNIGHT}&with=family").text)
    assert "Mia is at school while you are free" in page
    assert "Ben is in bed while you are up" in page
    assert "Mia works" not in page
    assert "in bed" not in words_of(nurse.browser.get(FORTNIGHT).text)


def test_a_school_holiday_opens_the_morning(nurse: Account) -> None:
    move_in(nurse)
    mia = add_child(nurse, holidays="")
    day = date(2026, 10, 30)  # a Friday on which both are free
    before = awake_on(nurse, day)
    given = {**MIA, "holidays": "26 Oct to 30 Oct"}
    nurse.browser.post(f"/rosters/members/{mia}/child", given)
    assert awake_on(nurse, day) > before


def awake_on(account: Account, day: date) -> int:
    view = queries.fortnight(by=account.by, first=MONDAY, now=NOW, asked=("family",))
    assert view.found is not None
    return next(one.awake_together for one in view.found.days if one.day == day)


def test_the_picture_draws_those_who_take_part(nurse: Account, household: dict[str, UUID]) -> None:
    page = nurse.browser.get(f"{FORTNIGHT}&with=family").text
    assert "Mia: school 08:30 to 15:30; in bed until 07:00; in bed from 19:30." in page
    assert "Nana: " not in page
    assert "Mia: " not in nurse.browser.get(FORTNIGHT).text
    plain = nurse.browser.get(f"{FORTNIGHT}&with=family&show=calendar").text
    assert "Mia: school 08:30 to 15:30." in plain
    assert "Mia: no school." in plain


def test_why_this_one_and_the_way_back_keep_the_company(
    nurse: Account, household: dict[str, UUID]
) -> None:
    starts = family_windows(nurse)[0].starts.isoformat()
    given = {"first": "2026-10-19", "starts": starts}
    page = nurse.browser.get("/together/window", {**given, "with": "family"})
    assert page.status_code == 200
    assert "with Sam, Ben and Mia" in page.text
    assert "in which all of you are awake and home" in page.text
    assert 'name="with" value="family"' in page.text
    assert "&amp;with=family" in page.text


def test_what_is_held_has_its_people(nurse: Account, household: dict[str, UUID]) -> None:
    window = family_windows(nurse)[0]
    assert hold(nurse, window, "family")["Location"] == "/together/plan"
    (item,) = items(nurse)
    assert set(item.people) == {nurse.name, "Sam", "Ben", "Mia"}
    assert "with Sam, Ben and Mia" in words_of(nurse.browser.get("/together/plan").text)
    couple = windows_of(nurse)[0]
    assert hold(nurse, couple)["Location"] == "/together/plan"
    assert [one.people for one in items(nurse) if one.uid != item.uid] == [()]


def test_a_family_window_is_not_held_for_the_couple(
    nurse: Account, household: dict[str, UUID]
) -> None:
    couple = {one.starts for one in windows_of(nurse)}
    window = next(one for one in family_windows(nurse) if one.starts not in couple)
    assert hold(nurse, window).status_code == 409


def test_an_earlier_bedtime_moves_the_family_and_not_the_couple(
    nurse: Account, household: dict[str, UUID]
) -> None:
    family = family_windows(nurse)[0]
    hold(nurse, family, "family")
    hold(nurse, windows_of(nurse)[0])
    before = {one.uid: one for one in items(nurse)}
    early = {**MIA, "leaves": "", "returns": "", "holidays": "", "wakes": "06:30"}
    bedtime = family.starts.astimezone(LONDON)
    given = {**early, "bedtime": f"{bedtime.hour}:{bedtime.minute:02}"}
    nurse.browser.post(f"/rosters/members/{household['Ben']}/child", given)
    moved = [one for one in items(nurse) if one.starts != before[one.uid].starts]
    assert [bool(one.people) for one in moved] == [True]
    assert moved[0].ends.astimezone(LONDON).time() <= bedtime.time()
    page = words_of(nurse.browser.get("/together/plan").text)
    assert "moves to" in page


def test_a_calendar_never_says_with_whom(nurse: Account, household: dict[str, UUID]) -> None:
    hold(nurse, family_windows(nurse)[0], "family")
    calendar = nurse.browser.get(feed_address(nurse)).content.decode()
    assert "SUMMARY:Held" in calendar
    assert not any(name in calendar for name in household)


def test_one_parent_has_windows_with_a_child(nurse: Account) -> None:
    keep_line(nurse, own(nurse), "LD LD - - N N - - LD LD - - - -")
    add_child(nurse)
    page = words_of(nurse.browser.get(FORTNIGHT).text)
    assert "With whom" not in page
    assert "Work and school leave" in page
    window = windows_of(nurse)[0]
    assert window.kind is not WindowKind.TALK
    hold(nurse, window)
    assert items(nurse)[0].people == (nurse.name, "Mia")
    nurse.browser.post("/rosters/members", {"name": "Sam"})
    keep_line(nurse, rosters_member(nurse, "Sam"), "LD LD LD - - - - LD LD LD LD - - -")
    assert items(nurse)[0].people == (nurse.name, "Mia")


def rosters_member(account: Account, name: str) -> UUID:
    return next(one for one, said in rosters.member_names(by=account.by).items() if said == name)


def test_a_hard_talk_and_a_swap_stay_between_the_partners(
    nurse: Account, household: dict[str, UUID]
) -> None:
    page = nurse.browser.get("/together/talk?day=2026-10-23&time=20:00&minutes=30").text
    assert not any(name in page for name in ("Mia", "Ben", "Nana"))
    page = nurse.browser.get("/together/what-if").text
    assert "Sam" in page
    assert not any(name in page for name in ("Mia", "Ben", "Nana"))


def test_three_with_rosters_are_all_of_you(nurse: Account) -> None:
    move_in(nurse)
    keep_line(nurse, add(nurse, "Alex"), "LD LD LD - - - - LD LD LD LD - - -")
    page = words_of(nurse.browser.get(FORTNIGHT).text)
    assert "The 3 of us" in page
    assert "All of you awake and home" in page
    assert "both" not in page.lower().replace("both calendars", "")


def test_the_hour_with_the_children_is_offered_placed_and_held(
    nurse: Account, household: dict[str, UUID]
) -> None:
    assert "An hour with the children" in nurse.browser.get("/rituals/").text
    nurse.browser.post("/rituals/take-up", {"ritual": "family-time"})
    page = nurse.browser.get("/rituals/").text
    starts = re.search(r'name="starts" value="([^"]+)"', page)
    assert starts is not None
    nurse.browser.post("/rituals/hold", {"ritual": "family-time", "starts": starts[1]})
    (item,) = items(nurse)
    assert set(item.people) == {nurse.name, "Sam", "Ben", "Mia"}
    assert item.ends.astimezone(LONDON).time() <= time(18, 45)
    assert item.starts > at(19, 8)


def test_a_hug_stays_between_the_partners(nurse: Account, household: dict[str, UUID]) -> None:
    nurse.browser.post("/rituals/take-up", {"ritual": "hug"})
    page = nurse.browser.get("/rituals/").text
    starts = re.search(r'name="starts" value="([^"]+)"', page)
    assert starts is not None
    nurse.browser.post("/rituals/hold", {"ritual": "hug", "starts": starts[1]})
    assert [one.people for one in items(nurse)] == [()]
