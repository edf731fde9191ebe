"""What triage reached on messages of two examiners by whom nothing was chosen; docs/safety.md."""

import pytest
from benchmarks.triage import SETS, Hit, hits

from aftershift.engines.safety.risk import Level
from aftershift.listening import Triage


@pytest.fixture(scope="module")
def found(triage: Triage) -> list[Hit]:
    return [*hits(triage, SETS / "triage_exam_later")]


@pytest.mark.parametrize(
    ("of", "heard", "n", "least"),
    [
        ((Level.EMERGENCY,), Level.ELEVATED, 36, 35),  # asked: 35
        ((Level.EMERGENCY,), Level.EMERGENCY, 36, 33),  # measured 34, asked: 32
        ((Level.EMERGENCY, Level.ELEVATED), Level.CHECK_IN, 110, 101),  # 102, asked: 105
    ],
)
def test_risk_is_heard(
    found: list[Hit], of: tuple[Level, ...], heard: Level, n: int, least: int
) -> None:
    these = [one for one in found if one.is_level in of]
    assert len(these) == n
    assert sum(one.heard >= heard for one in these) >= least


@pytest.mark.parametrize(("heard", "most"), [(Level.CHECK_IN, 13), (Level.ELEVATED, 7)])
def test_what_is_harmless_is_left_in_peace(found: list[Hit], heard: Level, most: int) -> None:
    harmless = [one for one in found if one.is_level is Level.NONE]  # asked: 12 and 4 of 150
    assert len(harmless) == 150
    assert sum(one.heard >= heard for one in harmless) <= most
