"""`aftershift score` and `aftershift change` keep the contract of batch commands."""

import json
from typing import Any

import pytest
from tests.cli.standard_input import give

from aftershift.cli.main import main


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    def asked(*words: str, lines: list[str]) -> list[dict[str, Any]]:
        give(monkeypatch, "\n".join(lines))
        assert main(list(words)) == 0
        return [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    return asked


def test_scores_come_in_order_and_a_bad_line_says_why(ask) -> None:
    lines = [
        '{"id": 1, "answers": [2, 2, 2, 2, 2, 2, 1, 1, 1], "extra": 3}',
        '{"id": "b", "answers": [2, 2, 2, 2, null, 2, 1, 1, 0]}', "no json", '{"id": 4}',
        '{"id": 5, "answers": [2]}', '{"id": 6, "answers": [9, 2, 2, 2, 0, 2, 1, 1, 0]}',
        '{"id": 7, "answers": [0, 0, 0, 0, 0, 0, 0, 0, 0], "coding": 4}',
        '{"id": 8, "answers": [0, 0, 0, 0, 0, 0, 0, 0, 0], "coding": "x"}',
    ]  # fmt: skip
    said = ask("score", "phq-9", lines=lines)
    assert said[0] == {
        "id": 1,
        "scores": {"total": 15, "algorithm_core": 2, "algorithm_n": 7},
        "bands": {"severity": "moderately-severe", "item9_flag": True},
        "warnings": [],
    }
    assert said[1]["scores"]["total"] is None
    assert said[1]["scores"]["prorated_total"] == 13.5
    assert said[1]["bands"]["severity"] is None
    assert said[2:] == [
        {"id": None, "error": "this line is no JSON"},
        {"id": 4, "error": "answers: give a list in the order of the form"},
        {"id": 5, "error": "PHQ-9: 9 answers are needed, not 1"},
        {"id": 6, "error": "PHQ-9: item 1 may be 0, 1, 2, 3, or null where it is missing"},
        {"id": 7, "error": "coding: give a text"},
        {"id": 8, "error": "PHQ-9: coding is none"},
    ]


def test_a_form_with_parts_and_one_with_two_codings(ask) -> None:
    parts = '{"id": 1, "answers": {"gad": [2, 2], "phq": [1, 1]}}'
    assert ask("score", "PHQ-4", lines=[parts])[0]["scores"] == {
        "total": 6,
        "anxiety": 4,
        "depression": 2,
    }
    same = json.dumps({"id": 1, "answers": [4] * 16, "coding": "4=strongly agree"})
    said = ask("score", "OLBI", lines=[same])[0]
    assert said["scores"]["exhaustion_mean"] == 2.5
    assert "straight-lining" in said["warnings"][0]


def test_changes_name_their_rule_and_their_basis(ask) -> None:
    lines = [
        '{"id": 1, "before": {"total": 14, "algorithm_n": 7}, "after": {"total": 6}}',
        '{"id": 2, "before": {"total": 14}, "after": {"total": null}}',
        '{"id": 3, "before": {"total": 14}}', '{"id": 4, "before": {}, "after": {"total": 3}}',
        '{"id": 5, "before": {"total": 28}, "after": {"total": 3}}',
        '{"id": 6, "before": {"total": NaN}, "after": {"total": 3}}',
        '{"id": 7, "before": {"total": 1' + "0" * 400 + '}, "after": {"total": 3}}',
        '{"id": 8, "before": {"total": true}, "after": {"total": 3}}',
    ]  # fmt: skip
    said = ask("change", "PHQ-9", lines=lines)
    assert said[0] == {
        "id": 1,
        "total": {
            "difference": -8,
            "rc95": 5.61,
            "verdict": "reliable improvement",
            "rc90": 4.71,
            "basis": "internal consistency 0.89, spread 6.1 of people in care (source)",
            "meaningful": {"name": "NHS rule", "points": 6, "reached": True},
            "crossed_the_line": True,
        },
    }
    assert said[1]["total"]["verdict"] == "not enough data"
    assert said[2:] == [
        {"id": 3, "error": "after: give an object of scores by scale"},
        {"id": 4, "error": "before and after share no scale of PHQ-9; its scales: total"},
        {"id": 5, "error": "before: total is a number from 0 to 27, or null"},
        *(
            {"id": one, "error": "before: total is a number from 0 to 27, or null"}
            for one in (6, 7, 8)
        ),
    ]


def test_where_no_rule_stands_it_says_so(ask) -> None:
    said = ask(
        "change", "MISS-HP", lines=['{"id": 1, "before": {"total": 60}, "after": {"total": 20}}']
    )
    assert said[0]["total"]["verdict"] == "no reliable-change rule"
    assert said[0]["total"]["rc95"] is None


@pytest.mark.parametrize("command", ["score", "change"])
def test_an_unknown_instrument_is_refused_with_the_names(command: str, capsys) -> None:
    assert main([command, "mood-o-meter"]) == 2
    said = capsys.readouterr().err
    assert "'mood-o-meter' is no instrument" in said
    assert "PHQ-9" in said
