"""Two fill in one list alone; counts meet when both said yes, and some lines never do."""

import re
from datetime import timedelta
from html import unescape
from uuid import uuid4

import pytest
from tests.people import Account
from tests.web.house.page import Page
from tests.web.rosters.desk import NOW
from tests.web.two import link, two

from aftershift.engines.checkins.reflections import (
    LEAST_SHOWN,
    Answer,
    Checklist,
    Scope,
    lines_to_show,
    may_be_shown,
)
from aftershift.engines.together.listing import FRESH_DAYS, Filled
from aftershift.library.reflections import load_reflections
from aftershift.web.agreements import actions, personal
from aftershift.web.pairing.models import Side
from aftershift.web.reflections import actions as reflections
from aftershift.web.reflections.papers import Kept

PAGE, SHOW, HIDE = (f"/agreements/lists{rest}" for rest in ("", "/show", "/hide"))
OF_TWO = tuple(one for one in load_reflections().values() if may_be_shown(one))
HERS = ("logistics", "unsolved", "withdrawn")
HIS = ("unsolved", "too-tired")


@pytest.fixture
def pair(nurse: Account, partner: Account) -> tuple[Account, Account]:
    link(nurse, partner)
    fill(nurse, "rc-1", *HERS)
    fill(partner, "rc-1", *HIS)
    return nurse, partner


def fill(account: Account, name: str, *true: str) -> None:
    """Keep a list in which these lines ring true and no other does."""
    lines = (one.id for one in load_reflections()[name].items)
    said = {f"item_{line}": "yes" if line in true else "no" for line in lines}
    assert account.browser.post(f"/reflect/{name}/keep", said).status_code == 302


def page(account: Account) -> str:
    answer = account.browser.get(PAGE)
    assert answer.status_code == 200
    assert Page(answer.text).faults() == []
    return re.sub(r'value="[^"]{60,}"', "", unescape(" ".join(answer.text.split())))


def show(account: Account, name: str = "rc-1", lines: str = "no") -> None:
    sent = {"checklist": name, "lines": lines}
    assert account.browser.post(SHOW, sent)["Location"] == PAGE


def hide(account: Account, name: str = "rc-1") -> None:
    assert account.browser.post(HIDE, {"checklist": name})["Location"] == PAGE


# --- the two yeses --------------------------------------------------------------------


def test_one_yes_shows_nothing_to_the_other_not_even_that_it_was_said(
    pair: tuple[Account, Account],
) -> None:
    hers, his = pair
    before = page(his)
    show(hers, lines="yes")
    assert "Ready: 3 of 5 ring true" in page(hers)
    assert page(his) == before


def test_both_counts_are_there_for_both_at_once(pair: tuple[Account, Account]) -> None:
    hers, his = pair
    show(hers)
    show(his)
    assert f"You: 3 of 5 ring true. {his.name}: 2 of 5." in page(hers)
    assert f"You: 2 of 5 ring true. {hers.name}: 3 of 5." in page(his)
    for one in pair:
        assert "Counts only" in page(one)


@pytest.mark.parametrize(("hers", "his"), [("yes", "no"), ("no", "yes")])
def test_lines_are_shown_only_where_both_chose_that(
    pair: tuple[Account, Account], hers: str, his: str
) -> None:
    show(pair[0], lines=hers)
    show(pair[1], lines=his)
    for one in pair:
        assert "For both of you" not in page(one)
        assert "Counts only" in page(one)


def test_of_lines_only_those_of_both_are_shown(pair: tuple[Account, Account]) -> None:
    for one in pair:
        show(one, lines="yes")
    lines = {one.id: one.says for one in load_reflections()["rc-1"].items}
    for one in pair:
        met = page(one).partition("For both of you:")[2].partition("</ul>")[0]
        assert re.findall(r"<li>(.*?)</li>", met) == [lines["unsolved"]]


def test_only_the_count_crosses_where_only_the_count_was_chosen(
    pair: tuple[Account, Account],
) -> None:
    hers, his = pair
    show(hers)
    (crossed,) = two(his).other.lists
    assert crossed == Filled(checklist="rc-1", day=NOW.date(), true=3, of=5, lines=None)


@pytest.mark.parametrize("who", [0, 1])
def test_either_takes_it_back_and_it_is_gone_from_both(
    pair: tuple[Account, Account], who: int
) -> None:
    for one in pair:
        show(one, lines="yes")
    hide(pair[who])
    for one in pair:
        assert "You: " not in page(one)
        assert "For both of you" not in page(one)


def test_what_was_shown_stays_as_it_was_when_it_is_filled_in_or_erased(
    pair: tuple[Account, Account],
) -> None:
    hers, his = pair
    show(hers)
    show(his)
    fill(hers, "rc-1")
    assert f"{hers.name}: 3 of 5." in page(his)


# --- lines that nobody else sees ------------------------------------------------------

HIDDEN = [(one, line) for one in OF_TWO for line in one.items if not line.may_be_shown]


