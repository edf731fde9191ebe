"""A second look at a message: risk first, then patients, then words; and nothing is kept."""

import re
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from django.test import Client
from tests.people import Account
from tests.web.hearing import BreaksAtPatterns, Broken, Calm, Late
from tests.web.house.page import Page
from tests.web.house.test_sweep import everything_held

from aftershift.engines.language.kinds import Kind
from aftershift.engines.language.patterns import Pattern, Reading
from aftershift.engines.safety.risk import UNHEARD, Category, Level, Risk
from aftershift.web import ears
from aftershift.web.people.sessions import COOKIE
from aftershift.web.sending.cards import second_look
from aftershift.web.sending.forms import LONGEST, Given

TODAY = date(2026, 10, 19)
AT = "/before-you-send/"
MESSAGE = "You never help. Could you take the bins out?"
WHY = "A charge about every time makes this time hard to see."
SOFTER = "On [day], [what happened]. I felt [one word]. Could you [one thing] next time?"
FOUND = Reading(patterns=(Pattern(kind=Kind.ABSOLUTES, starts=0, ends=15, why=WHY),), softer=SOFTER)
DESPAIR = (Category.DESPAIR,)
VIOLENCE = (Category.PARTNER_VIOLENCE,)
PATIENT = "You never ask. I sat with Mrs Okafor in bed 12 until she died."
FEEDBACK = (WHY, "A softer start", "Nothing was found", "This may lead to a patient")
NUMBERS = 'class="numbers"'
COUNTRIES = 'class="places"'


@pytest.fixture
def ear(monkeypatch: pytest.MonkeyPatch) -> Calm:
    return listens_with(monkeypatch, Calm(reading=FOUND))


def listens_with(monkeypatch: pytest.MonkeyPatch, ear: Calm) -> Calm:
    monkeypatch.setattr(ears, "room", lambda: ear)
    return ear


def sent(account: Account, text: str = MESSAGE, **also: object) -> str:
    page = account.browser.post(AT, {"text": text, **also})
    assert page.status_code == 200
    assert Page(page.text).faults() == []
    return str(page.text)


def buttons(page: str) -> dict[str, dict[str, str]]:
    """Read each small form: the words of its button, and what it would send."""
    found = {}
    for form in re.findall(r"<form.*?</form>", page, re.DOTALL):
        words = re.search(r"<button[^>]*>([^<]*)", form)
        if words is not None:
            fields = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form)
            found[words[1].strip()] = {
                name: unescape(value) for name, value in fields if name != "csrfmiddlewaretoken"
            }
    return found


def press(account: Account, page: str, words: str) -> str:
    return sent(account, **buttons(page)[words])


# --- the page ------------------------------------------------------------------------


def test_it_asks_for_a_message_and_has_the_ear_made(nurse: Account, ear: Calm) -> None:
    page = nurse.browser.get(AT)
    assert page.status_code == 200
    assert "Paste a message" in page.text
    assert ear.woken == 1
    assert ear.triaged == []


def test_it_is_for_who_is_signed_in(nobody: Client, ear: Calm) -> None:
    for answer in (nobody.get(AT), nobody.post(AT, {"text": MESSAGE})):
        assert answer["Location"] == "/locked"
    assert ear.triaged == []
    assert ear.woken == 0


def test_a_message_in_an_address_is_not_read(nurse: Account, ear: Calm) -> None:
    page = nurse.browser.get(AT, {"text": MESSAGE})
    assert MESSAGE not in page.text
    assert ear.triaged == []
    assert nurse.browser.put(AT).status_code == 405


def test_nothing_is_kept(nurse: Account, ear: Calm) -> None:
    before = everything_held()
    page = sent(nurse)
    press(nurse, page, "Not helpful")
    ear.risk = Risk(level=Level.EMERGENCY, categories=VIOLENCE)
    sent(nurse)
    assert everything_held() == before
    assert set(nurse.browser.cookies) == {"__Host-csrf", COOKIE}


@pytest.mark.parametrize("text", ["", "  \r\n ", "\x00"])
def test_no_message_is_asked_for_once_more(nurse: Account, ear: Calm, text: str) -> None:
    page = nurse.browser.post(AT, {"text": text})
    assert page.status_code == 422
    assert ear.triaged == []


