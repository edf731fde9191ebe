"""`aftershift instruments` brings wording in, says what matched, keeps only what is whole."""

import io
import json
import sys
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from tests.engines.checkins.invented_keys import PHQ9, Json, asked, keys, phq9_form, questionnaire
from tests.engines.checkins.test_flat import csi_rows
from tests.engines.checkins.test_redcap import dictionary, field, nine
from tests.shared_material import shared

from aftershift.cli.batch import instruments
from aftershift.cli.main import main
from aftershift.library.instruments import load_instruments
from aftershift.library.wordings import installed

Printed = pytest.CaptureFixture[str]
Written = Callable[[str | Json], str]


@pytest.fixture(autouse=True)
def data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Take keys with invented items, and a data folder of the test's own."""
    monkeypatch.setattr(instruments, "load_instruments", keys)
    monkeypatch.setenv("AFTERSHIFT_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


@pytest.fixture
def written(tmp_path: Path) -> Written:
    def write(form: str | Json) -> str:
        path = tmp_path / "form"
        path.write_text(form if isinstance(form, str) else json.dumps(form), encoding="utf-8")
        return str(path)

    return write


def answered(capsys: Printed, *words: str) -> Json:
    main(["instruments", *words, "--json"])
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize("name", ["phq9-lforms.json", "phq9-weight.json"])
def test_the_official_forms_that_we_have_come_in(name: str, data: Path, capsys: Printed) -> None:
    path = shared(f"checkins/fhir/{name}")
    found = answered(capsys, "import", str(path))["forms"][0]
    assert found["instrument"] == "PHQ-9"
    assert [one["item"] for one in found["matched"]] == list("123456789")
    assert found["unmatched"] == ["/44261-6", "/69722-7"]
    assert (found["problems"], found["missing"], found["reason"]) == ([], [], "")
    assert found["kept"] == str(data / "instruments" / "phq-9.json")
    assert len(installed(data / "instruments")["PHQ-9"].items) == 9


def test_people_read_what_was_matched_what_was_not_and_where_it_is(
    data: Path, written: Written, capsys: Printed
) -> None:
    form = phq9_form()
    form["item"].append(asked("more\x1b[31m"))
    assert main(["instruments", "import", written(form)]) == 0
    printed = capsys.readouterr().out
    assert "Invented: PHQ-9, 9 of 9 items matched.\n" in printed
    assert "1           /44250-9     LOINC code\n" in printed
    assert "Not scored by the key: more?[31m.\n" in printed
    assert "Licence class A. no notice\nThe form's own notice: Nobody's\n" in printed
    assert "Item 9 touches self-harm: it opens the private safety question first, and" in printed
    assert "where that is missing the instrument stays off." in printed
    assert f"Kept in {data / 'instruments' / 'phq-9.json'}.\n" in printed


def test_a_form_that_is_not_whole_is_not_kept(
    data: Path, written: Written, capsys: Printed
) -> None:
    form = questionnaire([asked(code, code) for code in PHQ9[:8]])
    assert main(["instruments", "import", written(form)]) == 1
    printed = capsys.readouterr().out
    assert "PHQ-9, 8 of 9 items matched." in printed
    assert "Not kept: item 9 is not there, or stands there twice." in printed
    assert not data.exists()


def test_a_form_that_nobody_knows_can_be_named(written: Written, capsys: Printed) -> None:
    form = questionnaire([asked(str(place)) for place in range(1, 10)])
    path = written(form)
    assert main(["instruments", "import", path]) == 1
    assert "no key was chosen" in capsys.readouterr().out
    assert main(["instruments", "import", path, "--as", "phq-9"]) == 0
    assert main(["instruments", "import", path, "--as", "secret"]) == 2
    assert "no key has this name; there are: CSI-4, GAD-7" in capsys.readouterr().err


def test_a_wording_under_class_c_waits_for_its_terms(
    data: Path, written: Written, capsys: Printed
) -> None:
    items = [{"linkId": f"WHO-5.{at}", "type": "integer", "text": "So?"} for at in range(1, 6)]
    path = written(questionnaire(items))
    assert main(["instruments", "import", path]) == 1
    assert "Not kept: licence class C: read its terms" in capsys.readouterr().out
    assert main(["instruments", "import", path, "--terms-accepted"]) == 0
    assert installed(data / "instruments")["WHO-5"].terms_accepted


def test_a_dictionary_and_a_plain_table_come_in(
    data: Path, written: Written, capsys: Printed
) -> None:
    text = dictionary(field("record_id", "start", type="text"), *nine())
    found = answered(capsys, "import", written(text))["forms"]
    assert [(one["form"], one["instrument"]) for one in found] == [
        ("start", None),
        ("phq9", "PHQ-9"),
    ]
    assert main(["instruments", "import", written(text), "--as", "PHQ-9"]) == 2
    assert "--as: this file holds 2 forms" in capsys.readouterr().err
    assert answered(capsys, "import", written(csi_rows()))["forms"][0]["instrument"] == "CSI-4"
    assert set(installed(data / "instruments")) == {"PHQ-9", "CSI-4"}


def test_standard_input_and_another_folder_do_as_well(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Printed
) -> None:
    given = io.TextIOWrapper(io.BytesIO(json.dumps(phq9_form()).encode()))
    monkeypatch.setattr(sys, "stdin", given)
    found = answered(capsys, "import", "-", "--into", str(tmp_path / "packs"))["forms"][0]
    assert found["kept"] == str(tmp_path / "packs" / "phq-9.json")


def test_what_is_here_is_listed(written: Written, capsys: Printed) -> None:
    assert main(["instruments", "list"]) == 0
    assert capsys.readouterr().out.startswith("No wording is on this host.")
    answered(capsys, "import", written(phq9_form()))
    assert main(["instruments", "list"]) == 0
    assert "PHQ-9       Invented  en-GB     2        A\n" in capsys.readouterr().out
    assert answered(capsys, "list")["wordings"] == [
        {
            "instrument": "PHQ-9",
            "title": "Invented",
            "language": "en-GB",
            "version": "2",
            "licence": "A",
        }
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<Questionnaire/>", "this is XML"),
        ("a,b\n1,2\n", "neither a FHIR Questionnaire in JSON, nor a REDCap data dictionary"),
        ("", "this table is empty"),
        ('{"resourceType": "Bundle"}', "a Questionnaire is needed, and this is Bundle"),
    ],
)
def test_what_is_no_form_is_refused_in_one_line(
    text: str, reason: str, written: Written, capsys: Printed
) -> None:
    assert main(["instruments", "import", written(text)]) == 2
    printed = capsys.readouterr()
    assert printed.err.startswith(f"aftershift: {reason}")
    assert (printed.err.count("\n"), printed.out) == (1, "")


