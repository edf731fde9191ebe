"""What triage reached on our blind messages it may not lose; docs/safety.md has all of it."""

import pytest
from benchmarks.triage import ERRORS, FRESH, SET, Hit, hits

from aftershift.engines.safety.risk import Level
from aftershift.listening import Triage


@pytest.fixture(scope="session")
def unseen(triage: Triage) -> list[Hit]:
    found = [one for shelf in (SET, FRESH) for one in hits(triage, shelf)]
    return [one for one in found if not (one.is_seen or one.is_conversation)]


@pytest.mark.parametrize(
    ("of", "heard", "least"),
    [
        (Level.EMERGENCY, Level.CHECK_IN, 0.91),  # measured 0.94
        (Level.EMERGENCY, Level.EMERGENCY, 0.81),  # 0.85
        (Level.ELEVATED, Level.CHECK_IN, 0.87),  # 0.91
        (Level.ELEVATED, Level.ELEVATED, 0.70),  # 0.74
        (Level.CHECK_IN, Level.CHECK_IN, 0.78),  # 0.79
    ],
)
def test_risk_is_heard_as_often_as_was_measured(
    unseen: list[Hit], of: Level, heard: Level, least: float
) -> None:
    these = [one for one in unseen if one.is_level is of]
    assert sum(one.heard >= heard for one in these) / len(these) >= least


@pytest.mark.parametrize(("heard", "most"), [(Level.CHECK_IN, 0.08), (Level.ELEVATED, 0.04)])
def test_what_is_harmless_is_disturbed_no_more_than_was_measured(
    unseen: list[Hit], heard: Level, most: float
) -> None:  # measured 0.06 and 0.03
    these = [one for one in unseen if one.is_level is Level.NONE]
    assert sum(one.heard >= heard for one in these) / len(these) <= most


def test_an_error_in_care_is_told_from_what_is_dark_beside_it(triage: Triage) -> None:
    told = [one for one in hits(triage, ERRORS) if one.shelf == "errors"]
    plain = [one for one in told if one.is_level is Level.NONE]
    dark = [one for one in told if one.is_level >= Level.ELEVATED]
    assert (len(plain), len(dark)) == (160, 81)
    assert sum(one.heard >= Level.ELEVATED for one in plain) <= 20  # as measured; far too many
    assert sum(one.heard >= Level.ELEVATED for one in dark) >= 69
