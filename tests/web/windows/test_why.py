"""Why each number is what it is: doors beside it, one page for all, and the reader's own sum."""

import re
from pathlib import Path

import pytest
from django.test import Client
from tests.people import Account
from tests.web.rosters.desk import add, keep_line, own
from tests.web.windows.couple import HERS, move_in, view_of, windows_of

from aftershift.engines.rosters.strain import DEFINITIONS
from aftershift.library.explanations import explanation, load_explanations
from aftershift.web.rosters.words import length_words
from aftershift.web.windows.explained import PART_WORDS, arithmetic

ON_NIGHTS = "- - N N N - - - - N N N - -"
TEMPLATES = Path(__file__).parents[3] / "src/aftershift/web"
DOOR = re.compile(r'href="/together/why#([\w-]+)"')
WRITTEN = re.compile(r"windows:why' %}#([\w-]+)|\{% why \"([\w-]+)\"")


def text(browser: Client, address: str) -> str:
    page = browser.get(address)
    assert page.status_code == 200, address
    return str(page.text)


def table(page: str) -> str:
    return page.partition('<table class="sums">')[2].partition("</table>")[0]


def anchors(page: str) -> list[str]:
    return re.findall(r'\bid="([\w-]+)"', page)


def test_the_page_is_open_to_everybody_and_the_same_for_all(nurse: Account, nobody: Client) -> None:
    move_in(nurse)
    hers, theirs = text(nurse.browser, "/together/why"), text(nobody, "/together/why")
    begins, ends = "<h1>", '<p class="actions">'
    assert hers.partition(begins)[2].partition(ends)[0].strip().startswith("Why these numbers")
    assert theirs.partition("</main>")[0].partition(begins)[2].strip() == (
        hers.partition(begins)[2].partition(ends)[0].strip()
    )
    assert "Sam" not in hers


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_the_page_is_only_read(nobody: Client, method: str) -> None:
    assert getattr(nobody, method)("/together/why").status_code == 405


def test_every_explanation_and_every_fact_has_one_anchor_and_a_line_in_the_contents(
    nobody: Client,
) -> None:
    page = text(nobody, "/together/why")
    found = anchors(page)
    assert len(found) == len(set(found))
    wanted = [one.id for one in load_explanations()] + [one.id for one in DEFINITIONS]
    assert set(wanted) <= set(found)
    assert set(re.findall(r'href="#([\w-]+)"', page)) >= set(wanted)


def test_every_door_leads_to_an_anchor_of_the_page(nobody: Client) -> None:
    found = set(anchors(text(nobody, "/together/why")))
    doors = [
        next(filter(None, door))
        for template in TEMPLATES.rglob("*.html")
        for door in WRITTEN.findall(template.read_text(encoding="utf-8"))
    ]
    assert len(doors) > 15
    assert [one for one in doors if one not in found] == []


@pytest.mark.parametrize(
    ("address", "doors"),
    [
        ("/together/", {"free-together", "awake-together", "rested-together", "where-hours-go"}),
        ("/together/", {"likely-sleep", "sleep-band", "alertness", "body-clock", "not-now"}),
        ("/together/talk", {"talk-guard"}),
        ("/rituals/", {"ritual-places", "fairness"}),
        ("/rosters/strain", {"strain"}),
    ],
)
def test_a_page_with_numbers_has_their_doors(nurse: Account, address: str, doors: set[str]) -> None:
    move_in(nurse)
    assert doors <= set(DOOR.findall(text(nurse.browser, address)))


def test_a_window_and_a_swap_say_why(nurse: Account) -> None:
    sam = move_in(nurse)
    starts = windows_of(nurse)[0].starts.isoformat().replace("+", "%2B")
    why = text(nurse.browser, f"/together/window?first=2026-10-19&starts={starts}")
    assert {"windows", "rested-together", "likely-sleep"} <= set(DOOR.findall(why))
    swap = {"shift": f"{sam}/2026-10-21", "instead": "off"}
    page = nurse.browser.post("/together/what-if", swap).text
    assert explanation("what-if").title in page
    assert "what-if" in DOOR.findall(page)


def test_the_ways_say_why(nurse: Account) -> None:
    move_in(nurse)
    page = text(nurse.browser, f"/rosters/members/{own(nurse)}/ways")
    assert "likely-sleep" in DOOR.findall(page)


def test_her_own_hours_are_added_up_before_her(nurse: Account) -> None:
    move_in(nurse, theirs=ON_NIGHTS)
    view = view_of(nurse)
    assert view.found is not None
    sums = arithmetic(view.found, view.search)
    assert sums is not None
    totals = view.found.totals
    assert [one.length for one in sums.lines if one.is_sum][1:] == [
        length_words(totals.free_together),
        length_words(totals.awake_together),
        length_words(totals.rested_together),
    ]
    shown = table(text(nurse.browser, "/together/"))
    for line in sums.lines:
        assert line.length in shown
    assert "you are likely asleep" in shown
    assert "Sam is likely asleep while you are up" in shown
    assert "not a good time for Sam" in shown


def test_of_the_other_no_reason_is_in_the_sum(nurse: Account) -> None:
    """Her own reasons are named; his six are one line that says nothing."""
    move_in(nurse, theirs=ON_NIGHTS)
    shown = table(text(nurse.browser, "/together/"))
    of_him = [line for line in re.findall(r'<th scope="row">([^<]+)</th>', shown) if "Sam" in line]
    allowed = {
        str(words) % {"name": "Sam"} for kind, words in PART_WORDS.items() if "%(name)s" in words
    }
    assert set(of_him) <= allowed
    for reason in ("Sam has not slept", "Sam is likely too sleepy", "Sam comes off nights"):
        assert reason not in shown


def test_alone_or_where_rosters_do_not_meet_there_is_no_sum(nurse: Account) -> None:
    keep_line(nurse, own(nurse), HERS)
    assert table(text(nurse.browser, "/together/")) == ""
    keep_line(nurse, add(nurse), "LD LD - -")
    assert table(text(nurse.browser, "/together/?from=2026-12-07")) == ""


def test_a_fortnight_that_only_one_roster_reaches_in_part_counts_the_part(nurse: Account) -> None:
    keep_line(nurse, own(nurse), HERS)
    keep_line(nurse, add(nurse), "LD LD - - - - -")
    page = text(nurse.browser, "/together/")
    assert "In the 7 days that all rosters speak about." in page
