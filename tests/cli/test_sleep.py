"""`aftershift sleep`: when the person of a roster likely sleeps, and her body's night."""

import json
import re
from datetime import datetime, timedelta

import pytest
from tests.cli.standard_input import give

from aftershift.cli.main import main

LONDON = ["--zone", "Europe/London", "--anchor", "2026-10-19"]
Printed = pytest.CaptureFixture[str]


def test_the_episodes_have_the_shape_of_the_contract(
    monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    give(monkeypatch, "0700-1930 0700-1930 -")
    assert main(["sleep", "-", *LONDON, "--from", "2026-10-20", "--days", "1", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["episodes"][0] == {
        "starts": "2026-10-19T21:45:00Z",  # up at 05:30 after 6.75 h in bed (Ingre 2008)
        "ends": "2026-10-20T04:30:00Z",
        "kind": "night",
        "asleep_minutes": 352,
        "band_minutes": 55,
    }


def test_a_shorter_commute_gives_a_later_alarm(
    monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    give(monkeypatch, "0700-1930 0700-1930")
    assert main(["sleep", "-", *LONDON, "--commute", "15", "--json"]) == 0
    ends = [one["ends"] for one in json.loads(capsys.readouterr().out)["episodes"]]
    assert "2026-10-20T05:00:00Z" in ends


def test_the_readable_table_says_by_which_rule_and_how_sure(
    monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    give(monkeypatch, "1930-0730 1930-0730 - -")
    assert main(["sleep", "-", *LONDON]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("waking      in bed         asleep      +-  why\n")
    assert "Tue 20 Oct  09:00 - 15:36  5 h 45  1 h 18  by day, between nights\n" in printed
    assert "An average person's sleep" in printed


def test_the_body_clock_has_the_shape_of_the_contract(
    monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    give(monkeypatch, "- - -")
    assert main(["sleep", "-", *LONDON, "--json"]) == 0
    first, *others = json.loads(capsys.readouterr().out)["phase"]
    assert list(first) == ["day", "cbtmin", "dlmo", "band_hours"]
    assert [first["day"], *(one["day"] for one in others)] == [
        "2026-10-19",
        "2026-10-20",
        "2026-10-21",
    ]
    low, onset = (datetime.fromisoformat(first[name]) for name in ("cbtmin", "dlmo"))
    assert 4 <= low.hour < 6  # 05:00 to 07:00 on the wall, after free days
    assert low - onset == timedelta(hours=7)
    assert 0.69 <= first["band_hours"] < 1


def test_the_body_clock_knows_of_the_nights_before_the_days_asked_for(
    monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    lows = []
    for line in ("2130-0730 2130-0730 2130-0730 2130-0730 -", "- - - - -"):
        give(monkeypatch, line)
        assert main(["sleep", "-", *LONDON, "--from", "2026-10-23", "--days", "1", "--json"]) == 0
        [phase] = json.loads(capsys.readouterr().out)["phase"]
        lows.append(datetime.fromisoformat(phase["cbtmin"]))
    after_nights, rested = lows
    assert after_nights - rested > timedelta(minutes=45)


def test_the_readable_table_says_when_the_body_clock_is_lowest(
    monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    give(monkeypatch, "- -")
    assert main(["sleep", "-", *LONDON]) == 0
    printed = capsys.readouterr().out
    assert "\nbody clock  lowest  melatonin from      +-\n" in printed
    assert re.search(r"^Mon 19 Oct  0[56]:\d\d   2[23]:\d\d           +4\d min$", printed, re.M)
    assert "a typical error, not a limit" in printed
    assert "Models: sleep by published rules (Ganesan 2019" in printed


def test_an_empty_roster_is_no_error(monkeypatch: pytest.MonkeyPatch, capsys: Printed) -> None:
    give(monkeypatch, "")
    assert main(["sleep", "-", *LONDON]) == 0
    assert "the roster is empty" in capsys.readouterr().out


def test_a_commute_that_cannot_be_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    give(monkeypatch, "0700-1930")
    assert main(["sleep", "-", *LONDON, "--commute", "900"]) == 2
    assert capsys.readouterr().err == "aftershift: commute: not between 0 and 300 minutes\n"
