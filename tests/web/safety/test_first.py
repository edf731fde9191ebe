"""The question comes before the result: its page, its ways on, what travels and what is written."""

import re
from html import unescape

import pytest
from django.core import signing
from django.test import Client
from tests.people import Account
from tests.web.hearing import Broken, Calm, Late
from tests.web.house.furnished import Rooms, furnish
from tests.web.house.page import Page
from tests.web.house.test_sweep import everything_held
from tests.web.observed import watched
from tests.web.sending.asking import buttons, listens_with, says

from aftershift.engines.safety.course import Note
from aftershift.engines.safety.risk import Category, Level, Risk
from aftershift.web.reflections import queries as reflections
from aftershift.web.reflections import views
from aftershift.web.safety import first, queries

GONE = ("/reflect/cp-2", {"item_disappear": "yes"})
ABUSE = ("/reflect/wr-2", {"item_they-hurtful": "yes", "name": "Kim"})
DRINK = ("/reflect/or-3", {"item_substance": "yes"})
ESCAPE = ("/reflect/cp-3", {"item_escape": "yes"})
TONE = ("/reflect/or-1", {"item_tone": "yes"})
OPENS = {
    "check_in.opening": (GONE, ESCAPE),
    "at_work.opening": (ABUSE, TONE),
    "drinking.opening": (DRINK,),
}
ON = "Go on to what I ticked"
RESULT = ("What it comes to", "ring true", "Keep this")


@pytest.fixture
def rooms(nurse: Account) -> Rooms:
    return furnish(nurse)


def send(account: Account, at: str, fields: dict[str, str]) -> str:
    page = account.browser.post(at, fields)
    assert page.status_code == 200, page.status_code
    assert Page(page.text).faults() == []
    return str(page.text)


def press(account: Account, at: str, page: str, words: str) -> str:
    return send(account, at, {unescape(name): sent for name, sent in buttons(page).items()}[words])


def is_question(page: str) -> bool:
    return not any(said in page for said in RESULT)


def token_of(page: str) -> str:
    found = re.search(r'name="first" value="([^"]+)"', page)
    assert found is not None
    return unescape(found[1])


# --- first the question -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("turn", "touched"),
    [(turn, one) for turn, pages in OPENS.items() for one in pages],
    ids=lambda value: value if isinstance(value, str) else value[0],
)
def test_a_line_that_touches_harm_is_asked_about_before_anything_is_shown(
    nurse: Account, turn: str, touched: tuple[str, dict[str, str]]
) -> None:
    page = send(nurse, *touched)
    assert says(page, turn)
    assert is_question(page)
    assert ON not in page
    assert "/help/" in page


def test_the_same_list_without_that_line_asks_nothing(nurse: Account) -> None:
    page = send(nurse, "/reflect/cp-2", {"item_disappear": "no", "item_guilt": "yes"})
    assert not is_question(page)


def test_whatever_else_was_ticked_the_fourth_sign_always_opens_the_question(
    nurse: Account,
) -> None:
    others = ("phase", "calendar", "guilt", "mirror")
    for pattern in range(16):
        ticks = {f"item_{one}": "yes" for bit, one in enumerate(others) if pattern >> bit & 1}
        page = nurse.browser.post("/reflect/cp-2", {**ticks, "item_disappear": "yes"}).text
        assert says(page, "check_in.opening") or says(page, "thoughts.opening"), pattern
        assert is_question(page)


def test_the_gentle_question_names_people_to_call(nurse: Account) -> None:
    page = send(nurse, *GONE)
    assert "<summary>People to call, day and night</summary>" in page
    assert "Talk to somebody now" in page
    assert 'class="numbers"' not in page  # a false alarm costs one kind question, no red panel


def test_where_somebody_may_read_along_no_list_of_lines_and_no_heading_stands_out(
    nurse: Account,
) -> None:
    page = send(nurse, *ABUSE)
    assert "Talk to somebody now" not in page
    assert '<h1 class="hush">Reflections</h1>' in page
    assert '<a href="/help/">Help now</a>' in page


# --- then the result ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("touched", "answer"),
    [
        (GONE, "Tired"),
        (GONE, "Rather not say"),
        (ABUSE, "Rude and tiring"),
        (DRINK, "About the same"),
    ],
    ids=str,
)
def test_an_answer_opens_the_way_to_the_result(
    nurse: Account, touched: tuple[str, dict[str, str]], answer: str
) -> None:
    at, _fields = touched
    page = press(nurse, at, send(nurse, *touched), answer)
    assert is_question(page)
    page = press(nurse, at, page, ON)
    assert not is_question(page)
    assert "People to call" in page


