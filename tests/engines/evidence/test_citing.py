"""A figure stands where a source says it."""

import pytest

from aftershift.engines.evidence.citing import figures_in, unsourced


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("1,017 people, d=.41, -0.35", ["1017", ".41", "0.35"]),
        ("about 20-25% in 2023.", ["20", "25", "2023"]),
        ("I-PASS, B12 and R2D2 have none", []),
        ("five of ten", []),
    ],
)
def test_figures_are_found_as_they_are_written(text, figures) -> None:
    assert figures_in(text) == figures


@pytest.mark.parametrize(
    ("text", "noted", "missing"),
    [
        ("a fifth (20%)", "19.6% more", ()),
        ("0.4", "g=0.37", ()),
        (".67", "d=0.67", ()),
        ("1 of 3", "three good ones, only one of them", ()),
        ("80%", "an estimate", ("80",)),
        ("19.7%", "19.6% more", ("19.7",)),
        ("34 of 30", "30 studies", ("34",)),
        ("70%", "1,411 events; no 70% or 80% figure in the summary", ("70",)),
        ("60%", "pages found, neither the 60% nor the 45% figure in them", ("60",)),
        ("1,411", "1,411 events; no 70% or 80% figure in the summary", ()),
        ("none", "", ()),
    ],
)
def test_a_figure_may_be_rounded_and_not_made_up(text, noted, missing) -> None:
    assert unsourced(text, [noted]) == missing
