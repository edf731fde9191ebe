"""A host's labelled replies teach heads that read such replies, and what was gained is measured."""

import csv
from dataclasses import replace
from itertools import product
from pathlib import Path

import numpy as np
import pytest

from aftershift.adapters.encoders import LexicalEncoder
from aftershift.adapters.hearing import LONGEST, TooLong
from aftershift.adapters.learnt import shuffled
from aftershift.adapters.own_heads import MadeWith, OwnHeads, read, write
from aftershift.adapters.replies import heard_alone, read_reply
from aftershift.adapters.teaching import taught_by
from aftershift.cli.batch.labelled_replies import replies_in
from aftershift.engines.language.empathy import Foresight, Judge, Reader
from aftershift.engines.language.empathy_lessons import teach
from aftershift.engines.language.empathy_rules import RuleBook
from aftershift.engines.language.signs import HEADS, EmpathyError, Labelled

# A reply is one of each: a warm part, an understanding one, an asking one, with its level.
WARM = (
    (0, "The bins are out."),
    (1, "Poor lamb, many kisses."),
    (2, "My heart aches for my lamb."),
)
UNDERSTOOD = ((0, "Tea is at six."), (1, "Quite so, quite so."), (2, "You carried it all the day."))
ASKED = ((0, "The cat is in."), (1, "And so, how so?"), (2, "Which hour was the worst hour?"))
WHAT = ("a bad night", "a long week", "no sleep at all", "a row at home")
SAID = [f"{what} {when}" for what, when in product(WHAT, ("again", "since monday", "and more"))]
NOW = MadeWith(recipe="1", encoder=LexicalEncoder.version, rules="none")


def six(value: float) -> np.ndarray:
    return np.full(len(HEADS), value, dtype=np.float32)


@pytest.fixture(scope="module")
def deaf() -> Reader:
    """A reader that never finds anything, to be compared with."""
    nothing = [Labelled(said="x", reply="x y z", levels=(0, 0, 0))] * 4
    heads = teach(heard_alone(nothing, LexicalEncoder()), shuffled)
    foresight = Foresight(slope=six(0), offset=six(0), least=six(-1), most=six(1))
    judge = Judge(heads=heads, thresholds=six(50), foresight=foresight)
    return Reader(rules=RuleBook((), empty=frozenset()), judge=judge)


def authored(path: Path) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["said", "reply", "emotional_reaction", "interpretation", "exploration"])
        for said, one, two, three in product(SAID, WARM, UNDERSTOOD, ASKED):
            table.writerow([said, f"{one[1]} {two[1]} {three[1]}", one[0], two[0], three[0]])
    return path


def test_what_was_taught_is_kept_and_reads_what_it_learnt(deaf: Reader, tmp_path: Path) -> None:
    given = replies_in(authored(tmp_path / "own.csv"))
    told: list[str] = []
    own, gain = taught_by(given, deaf, LexicalEncoder(), told.append)
    assert gain.taught_by + gain.measured_on == len(given) == 324
    assert gain.is_one
    assert min(one.macro_f1 for one in gain.after) > 0.9 > max(one.macro_f1 for one in gain.before)
    assert told[0] == "Heard 200 of 324 replies"
    kept = tmp_path / "kept"
    write(OwnHeads(own=own, made_with=NOW, replies=len(given)), kept)
    found = read(kept, NOW)
    assert found is not None
    reader = replace(deaf, own=found.own)
    reply = "My heart aches for my lamb. Tea is at six. And so, how so?"
    assert read_reply("a new night", reply, reader, LexicalEncoder()) == (2, 0, 1)
    assert read_reply("a new night", reply, deaf, LexicalEncoder()) == (0, 0, 0)


def test_too_few_replies_teach_nothing(deaf: Reader) -> None:
    few = [Labelled(said=f"s{at}", reply="x", levels=(0, 0, 0)) for at in range(99)]
    with pytest.raises(EmpathyError, match="99 replies are too few; the least is 100"):
        taught_by(few, deaf, LexicalEncoder(), print)


def test_one_thing_said_a_hundred_times_cannot_be_measured(deaf: Reader) -> None:
    same = [Labelled(said="s", reply=f"x {at}", levels=(0, 0, 0)) for at in range(120)]
    with pytest.raises(EmpathyError, match="too few"):
        taught_by(same, deaf, LexicalEncoder(), print)


def test_a_reply_longer_than_anybody_types_is_refused(deaf: Reader) -> None:
    with pytest.raises(TooLong, match="in parts"):
        read_reply("x", "y" * (LONGEST + 1), deaf, LexicalEncoder())
