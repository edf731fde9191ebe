"""Two days of one person exchanged, tried one after another; nothing of it is kept."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from tests.people import Account
from tests.web.rosters.desk import LONDON, NOW, add, hours, keep_line, own
from tests.web.windows.couple import hold_first, move_in

from aftershift.engines.rosters.swapping import day_of
from aftershift.web.windows.swaps import Exchange, Instead, Swap, read_step, swap_desk, written
from aftershift.web.windows.what_if import weigh_swap

ADDRESS = "/together/what-if"
TUE, WED, THU = "2026-10-20", "2026-10-21", "2026-10-22"
SAT, SUN_AFTER = "2026-10-24", "2026-11-01"


def exchange(account: Account, day: str, other: str, *tried: str, member: object = None) -> Any:
    given = {"shift": f"{member or own(account)}/{day}", "other": other, "tried": list(tried)}
    return account.browser.post(ADDRESS, given)


def tried_in(page: Any) -> list[str]:
    """Read what the page would send back; both of its forms say the same."""
    found = re.findall(r'name="tried" value="([^"]+)"', page.text)
    assert found[: len(found) // 2] == found[len(found) // 2 :]
    return found[: len(found) // 2]


def changes(page: Any) -> list[str]:
    return re.findall(r"<p>((?:You|Sam) on [^<]+)</p>", page.text)


def test_what_two_days_cost_is_said_first_and_then_what_moves(nurse: Account) -> None:
    move_in(nurse)
    page = exchange(nurse, TUE, THU)
    assert page.status_code == 200
    assert re.search(
        r"<strong>This swap (costs|gives) the two of you [^<]+ this fortnight\.", page.text
    )
    assert changes(page) == [
        "You on Tue 20 Oct: free instead of LD 07:30\u201320:00",
        "You on Thu 22 Oct: LD 07:30\u201320:00 instead of free",
    ]
    assert page.text.index("This swap") < page.text.index("You on Tue")


def test_the_other_day_first_costs_the_same(nurse: Account) -> None:
    move_in(nurse)
    price = r"This swap [^<]+"
    there, back = exchange(nurse, TUE, THU), exchange(nurse, THU, TUE)
    assert re.findall(price, there.text) == re.findall(price, back.text)


def test_a_night_carried_over_the_clock_change_keeps_its_hours_on_the_wall(
    nurse: Account,
) -> None:
    sam = add(nurse)
    keep_line(nurse, own(nurse), "N - - - - - - - - - - - - -")
    keep_line(nurse, sam, " ".join(["LD"] + ["-"] * 13))
    step = Exchange(day=date(2026, 10, 19), other=date(2026, 10, 24))
    desk = swap_desk(by=nurse.by, now=NOW)
    weighed = weigh_swap(Swap(member=own(nurse), steps=(step,)), desk, by=nurse.by, now=NOW)
    assert weighed is not None
    assert weighed.swapped is not None
    (night,) = weighed.swapped[1].after
    assert day_of(night) == date(2026, 10, 24)
    starts, ends = night.starts.astimezone(LONDON), night.ends.astimezone(LONDON)
    assert (f"{starts:%H:%M}", f"{ends:%H:%M}") == ("19:30", "07:30")
    assert night.ends - night.starts == timedelta(hours=13)


@pytest.mark.parametrize(
    ("day", "other", "said"),
    [
        (WED, THU, "Nothing changes: these days are free."),
        ("2026-10-19", TUE, "Nothing changes: the same is worked on these days as before."),
    ],
)
def test_two_days_alike_change_nothing_and_it_is_said(
    nurse: Account, day: str, other: str, said: str
) -> None:
    move_in(nurse)
    page = exchange(nurse, day, other)
    assert page.status_code == 200
    assert said in page.text
    assert changes(page) == []


def test_steps_add_up_and_each_is_seen_in_the_days(nurse: Account) -> None:
    move_in(nurse)
    once = exchange(nurse, TUE, THU)
    assert tried_in(once) == [f"{own(nurse)}/{TUE}/with/{THU}"]
    given = {"shift": f"{own(nurse)}/{WED}", "instead": "N", "tried": tried_in(once)}
    twice = nurse.browser.post(ADDRESS, given)
    assert len(changes(twice)) == 3
    assert len(tried_in(twice)) == 2
    assert 'aria-label="Tue 20 Oct: free, was LD"' in twice.text
    assert re.search(r'aria-label="Wed 21 Oct: N [^"]+, was free"', twice.text)
    assert ", Wed 21 Oct: N 19:30\u201307:30</option>" in twice.text
    assert f'href="{ADDRESS}">Put back</a>' in twice.text
    assert "was LD" not in nurse.browser.get(ADDRESS).text


def test_carried_there_and_back_nothing_is_changed(nurse: Account) -> None:
    move_in(nurse)
    page = exchange(nurse, THU, TUE, *tried_in(exchange(nurse, TUE, THU)))
    assert "Nothing changes: the same is worked on these days as before." in page.text


def test_days_of_the_other_begin_anew(nurse: Account) -> None:
    sam = move_in(nurse)
    page = exchange(nurse, WED, THU, f"{own(nurse)}/{TUE}/with/{THU}", member=sam)
    assert all(one.startswith("Sam on") for one in changes(page))
    assert tried_in(page) == [f"{sam}/{WED}/with/{THU}"]


def test_a_shift_that_begins_before_the_night_ends_is_said(nurse: Account) -> None:
    move_in(nurse)
    early = f"{own(nurse)}/{TUE}/as/0600-1400"
    page = exchange(nurse, TUE, SAT, early)  # Friday's night ends at 07:30
    assert "On Sat 24 Oct a shift would begin before the one before it ends." in page.text


def test_a_day_that_the_roster_does_not_reach_is_refused_in_words(nurse: Account) -> None:
    sam = move_in(nurse, "LD LD -", "LD - LD")
    for member, said in ((own(nurse), "Your roster"), (sam, "The roster of Sam")):
        page = exchange(nurse, TUE, SUN_AFTER, member=member)
        assert page.status_code == 422
        assert f"{said} does not reach Sun 1 Nov." in page.text
    assert f'value="{sam}/{SUN_AFTER}" title' not in page.text  # a day that cannot be carried
    typed = nurse.browser.post(ADDRESS, {"shift": f"{sam}/{SUN_AFTER}", "instead": "N"})
    assert "The roster of Sam does not reach Sun 1 Nov." in typed.text


@pytest.mark.parametrize(
    ("day", "other", "said"),
    [
        (TUE, TUE, "Choose two different days."),
        (TUE, "2026-10-18", "Choose one of these days."),
        (TUE, "2026-11-02", "Choose one of these days."),
        (TUE, "soon", "Choose one of these days."),
        ("2026-11-02", TUE, "Choose one of these days."),
        (TUE, "", "This field is required."),
    ],
)
def test_what_cannot_be_exchanged_is_refused_in_words(
    nurse: Account, day: str, other: str, said: str
) -> None:
    move_in(nurse)
    page = exchange(nurse, day, other)
    assert page.status_code == 422
    assert said in page.text
    assert "This swap" not in page.text


def test_another_day_and_something_instead_are_two_things(nurse: Account) -> None:
    move_in(nurse)
    given = {"shift": f"{own(nurse)}/{TUE}", "other": THU, "instead": "N"}
    page = nurse.browser.post(ADDRESS, given)
    assert page.status_code == 422
    assert "one of the two" in page.text


@pytest.mark.parametrize(
    "tried",
    [
        "nonsense",
        "{own}/2026-10-20",
        "{own}/2026-10-20/with/soon",
        "{own}/2026-10-20/eats/2026-10-22",
        "{own}/2026-10-20/with/2027-10-22",
        "{other}/2026-10-20/with/2026-10-22",
        "someone/2026-10-20/as/N",
    ],
)
def test_steps_that_no_page_of_ours_wrote_are_refused(
    nurse: Account, stranger: Account, tried: str
) -> None:
    move_in(nurse)
    named = tried.format(own=own(nurse), other=own(stranger))
    page = exchange(nurse, TUE, THU, named)
    assert page.status_code == 422
    assert tried_in(page) == []


def test_a_tried_code_that_nobody_knows_and_too_many_steps_are_refused(nurse: Account) -> None:
    move_in(nurse)
    unknown = exchange(nurse, TUE, THU, f"{own(nurse)}/{WED}/as/zzz")
    assert unknown.status_code == 422
    assert "This is no code of that rota." in unknown.text
    many = exchange(nurse, TUE, THU, *[f"{own(nurse)}/{TUE}/with/{THU}"] * 28)
    assert many.status_code == 422


def test_the_days_of_somebody_else_cannot_be_exchanged(nurse: Account, stranger: Account) -> None:
    sam = move_in(nurse)
    move_in(stranger)
    for member in (sam, own(nurse)):
        page = exchange(stranger, TUE, THU, member=member)
        assert page.status_code == 422
        assert "Choose one of these days." in page.text


def test_without_a_script_a_chip_chooses_its_day_and_keeps_what_was_tried(nurse: Account) -> None:
    move_in(nurse)
    step = f"{own(nurse)}/{TUE}/with/{THU}"
    page = nurse.browser.post(ADDRESS, {"pick": f"{own(nurse)}/{WED}", "tried": [step]})
    assert page.status_code == 200
    assert f'<option value="{own(nurse)}/{WED}" selected>' in page.text
    assert tried_in(page) == [step]
    assert "This swap" in page.text


def test_alone_the_days_can_be_laid_out_and_it_is_said_what_is_missing(nurse: Account) -> None:
    keep_line(nurse, own(nurse), "LD LD - - N N - - LD LD - - - -")
    page = exchange(nurse, TUE, THU)
    assert page.status_code == 200
    assert "Two rosters are needed" in page.text
    assert "was LD" in page.text


def test_nobody_exchanges_anything(nurse: Account, nobody: Client) -> None:
    given = {"shift": f"{own(nurse)}/{TUE}", "other": THU}
    assert nobody.post(ADDRESS, given)["Location"] == "/locked"


def test_an_exchange_is_kept_nowhere(nurse: Account) -> None:
    move_in(nurse)
    hold_first(nurse)
    before = hours(nurse)
    exchange(nurse, TUE, THU)
    assert hours(nurse) == before


def test_a_step_is_read_as_it_was_written(nurse: Account) -> None:
    day, other = date(2026, 10, 20), date(2026, 10, 22)
    for step in (Exchange(day=day, other=other), Instead(day=day, said="N/A 7-19")):
        assert read_step(written(own(nurse), step)) == (own(nurse), step)
