"""`aftershift find` keeps the contract of batch commands."""

import json

import pytest
from tests.cli.standard_input import give

from aftershift.cli.batch import find
from aftershift.cli.main import main
from aftershift.engines.evidence.retrieval import Found
from aftershift.library.evidence import load_evidence
from aftershift.listening import TooLong

PRACTICE = next(iter(load_evidence().practices.values()))


def finds(text: str, minutes: int | None) -> tuple[Found, ...]:
    """Stand in for the finder, which needs the encoder's weights."""
    if len(text) > 100:
        reason = "too long"
        raise TooLong(reason)
    return (Found(practice=PRACTICE, score=0.5, why="said"),) if minutes != 1 else ()


@pytest.fixture(autouse=True)
def _finder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(find, "finder_with", lambda _tell: finds)


def test_each_line_is_answered_in_order_and_a_bad_one_says_why(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [
        '{"id": 1, "text": "two nights left"}', '{"id": "b", "text": "so", "minutes": 1}', "{",
        '{"id": 4}', json.dumps({"id": 5, "text": "x" * 101}),
        '{"id": 6, "text": "so", "minutes": "five"}', '{"id": 7, "text": "so", "minutes": true}',
    ]  # fmt: skip
    give(monkeypatch, "\n".join(lines))
    assert main(["find"]) == 0
    found = {"practice": PRACTICE.id, "grade": PRACTICE.grade.value, "score": 0.5, "why": "said"}
    whole = "minutes: give a whole number, or leave it out"
    assert [json.loads(line) for line in capsys.readouterr().out.splitlines()] == [
        {"id": 1, "practices": [found]},
        {"id": "b", "practices": []},
        {"id": None, "error": "this line is no JSON"},
        {"id": 4, "error": "text: give a text"},
        {"id": 5, "error": "too long"},
        {"id": 6, "error": whole},
        {"id": 7, "error": whole},
    ]
