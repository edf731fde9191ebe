"""Answers out in files and back: nothing lost, nothing kept unasked, nothing trusted."""

import json
from dataclasses import replace
from datetime import timedelta
from html import unescape
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.people import Account
from tests.web.house.page import Page
from tests.web.instruments.test_instruments import SHELF, said, sent
from tests.web.instruments.wordings import put

from aftershift.engines.checkins.flat import answers_csv
from aftershift.library.wordings import folder_of
from aftershift.web.instruments import bringing, queries
from aftershift.web.instruments.papers import Kept
from aftershift.web.pages import clock


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give these tests a folder of their own, with invented wordings in it."""
    put(tmp_path, "PHQ-9", "GAD-7", "BRS")
    monkeypatch.setattr(queries, "folder_of", lambda _data: folder_of(tmp_path))
    return folder_of(tmp_path)


@pytest.fixture
def answered(nurse: Account) -> Account:
    """Give somebody who kept two filled forms."""
    sent(nurse, "gad-7", said(2, 2, 2, 1, None, 1, 1), keep=True)
    sent(nurse, "brs", said(1, 2, 3, 4, 5, 1), keep=True)
    return nurse


def shown(account: Account, data: bytes, name: str = "x", status: int = 200) -> str:
    file = SimpleUploadedFile(name, data)
    answer = account.browser.post(f"{SHELF}bring-back", {"file": file})
    assert answer.status_code == status
    assert Page(answer.text).faults() == []
    return unescape(answer.text)


def table_in(page: str) -> str:
    return page.split('name="table" value="')[1].split('">')[0]


def kept(account: Account, page: str) -> str:
    answer = account.browser.post(f"{SHELF}bring-back/keep", {"table": table_in(page)}, follow=True)
    assert answer.status_code == 200
    return unescape(answer.text)


def out(account: Account, name: str) -> bytes:
    return account.browser.get(f"{SHELF}{name}").content


def test_the_zip_holds_both_formats_and_says_what_its_columns_are(answered: Account) -> None:
    with ZipFile(BytesIO(out(answered, "answers.zip"))) as archive:
        assert archive.namelist() == ["answers.json", "answers.csv", "codebook.csv"]
        table, codebook = (archive.read(f"{one}.csv").decode() for one in ("answers", "codebook"))
        bundle = json.loads(archive.read("answers.json"))
    assert "GAD-7 item 1" in table
    assert "total: sum, 7 of 7 answered" in table  # the rule
    assert "Invented line 3" in codebook
    assert "PHQ-9" not in codebook  # only what was answered
    kinds = {one["resource"]["resourceType"] for one in bundle["entry"]}
    assert kinds == {"QuestionnaireResponse", "Observation"}


@pytest.mark.parametrize("name", ["answers.zip", "answers.json"])
def test_what_went_out_comes_back_equal(answered: Account, name: str) -> None:
    before = queries.paper(by=answered.by)
    file = out(answered, name)
    assert "It is here already." in shown(answered, file)
    for slug in ("gad-7", "brs"):
        answered.browser.post(f"{SHELF}{slug}/erase-all")
    page = shown(answered, file)
    assert queries.paper(by=answered.by).kept == ()
    assert "It is here already." not in page
    assert "GAD-7, </span>19 October 2026" in kept(answered, page)
    assert queries.paper(by=answered.by) == before
    kept(answered, page)  # sent twice
    assert queries.paper(by=answered.by) == before


def test_a_form_without_a_wording_comes_back_by_the_zip_too(
    answered: Account, folder: Path
) -> None:
    before = queries.paper(by=answered.by)
    (folder / "brs.json").unlink()
    file = out(answered, "answers.zip")
    answered.browser.post(f"{SHELF}brs/erase-all")
    kept(answered, shown(answered, file))
    assert queries.paper(by=answered.by) == before


def test_other_answers_under_a_known_name_stand_beside_it_and_go_alone(answered: Account) -> None:
    first = queries.paper(by=answered.by).kept[0]
    other = replace(first, answers=first.answers | {"1": 0})
    kept(answered, shown(answered, answers_csv([bringing.as_filled(other)]).encode()))
    both = queries.kept_of("GAD-7", by=answered.by)
    assert len({one.id for one in both}) == 2
    answered.browser.post(f"{SHELF}kept/{both[1].id}/erase")
    assert queries.kept_of("GAD-7", by=answered.by) == (first,)


def test_a_total_that_came_along_is_held_against_the_answers(answered: Account) -> None:
    bundle = json.loads(out(answered, "answers.json"))
    seen = next(
        one["resource"]
        for one in bundle["entry"]
        if one["resource"]["resourceType"] == "Observation" and "BRS" in json.dumps(one["resource"])
    )
    seen["valueQuantity"]["value"] = 4.9
    answered.browser.post(f"{SHELF}brs/erase-all")
    page = shown(answered, json.dumps(bundle).encode())
    assert "came with 4.9" in page
    assert "that is what counts here" in page


def test_of_an_answer_about_harm_it_asks_before_it_keeps(nurse: Account) -> None:
    one = Kept(
        id="4f0c7a52-6f0e-4f4e-9a53-1d1f6a3c2b11",
        instrument="PHQ-9",
        at=clock.now() - timedelta(days=3),
        answers={str(at): 1 for at in range(1, 10)},
    )
    page = shown(nurse, answers_csv([bringing.as_filled(one)]).encode())
    assert "The list can wait. You first." in kept(nurse, page)
    assert queries.paper(by=nurse.by).kept == ()


def test_an_old_answer_about_harm_does_not_ask_when_a_newer_one_says_no(nurse: Account) -> None:
    old = {str(at): 1 for at in range(1, 10)}
    many = [
        Kept(id="", instrument="PHQ-9", at=clock.now() - timedelta(days=400), answers=old),
        Kept(id="", instrument="PHQ-9", at=clock.now() - timedelta(days=3), answers=old | {"9": 0}),
    ]
    page = shown(nurse, answers_csv([bringing.as_filled(one) for one in many]).encode())
    kept(nurse, page)
    assert len(queries.paper(by=nurse.by).kept) == 2


def many_forms(count: int) -> bytes:
    many = [
        Kept(
            id=str(bringing.uuid4()),
            instrument="PHQ-9",
            at=clock.now() - timedelta(days=at, seconds=at * 37),
            answers={str(item): (at * item) % 4 for item in range(1, 9)} | {"9": 1},
        )
        for at in range(1, count + 1)
    ]
    return answers_csv([bringing.as_filled(one) for one in many]).encode()


def test_as_many_as_may_come_pass_the_question_too(nurse: Account) -> None:
    page = shown(nurse, many_forms(bringing.MOST))
    first = kept(nurse, page)
    token = first.split('name="first" value="')[1].split('"')[0]
    for step in ({"said": "no, that was a bad week, it is over"}, {"go_on": "on"}):
        answer = nurse.browser.post(f"{SHELF}bring-back/keep", {"first": token, **step})
        if 'name="first" value="' in answer.text:
            token = answer.text.split('name="first" value="')[1].split('"')[0]
    assert len(queries.paper(by=nurse.by).kept) == bringing.MOST
    assert "more than 200 filled forms" in shown(nurse, many_forms(bringing.MOST + 1), status=422)


ROW = "id,subject,instrument,form,status,authored,key_version,rule,GAD-7 item 1\n"
WHEN = "2026-01-05T08:00:00+00:00"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "this table is empty"),
        (b"\xff\xfe", "no text in UTF-8"),
        (b"{", "no sound JSON"),
        (b"[1]", "no column"),
        (b"PK\x03\x04 rubbish", "this ZIP cannot be opened"),
        (b'{"resourceType":"Patient"}', "a QuestionnaireResponse is needed"),
        (f"{ROW},a,GAD-7,,completed,{WHEN},,,1\n,b,GAD-7,,completed,{WHEN},,,1", "one person"),
        (f"{ROW},,PRIVATE,,completed,{WHEN},,,", "no questionnaire that is answered here"),
        (f"{ROW},,C-SSRS-screener,,completed,{WHEN},,,", "is no questionnaire that is answered"),
        (f"{ROW},,GAD-7,,completed,{WHEN},,,9", "item 1 may be 0, 1, 2, 3"),
        (f"{ROW},,GAD-7,,completed,0001-01-01T00:00:00+14:00,,,1", "a year that cannot be meant"),
        (f"{ROW},,GAD-7,,completed,yesterday,,,1", "authored: a moment is needed"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(nurse: Account, data: bytes | str, reason: str):
    data = data.encode() if isinstance(data, str) else data
    assert reason in shown(nurse, data, status=422)
    assert queries.paper(by=nurse.by).kept == ()


def test_what_was_not_finished_or_is_yet_to_come_is_not_kept(nurse: Account) -> None:
    draft = shown(nurse, f"{ROW},,GAD-7,,in-progress,{WHEN},,,1".encode())
    assert "It was not finished" in draft
    assert "There is nothing in it to keep." in draft
    assert "Its day has not come" in shown(
        nurse, f"{ROW},,GAD-7,,completed,2031-01-05T08:00:00+00:00,,,1".encode()
    )


def test_a_zip_that_swells_is_not_unpacked(nurse: Account) -> None:
    packed = BytesIO()
    with ZipFile(packed, "w", 8) as archive:
        archive.writestr("answers.csv", b"x" * (bringing.LARGEST + 10))
    assert "larger than 5 MB" in shown(nurse, packed.getvalue(), status=422)
    with ZipFile(BytesIO(), "w") as archive:
        archive.writestr("other.txt", "x")


def test_without_a_file_it_asks_for_one(nurse: Account) -> None:
    answer = nurse.browser.post(f"{SHELF}bring-back", {})
    assert answer.status_code == 422
    assert "Choose a file first." in unescape(answer.text)
