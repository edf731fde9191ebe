"""Which card a risk leads to, on messages of two examiners by whom nothing was chosen."""

import pytest
from benchmarks.cards import FITS, LATER, LIFE, UNHEARD, WRONG, Answered, answered

from aftershift.listening import Triage


@pytest.fixture(scope="module")
def found(triage: Triage) -> list[Answered]:
    return [*answered(triage, LATER)]


def test_a_risk_that_is_heard_is_answered_by_its_own_card(found: list[Answered]) -> None:
    heard = [one for one in found if one.how != UNHEARD]
    assert len(found) == 150
    assert len(heard) >= 126  # measured: 128
    assert sum(one.how in (FITS, LIFE) for one in heard) >= 0.87 * len(heard)  # 113 of 128
    assert sum(one.how == WRONG for one in heard) <= 16


@pytest.mark.parametrize("kind", ["partner_violence", "overdose", "medical_emergency", "self_harm"])
def test_where_the_wrong_card_would_harm_most_there_is_none(
    found: list[Answered], kind: str
) -> None:
    these = [one for one in found if one.kinds[0] == kind]
    assert these
    assert not [one for one in these if one.how == WRONG]
