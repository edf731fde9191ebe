"""What a changed roster would give and take, before anybody keeps it."""

import re
from typing import Any

import pytest
from django.test import Client
from tests.people import Account
from tests.web.rosters.desk import MONDAY, NOW, add, bring, hours, keep_line, own
from tests.web.windows.couple import hold_first, items, move_in

from aftershift.web.rosters import queries as rosters
from aftershift.web.windows import queries
from aftershift.web.windows.what_if import weigh_draft

HERS = "LD LD - - N N - - LD LD - - - -"
NIGHT_ON_WEDNESDAY = "LD LD N - N N - - LD LD - - - -"


def swap(account: Account, day: str, instead: str, member: object = None) -> Any:
    given = {"shift": f"{member or own(account)}/{day}", "instead": instead}
    return account.browser.post("/together/what-if", given)


def draft(account: Account, line: str, anchor: str = "2026-10-19", **given: Any) -> str:
    page = bring(account, text=line, anchor=anchor, dialect="uk-nursing", **given)
    assert page.status_code == 200
    return str(page.text)


def look(account: Account) -> str:
    page = account.browser.get("/together/what-if")
    assert page.status_code == 200
    return str(page.text)


def everything(account: Account) -> tuple[object, ...]:
    return rosters.rosters(by=account.by), queries.plan(by=account.by), rosters.draft(by=account.by)


def test_a_night_more_costs_the_two_rested_time(nurse: Account) -> None:
    move_in(nurse)
    page = swap(nurse, "2026-10-21", "N")
    assert page.status_code == 200
    assert re.search(r"This swap costs the two of you \d+ h( \d\d)? of rested time", page.text)
    assert "You on Wed 21 Oct: N 19:30" in page.text
    assert "instead of free" in page.text
    assert "No longer fit for a real talk" in page.text


@pytest.mark.parametrize("off", ["off", "OFF", "-", "free"])
def test_a_night_less_gives_it(nurse: Account, off: str) -> None:
    move_in(nurse)
    page = swap(nurse, "2026-10-24", off)
    assert page.status_code == 200
    assert "This swap gives the two of you" in page.text
    assert "Newly fit for a real talk" in page.text


def test_hours_may_be_typed_and_the_others_day_be_tried(nurse: Account) -> None:
    sam = move_in(nurse)
    page = swap(nurse, "2026-10-22", "0800-2200", sam)
    assert "Sam on Thu 22 Oct: 08-22 08:00\u201322:00 instead of free" in page.text
    assert "This swap costs" in page.text


def test_the_same_again_changes_nothing(nurse: Account) -> None:
    move_in(nurse)
    page = swap(nurse, "2026-10-19", "LD")
    assert "Nothing changes: the same is worked on these days as before." in page.text
    assert "Day by day" not in page.text


def test_what_is_held_and_would_move_is_named(nurse: Account) -> None:
    move_in(nurse)
    held = hold_first(nurse)
    day = held.starts.date().isoformat()
    page = swap(nurse, day, "0600-2300")
    assert "Of what is held" in page.text
    assert "would move to" in page.text or "would be gone" in page.text
    assert [one.starts for one in items(nurse)] == [held.starts]


def test_a_draft_is_weighed_against_what_is_kept(nurse: Account) -> None:
    move_in(nurse)
    assert 'href="/together/what-if"' in draft(nurse, NIGHT_ON_WEDNESDAY)
    page = look(nurse)
    assert "Your roster, as you brought it" in page
    assert "This would cost the two of you" in page
    assert "Wed 21 Oct" in page.partition("No longer fit for a real talk")[2]


def test_a_draft_and_the_same_swap_cost_the_same(nurse: Account) -> None:
    move_in(nurse)
    price = r"(?:This swap costs|This would cost) (the two of you [^<]+)"
    swapped = re.search(price, swap(nurse, "2026-10-21", "N").text)
    draft(nurse, NIGHT_ON_WEDNESDAY)
    drafted = re.search(price, look(nurse))
    assert swapped is not None
    assert drafted is not None
    assert swapped[1] == drafted[1]


