"""Feedback is on the words: one strength, one change, a rewrite; and an end with a person in it."""

import re

import pytest
from tests.engines.rehearsal.shelf import SHELF, heard

from aftershift.engines.rehearsal.feedback import Note, ending_of, feedback_on
from aftershift.engines.rehearsal.partner import Stand, answer, begin

SCENE = SHELF.scenes["handover-mess"]
ON_THE_PERSON = re.compile(r"you are (?!heard|right)|you're (a|so|too)\b|well done|good job")


def said(*lines: str) -> tuple[Stand, Note]:
    stand, note = begin(SCENE), Note()
    for line in lines:
        one = heard(line)
        stand = answer(stand, one, SCENE, SHELF.voices[SCENE.voice])
        note = feedback_on(line, one, stand, SCENE, SHELF.remarks)
    return stand, note


@pytest.mark.parametrize(
    ("lines", "has_strength", "rewrite"),
    [
        (("you never close the charts",), False, SCENE.better.wish),
        (("do it or else",), False, SCENE.better.wish),
        (("never mind, it's nothing",), False, SCENE.better.hold),
        (("hm",), False, SCENE.better.ask),
        (("Three charts were open this morning",), True, SCENE.better.say_back),
        (("You had a night without a break",), True, ""),
        (("You had no break", "What was the worst of it?"), True, SCENE.better.wish),
        (("You had no break all night", "Could you sign them by seven?"), True, ""),
        (("You had no break all night", "Could you sign them by seven?", "thanks"), False, ""),
        (("I'm sorry I shouted, but you left",), True, "I'm sorry I shouted."),
    ],
)
def test_a_line_gets_one_strength_and_one_change(
    lines: tuple[str, ...], has_strength: bool, rewrite: str
) -> None:
    _stand, note = said(*lines)
    assert bool(note.strength) is has_strength
    assert note.rewrite == rewrite
    assert bool(note.change) is bool(rewrite)


def test_no_remark_is_on_the_person() -> None:
    remarks = SHELF.remarks
    everything = (*remarks.strength, *remarks.change, *remarks.lack)
    texts = [text for one in everything for text in (*one.says, one.at_end)]
    assert [text for text in texts if ON_THE_PERSON.search(text)] == []


@pytest.mark.parametrize(
    ("lines", "well", "to_try"),
    [
        (("hm",) * 6, "on a script", "Say their side back once"),
        (("you never help",) * 6, "on a script", "Leave out always and never"),
        (("You had no break all night",) * 6, "said back", "Name your own wish"),
        (("You had no break", "Could you sign them?") * 3, "said back", "aloud once"),
    ],
)
def test_it_ends_with_what_was_good_one_thing_to_try_and_a_person(
    lines: tuple[str, ...], well: str, to_try: str
) -> None:
    stand, _note = said(*lines)
    ending = ending_of(stand, SCENE, SHELF.remarks)
    assert stand.is_over
    assert well in ending.well
    assert to_try in ending.next
    assert ending.human == SCENE.human