def test_the_result_is_about_what_was_ticked_before_the_question(nurse: Account) -> None:
    at, fields = ABUSE
    page = send(nurse, at, {**fields, "item_i-assumes": "yes", "gave": "Two shifts"})
    page = press(nurse, at, press(nurse, at, page, "Rude and tiring"), ON)
    assert "Me: 1 of 5 ring true" in page
    assert "Kim: 1 of 5 ring true" in page
    assert "Two shifts" in page
    assert "a union" in page


def test_it_is_kept_by_choice_after_the_question_and_not_asked_again(nurse: Account) -> None:
    at, _fields = ABUSE
    page = press(nurse, at, press(nurse, at, send(nurse, *ABUSE), "Rude and tiring"), ON)
    assert "only if nobody else opens this account" in page
    answer = nurse.browser.post(f"{at}/keep", buttons(page)["Keep this"])
    assert answer.status_code == 302
    assert reflections.paper(by=nurse.by).kept[0].about.name == "Kim"


def test_keeping_without_the_question_meets_it_too(nurse: Account) -> None:
    page = send(nurse, "/reflect/cp-2/keep", GONE[1])
    assert is_question(page)
    assert not reflections.paper(by=nurse.by).kept
    page = press(nurse, "/reflect/cp-2/keep", page, "Tired")
    assert nurse.browser.post("/reflect/cp-2/keep", buttons(page)[ON]).status_code == 302
    assert reflections.paper(by=nurse.by).kept


def test_thoughts_of_dying_go_on_in_the_protocol_with_people_beside_it(nurse: Account) -> None:
    at, _fields = GONE
    page = press(nurse, at, send(nurse, *GONE), "Thoughts of dying")
    assert says(page, "thoughts.opening")
    assert "Talk to somebody now" in page
    assert is_question(page)


def test_no_emergency_has_a_way_on_but_to_people(nurse: Account) -> None:
    at, _fields = GONE
    page = press(nurse, at, send(nurse, *GONE), "Thoughts of dying")
    for words in ("Yes", "Yes", "Yes", "Yes, today or tomorrow"):
        page = press(nurse, at, page, words)
    assert says(page, "danger.opening")
    assert ON not in page
    assert page.index('class="numbers"') < page.index('class="lead"')
    forced = send(nurse, at, {"first": token_of(page), "go_on": "on"})
    assert is_question(forced)


def test_fear_at_work_names_who_can_stand_between(nurse: Account) -> None:
    at, _fields = ABUSE
    page = unescape(press(nurse, at, send(nurse, *ABUSE), "I'm afraid of somebody"))
    assert says(page, "at_work.afraid")
    assert "staff health" in page.casefold()


