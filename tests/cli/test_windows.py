"""`aftershift windows`: the time that two or more rosters really leave together."""

import json
from datetime import time
from pathlib import Path
from typing import Any

import pytest

from aftershift.cli.batch.household import names_of
from aftershift.cli.batch.preferences import PersonTable, Preferences, limits_of
from aftershift.cli.batch.printing import WIDTH
from aftershift.cli.main import main
from aftershift.engines.windows.limits import Limits

EXAMPLES = Path(__file__).parents[2] / "docs/examples"
RANGE = ["--zone", "Europe/London", "--from", "2026-10-19", "--days", "14"]
COUPLE = [f"{EXAMPLES}/jo.ics", f"{EXAMPLES}/sam.txt"]
PREFS = ["--prefs", f"{EXAMPLES}/household.toml"]
FAMILY = ["--prefs", f"{EXAMPLES}/family.toml"]
MIA = "[children.mia]\nwakes = '07:00'\nbedtime = '19:30'\n"
Printed = pytest.CaptureFixture[str]


def answer(capsys: Printed, *words: str) -> dict[str, Any]:
    assert main(["windows", *words, "--json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def rosters(folder: Path, **lines: str) -> list[str]:
    """Write one line of codes for each person; name the files."""
    for name, line in lines.items():
        (folder / f"{name}.txt").write_text(line, encoding="utf-8")
    return [f"{folder}/{name}.txt" for name in lines]


def test_the_answer_has_the_shape_of_the_contract(capsys: Printed) -> None:
    found = answer(capsys, *COUPLE, *RANGE, *PREFS)
    counts = {"free_together", "awake_together", "rested_together"}
    assert list(found) == ["days", "totals", "windows", "not_now", "questions", "warnings"]
    assert [set(day) for day in found["days"]] == [{"day", *counts}] * 14
    assert set(found["totals"]) == counts
    assert {*found["windows"][0]} == {"starts", "ends", "kind", "score", "reasons"}
    assert {*found["not_now"][0]} == {"starts", "ends", "reason", "better"}
    assert found["questions"] == []
    assert [(one["person"], one["place"]) for one in found["warnings"]] == [("jo", "line 77")]


def test_the_totals_are_the_sums_of_the_days(capsys: Printed) -> None:
    found = answer(capsys, *COUPLE, *RANGE, *PREFS)
    for name, total in found["totals"].items():
        assert total == sum(day[name] for day in found["days"])
    totals = found["totals"]
    assert totals["rested_together"] < totals["awake_together"] < totals["free_together"]


def test_two_on_opposite_nights_have_no_time_on_a_day_of_work(
    tmp_path: Path, capsys: Printed
) -> None:
    files = rosters(tmp_path, day="0700-1900 0700-1900", night="1900-0700 1900-0700")
    words = ["--zone", "Europe/London", "--anchor", "2026-06-01"]
    found = answer(capsys, *files, *words, "--from", "2026-06-02", "--days", "1")
    assert found["totals"]["awake_together"] == 0
    assert found["windows"] == []


def test_three_people_share_less_than_two(tmp_path: Path, capsys: Printed) -> None:
    files = rosters(tmp_path, a="0800-1600 - -", b="1200-2000 - -", c="- 0800-1600 -")
    words = ["--zone", "Europe/London", "--anchor", "2026-06-01", "--from", "2026-06-01"]
    two = answer(capsys, *files[:2], *words, "--days", "3")["totals"]
    three = answer(capsys, *files, *words, "--days", "3")["totals"]
    assert two["free_together"] - three["free_together"] == 8 * 60


def test_the_readable_page_names_totals_windows_and_what_is_not_now(capsys: Printed) -> None:
    assert main(["windows", *COUPLE, *RANGE, *PREFS]) == 0
    printed = capsys.readouterr().out
    words = " ".join(printed.split())
    assert "In these 14 days calendars say 163 h together; both awake and home " in words
    assert "\nWindows\n  Wed 21 Oct  17:30 - 18:30  a real talk\n" in printed
    assert "\nNot now\n" in printed
    assert "jo comes off nights, with about " in words
    assert "Better: " in words
    assert "Sun 25 Oct    11 h 30" in printed
    assert "the clocks go back" in printed
    assert "alertness by three processes (Ingre 2014)" in words
    assert max(map(len, printed.splitlines())) <= WIDTH


def test_an_earlier_curfew_of_anybody_ends_windows_earlier(tmp_path: Path, capsys: Printed) -> None:
    files = rosters(tmp_path, a="0800-1600", b="0800-1600")
    prefs = tmp_path / "prefs.toml"
    prefs.write_text('minimum_minutes = 30\n[people.b]\ncurfew = "20:00"\n', encoding="utf-8")
    words = ["--zone", "UTC", "--anchor", "2026-06-01", "--from", "2026-06-01", "--days", "1"]
    found = answer(capsys, *files, *words, "--prefs", str(prefs))
    assert found["windows"]
    assert all(window["ends"] <= "2026-06-01T20:00:00Z" for window in found["windows"])


def test_the_household_keeps_to_the_strictest_of_its_lines() -> None:
    owl = PersonTable(curfew=time(0, 30), minimum_minutes=15)
    lark = PersonTable(curfew=time(21), minimum_minutes=45)
    limits = limits_of(Preferences(people={"owl": owl, "lark": lark}))
    assert (limits.curfew, limits.talk_minutes, limits.moment_minutes) == (time(21), 45, 45)
    assert limits_of(Preferences(people={"owl": owl})).curfew == time(0, 30)
    assert limits_of(Preferences()) == Limits()


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ([COUPLE[0], *RANGE], "give two rosters or more"),
        ([*COUPLE, "--zone", "UTC"], "the following arguments are required: --from, --days"),
        ([*COUPLE, *RANGE[:-1], "0"], "--days: from 1 to 400"),
        ([*COUPLE, *RANGE], f"{EXAMPLES}/sam.txt: a text of shift codes needs the day of its"),
        ([COUPLE[0], "gone.ics", *RANGE], "gone.ics: no such file or directory"),
    ],
)
def test_what_cannot_be_done_is_one_line(words: list[str], reason: str, capsys: Printed) -> None:
    assert main(["windows", *words]) == 2
    printed = capsys.readouterr()
    assert printed.err.startswith(f"aftershift: {reason}")
    assert printed.err.count("\n") == 1
    assert printed.out == ""


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("[people.kim]\ncommute = 10\n", "people.kim has no roster; there are jo, sam"),
        ("[people.jo]\ncommute = '10'\n", "prefs.toml: people.jo.commute: "),
        ("[people.jo]\ncommutes = 10\n", "prefs.toml: people.jo.commutes: "),
        ("[people.jo]\ncommute = 900\n", "commute: not between 0 and 300 minutes"),
        ("[people.jo]\nzone = 'Mars/Base'\n", "'Mars/Base' is no time zone"),
        ("minimum_minutes = 999\n", "minimum_minutes: from 5 to 480"),
        (MIA + "school_days = ['Mon', 'Xy']\n", "children.mia: school_days holds no weekday at"),
        (
            MIA + "holidays = ['soon']\n",
            "children.mia: holidays holds no day or stretch at number 1",
        ),
        (MIA.replace("19:30", "06:30"), "a child wakes before its bedtime"),
        (MIA.replace("mia", "sam"), "children.sam has a roster or habits, too"),
        ("[people.nana]\nat_home = false\n", "people.nana has no roster"),
        ("people = [", "prefs.toml: is not TOML in UTF-8"),
    ],
)
def test_a_slip_in_the_preferences_is_named(
    written: str, reason: str, tmp_path: Path, capsys: Printed
) -> None:
    prefs = tmp_path / "prefs.toml"
    prefs.write_text(written, encoding="utf-8")
    assert main(["windows", *COUPLE, *RANGE, "--prefs", str(prefs)]) == 2
    assert reason in capsys.readouterr().err


