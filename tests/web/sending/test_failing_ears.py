"""An ear that fails or is late is a question with help, and never all is well."""

import pytest
from tests.people import Account
from tests.web.hearing import BreaksAtPatterns, Broken, Calm, Late
from tests.web.sending.asking import (
    DESPAIR,
    FEEDBACK,
    FOUND,
    HELP_IF_NEEDED,
    MESSAGE,
    PATIENT,
    answer,
    is_only_help,
    listens_with,
    press,
    sent,
)

from aftershift.engines.safety.risk import UNHEARD, Level, Risk

# --- an ear that fails ----------------------------------------------------------------


@pytest.mark.parametrize("ear", [Broken(), Calm(risk=UNHEARD, reading=FOUND)])
def test_an_ear_that_fails_is_a_question_with_help_and_never_all_is_well(
    nurse: Account, monkeypatch: pytest.MonkeyPatch, ear: Calm
) -> None:
    listens_with(monkeypatch, ear)
    page = sent(nurse)
    assert "Something in me is not working" in page
    assert HELP_IF_NEEDED in page
    assert "I could not read this" in page
    assert not any(words in page for words in FEEDBACK)
    well = press(nurse, page, "I&#x27;m all right")
    assert "Something in me is not working" not in well
    assert HELP_IF_NEEDED in well
    assert not any(words in well for words in FEEDBACK)
    assert is_only_help(press(nurse, page, "I have thoughts of dying"))


def test_an_ear_that_fails_in_an_exchange_takes_no_help_away(
    nurse: Account, ear: Calm, monkeypatch: pytest.MonkeyPatch
) -> None:
    ear.risk = Risk(level=Level.ELEVATED, categories=DESPAIR)
    page = sent(nurse)
    for failing in (Broken(), Late()):
        listens_with(monkeypatch, failing)
        assert is_only_help(answer(nurse, page, "I do not know"))


def test_an_ear_that_is_late_shows_help_quietly_and_interrupts_nobody(
    nurse: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    listens_with(monkeypatch, Late())
    page = sent(nurse)
    assert "I could not read this in time" in page
    assert HELP_IF_NEEDED in page
    assert 'class="question"' not in page
    assert not any(words in page for words in FEEDBACK)
    assert MESSAGE in page
    assert "This may lead to a patient" in sent(nurse, PATIENT)  # rules need no ear


def test_patterns_that_fail_are_not_nothing(
    nurse: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    listens_with(monkeypatch, BreaksAtPatterns())
    page = sent(nurse)
    assert "I could not read this" in page
    assert "Nothing was found" not in page
