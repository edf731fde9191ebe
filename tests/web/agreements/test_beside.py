"""Three answers of a week meet when both said yes, on both pages at once, and never before."""

import re
from datetime import date
from html import unescape

import pytest
from tests.people import Account
from tests.web.house.page import Page
from tests.web.two import link, two

from aftershift.web.agreements import personal
from aftershift.web.pairing.models import Side

PAGE, SHOW, HIDE = (f"/agreements/side-by-side{rest}" for rest in ("", "/show", "/hide"))
MONDAY = "2026-10-19"
HERS = {"item_understood": "7", "item_fair": "3", "item_moral": "9"}
HIS = {"item_understood": "6", "item_cared_for": "8", "item_fair": "8"}


@pytest.fixture
def pair(nurse: Account, partner: Account) -> tuple[Account, Account]:
    link(nurse, partner)
    for account, said in ((nurse, HERS), (partner, HIS)):
        assert account.browser.post("/check-in/week", said).status_code == 302
    return nurse, partner


def page(account: Account) -> str:
    answer = account.browser.get(PAGE)
    assert answer.status_code == 200
    assert Page(answer.text).faults() == []
    return unescape(answer.text)


def press(account: Account, door: str, week: str = MONDAY) -> None:
    assert account.browser.post(door, {"week": week})["Location"] == PAGE


def without_tokens(text: str) -> str:
    return re.sub(r'value="[^"]{60,}"', "", text)


def test_one_yes_shows_nothing_to_the_other_not_even_that_it_was_said(
    pair: tuple[Account, Account],
) -> None:
    hers, his = pair
    before = without_tokens(page(his))
    press(hers, SHOW)
    assert "Ready. If the other says yes too" in page(hers)
    assert without_tokens(page(his)) == before


def test_after_both_said_yes_both_see_both_and_how_far_they_lie_apart(
    pair: tuple[Account, Account],
) -> None:
    hers, his = pair
    press(hers, SHOW)
    press(his, SHOW)
    assert f"You 7, {his.name} 6. You two see this alike." in page(hers)
    assert f"You 3, {his.name} 8. You two see this differently." in page(hers)
    assert f"You 8, {hers.name} 3. You two see this differently." in page(his)
    for one in pair:
        assert "look after you" not in page(one)  # only one of them answered that


def test_nothing_but_what_is_about_the_two_ever_crosses(pair: tuple[Account, Account]) -> None:
    hers, his = pair
    press(hers, SHOW)
    assert dict(two(his).other.shown[0].answers) == {"understood": 7, "fair": 3}


@pytest.mark.parametrize("who", [0, 1])
def test_either_takes_it_back_and_it_is_gone_from_both(
    pair: tuple[Account, Account], who: int
) -> None:
    for one in pair:
        press(one, SHOW)
    press(pair[who], HIDE)
    for one in pair:
        assert "see this" not in page(one)


def test_what_was_shown_stays_as_it_was_when_the_week_is_answered_again(
    pair: tuple[Account, Account],
) -> None:
    hers, his = pair
    press(hers, SHOW)
    press(his, SHOW)
    hers.browser.post("/check-in/week", {"item_fair": "10"})
    assert f"You 8, {hers.name} 3." in page(his)


@pytest.mark.parametrize("week", ["2026-10-12", "2026-10-20", "soon", ""])
def test_a_week_that_was_not_answered_cannot_be_shown(
    pair: tuple[Account, Account], week: str
) -> None:
    assert pair[0].browser.post(SHOW, {"week": week}).status_code == 404
    assert two(pair[0]).own.shown == ()


def test_who_answered_nothing_is_led_to_the_week(nurse: Account, partner: Account) -> None:
    link(nurse, partner)
    assert "You have not answered this week yet" in page(nurse)


def test_it_is_put_away_with_what_is_for_two_and_can_still_be_taken_back(
    pair: tuple[Account, Account],
) -> None:
    hers, _his = pair
    press(hers, SHOW)
    hers.browser.post("/mine/away")
    assert "side by side" not in unescape(hers.browser.get(PAGE).text)
    press(hers, HIDE)
    assert two(hers).own.shown == ()


def test_the_row_has_one_size_whatever_is_shown_and_one_takes_ones_own_along(
    pair: tuple[Account, Account],
) -> None:
    sizes = {len(row.body.envelope) for row in Side.objects.all()}
    press(pair[0], SHOW)
    assert {len(row.body.envelope) for row in Side.objects.all()} == sizes
    taken = personal.export(pair[0].by)["shown_weeks"]
    assert taken == [{"week": MONDAY, "answers": {"understood": 7, "fair": 3}}]
    assert date.fromisoformat(taken[0]["week"]).weekday() == 0
