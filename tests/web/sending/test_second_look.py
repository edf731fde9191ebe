"""A second look at a message: risk first, then patients, then words; and nothing is kept."""

import re
from pathlib import Path

import pytest
from django.test import Client
from tests.people import Account
from tests.web.hearing import Calm
from tests.web.house.test_sweep import everything_held
from tests.web.sending.asking import (
    AT,
    DESPAIR,
    MESSAGE,
    PATIENT,
    SOFTER,
    VIOLENCE,
    WHY,
    buttons,
    press,
    sent,
)

from aftershift.engines.language.cleaning import LONGEST
from aftershift.engines.language.kinds import Kind
from aftershift.engines.language.patterns import Pattern, Reading
from aftershift.engines.safety.risk import Level, Risk
from aftershift.web.people.sessions import COOKIE

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
    press(nurse, sent(nurse), "I&#x27;m out")
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
    assert "I sat with a patient in the bay until she died." in rewritten
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
    assert "Which is closer?" in press(nurse, page, "Write it like this")  # it was not answered


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
    assert "about four in ten" in page


def test_the_page_says_how_much_is_missed_as_the_measurement_does() -> None:
    """Change the words on the page when this number changes."""
    measured = (Path(__file__).parents[3] / "docs/patterns.md").read_text(encoding="utf-8")
    found = re.search(r"^\| risky at all \|[^|]*\| (0\.\d\d) ", measured, re.MULTILINE)
    assert found is not None
    assert 0.55 <= float(found[1]) < 0.66


def test_what_was_typed_is_shown_as_it_was_typed(nurse: Account, ear: Calm) -> None:
    ear.reading = Reading(patterns=(Pattern(kind=Kind.BLAME, starts=9, ends=12, why="w"),))
    page = sent(nurse, "<b>Tea</b>\r\n& you")
    assert "&lt;b&gt;Tea&lt;<mark>/b&gt;</mark>" not in page
    assert "<b>Tea" not in page
