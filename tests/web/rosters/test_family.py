"""Who somebody is: a partner, a child with its days, a relative at home."""

from datetime import date, time
from typing import Any
from uuid import UUID

import pytest
from tests.people import Account
from tests.web.rosters.desk import MONDAY, NOW, add, bytes_of_database, keep_line, own

from aftershift.engines.windows.holidays import NotDays, days_of, holidays_in, written
from aftershift.engines.windows.overlap import Role
from aftershift.web.rosters import actions, personal, queries
from aftershift.web.rosters.models import Ways
from aftershift.web.rosters.papers import MemberPaper

MIA = {
    "wakes": "07:00",
    "bedtime": "19:30",
    "leaves": "08:30",
    "returns": "15:30",
    "school_days": ["monday", "tuesday", "wednesday", "thursday", "friday"],
    "holidays": "26 Oct 2026 to 30 Oct 2026",
}


def add_somebody(account: Account, name: str, role: str) -> tuple[UUID, str]:
    """Press "Add"; give the member and where it leads."""
    to = account.browser.post("/rosters/members", {"name": name, "role": role})["Location"]
    names = {said: member for member, said in queries.member_names(by=account.by).items()}
    return names[name], to


def add_child(account: Account, name: str = "Mia", **given: Any) -> UUID:
    member, to = add_somebody(account, name, "child")
    assert account.browser.post(to, {**MIA, **given})["Location"] == "/rosters/?done=child"
    return member


def paper_of(account: Account, member: UUID) -> MemberPaper:
    return queries.ways(by=account.by).members[member]


@pytest.mark.parametrize(
    ("role", "leads_to"),
    [("", "bring"), ("partner", "bring"), ("child", "/child"), ("relative", "/who")],
)
def test_adding_somebody_leads_to_what_is_asked_of_them(
    nurse: Account, role: str, leads_to: str
) -> None:
    member, to = add_somebody(nurse, "Robin", role)
    assert leads_to in to
    assert paper_of(nurse, member).role == (role or "partner")
    assert nurse.browser.get(to).status_code == 200


def test_a_childs_days_are_kept_and_shown_again(nurse: Account) -> None:
    mia = add_child(nurse)
    child = queries.children_by_member(by=nurse.by)[mia]
    assert (child.name, child.wakes, child.bedtime) == ("Mia", time(7), time(19, 30))
    assert child.school == (time(8, 30), time(15, 30))
    assert child.school_days == (0, 1, 2, 3, 4)
    assert child.holidays == {date(2026, 10, day) for day in range(26, 31)}
    page = nurse.browser.get("/rosters/").text
    assert "up at 07:00, away for school 08:30 to 15:30, in bed at 19:30" in page
    assert "5 days without school" in page
    form = nurse.browser.get(f"/rosters/members/{mia}/child").text
    assert "2026-10-26 to 2026-10-30" in form
    assert form.count("checked") == 5


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"bedtime": "06:00"}, "Bedtime comes after waking"),
        ({"wakes": ""}, "required"),
        ({"returns": ""}, "Say both"),
        ({"leaves": ""}, "Say both"),
        ({"returns": "08:00"}, "School ends after it begins"),
        ({"school_days": []}, "On which days"),
        ({"school_days": ["someday"]}, "valid choice"),
        ({"holidays": "26 Oct 2026, whenever"}, "Number 2 is no day"),
        ({"holidays": "30 Oct 2026 to 26 Oct 2026"}, "Number 1 is no day"),
    ],
)
def test_a_day_that_cannot_be_is_refused_in_words(
    nurse: Account, wrong: dict[str, Any], words: str
) -> None:
    member, to = add_somebody(nurse, "Mia", "child")
    page = nurse.browser.post(to, {**MIA, **wrong})
    assert page.status_code == 422
    assert words in page.text
    assert paper_of(nurse, member).child is None


def test_a_child_that_stays_at_home_has_no_school(nurse: Account) -> None:
    ben = add_child(nurse, "Ben", leaves="", returns="", school_days=[], holidays="")
    assert queries.children_by_member(by=nurse.by)[ben].school is None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("", []),
        ("2026-10-26", ["26"]),
        ("26.10.2026", ["26"]),
        ("26 October", ["26"]),
        ("Mon 26 Oct", ["26"]),
        ("26/10/2026", ["26"]),
        ("26 Oct to 28 Oct", ["26", "27", "28"]),
        ("2026-10-26 - 2026-10-27", ["26", "27"]),
        ("26.10.2026\u201327.10.2026", ["26", "27"]),
        ("27 Oct; 26 Oct\r\n28 Oct,", ["26", "27", "28"]),
    ],
)
def test_days_without_school_are_read_in_any_usual_writing(text: str, days: list[str]) -> None:
    found = holidays_in(text, near=MONDAY)
    assert sorted(f"{day:%d}" for day in days_of(found)) == days
    assert holidays_in(written(found), near=date(2031, 1, 1)) == found


