"""`aftershift alertness`: one JSON object in, one row for each step out."""

import json
from typing import Any

import pytest
from tests.cli.standard_input import give

from aftershift.cli.main import main

NIGHT = [{"starts": "2026-10-18T22:30:00Z", "ends": "2026-10-19T05:30:00Z"}]
ASKED = {
    "sleep": NIGHT,
    "from": "2026-10-19T05:30:00Z",
    "to": "2026-10-19T21:30:00Z",
    "step_minutes": 240,
}
Printed = pytest.CaptureFixture[str]


def answer(monkeypatch: pytest.MonkeyPatch, capsys: Printed, **asked: object) -> dict[str, Any]:
    give(monkeypatch, json.dumps({**ASKED, **asked}))
    assert main(["alertness", "--json"]) == 0
    printed: dict[str, Any] = json.loads(capsys.readouterr().out)
    return printed


def test_the_answer_has_the_shape_of_the_contract(
    monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    found = answer(monkeypatch, capsys)
    assert list(found) == ["times", "s", "c", "u", "w", "kss"]
    assert {len(values) for values in found.values()} == {5}
    assert found["times"][:2] == ["2026-10-19T05:30:00Z", "2026-10-19T09:30:00Z"]
    assert all(1 <= kss <= 9 for kss in found["kss"])


def test_s_begins_where_it_is_told_to(monkeypatch: pytest.MonkeyPatch, capsys: Printed) -> None:
    found = answer(monkeypatch, capsys, sleep=[], initial_s=7.96)
    assert found["s"][0] == pytest.approx(7.96, abs=1e-12)


def test_the_rhythm_peaks_at_the_hour_it_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    found = answer(monkeypatch, capsys, phase_hours=9.5)
    assert found["c"][1] == pytest.approx(2.5)


def test_the_hour_of_the_day_is_the_one_that_from_is_written_in(
    monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    found = answer(monkeypatch, capsys, **{"from": "2026-10-19T16:48:00+10:00"})
    assert found["times"][0] == "2026-10-19T06:48:00Z"
    assert found["c"][0] == pytest.approx(2.5)  # at 16.8 o'clock


def test_the_readable_table_says_asleep_and_how_alert(
    monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    give(monkeypatch, json.dumps({**ASKED, "from": "2026-10-19T01:30:00Z"}))
    assert main(["alertness"]) == 0
    printed = capsys.readouterr().out
    assert "three processes (Ingre 2014; Akerstedt & Folkard 1997)" in printed
    assert printed.splitlines()[:3] == [
        "day         at        S     C     U     W  KSS  about",
        "Mon 19 Oct  01:30  14.2  -1.6  -1.0   0.0  3.6  asleep",
        "Mon 19 Oct  05:30  14.3  -2.5  -0.3  -5.7  7.1  sleepy",
    ]


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ('{"sleep":\n[}', "standard input, line 2: this is no JSON"),
        ("[1]", "standard input: give one JSON object"),
        (b"\xff\xfe", "standard input: no text in UTF-8"),
        ("[" * 100_000, "standard input: this is no JSON"),
        (json.dumps({**ASKED, "from": "2026-10-19T05:30:00"}), "from: give a moment with its o"),
        (json.dumps({**ASKED, "to": 7}), "to: give a moment with its offset"),
        (json.dumps({**ASKED, "to": "0001-01-01T00:00:00+14:00"}), "to: give a moment"),
        (json.dumps({**ASKED, "step_minutes": 0}), "step_minutes, from, to: give a step over 0"),
        (json.dumps({**ASKED, "step_minutes": "x"}), "step_minutes: give a number"),
        (json.dumps({**ASKED, "initial_s": float("nan")}), "initial_s: give a number"),
        (json.dumps({**ASKED, "initial_s": 99}), "initial_s: not between 2.4 and 14.3"),
        (json.dumps({**ASKED, "sleep": {}}), "sleep: give a list of"),
        (json.dumps({**ASKED, "sleep": [{}]}), "sleep 1: starts: give a moment"),
        (json.dumps({**ASKED, "sleep": NIGHT * 2}), "sleep: not in order, or one overlaps"),
    ],
)
def test_what_cannot_be_read_is_one_line(
    given: str | bytes, reason: str, monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    give(monkeypatch, given)
    assert main(["alertness", "--json"]) == 2
    printed = capsys.readouterr()
    assert printed.err.startswith(f"aftershift: {reason}")
    assert printed.err.count("\n") == 1
    assert printed.out == ""
