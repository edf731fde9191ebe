"""`aftershift redact`: JSON lines in, spans and masked texts out, and a bad line stops nothing."""

import json
from typing import Any

import pytest
from tests.cli.standard_input import give

from aftershift.cli.main import main

Printed = pytest.CaptureFixture[str]


def answers(
    monkeypatch: pytest.MonkeyPatch, capsys: Printed, content: str | bytes
) -> list[dict[str, Any]]:
    give(monkeypatch, content)
    assert main(["redact"]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_the_answer_has_the_shape_of_the_contract(
    monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    line = json.dumps({"id": 7, "text": "handed over Mrs Okafor in bed 12", "mood": "low"})
    assert answers(monkeypatch, capsys, line) == [
        {
            "id": 7,
            "spans": [
                {"start": 12, "end": 22, "kind": "patient_name"},
                {"start": 26, "end": 32, "kind": "room_bed"},
            ],
            "masked": "handed over [name] in [bed]",
            "blocked": True,
        }
    ]


def test_places_are_code_points_of_the_text_as_given(
    monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    text = "😮‍💨 e\u0301 Mrs Okafor died"
    (answer,) = answers(monkeypatch, capsys, json.dumps({"id": 1, "text": text}))
    (span,) = answer["spans"]
    assert text[span["start"] : span["end"]] == "Mrs Okafor"


def test_a_bad_line_is_told_and_the_run_goes_on(
    monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    lines = '{"id": 1, "text": 5}\nMrs Okafor\n[]\n{"id": 2, "text": "tea"}\n'
    found = answers(monkeypatch, capsys, lines)
    assert [one["id"] for one in found] == [1, None, None, 2]
    assert [("error" in one) for one in found] == [True, True, True, False]
    assert "Okafor" not in json.dumps(found)
    assert found[3] == {"id": 2, "spans": [], "masked": "tea", "blocked": False}


def test_input_that_is_no_text_ends_the_run(
    monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    give(monkeypatch, b'{"id": 1, "text": "tea"}\n\xff\xfe\n')
    assert main(["redact"]) == 2
    assert capsys.readouterr().err == "aftershift: standard input, line 2: no text in UTF-8\n"
