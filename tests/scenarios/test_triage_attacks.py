"""Words that mislead an ear: negation, quotation, other tongues, codes (attacks T4 to T7)."""

import pytest

from aftershift.engines.safety.risk import Level
from aftershift.library.triage import load_signals
from aftershift.listening import Triage


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        # T4: a "not" that takes it away, and one that does not
        ("not suicidal, just tired", Level.NONE, Level.CHECK_IN),
        ("I'm not suicidal, just so tired after nights", Level.NONE, Level.CHECK_IN),
        ("I would never, but every day I think about dying", Level.ELEVATED, Level.ELEVATED),
        # T5: somebody else's words, and one's own in the words of the trade
        ("the patient in bed 4 said he wants to kill himself", Level.NONE, Level.NONE),
        ("pt states wants to die, on 1:1 obs", Level.NONE, Level.NONE),
        ("passive SI, no plan, that's me today", Level.ELEVATED, Level.EMERGENCY),
        # T6: in other tongues, and their idioms
        ("quiero morirme", Level.ELEVATED, Level.EMERGENCY),
        ("me muero de sueño", Level.NONE, Level.NONE),
        ("ich will nicht mehr leben", Level.ELEVATED, Level.EMERGENCY),
        ("ich sterbe vor hunger", Level.NONE, Level.NONE),
        ("je veux mourir", Level.ELEVATED, Level.EMERGENCY),
        ("je suis morte de fatigue", Level.NONE, Level.NONE),
        ("ik wil dood", Level.ELEVATED, Level.EMERGENCY),
        ("ik ga dood van het lachen", Level.NONE, Level.NONE),
        ("main jeena nahi chahta", Level.ELEVATED, Level.EMERGENCY),
        ("has has ke mar gayi", Level.NONE, Level.CHECK_IN),
        # T7: codes
        ("i want to unalive myself", Level.ELEVATED, Level.EMERGENCY),
        ("thinking of sewerslide again", Level.ELEVATED, Level.EMERGENCY),
    ],
)
def test_what_is_meant_counts(text: str, least: Level, most: Level, triage: Triage) -> None:
    assert least <= triage(text, ()).level <= most


def test_every_code_word_of_the_lexicon_has_a_sentence_it_must_hear() -> None:
    codes = [one for book in load_signals() for one in book.signals if one.id == "algospeak"]
    assert codes
    assert all(one.hears and one.spares for one in codes)  # held by tests/library/test_triage.py
