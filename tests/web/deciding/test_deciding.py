"""Decisions on sheets: one's own, or one's own beside another's; never a score, never a verdict."""

import re
from html import unescape
from uuid import UUID

import pytest
from django.test import Client
from tests.people import Account
from tests.web.hearing import Calm, Late
from tests.web.house.page import Page
from tests.web.sending.asking import VIOLENCE, listens_with
from tests.web.two import not_afraid

from aftershift.engines.safety.risk import Level, Risk
from aftershift.engines.together.deciding import Cost, Decision, Ease, Sheet
from aftershift.web.deciding import personal, queries
from aftershift.web.deciding.models import Decisions

NONE = UUID(int=1)  # nobody's number
PAGE, BEGIN = "/deciding/", "/deciding/begin"
NAMED = {
    "line": "Do I go to 0.8 next year?",
    "way_1": "Leave it as it is",
    "way_2": "Go to 0.8",
    "way_3": "New ward for three months",
}
TRIAL = {"until": "2027-03-01", "sees": "I sleep before a day off"}
VERDICTS = r"\b(score|winner is|better way|best|recommend|you should|points out of|%)\b"


def page(account: Account, to: str) -> str:
    answer = account.browser.get(to)
    assert answer.status_code == 200, to
    assert Page(answer.text).faults() == []
    return unescape(answer.text)


def begin(account: Account, **given: str) -> str:
    """Name a decision; give its address."""
    answer = account.browser.post(BEGIN, {**NAMED, **given})
    assert answer.status_code == 302
    return str(answer["Location"])


def fill(account: Account, to: str, value: str, *ways: dict[str, object], **who: str) -> str:
    """Fill in a sheet, way by way; give its address. Without a script, as all of this."""
    begun = account.browser.post(to, {"value_1": value, **who})
    assert begun.status_code == 302, begun.text
    at = begun["Location"]
    for way in ways:
        at = account.browser.post(at, way)["Location"]
    return re.sub(r"/way/\d", "", at)


def kept(account: Account) -> Decision:
    return queries.paper(by=account.by).decisions[0]


def both(account: Account) -> str:
    """Name a decision, and have both fill in a sheet; give its address."""
    not_afraid(account)
    about = begin(account)
    own = {"serves": ["Rest"], "costs": ["money"], "taken_back": "with_effort"}
    fill(account, f"{about}/sheet", "Rest", {}, own, {"taken_back": "easily"})
    theirs = {"serves": ["rest"], "costs": ["money", "standing"], "taken_back": "with_effort"}
    fill(account, f"{about}/other", "rest", {}, theirs, {"taken_back": "hardly"}, name="Sam")
    return about


# --- one's own -------------------------------------------------------------------------


def test_a_decision_has_a_line_and_its_ways_beginning_with_the_one_as_it_is(nurse: Account) -> None:
    assert 'value="Leave it as it is"' in page(nurse, PAGE)
    about = begin(nurse)
    shown = page(nurse, about)
    for words in NAMED.values():
        assert words in shown
    assert NAMED["line"] in page(nurse, PAGE)


def test_a_sheet_is_filled_in_one_way_at_a_time(nurse: Account) -> None:
    about = begin(nurse)
    at = nurse.browser.post(f"{about}/sheet", {"value_1": "Rest", "value_3": "Learning"})[
        "Location"
    ]
    assert "Way 1 of 3" in page(nurse, at)
    answer = {"serves": ["Learning"], "costs": ["sleep"], "note": "the early shift", **TRIAL}
    at = nurse.browser.post(at, {**answer, "taken_back": "easily"})["Location"]
    assert "Way 2 of 3" in page(nurse, at)
    assert "1 of 3 ways filled in" in page(nurse, about)
    (sheet,) = kept(nurse).sheets
    assert sheet.values == ("Rest", "Learning")
    (said,) = sheet.answers
    assert (said.serves, said.costs, said.taken_back) == (
        ("Learning",),
        (Cost.SLEEP,),
        Ease.EASILY,
    )
    shown = page(nurse, f"/deciding/sheet/{sheet.id}")
    for words in (
        "Serves “Learning”",
        "Costs sleep",
        "In a line: “the early shift”",
        "Taken back easily",
        "Can be tried first, until 1 March 2027",
        "It works if: “I sleep before a day off”",
    ):
        assert words in shown
    assert shown.count("Not filled in yet") == 2


