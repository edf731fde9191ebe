"""`aftershift understand` keeps the contract of batch commands."""

import json
from collections.abc import Callable

import pytest
from tests.cli.standard_input import give

from aftershift.cli.batch import understand
from aftershift.cli.main import main
from aftershift.engines.language.understanding import Feeling, Guess, Understanding
from aftershift.listening import TooLong


def hears(text: str) -> Understanding:
    """Stand in for the ear, which needs the encoder's weights."""
    if len(text) > 100:
        reason = "too long"
        raise TooLong(reason)
    if text == "ok":
        return Understanding()
    return Understanding(
        emotions=(Feeling(name="guilt", strength=3, confidence=0.9),),
        situations=(Guess(name="sorry-to-say", confidence=0.7),),
        needs=(Guess(name="repair", confidence=0.6),),
    )


@pytest.fixture(autouse=True)
def _ear(monkeypatch: pytest.MonkeyPatch) -> None:
    made: Callable[[object], object] = lambda _tell: hears  # noqa: E731
    monkeypatch.setattr(understand, "understand_with", made)


def test_each_line_is_answered_in_order_and_a_bad_one_says_why(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [
        '{"id": 1, "text": "so sorry", "extra": 3}', '{"id": "b", "text": "ok"}', "no json",
        '{"id": 4}', json.dumps({"id": 5, "text": "x" * 101}), '{"id": 6, "text": 7}',
    ]  # fmt: skip
    give(monkeypatch, "\n".join(lines))
    assert main(["understand"]) == 0
    assert [json.loads(line) for line in capsys.readouterr().out.splitlines()] == [
        {
            "id": 1,
            "emotions": [{"emotion": "guilt", "strength": 3, "confidence": 0.9}],
            "situations": [{"situation": "sorry-to-say", "confidence": 0.7}],
            "needs": [{"need": "repair", "confidence": 0.6}],
            "not_sure": False,
        },
        {"id": "b", "emotions": [], "situations": [], "needs": [], "not_sure": True},
        {"id": None, "error": "this line is no JSON"},
        {"id": 4, "error": "text: give a text"},
        {"id": 5, "error": "too long"},
        {"id": 6, "error": "text: give a text"},
    ]
