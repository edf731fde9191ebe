"""An apology or a request is made of what somebody types, after it was heard; nothing is kept."""

from html import unescape

import pytest
from tests.people import Account
from tests.web.hearing import Broken, Calm, Late
from tests.web.house.page import Page
from tests.web.house.test_sweep import everything_held
from tests.web.sending.asking import (
    DESPAIR,
    NUMBERS,
    VIOLENCE,
    afraid,
    buttons,
    listens_with,
)

from aftershift.engines.language.cleaning import LONGEST
from aftershift.engines.safety.course import Course, Pause
from aftershift.engines.safety.risk import NO_RISK, Category, Level, Risk
from aftershift.web.safety.carried import carry

BUILD, CHECK, ASK = "/words/apology", "/words/apology/check", "/words/request"
PARTS = {"did": "I shouted at you", "harm": "You were frightened", "repair": "I will go outside"}
SORRY = "I'm sorry but you know what nights do to me."
RANT = "You're so lazy. On Tuesday you left three charts open. I stayed until nine."
PATIENT = "You never ask. I sat with Mrs Okafor in bed 12 until she died."
EACH = [(BUILD, PARTS), (CHECK, {"text": SORRY}), (ASK, {"text": RANT})]
MADE = ("Your words, put together", "The five parts", "Situation, behaviour, impact")


def sent(account: Account, to: str, fields: dict[str, str]) -> str:
    page = account.browser.post(to, fields)
    assert page.status_code == 200
    assert Page(page.text).faults() == []
    return unescape(page.text)


def is_made(page: str) -> bool:
    return any(words in page for words in MADE)


def test_an_apology_is_put_together_and_read(nurse: Account, ear: Calm) -> None:
    page = sent(nurse, BUILD, PARTS)
    made = (
        "I shouted at you. That was wrong, and it was mine. You were frightened. I will go "
        "outside. You do not have to answer, and it does not have to be fine yet."
    )
    assert made in page
    assert "not found" not in page
    assert ear.triaged == [made]


def test_a_pasted_apology_shows_its_trap_and_what_is_missing(nurse: Account, ear: Calm) -> None:
    page = sent(nurse, CHECK, {"text": SORRY})
    assert "Sorry, but" in page
    assert "“sorry but”" in page
    assert page.count("not found") == 4
    assert "Nothing is asked for: there" in page


def test_a_rant_becomes_lines_and_says_what_is_missing(nurse: Account, ear: Calm) -> None:
    page = sent(nurse, ASK, {"text": RANT})
    assert "<mark>lazy</mark>" in page or "<mark>You're so lazy</mark>" in page
    assert "On Tuesday.\nOn Tuesday you left three charts open.\nI stayed until nine." in page
    assert "What one thing would you like next time?" in page
    assert "When and where was it?" not in page


@pytest.mark.parametrize(("to", "fields"), EACH)
def test_nothing_is_kept(nurse: Account, ear: Calm, to: str, fields: dict[str, str]) -> None:
    before = everything_held()
    assert is_made(sent(nurse, to, fields))
    assert everything_held() == before


@pytest.mark.parametrize(("to", "fields"), EACH)
def test_somebody_at_risk_is_answered_and_nothing_is_made(
    nurse: Account, ear: Calm, to: str, fields: dict[str, str]
) -> None:
    ear.risk = Risk(level=Level.EMERGENCY, categories=DESPAIR)
    page = sent(nurse, to, fields)
    assert NUMBERS in page
    assert not is_made(page)
    assert not any(typed in page for typed in fields.values())


@pytest.mark.parametrize(("to", "fields"), EACH)
def test_who_may_be_afraid_at_home_gets_no_words_for_there(
    nurse: Account, ear: Calm, to: str, fields: dict[str, str]
) -> None:
    ear.risk = Risk(level=Level.ELEVATED, categories=VIOLENCE)
    before = everything_held()
    assert not is_made(sent(nurse, to, fields))
    assert everything_held() == before
    ear.risk = NO_RISK
    assert not is_made(sent(nurse, to, {**fields, "course": afraid()}))


@pytest.mark.parametrize(("to", "fields"), EACH)
def test_where_the_exchange_itself_put_scripts_to_rest_nothing_is_made(
    nurse: Account, ear: Calm, to: str, fields: dict[str, str]
) -> None:
    course = carry(Course(pauses=(Pause(row=6),)))
    page = sent(nurse, to, {**fields, "course": course})
    assert not is_made(page)
    assert "This part rests" in page


@pytest.mark.parametrize(("to", "fields"), EACH)
def test_a_question_stands_before_what_is_made(
    nurse: Account, ear: Calm, to: str, fields: dict[str, str]
) -> None:
    ear.risk = Risk(level=Level.CHECK_IN, categories=(Category.SUICIDE_PASSIVE,))
    page = sent(nurse, to, fields)
    assert "Which is closer?" in page
    assert buttons(page)["Tired"]["text"]


@pytest.mark.parametrize("to", [CHECK, ASK])
def test_a_patient_comes_out_before_anything_is_made(nurse: Account, ear: Calm, to: str) -> None:
    page = sent(nurse, to, {"text": PATIENT})
    assert "<mark>Mrs Okafor</mark>" in page
    assert not is_made(page)
    plain = sent(nurse, to, buttons(page)["Write it like this"])
    assert is_made(plain)
    assert "Okafor" not in plain
    assert is_made(sent(nurse, to, buttons(page)["It is not a patient: go on"]))


def test_a_patient_in_a_built_apology_leads_to_the_check(nurse: Account, ear: Calm) -> None:
    page = sent(nurse, BUILD, {**PARTS, "harm": "You sat with Mrs Okafor in bed 12 alone"})
    assert "This may lead to a patient" in page
    assert "The five parts" not in page
    assert f'action="{CHECK}"' in page


@pytest.mark.parametrize("deaf", [Late(), Broken()])
@pytest.mark.parametrize(("to", "fields"), EACH)
def test_a_text_that_nobody_heard_is_made_into_nothing(
    nurse: Account, monkeypatch: pytest.MonkeyPatch, deaf: Calm, to: str, fields: dict[str, str]
) -> None:
    listens_with(monkeypatch, deaf)
    page = sent(nurse, to, fields)
    assert "I could not read this" in page
    assert not is_made(page)


@pytest.mark.parametrize(
    ("to", "fields"),
    [
        (BUILD, {}),
        (BUILD, {"did": "a" * LONGEST}),
        (CHECK, {"text": " "}),
        (ASK, {}),
        (ASK, {"text": "a" * (LONGEST + 1)}),
    ],
)
def test_nothing_or_too_much_is_refused_kindly(
    nurse: Account, ear: Calm, to: str, fields: dict[str, str]
) -> None:
    page = nurse.browser.post(to, fields)
    assert page.status_code == 422
    assert ear.triaged == []
    assert nurse.browser.put(to).status_code == 405


@pytest.mark.parametrize("to", [BUILD, CHECK, ASK])
def test_the_ear_is_made_while_somebody_types(nurse: Account, ear: Calm, to: str) -> None:
    assert nurse.browser.get(to, {"text": SORRY}).status_code == 200
    assert (ear.woken, ear.triaged) == (1, [])
