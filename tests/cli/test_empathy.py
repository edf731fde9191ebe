"""`aftershift empathy` keeps the contract of batch commands."""

import json
from collections.abc import Callable

import pytest
from tests.cli.standard_input import give

from aftershift.cli.batch import empathy
from aftershift.cli.main import main
from aftershift.empathy import TooLong
from aftershift.engines.language.signs import Levels


def reads(said: str, reply: str) -> Levels:
    """Stand in for the reader, which needs the encoder's weights."""
    if len(reply) > 100:
        reason = "too long"
        raise TooLong(reason)
    return (1, 2, 0) if reply.startswith(said) else (0, 0, 0)


@pytest.fixture(autouse=True)
def _reader(monkeypatch: pytest.MonkeyPatch) -> None:
    made: Callable[[object, object], object] = lambda _tell, _data: reads  # noqa: E731
    monkeypatch.setattr(empathy, "empathy_with", made)


def test_each_line_is_answered_in_order_and_a_bad_one_says_why(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [
        '{"id": 1, "said": "tired", "reply": "tired, i know", "extra": 3}',
        '{"id": "b", "said": "tired", "reply": ""}', "no json", '{"id": 4, "said": "tired"}',
        '{"id": 5, "said": 7, "reply": "x"}',
        json.dumps({"id": 6, "said": "x", "reply": "y" * 101}),
    ]  # fmt: skip
    give(monkeypatch, "\n".join(lines))
    assert main(["empathy"]) == 0
    assert [json.loads(line) for line in capsys.readouterr().out.splitlines()] == [
        {"id": 1, "emotional_reaction": 1, "interpretation": 2, "exploration": 0},
        {"id": "b", "emotional_reaction": 0, "interpretation": 0, "exploration": 0},
        {"id": None, "error": "this line is no JSON"},
        {"id": 4, "error": "reply: give a text"},
        {"id": 5, "error": "said: give a text"},
        {"id": 6, "error": "too long"},
    ]


def test_a_setting_that_nobody_knows_stops_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("AFTERSHIFT_DATUM", "x")
    give(monkeypatch, '{"id": 1, "said": "a", "reply": "b"}')
    assert main(["empathy"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "no such setting" in printed.err