def test_there_are_such_lines_and_enough_others() -> None:
    assert {(one.id, line.id) for one, line in HIDDEN} == {
        *(("rc-2", "second-job"), ("cp-1", "dread")),
        *(("cp-3", "dread"), ("cp-3", "escape")),
    }
    for one in load_reflections().values():
        assert may_be_shown(one) == (one.scope is Scope.US)
    assert all(len(lines_to_show(one)) >= LEAST_SHOWN for one in OF_TWO)


@pytest.mark.parametrize("checklist", OF_TWO, ids=lambda one: one.id)
def test_whatever_was_said_to_a_hidden_line_everything_shown_is_the_same(
    nurse: Account, partner: Account, checklist: Checklist
) -> None:
    link(nurse, partner)
    hidden = {line.id for line in checklist.items if not line.may_be_shown}
    others = [line.id for line in lines_to_show(checklist)]
    found = []
    for account, true in ((nurse, others), (partner, [*others, *hidden])):
        keep_past_the_question(account, checklist, true)
        show(account, checklist.id, "yes")
        found.append(two(account).own.lists[0])
    assert found[0] == found[1]
    assert set(found[0].lines or ()).isdisjoint(hidden)
    said = page(nurse)
    assert f"You: {len(others)} of {len(others)} ring true." in said
    for line in checklist.items:
        assert (line.says in said.partition("For both of you:")[2]) == (line.id in others)


def keep_past_the_question(account: Account, checklist: Checklist, true: list[str]) -> None:
    """Keep a list as it stands in the row once the private question was answered."""
    answers = {one.id: Answer.YES if one.id in true else Answer.NO for one in checklist.items}
    new = Kept(id=str(uuid4()), checklist=checklist.id, day=NOW.date(), answers=answers)
    reflections.keep(by=account.by, new=new)


def test_a_line_that_may_not_be_shown_any_more_is_left_out(pair: tuple[Account, Account]) -> None:
    for account in pair:
        filled = Filled(checklist="cp-1", day=NOW.date(), true=2, of=4, lines=("dread", "grudges"))
        actions.show_list(by=account.by, filled=filled)
    said = page(pair[0]).partition("For both of you:")[2].partition("</section>")[0]
    assert "I keep count" in said
    assert "be alone with them" not in said


# --- what can be shown ----------------------------------------------------------------


@pytest.mark.parametrize(
    "sent",
    [
        {"checklist": "rc-2", "lines": "no"},  # not filled in
        {"checklist": "rc-4", "lines": "no"},  # about me
        {"checklist": "rc-1"},  # nothing is chosen beforehand
        {"checklist": "rc-1", "lines": "perhaps"},
        {"checklist": "../", "lines": "no"},
        {},
    ],
)
def test_what_is_not_filled_in_or_not_chosen_is_not_shown(
    pair: tuple[Account, Account], sent: dict[str, str]
) -> None:
    fill(pair[0], "rc-4", "shifts")
    assert pair[0].browser.post(SHOW, sent).status_code == 404
    assert two(pair[0]).own.lists == ()


def test_what_was_filled_in_long_ago_is_not_laid_ready(
    pair: tuple[Account, Account], monkeypatch: pytest.MonkeyPatch
) -> None:
    late = NOW + timedelta(days=FRESH_DAYS + 1)
    monkeypatch.setattr("aftershift.web.pages.clock.now", lambda: late)
    assert "Not filled in and kept in the last four weeks." in page(pair[0])
    sent = {"checklist": "rc-1", "lines": "no"}
    assert pair[0].browser.post(SHOW, sent).status_code == 404


def test_the_latest_one_counts(pair: tuple[Account, Account]) -> None:
    fill(pair[0], "rc-1", "withdrawn")
    assert "1 of 5 ring true" in page(pair[0])


def test_it_is_put_away_with_what_is_for_two_and_can_still_be_taken_back(
    pair: tuple[Account, Account],
) -> None:
    hers, his = pair
    show(hers)
    show(his)
    his_before = page(his)
    hers.browser.post("/mine/away")
    assert "ring true" not in unescape(hers.browser.get(PAGE).text)
    assert hers.browser.post(SHOW, {"checklist": "rc-1", "lines": "yes"}).status_code == 200
    assert two(hers).own.lists[0].lines is None
    assert page(his) == his_before
    hide(hers)
    assert two(hers).own.lists == ()


def test_the_row_has_one_size_whatever_is_shown_and_one_takes_ones_own_along(
    pair: tuple[Account, Account],
) -> None:
    hers, _his = pair
    sizes = {len(row.body.envelope) for row in Side.objects.all()}
    show(hers, lines="yes")
    assert {len(row.body.envelope) for row in Side.objects.all()} == sizes
    (taken,) = personal.export(hers.by)["shown_lists"]
    assert (taken["true"], taken["of"], sorted(taken["lines"])) == (3, 5, sorted(HERS))
