"""Ready or not: one tap reaches the other's page, is gone by itself, and nobody is nagged."""

from datetime import timedelta
from html import unescape

import pytest
from tests.people import Account
from tests.web.observed import TOKEN, sizes
from tests.web.rosters.desk import NOW
from tests.web.two import link, not_afraid, two

from aftershift.web.pages import clock

PAGE, SAY, BACK = "/agreements/", "/agreements/coming-home", "/agreements/coming-home/back"


@pytest.fixture
def couple(nurse: Account, partner: Account) -> tuple[Account, Account]:
    link(nurse, partner)
    return nurse, partner


def page_of(account: Account) -> str:
    return unescape(account.browser.get(PAGE).text)


@pytest.mark.parametrize(
    ("left", "words"),
    [("ready", "Ready"), ("not_yet", "Not yet: a quiet while"), ("not_tonight", "Not tonight: no")],
)
def test_it_stands_on_the_page_of_the_other(
    couple: tuple[Account, Account], left: str, words: str
) -> None:
    hers, his = couple
    assert hers.browser.post(SAY, {"left": left})["Location"] == PAGE
    assert f'<p class="lead">{words}' in page_of(his)
    assert "after the shift" in page_of(his)
    assert "What you said of coming home" in page_of(hers)


def test_it_goes_by_itself(
    couple: tuple[Account, Account], monkeypatch: pytest.MonkeyPatch
) -> None:
    hers, his = couple
    hers.browser.post(SAY, {"left": "not_yet"})
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(hours=6, minutes=1))
    assert "after the shift" not in page_of(his)
    assert "What you said of coming home" not in page_of(hers)


def test_another_takes_its_place_and_it_can_be_taken_back(
    couple: tuple[Account, Account],
) -> None:
    hers, his = couple
    hers.browser.post(SAY, {"left": "ready"})
    hers.browser.post(SAY, {"left": "not_tonight"})
    assert "Not tonight" in page_of(his)
    assert hers.browser.post(BACK)["Location"] == PAGE
    assert "after the shift" not in page_of(his)
    assert two(hers).own.coming is None


@pytest.mark.parametrize("left", ["", "a secret", "READY"])
def test_only_one_of_the_three_can_be_said(couple: tuple[Account, Account], left: str) -> None:
    assert couple[0].browser.post(SAY, {"left": left}).status_code == 404
    assert two(couple[0]).own.coming is None


def test_who_is_linked_with_nobody_has_nothing_to_say_it_on(nurse: Account) -> None:
    assert "On my way home" not in page_of(nurse)
    not_afraid(nurse)
    assert nurse.browser.post(SAY, {"left": "ready"})["Location"] == "/linked/"


def test_who_put_it_away_says_nothing_and_meets_nothing(couple: tuple[Account, Account]) -> None:
    hers, his = couple
    his.browser.post(SAY, {"left": "not_yet"})
    hers.browser.post("/mine/away")
    assert "after the shift" not in page_of(hers)
    hers.browser.post(SAY, {"left": "ready"})
    assert two(hers).own.coming is None


def test_the_other_cannot_tell_that_it_was_put_away(couple: tuple[Account, Account]) -> None:
    hers, his = couple
    hers.browser.post(SAY, {"left": "not_yet"})
    before, rows = TOKEN.sub(b"", his.browser.get(PAGE).content), sizes()
    hers.browser.post("/mine/away")
    assert TOKEN.sub(b"", his.browser.get(PAGE).content) == before
    assert sizes() == rows


def test_it_changes_no_size_that_anybody_could_see(
    couple: tuple[Account, Account],
) -> None:
    before = sizes()
    couple[0].browser.post(SAY, {"left": "not_tonight"})
    assert sizes() == before


def test_it_is_in_the_export(couple: tuple[Account, Account]) -> None:
    hers = couple[0]
    hers.browser.post(SAY, {"left": "not_yet"})
    held = hers.browser.get("/mydata/aftershift.json").json()["agreements"]["coming_home"]
    assert held["left"].startswith("Not yet")
