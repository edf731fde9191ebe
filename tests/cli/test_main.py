"""The door of the command line: help, unknown words, and trouble in one line."""

import os
import subprocess
import sys
from collections.abc import Callable

import pytest

from aftershift.cli import main as door
from aftershift.cli.main import COMMANDS, Command, main
from aftershift.cli.refusals import Refusal

Printed = pytest.CaptureFixture[str]


def test_alone_it_lists_every_command(capsys: Printed) -> None:
    assert main([]) == 0
    printed = capsys.readouterr().out
    assert all(f"\n  {name} " in printed for name in COMMANDS)
    assert max(map(len, printed.splitlines())) <= 80


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_in_80_columns(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert main([name, "--help"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith(f"usage: aftershift {name}")
    assert max(map(len, printed.splitlines())) <= 80


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["rosters"], "aftershift: 'rosters' is no command; there are: demo, serve, doctor,"),
        (["serve", "--port", "0"], "aftershift: argument --port: '0' is no port (1 to 65535)"),
        (["serve", "--warm"], "aftershift: unrecognized arguments: --warm (see aftershift serve "),
        (["serve", "--host", "ward.example"], "aftershift: ward.example is not this machine"),
        (["serve", "--host", "0.0.0.0"], "aftershift: 0.0.0.0 is not this machine alone"),  # noqa: S104
        (["serve", "--certificate", "c.pem"], "aftershift: TLS needs both --certificate FILE"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_exit_code_2(
    words: list[str], reason: str, capsys: Printed
) -> None:
    assert main(words) == 2
    printed = capsys.readouterr()
    assert printed.err.startswith(reason)
    assert printed.err.count("\n") == 1
    assert printed.out == ""


def command_that(does: Callable[[], int], monkeypatch: pytest.MonkeyPatch) -> None:
    """Put one more command in the table, for this test."""
    module = type(sys)("tests_cli_command")
    module.arguments = lambda parser: None
    module.run = lambda given: does()
    monkeypatch.setitem(sys.modules, "tests_cli_command", module)
    monkeypatch.setitem(
        door.COMMANDS, "try", Command(module="tests_cli_command", purpose="be tried")
    )


def test_a_fault_of_ours_shows_its_place_and_never_its_message(
    monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    def break_down() -> int:
        private = "dinner with Sam"
        raise ValueError(private)

    command_that(break_down, monkeypatch)
    assert main(["try"]) == 70
    printed = capsys.readouterr().err
    assert "ValueError in main.py, line" in printed
    assert "Sam" not in printed


def test_a_refusal_of_several_lines_is_told_in_one(
    monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    def refuse() -> int:
        reason = "line 3:\n  no day"
        raise Refusal(reason)

    command_that(refuse, monkeypatch)
    assert main(["try"]) == 2
    assert capsys.readouterr().err == "aftershift: line 3: no day\n"


def test_a_reader_that_leaves_is_no_error() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    call = [sys.executable, "-m", "aftershift", "--help"]
    done = subprocess.run(call, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert done.returncode == 141
    assert done.stderr == b""


@pytest.mark.parametrize("name", ["shifts", "sleep", "windows", "alertness"])
def test_a_batch_command_loads_no_web(name: str) -> None:
    ask = (
        "import sys; from aftershift.cli.main import main; "
        f"assert main([{name!r}, '--help']) == 0; "
        "web = {'django', 'uvicorn', 'aftershift.web', 'pysqlite3'} & set(sys.modules); "
        "sys.exit(str(web) if web else 0)"
    )
    done = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
