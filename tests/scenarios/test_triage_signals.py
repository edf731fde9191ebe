"""Every sentence that a phrase must hear is heard by the whole ear as well, heads and all."""

import pytest

from aftershift.engines.safety.risk import LEVELS, Level
from aftershift.engines.safety.signals import Signal
from aftershift.library.triage import load_signals
from aftershift.listening import Triage

ALONE = [one for book in load_signals() for one in book.signals if not one.means]
DOUBTED = 5  # of the sentences of English phrases that are not firm, the heads hear no risk


def least(signal: Signal) -> Level:
    """Give the level under which the heads may not bring what is said plainly."""
    return Level(max(LEVELS[signal.level] - 1, Level.CHECK_IN))


@pytest.mark.parametrize("signal", [one for one in ALONE if one.is_firm], ids=lambda one: one.id)
def test_what_is_said_plainly_is_asked_about_at_least(signal: Signal, triage: Triage) -> None:
    for said in signal.hears:
        assert triage(said, ()).level >= least(signal), said


def test_other_phrases_are_hardly_ever_talked_away(triage: Triage) -> None:
    others = [(one.id, said) for one in ALONE if not one.is_firm for said in one.hears]
    lost = [said for _id, said in others if triage(said, ()).level is Level.NONE]
    assert len(others) > 150
    assert len(lost) <= DOUBTED, lost
