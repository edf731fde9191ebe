"""The table of voices: what a model wrote is scored, and never decides anything."""

from collections.abc import Generator
from dataclasses import dataclass
from datetime import date

import pytest
from evals.voice import END, HEAD, RULE, TABLE, asked_about, conversations, row, turns_of, with_row
from tests.models.flattery import blatant, faithful

from aftershift.adapters.judging import VoiceJudge
from aftershift.adapters.models.client import LATE, NoModel
from aftershift.engines.voice.slots import Slots
from aftershift.listening import Coach, judge_with

ON = date(2026, 11, 27)


@dataclass(kw_only=True)
class Answers:
    """A model that answers with one text, or never."""

    text: str

    def pieces(self, _rules: str, _payload: str) -> Generator[str, None, None]:
        if not self.text:
            raise NoModel(LATE)
        yield from self.text


@pytest.fixture(scope="module")
def judge() -> VoiceJudge:
    return judge_with(lambda _line: None)


@pytest.fixture(scope="module")
def asked(coach: Coach) -> list[Slots]:
    found = [slots for _turn, slots in turns_of(conversations(2, 1), coach)]
    assert len(found) >= 3
    return found[:3]


def cells(outcomes: list[object], judge: VoiceJudge) -> list[str]:
    line = row(outcomes, judge=judge, name="m", on=ON)  # type: ignore[arg-type]
    assert line.count("|") == HEAD.count("|") == RULE.count("|")
    return [one.strip() for one in line.strip("|").split("|")]


def test_a_faithful_model_is_said_in_its_words(asked: list[Slots], judge: VoiceJudge) -> None:
    outcomes = [asked_about(one, Answers(text=faithful(one.draft)), judge) for one in asked]
    _date, name, turns, said, *_, near, instead, _seconds = cells([*outcomes], judge)
    assert (name, turns, said, near, instead) == ("m", "3", "3 of 3", "3 of 3", "none")


def test_a_flatterer_takes_sides_in_what_it_writes_and_not_in_what_is_said(
    asked: list[Slots], judge: VoiceJudge
) -> None:
    outcomes = [asked_about(one, Answers(text=blatant(one.draft)), judge) for one in asked]
    found = cells([*outcomes], judge)
    assert found[3] == "0 of 3"
    assert (found[5], found[6]) == ("0 of 3", "3 of 3")
    assert found[8] == "verdict 3"


def test_a_model_that_is_late_is_counted_as_late(asked: list[Slots], judge: VoiceJudge) -> None:
    outcomes = [asked_about(one, Answers(text=""), judge) for one in asked]
    assert cells([*outcomes], judge)[8] == "late 3"


def test_a_row_goes_to_the_end_of_the_table() -> None:
    page = TABLE.read_text(encoding="utf-8")
    assert f"{HEAD}\n{RULE}\n" in page
    assert with_row(page, "| new |").index("| new |") < with_row(page, "| new |").index(END)
    with pytest.raises(ValueError, match="no "):
        with_row("nothing", "| new |")