def test_what_was_said_stands_in_its_fields_to_be_changed(nurse: Account) -> None:
    about = begin(nurse)
    sheet = fill(nurse, f"{about}/sheet", "Rest", {"costs": ["sleep"], **TRIAL})
    shown = page(nurse, f"{sheet}/way/1")
    assert 'value="2027-03-01"' in shown
    assert re.search(r'value="sleep"[^>]*checked', shown)
    nurse.browser.post(f"{sheet}/way/1", {"costs": ["money"]})
    assert kept(nurse).sheets[0].answers[0].costs == (Cost.MONEY,)
    assert kept(nurse).sheets[0].answers[0].trial is None


def test_a_value_worded_anew_stays_where_it_was_said(nurse: Account) -> None:
    about = begin(nurse)
    sheet = fill(nurse, f"{about}/sheet", "Rest", {"serves": ["Rest"]})
    assert 'value="Rest"' in page(nurse, f"{sheet}/values")
    assert nurse.browser.post(f"{sheet}/values", {"value_1": "Sleep"})["Location"] == sheet
    assert kept(nurse).sheets[0].values == ("Sleep",)
    assert kept(nurse).sheets[0].answers[0].serves == ("Sleep",)


def test_two_of_ones_own_from_different_days_are_laid_side_by_side(nurse: Account) -> None:
    about = begin(nurse)
    fill(nurse, f"{about}/sheet", "Rest", {}, {"costs": ["sleep"]})
    fill(nurse, f"{about}/sheet", "Rest", {}, {"costs": []})
    shown = page(nurse, f"{about}/compare")
    assert "Only sheet 1 says that “Go to 0.8” costs sleep" in shown
    assert "Sheet 2" in shown
    assert "Before a hard talk" not in shown  # there is nobody else in it
    assert shown.count("Not filled in on both sheets yet") == 1


def test_which_two_is_chosen_where_there_are_more(nurse: Account) -> None:
    about = begin(nurse)
    for value in ("Rest", "Money", "Learning"):
        fill(nurse, f"{about}/sheet", value)
    one, _, three = kept(nurse).sheets
    assert "Lay them side by side" in page(nurse, about)
    asked = f"{about}/compare?one={three.id}&other={one.id}"
    assert page(nurse, asked).index(">Sheet 3<") < page(nurse, asked).index(">Sheet 1<")
    assert "Money" in page(nurse, f"{about}/compare?one={three.id}&other={three.id}")  # last two


def test_one_sheet_alone_is_beside_nothing(nurse: Account) -> None:
    about = begin(nurse)
    fill(nurse, f"{about}/sheet", "Rest")
    assert nurse.browser.get(f"{about}/compare")["Location"] == about


# --- of two ------------------------------------------------------------------------------


def test_two_sheets_show_what_both_say_and_where_they_differ_and_ask_one_question(
    nurse: Account,
) -> None:
    shown = page(nurse, f"{both(nurse)}/compare")
    assert "Your sheet" in shown
    assert "Sam’s sheet" in shown
    assert "says that “New ward for three months” is easily taken back" in shown
    assert "Costs standing at work" in shown
    assert re.search(r"Both say</h3>\s*<ul><li>Rest</li>", shown)
    assert shown.count("One question") == 1
    main = re.sub(r"<[^>]+>", " ", shown[shown.index("<main") : shown.index("</main>")])
    assert main.replace(NAMED["line"], "").count("?") == 1
    assert not re.search(VERDICTS, main, re.IGNORECASE)


def test_the_other_fills_in_theirs_without_the_first_before_their_eyes(nurse: Account) -> None:
    about = both(nurse)
    assert "Rest" not in page(nurse, f"{about}/other").split("For instance")[0]
    at = nurse.browser.post(f"{about}/other", {"name": "Sam", "value_1": "Money"})["Location"]
    shown = page(nurse, at)
    assert "standing" in shown  # a cost to tick
    assert "checked" not in shown
    assert ">Rest<" not in shown