def test_what_is_typed_is_heard_as_anywhere(
    nurse: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    at, _fields = GONE
    page = send(nurse, *GONE)
    ear = Calm(risk=Risk(level=Level.EMERGENCY, categories=(Category.SUICIDE_PLAN,)))
    listens_with(monkeypatch, ear)
    page = send(nurse, at, {"first": token_of(page), "said": "I have it here"})
    assert ear.triaged == ["I have it here"]
    assert says(page, "danger.opening")
    assert "I have it here" not in page


@pytest.mark.parametrize("ear", [Calm(), Late(), Broken()], ids=["calm", "late", "broken"])
def test_any_words_are_an_answer_also_when_nobody_could_hear_them(
    nurse: Account, monkeypatch: pytest.MonkeyPatch, ear: Calm
) -> None:
    at, _fields = GONE
    page = send(nurse, *GONE)
    listens_with(monkeypatch, ear)
    page = send(nurse, at, {"first": token_of(page), "said": "It has been a long week"})
    assert ON in page


def test_no_answer_and_a_button_that_is_none_are_asked_again(nurse: Account) -> None:
    at, _fields = GONE
    page = send(nurse, *GONE)
    for more in ({}, {"button": "elsewhere"}, {"go_on": "on"}, {"said": "  "}):
        page = send(nurse, at, {"first": token_of(page), **more})
        assert says(page, "check_in.opening")
        assert ON not in page


# --- what no list opens, and an instrument may --------------------------------------------------


def touches(monkeypatch: pytest.MonkeyPatch, touch: str) -> None:
    """Let any list touch something else, as an instrument would."""
    monkeypatch.setattr(views, "gravest", lambda _kinds: touch)


def test_violence_has_no_way_on_until_it_is_safe_to_read(
    nurse: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = everything_held()
    touches(monkeypatch, "violence")
    at, _fields = DRINK
    page = send(nurse, *DRINK)
    assert says(page, "violence.opening")
    assert "Talk to somebody now" not in page
    for words, turn, goes_on in (
        ("No, or not sure", "violence.unsafe", False),
        ("It's safe now", "violence.believed", True),
        ("I'm safe for now", "stepping_down.guarded", True),
    ):
        page = press(nurse, at, page, words)
        assert says(page, turn)
        assert (ON in page) is goes_on, words
    assert not is_question(press(nurse, at, page, ON))
    assert everything_held() == held


def test_a_plan_begins_with_the_numbers_and_has_no_way_on(
    nurse: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    touches(monkeypatch, "plan")
    at, _fields = DRINK
    page = send(nurse, *DRINK)
    assert says(page, "danger.opening")
    assert page.index('class="numbers"') < page.index('class="lead"')
    page = send(nurse, at, {"first": token_of(page), "said": "I do not know"})
    assert ON not in page


@pytest.mark.parametrize(
    ("touch", "turn", "answer"),
    [
        ("self_harm", "thoughts.opening", "Sometimes"),
        ("afraid", "eggshells.opening", "No, just friction"),
    ],
)
def test_a_score_or_a_tick_of_an_instrument_opens_its_own_question(
    nurse: Account, monkeypatch: pytest.MonkeyPatch, touch: str, turn: str, answer: str
) -> None:
    touches(monkeypatch, touch)
    at, _fields = DRINK
    page = send(nurse, *DRINK)
    assert says(page, turn)
    assert ON not in page
    page = press(nurse, at, page, answer)
    assert not is_question(press(nurse, at, page, ON))


# --- what travels, and what is written ----------------------------------------------------------


def test_what_travels_is_one_persons_and_one_lists(nurse: Account, stranger: Account) -> None:
    at, _fields = GONE
    page = press(nurse, at, send(nurse, *GONE), "Tired")
    passed = {"first": token_of(page), "go_on": "on"}
    assert not is_question(send(nurse, at, passed))
    assert stranger.browser.post(at, passed).status_code == 422
    assert nurse.browser.post("/reflect/cp-3", passed).status_code == 422


def test_whoever_changes_what_travels_begins_anew(
    nurse: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    at, fields = GONE
    token = token_of(press(nurse, at, send(nurse, *GONE), "Tired"))
    for odd in (token[:-1] + "!", "x", "x" * (first.LONGEST + 1)):
        assert is_question(send(nurse, at, {**fields, "first": odd, "go_on": "on"}))
    monkeypatch.setattr(signing.time, "time", lambda: 10_000_000_000)
    assert is_question(send(nurse, at, {**fields, "first": token, "go_on": "on"}))


def test_nothing_of_abuse_is_written_and_of_despair_only_the_small_note(nurse: Account) -> None:
    held = everything_held()
    at, _fields = ABUSE
    page = send(nurse, *ABUSE)
    for words in ("I'm afraid of somebody", "I'm safe for now"):
        page = press(nurse, at, page, words)
    press(nurse, at, page, ON)
    assert everything_held() == held
    assert queries.own(by=nurse.by).note == Note()
    send(nurse, *GONE)
    assert queries.own(by=nurse.by).note != Note()
    assert not reflections.paper(by=nurse.by).kept


@pytest.mark.parametrize(
    ("touched", "answer"),
    [(GONE, "Tired"), (ABUSE, "I'm afraid of somebody"), (DRINK, "About the same")],
    ids=["gone", "abuse", "drink"],
)
def test_nobody_else_can_tell(
    nurse: Account,
    partner: Account,
    nobody: Client,
    rooms: Rooms,
    monkeypatch: pytest.MonkeyPatch,
    touched: tuple[str, dict[str, str]],
    answer: str,
) -> None:
    at, _fields = touched
    with watched(rooms, partner.browser, nobody, monkeypatch=monkeypatch):
        page = press(nurse, at, press(nurse, at, send(nurse, *touched), answer), ON)
        assert nurse.browser.post(f"{at}/keep", buttons(page)["Keep this"]).status_code == 302


def test_the_history_looks_the_same_with_and_without_a_question(nurse: Account) -> None:
    at, fields = GONE
    asked, plain = nurse.browser.post(at, fields), nurse.browser.post(at, {"item_guilt": "yes"})
    titles = [re.search("<title>(.*?)</title>", one.text, re.DOTALL) for one in (asked, plain)]
    assert titles[0] is not None
    assert titles[1] is not None
    assert titles[0][1].strip() == titles[1][1].strip()
    actions = re.findall(r'<form[^>]*method="post"[^>]*action="([^"]+)"', asked.text)
    assert {one for one in actions if one.startswith("/reflect")} == {at}
