"""Rules look where the ear is late; nothing leaves before both have looked."""

import numpy as np
import pytest
from tests.web.hearing import Broken, Calm, Late

from aftershift.engines.safety.gate import Cleared, Stopped, Why, clear
from aftershift.engines.safety.name_meaning import MEANT, Meaning, words_of
from aftershift.engines.safety.phi_kinds import Kind
from aftershift.web import ears
from aftershift.web.ears import Answer, Ears, Question
from aftershift.web.patients import patients_in, surely_found

TENDER = "sat with bunty until it was light"


class Knows(Calm):
    """Hears that Bunty is a patient."""

    def ask(self, question: Question[Answer], patience: float) -> Answer:
        def also(ear: Ears) -> Answer:
            object.__setattr__(ear, "meaning", meaning_of)
            return question(ear)

        return super().ask(also, patience)


def meaning_of(text: str) -> Meaning:
    words = words_of(text)
    odds = np.full((len(words), len(MEANT)), -9.0, dtype=np.float32)
    odds[[text[a:b] == "bunty" for a, b in words], MEANT.index(Kind.NAME)] = 9.0
    return Meaning(words=np.array(words), odds=odds)


def test_what_is_meant_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ears, "room", Knows)
    assert patients_in(TENDER).masked == "sat with [name] until it was light"
    assert isinstance(clear(TENDER, surely_found), Stopped)


@pytest.mark.parametrize("room", [Late, Broken])
def test_rules_look_where_the_ear_is_late_and_nothing_leaves(
    room: type[Calm], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ears, "room", room)
    assert not patients_in(TENDER).blocked
    assert patients_in("handed over Mrs Okafor to nights").blocked
    assert clear(TENDER, surely_found) == Stopped(why=Why.BROKEN)


def test_a_few_words_are_looked_at_by_rules_and_wake_no_ear(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ears, "room", Late)
    assert isinstance(clear("not today, sorry", surely_found), Cleared)
    assert isinstance(clear("Mrs Okafor", surely_found), Stopped)
