"""Known answers of reliable change, and what is said where there is no rule."""

from dataclasses import replace

import pytest

from aftershift.engines.checkins.change import (
    Cutoffs,
    Verdict,
    change,
    changes,
    cutoffs,
    least_difference,
    rc90,
    rc95,
    rci,
    reliability_of_difference,
    s_diff,
    sem,
)
from aftershift.engines.checkins.instruments import Better, Rule, Scale
from aftershift.library.instruments import load_instruments

KEYS = load_instruments()


def test_the_example_of_jacobson_and_truax() -> None:
    assert sem(7.5, 0.80) == pytest.approx(3.3541, abs=1e-4)
    assert s_diff(7.5, 0.80) == pytest.approx(4.7434, abs=1e-4)
    assert rci(32.5, 47.5, sd=7.5, r=0.80) == pytest.approx(3.1623, abs=1e-4)
    assert cutoffs(mean=40, sd=7.5, other_mean=60, other_sd=7.5) == Cutoffs(a=55, b=45, c=50)


def test_the_thresholds_of_claus_2020_from_their_published_spread() -> None:
    assert sem(8.15864, 0.801) == pytest.approx(3.63952, abs=1e-5)
    assert rc95(8.15864, 0.801) == pytest.approx(10.08824, abs=1e-5)
    between = cutoffs(mean=35.475, sd=8.15864, other_mean=7.69, other_sd=7.52)
    assert between.c == pytest.approx(21.0166, abs=1e-4)


@pytest.mark.parametrize(("r", "expected"), [(0.80, 7.4792), (0.88, 5.7934), (0.96, 3.3448)])
def test_the_thresholds_of_jacobson_1989_from_their_published_spread(r, expected) -> None:
    assert s_diff(11.82566, r) == pytest.approx(expected, abs=1e-4)


@pytest.mark.parametrize(
    ("name", "scale", "least", "also"),
    [
        ("CSI-16", "total", 6.7, 5.6),
        ("CSI-4", "total", 3.2, 2.7),
        ("CBI", "personal", 16.5, 13.8),
        ("CBI", "work", 17.7, 14.8),
        ("CBI", "client", 18.9, 15.9),
        ("PHQ-9", "total", 5.6, 4.7),
        ("GAD-7", "total", 3.7, 3.1),
        ("PSS-10", "total", 7.8, 6.6),
        ("WHO-5", "index", 22.2, 18.6),
        ("BRS", "mean", 1.1, 0.9),
        ("UCLA-3", "total", 1.9, 1.6),
        ("ProQOL-5", "CS_T", 9.6, 8.1),
        ("ProQOL-5", "BO_T", 13.9, 11.6),
        ("ProQOL-5", "STS_T", 12.1, 10.1),
    ],
)
def test_every_rule_that_can_be_defended(name: str, scale: str, least: float, also: float) -> None:
    by = KEYS[name].scale(scale).reliability
    assert by is not None
    assert rc95(by.sd, by.r) == pytest.approx(least, abs=0.06)
    assert rc90(by.sd, by.r) == pytest.approx(also, abs=0.06)


@pytest.mark.parametrize(
    ("after", "verdict"),
    [(8, Verdict.IMPROVED), (9, Verdict.UNCHANGED), (14, Verdict.UNCHANGED), (20, Verdict.WORSE)],
)
def test_less_is_better_where_the_key_says_so(after: int, verdict: Verdict) -> None:
    assert change(KEYS["PHQ-9"].scale("total"), 14, after).verdict is verdict


def test_more_is_better_where_the_key_says_so() -> None:
    scale = KEYS["CSI-4"].scale("total")
    assert change(scale, 8, 16).verdict is Verdict.IMPROVED
    assert change(scale, 16, 8).verdict is Verdict.WORSE
    assert change(scale, 8, 16).crossed
    assert not change(scale, 14, 18).crossed


def test_meaningful_is_another_threshold_with_another_name() -> None:
    said = change(KEYS["WHO-5"].scale("index"), 40, 52)
    assert said.verdict is Verdict.UNCHANGED
    assert (said.meaningful, said.is_meaningful) == ("meaningful change", True)
    nhs = change(KEYS["PHQ-9"].scale("total"), 14, 8)
    assert (nhs.meaningful, nhs.meaningful_points, nhs.is_meaningful) == ("NHS rule", 6, True)


@pytest.mark.parametrize("name", ["MISS-HP", "OLBI", "PSYCH-SAFETY-7", "BURNOUT-1", "ONS4"])
def test_where_no_rule_can_be_defended_none_is_made_up(name: str) -> None:
    for scale in KEYS[name].scales:
        said = change(scale, scale.low, scale.high)
        assert said.verdict is Verdict.NO_RULE
        assert said.rc95 is None
        assert said.difference == scale.high - scale.low


def test_a_score_that_is_not_there_has_no_change() -> None:
    scale = KEYS["PHQ-9"].scale("total")
    for before, after in ((None, 5), (5, None), (None, None)):
        said = change(scale, before, after)
        assert said.verdict is Verdict.TOO_LITTLE
        assert said.difference is None


def test_only_what_both_hold_is_compared() -> None:
    found = changes(KEYS["CBI"], {"personal": 50, "work": 40}, {"work": 10, "client": 3})
    assert list(found) == ["work"]
    assert found["work"].basis == (
        "internal consistency 0.87, spread 17.7 of PUMA, as remembered (memory)"
    )


def test_a_scale_that_has_no_better_has_no_verdict() -> None:
    with_rule = KEYS["PHQ-9"].scale("total")
    assert change(replace(with_rule, better=Better.NEITHER), 2, 27).verdict is Verdict.NO_RULE
    plain = Scale(id="x", name="x", items=("1",), rule=Rule.SUM, low=0, high=1)
    assert change(plain, 0, 1).verdict is Verdict.NO_RULE


def test_what_two_partners_scores_have_to_differ_by() -> None:
    assert reliability_of_difference(0.94, 0.94, between=0.7) == pytest.approx(0.80, abs=0.005)
    assert reliability_of_difference(0.98, 0.98, between=0.6) == pytest.approx(0.95, abs=0.005)
    assert reliability_of_difference(0.85, 0.85, between=0.6) == pytest.approx(0.63, abs=0.006)
    short, long = sem(4.7, 0.94), sem(17, 0.98)
    assert least_difference(short, short) == pytest.approx(3.2, abs=0.06)
    assert least_difference(long, long) == pytest.approx(6.7, abs=0.06)
