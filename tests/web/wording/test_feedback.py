"""Feedback in five ways: what is typed is heard first, something is made of it, nothing is kept."""

from dataclasses import replace
from html import unescape

import pytest
from tests.people import Account
from tests.web.hearing import BLUNT, Broken, Calm, Late
from tests.web.house.page import Page
from tests.web.house.test_sweep import everything_held
from tests.web.sending.asking import DESPAIR, NUMBERS, listens_with

from aftershift.engines.language.candour import Candour, Sentence
from aftershift.engines.safety.risk import Level, Risk

WAYS = "/words/feedback"
CANDOUR, AHEAD, LISTEN = f"{WAYS}/candour", f"{WAYS}/feedforward", f"{WAYS}/listen"
DEBRIEF = f"{WAYS}/debrief"
DRAFT = "You left the trolley open."
BLAME = "You're so lazy. You forgot to ring the lab on Tuesday."
HEARD = "I had two bays alone all night. I am so angry about it."
PATIENT = "You never ask. I sat with Mrs Okafor in bed 12 until she died."
EACH = [(CANDOUR, DRAFT), (AHEAD, BLAME), (LISTEN, HEARD)]
MADE = ("One way to say it", "One ask", "First: say it back")


def sent(account: Account, to: str, text: str) -> str:
    page = account.browser.post(to, {"text": text})
    assert page.status_code == 200
    assert Page(page.text).faults() == []
    return unescape(page.text)


def is_made(page: str) -> bool:
    return any(words in page for words in MADE)


def test_five_ways_are_on_one_page(nurse: Account, ear: Calm) -> None:
    page = nurse.browser.get(WAYS)
    assert Page(page.text).faults() == []
    for way in (CANDOUR, AHEAD, "/words/request", LISTEN, DEBRIEF):
        assert f'href="{way}"' in page.text
    assert f'href="{WAYS}"' in nurse.browser.get("/words/").text


def test_a_draft_is_shown_its_quarter_and_what_would_add_the_rest(
    nurse: Account, ear: Calm
) -> None:
    page = sent(nurse, CANDOUR, DRAFT)
    assert "Clear, not yet kind" in page
    assert "says the point" in page
    assert "[One true thing that you see in them" in page
    assert "It is close" not in page
    assert ear.triaged == [DRAFT]
    assert ear.read == [DRAFT]


def test_what_is_close_is_said_to_be(nurse: Account, ear: Calm) -> None:
    ear.candour = Candour(sentences=(replace(BLUNT.sentences[0], care=0.1),))
    page = sent(nurse, CANDOUR, DRAFT)
    assert "Kind and clear" in page
    assert "It is close" in page


def test_blame_is_turned_to_one_ask(nurse: Account, ear: Calm) -> None:
    page = sent(nurse, AHEAD, BLAME)
    assert "Next time, could you ring the lab?" in page
    assert "You're so lazy." in page
    assert "Left out, because it judges" in page
    assert "Only you know" in sent(nurse, AHEAD, "You took my pen.")


def test_what_was_said_is_said_back_with_a_question(nurse: Account, ear: Calm) -> None:
    page = sent(nurse, LISTEN, HEARD)
    assert "If I hear you right, you had two bays alone all night" in page
    assert "Is there anger in it" in page
    assert "No feeling was named" in sent(nurse, LISTEN, "The rota came late on Friday again.")


def test_the_debrief_has_four_questions_and_takes_nothing(nurse: Account, ear: Calm) -> None:
    page = nurse.browser.get(DEBRIEF)
    assert Page(page.text).faults() == []
    for step in ("What was meant", "What happened", "What we keep", "What we change"):
        assert step in page.text
    assert page.text.count("data-seconds=") == 4
    assert nurse.browser.post(DEBRIEF, {"text": "x"}).status_code == 405


@pytest.mark.parametrize(("to", "text"), EACH)
def test_somebody_at_risk_gets_help_and_nothing_is_made(
    nurse: Account, monkeypatch: pytest.MonkeyPatch, to: str, text: str
) -> None:
    listens_with(monkeypatch, Calm(risk=Risk(level=Level.EMERGENCY, categories=DESPAIR)))
    page = sent(nurse, to, text)
    assert not is_made(page)
    assert any(number in page for number in NUMBERS)


@pytest.mark.parametrize("to", [CANDOUR, AHEAD, LISTEN])
def test_a_patient_is_asked_about_before_anything_is_made(
    nurse: Account, ear: Calm, to: str
) -> None:
    assert not is_made(sent(nurse, to, PATIENT))
    again = nurse.browser.post(to, {"text": PATIENT, "not_a_patient": "on"}).text
    assert is_made(unescape(again))


@pytest.mark.parametrize("ear_is", [Late(), Broken()])
@pytest.mark.parametrize(("to", "text"), EACH)
def test_without_an_ear_nothing_is_made_and_it_is_said(
    nurse: Account, monkeypatch: pytest.MonkeyPatch, ear_is: Calm, to: str, text: str
) -> None:
    listens_with(monkeypatch, ear_is)
    page = sent(nurse, to, text)
    assert not is_made(page)
    assert 'class="notice"' in page


@pytest.mark.parametrize(("to", "text"), EACH)
def test_no_word_is_kept_and_nothing_empty_is_read(
    nurse: Account, ear: Calm, to: str, text: str
) -> None:
    sent(nurse, to, text)
    assert text not in everything_held()
    assert nurse.browser.post(to, {"text": " "}).status_code == 422


def test_a_sentence_that_only_judges_is_marked_as_left_out(nurse: Account, ear: Calm) -> None:
    ear.candour = Candour(
        sentences=(*BLUNT.sentences, Sentence(text="You're so lazy.", care=-2, point=-2))
    )
    assert "left out below" in sent(nurse, CANDOUR, DRAFT)
