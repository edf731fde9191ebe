"""The shelf of the week: what is on it, and that no line of ours does what a nudge may not."""

import shutil
from pathlib import Path

import pytest
from tests.library.readability import reading_age

from aftershift.engines.safety.output_check import check
from aftershift.engines.safety.output_kinds import Speaker
from aftershift.engines.windows.moments import FOR_TWO
from aftershift.engines.wording.nudging import Do, skips_in
from aftershift.library.coach import load_coach
from aftershift.library.evidence import load_evidence
from aftershift.library.output import load_output
from aftershift.library.shelf import ContentError
from aftershift.library.week import SHELF, load_week

OLDEST_READER = 13  # years
SAYS_NO_TO_IT = "It would not settle who does more. It would show that one thing was seen."


def test_every_small_thing_is_small_and_may_be_offered() -> None:
    shelf = load_week()
    assert len(shelf.moments) >= 12
    assert all(1 <= one.practice.minutes <= 5 for one in shelf.moments)
    assert len({one.practice.id for one in shelf.moments}) == len(shelf.moments)


def test_there_are_four_bold_moves_and_the_three_dos() -> None:
    shelf = load_week()
    assert len(shelf.moves) == 4
    assert {one.do for one in shelf.nudges} == set(Do)
    assert {one.gap in FOR_TWO for one in shelf.moves} == {True, False}


def test_no_line_of_the_week_blames_waits_for_calm_or_compares() -> None:
    shelf, practices = load_week(), load_evidence().practices.values()
    ours = [one.says for one in (*shelf.nudges, *shelf.moves)]
    ours += [text for one in practices for text in (*one.offers, one.plan, one.smaller)]
    lines = load_coach().lines
    ours += [text for key in ("leave", "alternative", "plan_yes", "place") for text in lines[key]]
    caught = [text for text in ours if skips_in(text)]
    assert caught == [SAYS_NO_TO_IT]


def test_what_one_does_alone_is_an_if_then_plan_in_plain_words_that_may_be_said() -> None:
    own, book = load_week().own, load_output()
    plans = [f"After handover, I {way.does}." for ways in own.values() for way in ways]
    assert len(own) >= 25
    assert [one for one in plans if reading_age(one) > OLDEST_READER] == []
    assert [one for one in plans if check(one, book, speaker=Speaker.SCRIPT)] == []
    assert "safety.stop-rule" not in own
    assert {way.idea.gap for ways in own.values() for way in ways}.isdisjoint(FOR_TWO)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("nudges.toml", "Good enough is enough", "Other couples manage it. Good enough is enough"),
        ("bold.toml", "Two spoken minutes", "Find out whose fault it is. Two spoken minutes"),
        ("bold.toml", 'id = "hour"', 'id = "meeting"'),
        ("moments.toml", "partner.kiss", "partner.weekly-checkin"),
        ("moments.toml", "partner.kiss", "team.vent"),
        ("own.toml", "team.aar", "team.vent"),
        ("own.toml", "team.aar", "colleague.sbi"),
        ("own.toml", 'gap = "office"', 'gap = "together"'),
        (
            "own.toml",
            'practice = "colleague.reset"\ngap = "alone"',
            'practice = "colleague.reset"\ngap = "handover"',
        ),
        ("own.toml", 'minutes = 15\ndoes = "ask for ten', 'minutes = 20\ndoes = "ask for ten'),
        ("own.toml", "begin with my part", "find out whose fault it is"),
    ],
)
def test_what_is_wrong_is_refused(tmp_path: Path, file: str, old: str, new: str) -> None:
    shelf = tmp_path / "week"
    shutil.copytree(SHELF, shelf)
    text = (shelf / file).read_text(encoding="utf-8")
    assert old in text
    (shelf / file).write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(ContentError):
        load_week(shelf)