def test_with_children_windows_end_before_bedtime_and_no_talk_is_among_them(
    capsys: Printed,
) -> None:
    found = answer(capsys, *COUPLE, *RANGE, *FAMILY)
    assert found["windows"]
    for window in found["windows"]:
        assert window["kind"] != "talk"
        assert window["ends"][11:16] <= "17:45"  # 18:45 in London's summer
        bed = next(one for one in window["reasons"] if one["kind"] == "before_bedtime")
        assert bed["name"] == "ben"
        assert bed["words"] == "before ben's bedtime at 18:45"
    couple = answer(capsys, *COUPLE, *RANGE, *PREFS)["totals"]
    assert found["totals"]["awake_together"] < couple["awake_together"]
    assert {one["person"] for one in found["warnings"]} == {"jo"}


def test_one_roster_is_enough_beside_a_child(tmp_path: Path, capsys: Printed) -> None:
    prefs = tmp_path / "prefs.toml"
    prefs.write_text(MIA, encoding="utf-8")
    found = answer(capsys, COUPLE[0], *RANGE, "--prefs", str(prefs))
    assert found["windows"]


def test_more_than_six_are_refused(tmp_path: Path, capsys: Printed) -> None:
    prefs = tmp_path / "prefs.toml"
    written = "".join(MIA.replace("mia", f"kid{n}") for n in range(5))
    prefs.write_text(written, encoding="utf-8")
    assert main(["windows", *COUPLE, *RANGE, "--anchor", "2026-10-19", "--prefs", str(prefs)]) == 2
    assert "windows are for two to 6 people" in capsys.readouterr().err


def test_people_are_named_after_their_files() -> None:
    files = [Path("a/rota.csv"), Path("b/rota.csv"), Path("-"), Path("sam.txt")]
    assert names_of(files) == ("rota", "rota-2", "input", "sam")