@pytest.mark.parametrize(
    "text", ["soon", "26", "31 Feb 2026", "1 Jan 2026 to 1 Sep 2026", "1 to 2 to 3 May", ",x"]
)
def test_what_is_no_day_is_named_by_its_place(text: str) -> None:
    with pytest.raises(NotDays) as refused:
        holidays_in(f"26 Oct 2026, {text}", near=MONDAY)
    assert refused.value.place == 2
    assert "x" not in str(refused.value)


def test_somebody_at_home_is_known_without_end_and_without_a_roster(nurse: Account) -> None:
    nana, to = add_somebody(nurse, "Nana", "relative")
    assert queries.hours_by_member(by=nurse.by)[nana].known == queries.NO_TIME
    given = {"role": "relative", "at_home": "on"}
    assert nurse.browser.post(to, given)["Location"] == "/rosters/?done=kept"
    hours = queries.hours_by_member(by=nurse.by)[nana]
    assert (hours.known, hours.shifts, hours.role) == (None, (), Role.RELATIVE)
    assert "Relative or housemate, usually at home" in nurse.browser.get("/rosters/").text
    keep_line(nurse, nana, "LD - LD -")
    assert queries.hours_by_member(by=nurse.by)[nana].known is not None


def test_a_grown_up_becomes_a_child_and_back(nurse: Account) -> None:
    mia = add_child(nurse)
    at = f"/rosters/members/{mia}/who"
    nurse.browser.post(at, {"role": "relative"})
    assert mia in queries.hours_by_member(by=nurse.by)
    assert queries.children_by_member(by=nurse.by) == {}
    assert nurse.browser.post(at, {"role": "child"})["Location"] == f"/rosters/members/{mia}/child"
    assert mia in queries.children_by_member(by=nurse.by)


def test_nobody_is_asked_who_they_are_themselves(nurse: Account) -> None:
    for page in ("who", "child"):
        assert nurse.browser.get(f"/rosters/members/{own(nurse)}/{page}").status_code == 404


def test_a_child_has_no_roster_to_bring(nurse: Account) -> None:
    mia = add_child(nurse)
    assert str(mia) not in nurse.browser.get("/rosters/bring").text
    assert nurse.browser.get(f"/rosters/members/{mia}/ways").status_code == 404


def test_the_childrens_day_is_offered_and_never_taken_over_silently(nurse: Account) -> None:
    add_child(nurse)
    add_child(nurse, "Ben", wakes="06:15", bedtime="18:45")
    ways = f"/rosters/members/{own(nurse)}/ways"
    page = nurse.browser.get(ways).text
    assert "The first child wakes at 06:15, the last is in bed at 19:30." in page
    assert paper_of(nurse, own(nurse)).habits.children_wake is None
    filled = nurse.browser.get(f"{ways}?children=fill").text
    assert 'value="06:15"' in filled
    assert 'value="19:30"' in filled
    assert paper_of(nurse, own(nurse)).habits.children_wake is None


def test_without_children_nothing_is_offered(nurse: Account) -> None:
    page = nurse.browser.get(f"/rosters/members/{own(nurse)}/ways?children=fill").text
    assert "The first child" not in page


def test_ways_of_before_there_were_roles_still_open(nurse: Account) -> None:
    sam = add(nurse)
    actions.say_who(by=nurse.by, member=sam, role=Role.RELATIVE, at_home=True, now=NOW)
    row = Ways.objects.get()
    old = row.read(nurse.by.vault)
    for paper in old["members"].values():
        for name in ("role", "at_home", "child"):
            del paper[name]
    row.write(nurse.by.vault, old)
    row.save()
    paper = paper_of(nurse, sam)
    assert (paper.role, paper.at_home, paper.child) == (Role.PARTNER, False, None)


def test_a_childs_days_are_sealed_exported_and_erased(nurse: Account) -> None:
    mia = add_child(nurse, bedtime="19:17")
    held = bytes_of_database()
    assert b"19:17" not in held
    assert b"Mia" not in held
    ways = personal.export(nurse.by)["ways"][str(mia)]
    assert ways["child"]["bedtime"] == "19:17:00"
    assert ways["role"] == "child"
    page = nurse.browser.get("/mydata/aftershift.html").text
    assert "19:17" in page
    assert "monday, tuesday" in page
    personal.erase(nurse.person)
    assert not Ways.objects.exists()


def test_a_removed_child_is_gone_with_its_days(nurse: Account) -> None:
    mia = add_child(nurse)
    nurse.browser.post(f"/account/household/{mia}/remove")
    assert queries.children_by_member(by=nurse.by) == {}