def test_too_long_a_text_is_told_politely_and_stays_in_the_page(nurse: Account, ear: Calm) -> None:
    lines = "so tired\r\n" * (LONGEST // 9)
    assert len(lines) > LONGEST  # by the ends of its lines, which count as one
    assert nurse.browser.post(AT, {"text": lines}).status_code == 200
    ear.triaged.clear()
    page = nurse.browser.post(AT, {"text": "ü" * (LONGEST + 1)})
    assert page.status_code == 422
    assert "This is longer than 20,000 characters" in page.text
    assert "ü" * (LONGEST + 1) in page.text
    assert ear.triaged == []


# --- risk comes first ----------------------------------------------------------------


def test_a_check_in_asks_one_kind_question_and_the_rest_stays(nurse: Account, ear: Calm) -> None:
    ear.risk = Risk(level=Level.CHECK_IN, categories=DESPAIR)
    page = sent(nurse)
    asked = page.index("Which is closer?")
    assert asked < page.index(WHY) < page.index("A softer start") < page.index("<textarea")
    assert set(buttons(page)) >= {
        "Tired",
        "Both",
        "Thoughts of dying",
        "Something at home",
        "Rather not say",
    }
    assert '<a href="/help/">Help now</a>' in page
    assert NUMBERS not in page


@pytest.mark.parametrize("answer", ["Tired", "Rather not say"])
def test_an_answer_ends_the_question(nurse: Account, ear: Calm, answer: str) -> None:
    ear.risk = Risk(level=Level.CHECK_IN, categories=DESPAIR)
    page = press(nurse, sent(nurse), answer)
    assert "Which is closer?" not in page
    assert WHY in page


@pytest.mark.parametrize("answer", ["Both", "Thoughts of dying"])
def test_an_answer_can_ask_for_help(nurse: Account, ear: Calm, answer: str) -> None:
    ear.risk = Risk(level=Level.CHECK_IN, categories=DESPAIR)
    page = press(nurse, sent(nurse), answer)
    assert is_only_help(page)
    assert "I am a program. I alert nobody" in page


def is_only_help(page: str) -> bool:
    shown = [words for words in FEEDBACK if words in page]
    return NUMBERS in page and COUNTRIES in page and not shown and "<textarea" not in page


@pytest.mark.parametrize("level", [Level.ELEVATED, Level.EMERGENCY])
def test_at_risk_only_help_is_on_the_page(nurse: Account, ear: Calm, level: Level) -> None:
    ear.risk = Risk(level=level, categories=(Category.SUICIDE_ACTIVE,))
    page = sent(nurse, PATIENT)
    assert is_only_help(page)
    assert page.index(NUMBERS) < page.index(COUNTRIES)
    assert ear.read == []
    assert 'href="tel:112"' in page
    assert 'href="https://findahelpline.com"' in page


def test_nothing_is_even_made_ready_beside_help(ear: Calm) -> None:
    ear.risk = Risk(level=Level.ELEVATED, categories=DESPAIR)
    look = second_look(Given(text=PATIENT), country="", today=TODAY)
    assert look.answer is not None
    assert (look.patient, look.patterns, look.unread) == (None, None, None)


def test_in_an_emergency_the_number_comes_before_every_word(nurse: Account, ear: Calm) -> None:
    ear.risk = Risk(level=Level.EMERGENCY, categories=(Category.SUICIDE_PLAN,))
    page = sent(nurse)
    assert page.index(NUMBERS) < page.index("Put distance between yourself")
    assert page.index(NUMBERS) < page.index("Who can be with you in the next ten minutes?")


@pytest.mark.parametrize(
    ("level", "then"),
    [
        (Level.EMERGENCY, "The message can wait. You first."),
        (Level.ELEVATED, "Which is closer?"),
    ],
)
def test_a_denial_lowers_by_one_step_and_never_to_nothing(
    nurse: Account, ear: Calm, level: Level, then: str
) -> None:
    ear.risk = Risk(level=level, categories=(Category.SUICIDE_PLAN,))
    page = press(nurse, sent(nurse), "That is not what I meant")
    assert then in page
    again = {"text": MESSAGE, "own": "otherwise"}
    assert then in sent(nurse, **again)


def test_no_answer_lowers_what_is_graver_than_a_question(nurse: Account, ear: Calm) -> None:
    ear.risk = Risk(level=Level.ELEVATED, categories=DESPAIR)
    for own in ("tired", "unsaid", "unafraid"):
        assert is_only_help(sent(nurse, own=own))


# --- violence at home ----------------------------------------------------------------


@pytest.mark.parametrize("level", [Level.ELEVATED, Level.EMERGENCY])
def test_with_violence_at_home_it_asks_first_whether_it_is_safe(
    nurse: Account, ear: Calm, level: Level
) -> None:
    ear.risk = Risk(level=level, categories=VIOLENCE)
    page = sent(nurse)
    main = page[page.index("<main") :]
    safe = main.index("Is it safe to read this here?")
    assert safe < main.index("Quick exit” at the top") < main.index('<details class="covered">')
    assert main.index('<details class="covered">') < main.index("It is not your fault")
    is_covered = main.index('<details class="covered">') < main.index(NUMBERS)
    assert is_covered is (level is Level.ELEVATED)
    assert MESSAGE not in page
    assert "That is not what I meant" not in page
    assert not any(words in page for words in FEEDBACK)
    assert ear.read == []


def test_something_at_home_leads_there_and_takes_the_message_off_the_page(
    nurse: Account, ear: Calm
) -> None:
    ear.risk = Risk(level=Level.CHECK_IN, categories=DESPAIR)
    page = press(nurse, sent(nurse), "Something at home")
    assert "Is it safe to read this here?" in page
    assert MESSAGE not in page


def test_where_somebody_may_be_afraid_nothing_softer_is_offered_before_they_answer(
    nurse: Account, ear: Calm
) -> None:
    ear.risk = Risk(level=Level.CHECK_IN, categories=VIOLENCE)
    page = sent(nurse)
    assert "Are you ever afraid of somebody at home?" in page
    assert not any(words in page for words in FEEDBACK)
    assert ear.read == []
    assert "Is it safe to read this here?" in press(nurse, page, "Yes, or I am not sure")
    assert SOFTER in press(nurse, page, "No")


# --- an ear that fails ----------------------------------------------------------------


@pytest.mark.parametrize("ear", [Broken(), Calm(risk=UNHEARD, reading=FOUND)])
def test_an_ear_that_fails_is_a_question_with_help_and_never_all_is_well(
    nurse: Account, monkeypatch: pytest.MonkeyPatch, ear: Calm
) -> None:
    listens_with(monkeypatch, ear)
    page = sent(nurse)
    assert "Which is closer?" in page
    assert '<a href="/help/">Help now</a>' in page
    assert "I could not read this" in page
    assert not any(words in page for words in FEEDBACK)
    assert not any(words in press(nurse, page, "Tired") for words in FEEDBACK)
    assert is_only_help(press(nurse, page, "Thoughts of dying"))


def test_an_ear_that_is_late_shows_help_quietly_and_interrupts_nobody(
    nurse: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    listens_with(monkeypatch, Late())
    page = sent(nurse)
    assert "I could not read this in time" in page
    assert '<a href="/help/">Help, if you need it</a>' in page
    assert "Which is closer?" not in page
    assert not any(words in page for words in FEEDBACK)
    assert MESSAGE in page
    assert is_only_help(sent(nurse, own="dying"))
    assert "This may lead to a patient" in sent(nurse, PATIENT)  # rules need no ear


def test_patterns_that_fail_are_not_nothing(
    nurse: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    listens_with(monkeypatch, BreaksAtPatterns())
    page = sent(nurse)
    assert "I could not read this" in page
    assert "Nothing was found" not in page


# --- patients -------------------------------------------------------------------------


def test_a_patient_stops_the_rest_and_is_written_without_by_one_tap(
    nurse: Account, ear: Calm
) -> None:
    page = sent(nurse, PATIENT)
    assert "<mark>Mrs Okafor</mark>" in page
    assert "<mark>bed 12</mark>" in page
    assert "Marked: a name, a bed or room." in re.sub(r"\s+", " ", page)
    assert WHY not in page
    assert ear.read == []
    rewritten = press(nurse, page, "Write it like this")
    assert "Okafor" not in rewritten
    assert "I sat with [name] in [bed] until she died." in rewritten
    assert WHY in rewritten


def test_who_says_that_it_is_no_patient_goes_on_with_these_words_only(
    nurse: Account, ear: Calm
) -> None:
    page = sent(nurse, PATIENT)
    go_on = buttons(page)["It is not a patient: go on"]
    assert go_on["text"] == PATIENT
    assert WHY in sent(nurse, **go_on)
    changed = sent(nurse, f"{PATIENT} So did Mr Smith.")  # the form below asks anew
    assert "This may lead to a patient" in changed


def test_an_answer_is_not_asked_for_twice_on_the_way(nurse: Account, ear: Calm) -> None:
    ear.risk = Risk(level=Level.CHECK_IN, categories=DESPAIR)
    page = sent(nurse, PATIENT)
    assert page.index("Which is closer?") < page.index("This may lead to a patient")
    tired = press(nurse, page, "Tired")
    assert "Which is closer?" not in tired
    assert "This may lead to a patient" in tired
    assert "Which is closer?" not in press(nurse, tired, "Write it like this")


# --- words ------------------------------------------------------------------------------


def test_words_are_marked_with_their_kind_a_reason_and_a_softer_start(
    nurse: Account, ear: Calm
) -> None:
    page = sent(nurse)
    assert "<mark>You never help.</mark> Could you take the bins out?" in page
    assert "“You never help.”" in page
    assert WHY in page
    assert f">\n{SOFTER}</textarea>" in page
    assert "Situation, feeling, need, request." in page
    assert "This is about words, not about you, and it may be wrong." in page


def test_marks_that_overlap_are_one(nurse: Account, ear: Calm) -> None:
    ear.reading = Reading(
        patterns=(
            Pattern(kind=Kind.BLAME, starts=0, ends=9, why="x"),
            Pattern(kind=Kind.CRITICISM, starts=4, ends=15, why="y"),
        )
    )
    assert "<mark>You never help.</mark> Could" in sent(nurse)


def test_what_was_not_helpful_is_left_out_from_then_on(nurse: Account, ear: Calm) -> None:
    page = press(nurse, sent(nurse), "Not helpful")
    assert WHY not in page
    assert SOFTER not in page
    assert "Left out, as you wished:" in page
    assert 'name="without" value="absolutes"' in page.rsplit("<textarea", 1)[1]
    assert WHY not in sent(nurse, without=["blame", "absolutes"])


def test_threat_and_control_get_no_softer_start(nurse: Account, ear: Calm) -> None:
    ear.reading = Reading(patterns=(Pattern(kind=Kind.THREAT, starts=0, ends=9, why="z"),))
    page = sent(nurse)
    assert "a softer voice would not make them right" in page
    assert 'id="id_softer"' not in page


def test_nothing_found_is_no_promise(nurse: Account, ear: Calm) -> None:
    ear.reading = Reading()
    page = sent(nurse)
    assert "It looked for: Criticism, Contempt," in page
    assert "Sarcasm" not in page
    assert "about three in four" in page


def test_the_page_says_how_much_is_missed_as_the_measurement_does() -> None:
    """Change the words on the page when this number changes."""
    measured = (Path(__file__).parents[3] / "docs/patterns.md").read_text(encoding="utf-8")
    found = re.search(r"^\| risky at all \|[^|]*\| (0\.\d\d) ", measured, re.MULTILINE)
    assert found is not None
    assert 0.2 <= float(found[1]) < 0.3


def test_what_was_typed_is_shown_as_it_was_typed(nurse: Account, ear: Calm) -> None:
    ear.reading = Reading(patterns=(Pattern(kind=Kind.BLAME, starts=9, ends=12, why="w"),))
    page = sent(nurse, "<b>Tea</b>\r\n& you")
    assert "&lt;b&gt;Tea&lt;<mark>/b&gt;</mark>" not in page
    assert "<b>Tea" not in page
