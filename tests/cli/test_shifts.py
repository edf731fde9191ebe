"""`aftershift shifts`: calendars, tables and lines of codes, for people and for machines."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from tests.cli.standard_input import give
from tests.shared_material import shared

from aftershift.cli.batch.printing import WIDTH
from aftershift.cli.main import main

EXAMPLES = Path(__file__).parents[2] / "docs/examples"
LONDON = ["--zone", "Europe/London"]
ANCHOR = ["--anchor", "2026-10-19"]
Printed = pytest.CaptureFixture[str]


def answer(capsys: Printed, *words: str) -> dict[str, Any]:
    assert main(["shifts", *words, "--json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


# --- a line of codes ----------------------------------------------------------------


def test_a_line_has_the_shape_of_the_contract(
    monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    give(monkeypatch, "0730-2000 - ZZZ")
    found = answer(capsys, "-", *LONDON, *ANCHOR)
    assert found == {
        "shifts": [
            {
                "starts": "2026-10-19T06:30:00Z",
                "ends": "2026-10-19T19:00:00Z",
                "code": "0730-2000",
                "certainty": 1.0,
                "flags": [],
            }
        ],
        "questions": [{"code": "ZZZ", "days": ["2026-10-21"], "suggestions": []}],
        "warnings": [],
    }


def test_a_legend_settles_what_was_asked(capsys: Printed) -> None:
    found = answer(
        capsys, f"{EXAMPLES}/sam.txt", *LONDON, *ANCHOR, "--codes", f"{EXAMPLES}/sam-codes.toml"
    )
    assert found["questions"] == []
    assert {shift["certainty"] for shift in found["shifts"]} == {1.0}
    assert len(found["shifts"]) == 12


def test_the_readable_table_asks_in_sentences(capsys: Printed) -> None:
    words = ["shifts", f"{EXAMPLES}/sam.txt", *LONDON, *ANCHOR, "--dialect", "uk-medical"]
    assert main(words) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["day", "from", "-", "to", "length", "code", "to", "know"]
    assert lines[1].startswith("Mon 19 Oct  08:00 - 17:00      9 h  SD")
    assert any(re.match(r"  T on Tue 27 Oct: is it .*\?", line) for line in lines)
    assert max(map(len, lines)) <= WIDTH


def test_the_night_on_which_the_clocks_go_back_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    give(monkeypatch, "1930-0800")
    assert main(["shifts", "-", *LONDON, "--anchor", "2026-10-24"]) == 0
    assert capsys.readouterr().out == (
        "day         from - to       length  code       to know\n"
        "Sat 24 Oct  19:30 - 08:00  13 h 30  1930-0800  the clocks go back\n"
    )


def test_a_range_keeps_what_touches_it(monkeypatch: pytest.MonkeyPatch, capsys: Printed) -> None:
    give(monkeypatch, "1930-0800 0700-1500 0700-1500 ZZZ")
    found = answer(capsys, "-", *LONDON, *ANCHOR, "--from", "2026-10-20", "--days", "1")
    assert [shift["starts"] for shift in found["shifts"]] == [
        "2026-10-19T18:30:00Z",
        "2026-10-20T06:00:00Z",
    ]
    assert found["questions"] == []


def test_no_control_character_of_a_file_reaches_the_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    give(monkeypatch, "\x1b[2J")
    assert main(["shifts", "-", *LONDON, *ANCHOR]) == 0
    assert "\x1b" not in capsys.readouterr().out


# --- calendars ----------------------------------------------------------------------


def test_the_samples_give_exactly_the_instants_of_rfc_5545(capsys: Printed) -> None:
    folder = shared("rhythm/samples/ics")
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    found = {
        name: [
            [compact(shift["starts"]), compact(shift["ends"])]
            for shift in answer(capsys, f"{folder}/{name}.ics", *LONDON, "--exact")["shifts"]
        ]
        for name in expected
    }
    assert found == expected


def compact(moment: str) -> str:
    """Write a moment as the samples do: `20261024T1830Z`."""
    return re.sub(r"[-:]", "", moment)[:13] + "Z"


def test_a_calendar_reads_by_the_ward_and_exactly_by_the_rfc(capsys: Printed) -> None:
    folder = shared("rhythm/samples/ics")
    file = f"{folder}/07_duration_exact_over_dst.ics"
    by_the_ward, exact = (answer(capsys, file, *LONDON, *more) for more in ([], ["--exact"]))
    assert by_the_ward["shifts"][0]["ends"] == "2026-10-25T07:30:00Z"
    assert exact["shifts"][0]["ends"] == "2026-10-25T06:30:00Z"
    assert by_the_ward["shifts"][0]["flags"] == ["clocks_go_back"]


def test_what_is_no_shift_is_left_out_with_its_line(capsys: Printed) -> None:
    found = answer(capsys, f"{EXAMPLES}/jo.ics", *LONDON)
    assert len(found["shifts"]) == 8
    assert [warning["place"] for warning in found["warnings"]] == ["line 77"]
    assert "Dentist" not in json.dumps(found)


# --- tables -------------------------------------------------------------------------

GRID = "Name,19/10/2026,20/10/2026,21/10/2026\nJo Ash,N,N,-\nSam Roe,0800-1700,,0800-1700\n"


@pytest.mark.parametrize("name", ["rota.csv", "rota.txt"])
def test_a_table_is_known_by_its_name_or_by_its_lines(
    name: str, tmp_path: Path, capsys: Printed
) -> None:
    (tmp_path / name).write_text(GRID, encoding="utf-8")
    found = answer(capsys, f"{tmp_path}/{name}", *LONDON, "--row", "sam roe")
    assert [shift["starts"] for shift in found["shifts"]] == [
        "2026-10-19T07:00:00Z",
        "2026-10-21T07:00:00Z",
    ]


@pytest.mark.parametrize("name", ["simple_rota.csv", "simple_rota.xlsx"])
def test_a_real_rota_gives_one_persons_days(name: str, capsys: Printed) -> None:
    file = shared("rhythm/samples/rosters") / name
    found = answer(capsys, str(file), *LONDON, "--row", "James")
    assert found["shifts"][0]["starts"].startswith("2018-01-01")


# --- refusals -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "words", "reason"),
    [
        ("D D N", LONDON, "standard input: a text of shift codes needs the day of its first co"),
        ("D D N", [], "the following arguments are required: --zone (see aftershift shifts"),
        ("D", ["--zone", "Mars/Base"], "argument --zone: 'Mars/Base' is no time zone such as"),
        ("D", [*LONDON, "--anchor", "19/10"], "argument --anchor: '19/10' is no day such as 2"),
        ("D", [*LONDON, *ANCHOR, "--from", "2026-10-19"], "give --from and --days together"),
        ("D", [*LONDON, *ANCHOR, "--dialect", "klingon"], "there is no dialect of that name"),
        ("D", [*LONDON, *ANCHOR, "--codes", "gone.toml"], "gone.toml: no such file or directory"),
        (GRID, LONDON, "standard input: this table has 2 people; say whose row it is with --row"),
        (GRID, [*LONDON, "--row", "Kim"], "standard input: the wanted row fits 0 people"),
        (b"%PDF-1.7", LONDON, "standard input: this is a PDF"),
        (b"\xd0\xcf\x11\xe0", LONDON, "standard input: this is an old Excel or Word file"),
        ("x" * 3_000_001, [*LONDON, *ANCHOR], "standard input: larger than 3 MB"),
    ],
)
def test_what_cannot_be_read_is_one_line(
    content: str | bytes,
    words: list[str],
    reason: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Printed,
) -> None:
    give(monkeypatch, content)
    assert main(["shifts", "-", *words]) == 2
    printed = capsys.readouterr()
    assert printed.err.startswith(f"aftershift: {reason}")
    assert printed.err.count("\n") == 1
    assert "Sam Roe" not in printed.err
    assert printed.out == ""


def test_a_slip_in_a_legend_is_named_by_its_key(tmp_path: Path, capsys: Printed) -> None:
    legend = tmp_path / "codes.toml"
    legend.write_text('[codes.N]\nhour = ["19:30-07:30"]\n', encoding="utf-8")
    words = [f"{EXAMPLES}/sam.txt", *LONDON, *ANCHOR, "--codes", str(legend)]
    assert main(["shifts", *words]) == 2
    assert "codes.toml: codes.N" in capsys.readouterr().err
