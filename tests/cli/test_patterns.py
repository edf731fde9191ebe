"""`aftershift patterns` keeps the contract of batch commands."""

import json
from collections.abc import Callable

import pytest
from tests.cli.standard_input import give

from aftershift.cli.batch import patterns
from aftershift.cli.main import main
from aftershift.engines.language.kinds import Kind
from aftershift.engines.language.patterns import Pattern, Reading
from aftershift.listening import TooLong


def reads(text: str) -> Reading:
    """Stand in for the reader, which needs the encoder's weights."""
    if len(text) > 100:
        reason = "too long"
        raise TooLong(reason)
    if not text.startswith("you"):
        return Reading()
    found = Pattern(kind=Kind.BLAME, starts=0, ends=3, why="Because.")
    return Reading(patterns=(found,), softer="I felt [one word].")


@pytest.fixture(autouse=True)
def _reader(monkeypatch: pytest.MonkeyPatch) -> None:
    made: Callable[[object], object] = lambda _tell: reads  # noqa: E731
    monkeypatch.setattr(patterns, "patterns_with", made)


def test_each_line_is_answered_in_order_and_a_bad_one_says_why(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [
        '{"id": 1, "text": "you did", "extra": 3}', '{"id": "b", "text": "all fine"}', "no json",
        '{"id": 4}', json.dumps({"id": 5, "text": "x" * 101}),
    ]  # fmt: skip
    give(monkeypatch, "\n".join(lines))
    assert main(["patterns"]) == 0
    assert [json.loads(line) for line in capsys.readouterr().out.splitlines()] == [
        {
            "id": 1,
            "patterns": [{"kind": "blame", "start": 0, "end": 3, "why": "Because."}],
            "softer": "I felt [one word].",
        },
        {"id": "b", "patterns": [], "softer": None},
        {"id": None, "error": "this line is no JSON"},
        {"id": 4, "error": "text: give a text"},
        {"id": 5, "error": "too long"},
    ]
