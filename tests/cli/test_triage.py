"""`aftershift triage` keeps the contract of batch commands."""

import json
from collections.abc import Sequence

import pytest
from tests.cli.standard_input import give

from aftershift.cli.batch import triage
from aftershift.cli.main import main
from aftershift.engines.safety.risk import Because, Category, Level, Risk
from aftershift.listening import TooLong


def listens(text: str, before: Sequence[str]) -> Risk:
    """Stand in for the ear, which needs the encoder's weights."""
    if len(text) > 100:
        reason = "too long"
        raise TooLong(reason)
    because = (Because(starts=0, ends=len(before), signal="x"),)
    return Risk(level=Level.CHECK_IN, categories=(Category.DESPAIR,), because=because)


def test_each_line_is_answered_in_order_and_a_bad_one_says_why(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(triage, "triage_with", lambda _tell: listens)
    lines = [
        '{"id": 1, "text": "a", "before": ["b", "c"]}', "no json", '{"id": 3, "text": 5}',
        '{"id": 4, "text": "a", "before": "b"}', json.dumps({"id": 5, "text": "x" * 101}),
    ]  # fmt: skip
    give(monkeypatch, "\n".join(lines))
    assert main(["triage"]) == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert answers[0] == {
        "id": 1,
        "level": "check_in",
        "categories": ["despair"],
        "because": [{"start": 0, "end": 2, "signal": "x"}],
    }
    assert [one["id"] for one in answers[1:]] == [None, 3, 4, 5]
    assert all("error" in one for one in answers[1:])