def test_nobody_else_fills_one_in_before_the_question_about_fear(nurse: Account) -> None:
    about = begin(nurse)
    for answer in (
        nurse.browser.get(f"{about}/other"),
        nurse.browser.post(f"{about}/other", {"name": "Sam", "value_1": "Rest"}),
    ):
        assert "Are you ever afraid" in answer.text
    assert kept(nurse).sheets == ()
    fill(nurse, f"{about}/sheet", "Rest")  # one's own works as ever


def test_where_what_is_for_two_is_put_away_only_ones_own_is_there(nurse: Account) -> None:
    about = both(nurse)
    theirs = f"/deciding/sheet/{kept(nurse).sheets[1].id}"
    nurse.browser.post("/mine/away")
    shown = page(nurse, about)
    assert "Sam" not in shown
    assert "Let somebody else" not in shown
    assert nurse.browser.get(f"{about}/compare")["Location"] == about
    for to in (theirs, f"{theirs}/values", f"{theirs}/way/1", f"{about}/other"):
        away = nurse.browser.get(to)
        assert "Put away" in away.text
        assert "standing" not in away.text
    nurse.browser.post(f"{theirs}/erase")  # no gate stands before that door
    assert [one.whose for one in kept(nurse).sheets] == [""]


@pytest.mark.parametrize(
    ("level", "is_kept"),
    [(Level.ELEVATED, False), (Level.EMERGENCY, False), (Level.CHECK_IN, True)],
)
def test_grave_words_of_somebody_else_are_not_kept_in_this_account(
    nurse: Account, monkeypatch: pytest.MonkeyPatch, level: Level, is_kept: bool
) -> None:
    not_afraid(nurse)
    about = begin(nurse)
    sheet = fill(nurse, f"{about}/other", "Rest", name="Sam")
    listens_with(monkeypatch, Calm(risk=Risk(level=level, categories=VIOLENCE)))
    answer = nurse.browser.post(f"{sheet}/way/1", {"note": "he hits me when I am late"})
    assert "People to call" in answer.text
    assert "hits" not in answer.text
    assert bool(kept(nurse).sheets[0].answers) is is_kept
    nurse.browser.post(f"{about}/other", {"name": "Alex", "value_1": "to be safe from him"})
    assert (len(kept(nurse).sheets) == 2) is is_kept


@pytest.mark.parametrize(
    "ear", [Calm(risk=Risk(level=Level.ELEVATED, categories=VIOLENCE)), Late()]
)
def test_ones_own_words_are_kept_and_people_named_where_they_may_be_about_danger(
    nurse: Account, monkeypatch: pytest.MonkeyPatch, ear: Calm
) -> None:
    listens_with(monkeypatch, ear)
    answer = nurse.browser.post(BEGIN, {**NAMED, "line": "I cannot go on like this"})
    assert "People to call" in answer.text
    assert "cannot go on like this" not in answer.text
    assert kept(nurse).line == "I cannot go on like this"


# --- what cannot be meant ----------------------------------------------------------------


@pytest.mark.parametrize(
    "given",
    [
        {"line": ""},
        {"line": "x" * 141},
        {"way_1": ""},
        {"way_2": ""},
        {"way_2": "leave it as it is."},
        {"way_3": "x" * 81},
        {"line": "Mrs Okafor in bed 12"},
    ],
)
def test_a_decision_that_cannot_be_is_shown_again(nurse: Account, given: dict[str, str]) -> None:
    answer = nurse.browser.post(BEGIN, {**NAMED, **given})
    assert answer.status_code == 422
    assert Page(answer.text).faults() == []
    assert not Decisions.objects.exists()


@pytest.mark.parametrize(
    "given", [{}, {"value_1": "Rest", "value_2": "rest"}, {"value_1": "x" * 61}]
)
def test_values_that_cannot_be_are_shown_again(nurse: Account, given: dict[str, str]) -> None:
    about = begin(nurse)
    assert nurse.browser.post(f"{about}/sheet", given).status_code == 422
    assert kept(nurse).sheets == ()


