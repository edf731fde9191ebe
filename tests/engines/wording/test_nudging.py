"""What a nudge may not do is caught, and what it does is not."""

import tomllib
from pathlib import Path

import pytest

from aftershift.engines.wording.cues import WordingError
from aftershift.engines.wording.nudging import Do, Nudge, skips_in

LINES = tomllib.loads(
    (Path(__file__).parents[2] / "sets/week/nudges.toml").read_text(encoding="utf-8")
)["line"]


@pytest.mark.parametrize("line", LINES, ids=lambda one: one["says"][:40])
def test_each_line_is_known_for_what_it_does(line: dict[str, str]) -> None:
    assert skips_in(line["says"]) == ((line["skip"],) if "skip" in line else ())


def test_a_nudge_that_blames_cannot_be_made() -> None:
    with pytest.raises(WordingError):
        Nudge(do=Do.NEED, says="Say whose fault it is.")
