"""The lists are whole, plain, in our own words, and none can be shown without its question."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.library.readability import reading_age

from aftershift.engines.checkins.reflections import Checklist, Whose, may_be_shown
from aftershift.engines.safety import touches
from aftershift.engines.safety.output_check import check
from aftershift.engines.safety.touches import OPENINGS
from aftershift.library.evidence import load_evidence
from aftershift.library.output import load_output
from aftershift.library.protocols import load_protocols
from aftershift.library.reflections import SHELF, load_reflections
from aftershift.library.shelf import ContentError

LISTS = load_reflections()
OLDEST_READER = 13
# The product's own text points outward with these, and never names itself by them.
NEVER = re.compile(
    r"\b(?:therap|diagnos|screening|treat|should|streak|well done|score|patient says)", re.I
)
GOOD = """
title = "T"
lead = "L"
source = "S"
scope = "me"
kind = "signs"
[[items]]
id = "a"
says = "It is late."
small = "Sleep."
{more}
"""


def words(checklist: Checklist) -> Iterator[str]:
    yield from (checklist.title, checklist.lead)
    if checklist.threshold:
        yield from (checklist.threshold.says, checklist.threshold.then)
    for item in checklist.items:
        yield from filter(None, (item.says, item.they, item.small))
    yield from (way.says for way in checklist.ways)


ALL = [(one.id, said) for one in LISTS.values() for said in words(one)]


def test_the_lists_of_the_mission_are_all_there() -> None:
    assert set(LISTS) == {
        *("rc-1", "rc-2", "rc-4", "rc-5", "tm-1", "tm-2", "wr-1", "wr-2"),
        *("cp-1", "cp-2", "cp-3", "or-1", "or-2", "or-3"),
    }


def test_a_reader_of_thirteen_follows_every_line() -> None:
    assert [(name, said) for name, said in ALL if reading_age(said) > OLDEST_READER] == []


def test_no_line_says_what_we_never_say() -> None:
    assert [(name, said) for name, said in ALL if NEVER.search(said)] == []


def test_every_line_may_leave_the_house() -> None:
    book = load_output()
    assert [(name, said, check(said, book)) for name, said in ALL if check(said, book)] == []


def test_no_line_stands_twice() -> None:
    says = [item.says for one in LISTS.values() for item in one.items]
    assert len(set(says)) == len(says) == 80


def test_a_threshold_says_whose_it_is() -> None:
    limits = {one.id: one.threshold for one in LISTS.values() if one.threshold}
    ours = {name for name, limit in limits.items() if limit.whose is Whose.OURS}
    assert ours == {"rc-2"}
    assert "our own" in limits["rc-2"].says
    for name in set(limits) - ours:
        assert limits[name].says.startswith("The article that this list follows"), name


def test_the_list_that_is_time_to_act_says_not_to_panic_and_names_three_ways() -> None:
    limit = LISTS["cp-3"].threshold
    assert limit is not None
    assert limit.then.startswith("Two or more ring true: time to act, not to panic.")
    assert [way.to or way.practice for way in LISTS["cp-3"].ways] == [
        "check_in",
        "partner.couple-therapy",
        "rituals",
    ]


def test_every_practice_is_on_its_shelf_and_most_lines_have_one() -> None:
    named = [item.practice for one in LISTS.values() for item in one.items if item.practice]
    assert set(named) <= set(load_evidence().practices)
    assert len(named) > 70


def test_a_good_file_loads(tmp_path: Path) -> None:
    (tmp_path / "x-1.toml").write_text(GOOD.format(more=""))
    assert load_reflections(tmp_path)["x-1"].items[0].small == "Sleep."


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ('touches = "weather"', "x-1.toml: weather: touches none of"),
        ('practice = "self.fly"', "x-1.toml: a: names a practice that is not on its shelf"),
        ('they = "They are late."', "two sides are asked in every item or in none"),
        ('[[ways]]\nsays = "Go"\nto = "moon"', "x-1.toml: ways: leads to no one place"),
        ('[[ways]]\nsays = "Go"', "x-1.toml: ways: leads to no one place"),
        ('[[ways]]\nsays = "Go"\npractice = "self.fly"', "x-1.toml: ways: leads to no one place"),
        ('colour = "red"', "x-1.toml: items.0.colour"),
    ],
)
def test_a_broken_file_is_refused_with_its_name(tmp_path: Path, more: str, reason: str) -> None:
    (tmp_path / "x-1.toml").write_text(GOOD.format(more=more))
    with pytest.raises(ContentError, match=reason):
        load_reflections(tmp_path)


def test_a_list_cannot_be_shown_while_its_question_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "x-1.toml").write_text(GOOD.format(more='touches = "disappearing"'))
    without = touches.Opening(path="nowhere", level=OPENINGS["disappearing"].level)
    monkeypatch.setitem(OPENINGS, "disappearing", without)
    with pytest.raises(ContentError, match="no protocol nowhere to open first"):
        load_reflections(tmp_path)


def test_every_touch_of_a_list_has_its_protocol() -> None:
    touched = {item.touches for one in LISTS.values() for item in one.items if item.touches}
    assert touched == {"disappearing", "abuse_at_work", "substance"}
    assert {OPENINGS[one].path for one in touched} <= set(load_protocols().paths)


def test_the_files_are_named_by_their_ids() -> None:
    assert {path.stem for path in SHELF.glob("*.toml")} == set(LISTS)


def test_a_line_near_fear_is_for_nobody_elses_eyes() -> None:
    lines = [(one.id, line) for one in LISTS.values() if may_be_shown(one) for line in one.items]
    near_fear = {
        (name, line.id)
        for name, line in lines
        if line.touches or "help is at the top" in line.small or "seek-care" in line.practice
    }
    assert near_fear == {(name, line.id) for name, line in lines if not line.may_be_shown}