def test_a_change_far_ahead_is_weighed_in_its_own_fortnight(nurse: Account) -> None:
    long = " ".join(["LD LD - - N N -"] * 6)
    move_in(nurse, long, " ".join(["LD -"] * 21))
    codes = long.split()
    codes[30] = "N"
    draft(nurse, " ".join(codes))
    weighed = weigh_draft(by=nurse.by, now=NOW)
    assert weighed is not None
    assert (weighed.view.search.first - MONDAY).days == 30
    assert weighed.difference.days


def test_days_that_only_the_draft_knows_are_no_gain(nurse: Account) -> None:
    sam = add(nurse)
    keep_line(nurse, own(nurse), "LD LD")
    keep_line(nurse, sam, " ".join(["LD"] + ["-"] * 13))
    draft(nurse, "LD LD - - - - - - - - - - - -")
    weighed = weigh_draft(by=nurse.by, now=NOW)
    assert weighed is not None
    assert weighed.difference.days == ()


def test_the_first_roster_of_all_is_compared_with_nothing(nurse: Account) -> None:
    preview = draft(nurse, HERS)
    assert "/together/what-if" not in preview
    assert "This would" not in look(nurse)


def test_alone_it_says_what_is_missing(nurse: Account) -> None:
    assert "No roster yet." in look(nurse)
    keep_line(nurse, own(nurse), HERS)
    page = swap(nurse, "2026-10-21", "N")
    assert page.status_code == 200
    assert "Two rosters are needed" in page.text


@pytest.mark.parametrize(
    ("instead", "said"),
    [
        ("", "This field is required."),
        ("zzz", "This is no code of that rota."),
        ("7-7", "This is no code of that rota."),
        ("x" * 41, "at most 40 characters"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(nurse: Account, instead: str, said: str) -> None:
    move_in(nurse)
    page = swap(nurse, "2026-10-22", instead)
    assert page.status_code == 422
    assert said in page.text
    assert "This swap" not in page.text


@pytest.mark.parametrize("day", ["2026-10-18", "2026-11-02", "9999-12-31", "soon", ""])
def test_only_the_next_days_can_be_swapped(nurse: Account, day: str) -> None:
    move_in(nurse)
    page = swap(nurse, day, "N")
    assert page.status_code == 422
    assert "Choose one of these days." in page.text


def test_the_days_of_somebody_else_are_not_there(nurse: Account, stranger: Account) -> None:
    sam = move_in(nurse)
    move_in(stranger)
    for member in (sam, own(nurse)):
        page = swap(stranger, "2026-10-22", "N", member)
        assert page.status_code == 422
        assert "Choose one of these days." in page.text


def test_the_next_days_of_both_can_be_chosen(nurse: Account) -> None:
    move_in(nurse)
    page = look(nurse)
    assert page.count("<option") == 28 + 15  # each day of each; no other day, or one of these
    assert "Sam, Wed 21 Oct: LD 07:30\u201320:00</option>" in page


def test_nobody_comes_in(nurse: Account, nobody: Client) -> None:
    given = {"shift": f"{own(nurse)}/2026-10-22", "instead": "N"}
    assert nobody.get("/together/what-if")["Location"] == "/locked"
    assert nobody.post("/together/what-if", given)["Location"] == "/locked"
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = nurse.browser.cookies
    assert strict.post("/together/what-if", given).status_code == 403


def test_nothing_is_kept(nurse: Account) -> None:
    move_in(nurse)
    hold_first(nurse)
    draft(nurse, NIGHT_ON_WEDNESDAY)
    before, worked = everything(nurse), hours(nurse)
    look(nurse)
    swap(nurse, "2026-10-21", "N")
    assert (everything(nurse), hours(nurse)) == (before, worked)
