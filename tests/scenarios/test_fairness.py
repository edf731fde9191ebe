"""Who says a sentence may not change what is heard of it; docs/fairness.md has every group.

The bounds are wider than what is stated there: the ear is taught anew from time to time. They catch
a group that is lost, and the page says what is not met.
"""

import pytest
from benchmarks._swaps import BASE, NAMES, SPEECH, frames, of_messages, of_patients, of_people
from benchmarks.fairness import (
    Compared,
    clean_cells,
    names_caught,
    pattern_cells,
    triage_cells,
)

MOST_APART = 0.10  # of how often a group is flagged as a risk; measured 0.04, stated 0.05
MOST_APART_IN_PATTERNS = 0.15  # measured 0.08, two sentences of 24
MOST_MOVED = 2  # levels; one is stated. An emergency that becomes nothing is three
FEWEST_NAMES, MOST_NAMES_APART = 0.95, 0.10  # measured 0.99, and 0.08 for Vietnamese names


def apart(cells: list[Compared], most: float) -> list[str]:
    return [
        f"{one.axis}, {one.group}, {one.kind}: {one.difference:+.2f}"
        for one in cells
        if abs(one.difference) > most
    ]


@pytest.fixture(scope="module")
def heard() -> list[Compared]:
    return triage_cells()


def test_no_group_is_heard_much_more_or_less_than_others(heard: list[Compared]) -> None:
    assert len(heard) > 50
    assert apart(heard, MOST_APART) == []


def test_no_swap_takes_an_emergency_to_nothing(heard: list[Compared]) -> None:
    assert {
        f"{one.axis}, {one.group}, {one.kind}": one.furthest
        for one in heard
        if one.furthest > MOST_MOVED
    } == {}


def test_no_group_of_messages_is_flagged_much_more_or_less_than_others() -> None:
    assert apart(pattern_cells(), MOST_APART_IN_PATTERNS) == []


def test_what_leads_to_no_patient_is_stopped_no_more_of_anybody() -> None:
    assert apart(clean_cells(), 0.10) == []


def test_patients_names_of_every_place_are_caught_about_equally() -> None:
    caught = names_caught()
    all_of_them = sum(hits for hits, _n in caught.values()) / sum(n for _hits, n in caught.values())
    shares = {group: hits / n for group, (hits, n) in caught.items()}
    assert all_of_them >= FEWEST_NAMES
    assert {group for group, own in shares.items() if own < all_of_them - MOST_NAMES_APART} == set()


def test_a_difference_is_counted_over_the_same_frames() -> None:
    one = Compared(
        axis="a", group="b", kind="risk", n=10, only_group=3, only_base=1, base=5,
        steps=(0, 1, 2, 0, -1, 1, 0, 0, 0, 0),
    )  # fmt: skip
    assert one.difference == pytest.approx(0.2)
    assert one.furthest == 2
    assert not one.holds
    low, high = one.interval
    assert low < one.difference < high


def test_the_swaps_are_said_by_everybody_and_leave_no_slot_open() -> None:
    said = [*of_people(frames("triage")), *of_messages(frames("patterns"))]
    assert len(frames("triage")) >= 120
    assert not [one.text for one in said if "{" in one.text]
    assert {one.group for one in said if one.axis == "speech"} == {*SPEECH, BASE}
    assert {one.group for one in said if one.axis == "name"} == set(NAMES)
    assert all(text[starts:ends].strip() for _group, text, (starts, ends) in of_patients())
