"""A draft is put together anew: what is missing is added, and what only hurts is left out."""

from dataclasses import replace

import pytest

from aftershift.engines.language.candour import Candour, Quadrant, Sentence
from aftershift.engines.wording.cues import WordingError
from aftershift.engines.wording.feedback import Debrief, suggest
from aftershift.library.wording import load_feedback, load_sbi

CARE = Sentence(text="I know you were alone.", care=2, point=-2)
POINT = Sentence(text="You left the trolley open", care=-2, point=2)
HEDGE = Sentence(text="It's probably just me.", care=-2, point=-2)
VERDICT = Sentence(text="You're so lazy.", care=-2, point=-2)


def lines(*sentences: Sentence) -> list[str]:
    return suggest(Candour(sentences=sentences), load_feedback(), load_sbi()).split("\n")


def test_what_is_missing_is_added_and_left_open() -> None:
    shelf = load_feedback().lines
    assert lines(POINT) == [shelf.care, "You left the trolley open.", shelf.ask]
    assert lines(CARE) == ["I know you were alone.", shelf.point, shelf.ask]
    assert lines(VERDICT) == [shelf.care, shelf.point, shelf.ask]


def test_care_comes_first_and_nothing_of_theirs_is_lost() -> None:
    assert lines(POINT, CARE)[:2] == ["I know you were alone.", "You left the trolley open."]


def test_a_hedge_and_a_verdict_are_left_out_but_not_a_point_that_is_sharp() -> None:
    assert "probably" not in "".join(lines(CARE, HEDGE, POINT))
    assert "lazy" not in "".join(lines(VERDICT, POINT))
    sharp = Sentence(text="You never lock the trolley.", care=-2, point=2)
    assert "never lock" in "".join(lines(sharp))


def test_a_question_that_is_there_is_not_asked_again() -> None:
    asked = Sentence(text="Could you lock it?", care=-2, point=2)
    assert lines(CARE, asked) == ["I know you were alone.", "Could you lock it?"]


def test_every_quarter_has_words_and_the_debrief_fills_five_minutes() -> None:
    shelf = load_feedback()
    assert list(shelf.quarters) == list(Quadrant)
    names = [one.name for one in shelf.debrief.step]
    assert names == ["What was meant", "What happened", "What we keep", "What we change"]
    assert sum(one.seconds for one in shelf.debrief.step) == 300
    assert any("No one is to blame" in one for one in shelf.debrief.rules)


def test_a_debrief_of_another_length_is_refused() -> None:
    shelf = load_feedback().debrief
    with pytest.raises(WordingError):
        Debrief(rules=shelf.rules, step=shelf.step[:3])
    with pytest.raises(WordingError):
        replace(shelf, rules=())
