"""Patients' data in sentences of three hands who saw nothing: what was reached may not be lost."""

import tomllib
from pathlib import Path

import pytest

from aftershift.engines.safety.phi import Phi
from aftershift.sending import FindPatients, patients_with

SETS = Path(__file__).parents[1] / "sets"


@pytest.fixture(scope="module")
def find() -> FindPatients:
    return patients_with(lambda _line: None)


def touches(found: Phi, says: str, words: str) -> bool:
    starts = says.index(words)
    return any(one.start < starts + len(words) and starts < one.end for one in found.spans)


@pytest.mark.parametrize(
    ("name", "spans", "least_caught", "least_spans", "most_stopped"),
    [  # asked of 120 and of 60: 110 and 5
        ("phi_exam", 137, 107, 120, 3),
        ("phi_exam_later", 121, 111, 112, 5),
    ],
)
def test_sentences_are_caught_and_clean_ones_let_through_as_often_as_was_measured(
    name: str,
    spans: int,
    least_caught: int,
    least_spans: int,
    most_stopped: int,
    find: FindPatients,
) -> None:
    sentences = tomllib.loads((SETS / f"{name}.toml").read_text(encoding="utf-8"))["sentence"]
    heard = [(one, find(one["says"])) for one in sentences]
    marked = [
        [touches(found, one["says"], words) for words in one["leads"]]
        for one, found in heard
        if one["leads"]
    ]
    clean = [found for one, found in heard if not one["leads"]]
    assert (len(marked), len(clean), sum(map(len, marked))) == (120, 60, spans)
    assert sum(map(any, marked)) >= least_caught
    assert sum(map(sum, marked)) >= least_spans
    assert sum(found.blocked for found in clean) <= most_stopped