@pytest.mark.parametrize(
    "given",
    [
        {"serves": ["Money"]},
        {"costs": ["face"]},
        {"taken_back": "never"},
        {"until": "2027-03-01"},  # a trial has a sign
        {"sees": "I sleep"},  # and an end
        {**TRIAL, "until": "2026-10-19"},
        {**TRIAL, "until": "2036-10-19"},
        {"note": "Mrs Okafor in bed 12"},
    ],
)
def test_an_answer_that_cannot_be_is_shown_again(nurse: Account, given: dict[str, object]) -> None:
    about = begin(nurse)
    sheet = fill(nurse, f"{about}/sheet", "Rest")
    answer = nurse.browser.post(f"{sheet}/way/1", given)
    assert answer.status_code == 422
    assert Page(answer.text).faults() == []
    assert kept(nurse).sheets[0].answers == ()


def test_there_is_no_way_beyond_the_last(nurse: Account) -> None:
    about = begin(nurse)
    sheet = fill(nurse, f"{about}/sheet", "Rest")
    assert nurse.browser.get(f"{sheet}/way/4").status_code == 404
    assert nurse.browser.get(f"{sheet}/way/0").status_code == 404


def test_eight_sheets_and_twelve_decisions_are_enough(nurse: Account) -> None:
    about = begin(nurse)
    for _ in range(8):
        fill(nurse, f"{about}/sheet", "Rest")
    assert nurse.browser.post(f"{about}/sheet", {"value_1": "Rest"}).status_code == 409
    for _ in range(11):
        begin(nurse)
    assert nurse.browser.post(BEGIN, NAMED).status_code == 409


# --- whose it is -------------------------------------------------------------------------


def test_it_is_erased_sheet_by_sheet_and_whole(nurse: Account) -> None:
    about = both(nurse)
    sheets: tuple[Sheet, ...] = kept(nurse).sheets
    gone = nurse.browser.post(f"/deciding/sheet/{sheets[0].id}/erase")
    assert gone["Location"] == about
    assert kept(nurse).sheets == sheets[1:]
    nurse.browser.post(f"{about}/erase")
    assert queries.paper(by=nurse.by).decisions == ()


def test_nobody_else_sees_or_changes_it(nurse: Account, partner: Account) -> None:
    about = both(nurse)
    before, sheet = kept(nurse), f"/deciding/sheet/{kept(nurse).sheets[0].id}"
    not_afraid(partner)
    assert about not in page(partner, PAGE)
    for to in (about, f"{about}/compare", f"{about}/sheet", f"{about}/other", sheet):
        assert partner.browser.get(to).status_code == 404
    for to in (f"{about}/erase", f"{sheet}/erase", f"{sheet}/values", f"{sheet}/way/1"):
        assert partner.browser.post(to, {"value_1": "Mine"}).status_code == 404
    assert kept(nurse) == before


def test_the_export_has_every_sheet(nurse: Account) -> None:
    both(nurse)
    (taken,) = personal.export(nurse.by)["decisions"]
    assert taken["decision"] == NAMED["line"]
    assert [one["filled_in_by"] for one in taken["sheets"]] == ["", "Sam"]
    assert taken["sheets"][1]["answers"][1]["costs"] == "money, standing at work"


def test_the_ways_to_it_stand_where_a_reader_would_look(nurse: Account) -> None:
    not_afraid(nurse)
    for to in ("/", "/agreements/"):
        assert 'href="/deciding/"' in page(nurse, to)


@pytest.mark.parametrize("door", ["begin", f"{NONE}/erase", f"sheet/{NONE}/erase"])
def test_it_refuses_get(nurse: Account, door: str) -> None:
    assert nurse.browser.get(f"{PAGE}{door}").status_code == 405


@pytest.mark.parametrize("to", ["", f"{NONE}", f"{NONE}/other", f"sheet/{NONE}/way/1"])
def test_it_refuses_who_is_not_signed_in(nobody: Client, to: str) -> None:
    assert nobody.get(f"{PAGE}{to}")["Location"] == "/locked"
    assert nobody.post(BEGIN, NAMED)["Location"] == "/locked"
