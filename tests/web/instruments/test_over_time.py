"""Several kept results: over time, days that were asked about twice, and erasing them all."""

from datetime import timedelta
from html import unescape
from pathlib import Path

import pytest
from tests.people import Account
from tests.web.house.page import Page
from tests.web.instruments.test_instruments import SHELF, page, said, sent
from tests.web.instruments.wordings import put

from aftershift.library.wordings import folder_of
from aftershift.web.instruments import queries
from aftershift.web.pages import clock

START = clock.now()


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give these tests a folder of their own, with invented wordings in it."""
    put(tmp_path, "PHQ-9", "MISS-HP", "HARK", "BRS")
    monkeypatch.setattr(queries, "folder_of", lambda _data: folder_of(tmp_path))
    return folder_of(tmp_path)


def phq(points: int) -> dict[str, str]:
    """Answer PHQ-9 so that it comes to a number, with nothing said of the last item."""
    return said(*(min(3, max(0, points - 3 * at)) for at in range(8)), 0)


def kept_on(account: Account, monkeypatch: pytest.MonkeyPatch, days: int, points: int) -> None:
    later = START + timedelta(days=days)
    monkeypatch.setattr(clock, "now", lambda: later)
    sent(account, "phq-9", phq(points), keep=True)


def test_of_two_results_nothing_is_named_and_of_four_a_change_is(nurse: Account, monkeypatch):
    for at, points in enumerate((20, 15)):
        kept_on(nurse, monkeypatch, 21 * at, points)
    shown = page(nurse, f"{SHELF}phq-9/over-time")
    assert "Not yet: of so few results no trend can be named." in shown
    assert "trend-band" not in shown
    for at, points in enumerate((10, 5), start=2):
        kept_on(nurse, monkeypatch, 21 * at, points)
    shown = page(nurse, f"{SHELF}phq-9/over-time")
    assert "changed by more than the wiggle, for the better" in shown
    assert "trend-band" in shown
    for day, number in (("19 October 2026", 20), ("21 December 2026", 5)):
        assert f'<tr><th scope="row">{day}</th><td>{number}</td></tr>' in shown
    assert "PHQ-9 over time" in page(nurse, SHELF)


def test_a_wiggle_is_no_change(nurse: Account, monkeypatch):
    for at, points in enumerate((12, 14, 11, 13)):
        kept_on(nurse, monkeypatch, 21 * at, points)
    assert "No real change over these results" in page(nurse, f"{SHELF}phq-9/over-time")


def test_where_no_rule_stands_it_says_so_and_straight_lines_are_left_out(nurse: Account):
    for answers in ([9] * 10, [8, 7, 8, 7, 2, 3, 2, 8, 7, 2], [2, 2, 3, 2, 8, 8, 9, 2, 2, 9]):
        sent(nurse, "miss-hp", said(*answers), keep=True)
    shown = page(nurse, f"{SHELF}miss-hp/over-time")
    assert "in none of the drawings" in shown
    assert "Not yet" in shown  # two of them on one day are one


def test_days_that_are_asked_about_twice_are_named_before_and_after(nurse: Account, monkeypatch):
    kept_on(nurse, monkeypatch, 0, 9)
    later = START + timedelta(days=5)
    monkeypatch.setattr(clock, "now", lambda: later)
    warns = "You answered this on 19 October 2026 too. It asks about the last two weeks"
    assert warns in page(nurse, f"{SHELF}phq-9")
    assert warns in sent(nurse, "phq-9", phq(3))
    much_later = START + timedelta(days=15)
    monkeypatch.setattr(clock, "now", lambda: much_later)
    assert "You answered this on" not in page(nurse, f"{SHELF}phq-9")


def test_a_form_about_no_time_in_particular_warns_of_nothing(nurse: Account):
    sent(nurse, "brs", said(1, 2, 3, 4, 5, 1), keep=True)
    assert "You answered this on" not in page(nurse, f"{SHELF}brs")


def test_a_line_that_no_gap_can_undo_is_reached(nurse: Account):
    shown = sent(nurse, "phq-9", phq(24) | {"item_1": "none"})
    assert "No number: too much of it was left out" in shown
    slug = next(one.slug for one in queries.offered().values() if one.key.id == "HARK")
    first = sent(nurse, slug, {"item_1": "1", "item_2": "none", "item_3": "0", "item_4": "0"})
    assert "How many are so" not in first  # the private question comes first


def test_erasing_all_of_one_leaves_the_others(nurse: Account, monkeypatch):
    kept_on(nurse, monkeypatch, 0, 9)
    kept_on(nurse, monkeypatch, 30, 9)
    sent(nurse, "brs", said(1, 2, 3, 4, 5, 1), keep=True)
    assert nurse.browser.post(f"{SHELF}phq-9/erase-all")["Location"] == SHELF
    assert [one.instrument for one in queries.paper(by=nurse.by).kept] == ["BRS"]
    assert nurse.browser.get(f"{SHELF}phq-9/over-time").status_code == 404
    assert nurse.browser.get(f"{SHELF}nothing/over-time").status_code == 404


def test_the_page_stands_when_the_wording_is_gone(nurse: Account, monkeypatch, folder: Path):
    kept_on(nurse, monkeypatch, 0, 9)
    (folder / "phq-9.json").unlink()
    answer = nurse.browser.get(f"{SHELF}phq-9/over-time")
    assert answer.status_code == 200
    assert Page(answer.text).faults() == []
    assert "Answer it again" not in unescape(answer.text)
