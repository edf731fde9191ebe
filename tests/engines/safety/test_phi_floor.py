"""What was measured on the authored sets may not get worse; docs/safety.md shows the whole table.

The floors are the measured counts, rounded down to leave one sentence of slack. `test` was written
apart from the rules; no rule may be written by reading it.
"""

import pytest
from benchmarks.phi import lessons_checksum, measure, sentences

from aftershift.library.phi import name_lessons
from aftershift.sending import FindPatients, patients_with

FLOORS = {  # part: sentences caught at least, clean ones stopped at most, numbers at least
    "teaching": (0.880, 0.210, 0.960),
    "kept back": (0.872, 0.210, 0.925),
    "test": (0.915, 0.135, 0.975),
}


@pytest.fixture(scope="module")
def find() -> FindPatients:
    return patients_with(lambda _line: None)


@pytest.mark.parametrize("part", FLOORS)
def test_what_is_found_and_what_is_spared_may_not_get_worse(part: str, find: FindPatients) -> None:
    found = measure([one for one in sentences() if one.part == part], find)
    caught, stopped, numbers = FLOORS[part]
    assert found["caught"].share >= caught
    assert found["clean stopped"].share <= stopped
    assert found["structured touched"].share >= numbers


def test_the_head_on_names_was_taught_by_the_sentences_of_today() -> None:
    assert name_lessons() == lessons_checksum()
