"""The printed examples of the R packages SCRT and scan, which anybody can run again."""

import json
from typing import Any

import pytest
from tests.shared_material import shared

from aftershift.engines.checkins import randomisation

# cran/SCRT data/ABAB.rda, man/pvalue.*.Rd
ABAB = (6, 2, 5, 3, 4, 4, 1, 2, 3, 1, 3, 2, 2, 3, 4, 2, 4, 3, 0, 1, 2, 0, 2, 1)
# cran/scan data exampleAB; tests/testthat/test-rand_test.R
EXAMPLE_AB = {
    "Johanna": (54, 53, 56, 58, 52, 61, 62, 71, 66, 64, 78, 70, 74, 82, 77, 86, 68, 80, 86, 87),
    "Karolina": (41, 59, 56, 51, 52, 57, 56, 67, 75, 66, 69, 68, 73, 77, 79, 86, 82, 75, 83, 89),
    "Anja": (55, 58, 53, 50, 52, 55, 68, 68, 81, 67, 78, 73, 72, 78, 81, 78, 71, 85, 80, 76),
}


def known(name: str) -> Any:
    place = shared("checkins/vectors/stat_known_answers.json")
    return json.loads(place.read_text(encoding="utf-8"))[name]


def test_the_abab_example_of_scrt() -> None:
    found = randomisation.phases_test(ABAB, (6, 6, 6, 6), least=4)
    assert (found.arrangements, found.observed) == (165, 2.0)
    assert found.p == pytest.approx(0.0242424242)
    other = randomisation.phases_test(ABAB, (6, 6, 6, 6), least=4, statistic=lambda rise: -rise)
    assert other.p == pytest.approx(0.9818181818)
    either = randomisation.phases_test(ABAB, (6, 6, 6, 6), least=4, statistic=abs)
    assert either.p == pytest.approx(0.0242424242)


def test_the_numbers_of_arrangements_of_scrt() -> None:
    assert randomisation.count_phase(24, 2, 3) == 19
    assert randomisation.count_alternating(12, 2) == 208
    assert randomisation.count_blocks(12) == 64
    assert randomisation.count_free(12) == 924


@pytest.mark.parametrize(
    ("times", "phases", "least"), [(24, 4, 4), (24, 2, 3), (12, 3, 4), (7, 2, 4)]
)
def test_arrangements_are_as_many_as_counted(times: int, phases: int, least: int) -> None:
    every = list(randomisation.phase_lengths(times, phases, least))
    assert len(set(every)) == len(every) == randomisation.count_phase(times, phases, least)
    assert all(sum(each) == times and min(each) >= least for each in every)


def test_the_three_cases_of_scan_with_their_checksum() -> None:
    found = randomisation.starts_test(list(EXAMPLE_AB.values()), length=5, least=5)
    assert found.arrangements == 1331
    assert found.observed == pytest.approx(20.5555555556)
    assert found.p == pytest.approx(0.0360631104)
    assert found.z == pytest.approx(1.7307484672)
    assert found.p_normal == pytest.approx(0.0417483184)
    whole = found.observed + found.p + found.z + found.p_normal + found.centre
    assert whole == pytest.approx(40.97299008, abs=1e-8)


def test_overlap_and_size_of_the_three_cases() -> None:
    cut = [(scores[:5], scores[5:]) for scores in EXAMPLE_AB.values()]
    assert [randomisation.nap(*each) for each in cut] == pytest.approx([1, 0.9666666667, 0.98])
    assert [randomisation.pnd(*each) for each in cut] == pytest.approx(
        [100, 86.6666667, 93.3333333]
    )
    assert randomisation.smd(*cut[0]) == pytest.approx(8.1108, abs=5e-5)


def test_ties_count_half_and_values_that_do_not_vary_have_no_size() -> None:
    assert randomisation.nap((3, 3), (3, 3)) == 0.5
    assert randomisation.smd((3, 3), (4, 5)) is None


def test_the_stored_answers_say_the_same() -> None:
    abab = known("scrt_abab")
    assert tuple(abab["inputs"]["scores"]) == ABAB
    assert randomisation.phases_test(ABAB, (6, 6, 6, 6), least=4).p == pytest.approx(
        abab["outputs"]["p_PA-PB"]
    )
    scan = known("scan_rand_test_exampleAB")
    assert {name: tuple(scan["inputs"][name]) for name in EXAMPLE_AB} == EXAMPLE_AB
    found = randomisation.starts_test(list(EXAMPLE_AB.values()), length=5, least=5)
    assert found.centre == pytest.approx(scan["outputs"]["mean_dist"])
    assert sorted(known("scrt_counts")["outputs"].values()) == [19, 64, 208, 924]