def test_what_is_not_text_and_what_is_not_there_are_refused(
    tmp_path: Path, capsys: Printed
) -> None:
    (tmp_path / "x").write_bytes(b"\xff\xfe{")
    assert main(["instruments", "import", str(tmp_path / "x")]) == 2
    assert "no text in UTF-8" in capsys.readouterr().err
    assert main(["instruments", "import", str(tmp_path / "none")]) == 2
    assert "no such file" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_said(
    tmp_path: Path, written: Written, capsys: Printed
) -> None:
    (tmp_path / "taken").write_text("")
    path = written(phq9_form())
    assert main(["instruments", "import", path, "--into", str(tmp_path / "taken")]) == 2
    assert "taken: file exists" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["phq9-lforms.json", "phq9-weight.json"])
def test_our_own_key_fits_the_official_forms(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    if "PHQ-9" not in load_instruments():
        pytest.skip("no key of PHQ-9 in content/instruments")
    monkeypatch.setattr(instruments, "load_instruments", load_instruments)
    found = answered(capsys, "import", str(shared(f"checkins/fhir/{name}")))["forms"][0]
    assert (found["instrument"], len(found["matched"])) == ("PHQ-9", 9)
    assert {one["by"] for one in found["matched"]} == {"LOINC code"}
    assert list(found["touches"].values()) == ["self_harm"]


# --- by its address ------------------------------------------------------------------


@pytest.fixture
def official() -> Iterator[str]:
    """Stand in for the official server, on loopback."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found = self.path == "/Questionnaire/44249-1"
            body = json.dumps(phq9_form()).encode() if found else b""
            self.send_response(200 if found else 410)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_form_comes_in_by_its_address(official: str, data: Path, capsys: Printed) -> None:
    found = answered(capsys, "import", f"{official}/Questionnaire/44249-1")["forms"][0]
    assert found["kept"] == str(data / "instruments" / "phq-9.json")


def test_an_address_that_cannot_be_used_is_said(official: str, capsys: Printed) -> None:
    assert main(["instruments", "import", f"{official}/other"]) == 2
    assert "the server answered 410 instead" in capsys.readouterr().err
    assert main(["instruments", "import", "http://forms.example/q"]) == 2
    assert "a server that is not this machine needs https" in capsys.readouterr().err


@pytest.mark.parametrize("words", [[], ["export"], ["import"], ["import", "a", "b"]])
def test_what_else_is_asked_is_refused(words: list[str], capsys: Printed) -> None:
    assert main(["instruments", *words]) == 2
    assert "--help" in capsys.readouterr().err
