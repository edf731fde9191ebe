"""`aftershift serve` and `aftershift demo`, as programs."""

import json
import re
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from email.message import Message
from pathlib import Path

import pytest
from tests.cli.programs import done, running


@pytest.fixture
def taken() -> Iterator[int]:
    """Listen on some port of this machine."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def words_before_serving(program: subprocess.Popen[str]) -> str:
    """Read what is said up to the address, which is the last word."""
    assert program.stdout is not None
    said = ""
    for line in program.stdout:
        said += line
        if "http://" in line:
            return said
    pytest.fail("the address was never said")


def answer_of(address: str) -> Message:
    """Ask for a page as soon as the server listens; return the headers of its answer."""
    for _ in range(100):
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 - our own
                headers: Message = answer.headers
                return headers
        except urllib.error.URLError:
            time.sleep(0.1)
    pytest.fail("the server never answered")


def test_it_serves_on_the_next_free_port_and_stops_when_told(tmp_path: Path, taken: int) -> None:
    with running(tmp_path / "data", "serve", "--port", str(taken)) as program:
        said = words_before_serving(program)
        address = said.split()[-1]
        headers = answer_of(address)
        limits = Path(f"/proc/{program.pid}/limits").read_text(encoding="utf-8")
        program.send_signal(signal.SIGINT)
        _, errors = program.communicate(timeout=10)
    port = int(address.removeprefix("http://localhost:").rstrip("/"))
    assert said.startswith(f"Port {taken} is taken; {port} is free.\n")
    assert headers["Content-Security-Policy"]
    assert headers["Server"] is None
    assert re.search(r"Max core file size +0 +0 ", limits)
    assert (program.returncode, errors) == (0, "")


def test_what_the_server_writes_is_for_nobody_else(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with running(data, "serve") as program:
        words_before_serving(program)
    open_to_others = [path.name for path in (data, *data.iterdir()) if path.stat().st_mode & 0o077]
    assert open_to_others == []
    assert {"aftershift.sqlite3", "server.key"} <= {path.name for path in data.iterdir()}


def test_it_refuses_to_start_with_a_key_that_others_can_read(tmp_path: Path) -> None:
    (tmp_path / "server.key").write_bytes(bytes(32))
    (tmp_path / "server.key").chmod(0o644)
    ended = done(tmp_path, "serve")
    assert ended.returncode == 2
    assert ended.stderr.startswith("aftershift: ")
    assert "chmod 600" in ended.stderr
    assert ended.stderr.count("\n") == 1


def test_it_says_when_its_folder_cannot_be_used(tmp_path: Path) -> None:
    (tmp_path / "data").touch()
    ended = done(tmp_path / "data", "serve")
    assert ended.returncode == 2
    assert ended.stderr == (
        "aftershift: the folder of AFTERSHIFT_DATA cannot be used (File exists)\n"
    )


def test_the_demo_is_new_at_each_start(tmp_path: Path) -> None:
    first = done(tmp_path, "demo", "--no-serve")
    database = tmp_path / "demo/aftershift.sqlite3"
    born = database.stat().st_ino, database.stat().st_mtime_ns
    second = done(tmp_path, "demo", "--no-serve")
    assert (first.returncode, second.returncode) == (0, 0), second.stderr
    assert re.search(r"name +\S+\n +password +\S+", second.stdout)
    assert (database.stat().st_ino, database.stat().st_mtime_ns) != born
    assert [path.name for path in tmp_path.iterdir()] == ["demo"]


def test_the_doctor_finds_the_demo_well_and_a_broken_one_not(tmp_path: Path) -> None:
    assert done(tmp_path, "demo", "--no-serve").returncode == 0
    data = tmp_path / "demo"
    assert {"works": True, "says": "SQLite, whole"}.items() <= parts_of(data)["database"].items()
    assert parts_of(data)["migrations"]["says"] == "all applied"
    (data / "server.key").chmod(0o644)
    ended = done(data, "doctor")
    assert ended.returncode == 1
    assert "CARE  server key" in ended.stdout


def parts_of(data: Path) -> dict[str, dict[str, object]]:
    """Ask the doctor for everything."""
    found = json.loads(done(data, "doctor", "--json").stdout)
    assert list(found) == ["all_right", "parts"]
    return {part["part"]: part for part in found["parts"]}


def test_looking_makes_nothing(tmp_path: Path) -> None:
    ended = done(tmp_path / "data", "doctor")
    assert "none yet; serve makes it" in ended.stdout
    assert list(tmp_path.iterdir()) == []
