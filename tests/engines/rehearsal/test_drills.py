"""The ladder is refused twice before the way past is shown; a reply is read for three things."""

import tomllib
from pathlib import Path

import pytest
from tests.engines.rehearsal.shelf import SHELF

from aftershift.engines.rehearsal.reflecting import Marks, note_on
from aftershift.engines.rehearsal.speaking_up import Drill, Rung, climb, names_a_fact, rung_of

SET = Path(__file__).parents[2] / "sets" / "listening" / "replies.toml"
REPLIES = tomllib.loads(SET.read_text(encoding="utf-8"))["reply"]
DOSE = SHELF.drills["dose-by-ten"]


@pytest.mark.parametrize("drill", SHELF.drills.values(), ids=lambda one: one.id)
def test_only_the_third_step_shows_the_way_past(drill: Drill) -> None:
    climbed = [climb(line, n, drill, SHELF.ladder) for n, line in enumerate(drill.examples)]
    assert [one.says for one in climbed] == [*drill.refusals, drill.yields]
    assert [one.past for one in climbed] == ["", "", drill.past]
    assert all(one.strength and not one.change for one in climbed)
    assert [rung_of(line, SHELF.ladder) for line in drill.examples] == [1, 2, 3]


@pytest.mark.parametrize(
    ("line", "tried", "change"),
    [
        ("That dose looks odd", 0, "The first step is missing"),
        ("I'm concerned", 0, "Put the fact"),
        ("I'm concerned about the dose", 0, ""),
        ("I'm concerned about the dose", 1, "The second step is missing"),
        ("I'm uncomfortable with the dose", 2, "The third step is missing"),
        ("Stop. That dose is not safe", 0, ""),
    ],
)
def test_a_step_that_is_missing_is_named(line: str, tried: int, change: str) -> None:
    climbed = climb(line, tried, DOSE, SHELF.ladder)
    assert climbed.change.startswith(change)
    assert bool(climbed.change) is bool(change)
    assert climbed.example == (DOSE.examples[tried] if change else "")


def test_a_higher_step_is_allowed_where_harm_is_near() -> None:
    climbed = climb("This is a safety issue, the dose is too high", 0, DOSE, SHELF.ladder)
    assert climbed.strength == SHELF.ladder.higher
    assert rung_of("hello", SHELF.ladder) is Rung.NONE
    assert not names_a_fact("hello", DOSE)


def test_every_example_of_the_listening_drill_has_all_three() -> None:
    for message in SHELF.messages.values():
        for reply in message.examples:
            marks = SHELF.listening.marks(message.says, reply)
            assert marks == Marks(paraphrase=True, feeling=True, no_advice=True), reply
            assert note_on(reply, message, SHELF.listening, SHELF.listening_remarks).change == ""


@pytest.mark.parametrize(
    ("reply", "change"),
    [
        ("You should report him", "There is advice"),
        ("How awful", "Say back first"),
        ("So you gave all that and she saw only the break", "The facts are there"),
    ],
)
def test_one_thing_is_changed_and_advice_before_all(reply: str, change: str) -> None:
    message = SHELF.messages["not-thanked"]
    note = note_on(reply, message, SHELF.listening, SHELF.listening_remarks)
    assert note.change.startswith(change)
    assert note.example in message.examples


def test_the_set_is_a_hundred_replies_read_as_well_as_the_page_says() -> None:
    assert len(REPLIES) == 100
    blind = [one for one in REPLIES if one["half"] == "blind"]
    right = dict.fromkeys(Marks.__dataclass_fields__, 0)
    for one in blind:
        read = SHELF.listening.marks(SHELF.messages[one["message"]].says, one["reply"])
        for mark in right:
            right[mark] += getattr(read, mark) == one[mark]
    assert min(right.values()) / len(blind) >= 0.85
