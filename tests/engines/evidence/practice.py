"""A made-up practice, for tests that look at one thing of it."""

from dataclasses import replace
from datetime import date
from typing import Any

from aftershift.engines.evidence.practices import Company, Grade, Practice

ONE = Practice(
    id="partner.tea",
    name="Tea together",
    scope=("partner", "family"),
    minutes=5,
    about="You drink a cup of tea in one room.",
    steps=("Boil the kettle.",),
    triggers=("only logistics",),
    situations=(),
    places=("home",),
    energy="low",
    company=Company.TOGETHER,
    not_for=("fear",),
    stops=(),
    say="Nobody has tested it.",
    offers=("Tea?",),
    plan="When I come home, I will boil the kettle.",
    smaller="One sip.",
    grade=Grade.D,
    directness="general",
    harm_risk="low",
    design="None.",
    effect="None.",
    caveat="It is hot.",
    why_grade="Untested is D.",
    sources=("None2020",),
    reviewed=date(2026, 11, 26),
)


def practice(**given: Any) -> Practice:
    """Give the practice with something else about it."""
    return replace(ONE, **given)
