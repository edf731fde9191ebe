"""A published form from its first line to a change: what it says, and what it holds back."""

import json
import re
from datetime import UTC, datetime, timedelta
from html import unescape
from pathlib import Path

import pytest
from django.test import Client
from tests.people import Account
from tests.web.house.page import Page
from tests.web.instruments.wordings import put

from aftershift.engines.checkins.fhir_back import read_responses
from aftershift.library.wordings import folder_of, installed
from aftershift.web.instruments import personal, queries
from aftershift.web.instruments.models import Measures
from aftershift.web.instruments.papers import Kept, MeasuresPaper
from aftershift.web.pages import clock

SHELF = "/questionnaires/"
NAMES = ("PHQ-4", "PHQ-9", "GAD-7", "MISS-HP", "HARK", "WHO-5", "C-SSRS-screener")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give these tests a folder of their own, with invented wordings in it."""
    here = folder_of(tmp_path)
    put(tmp_path, *NAMES)
    monkeypatch.setattr(queries, "folder_of", lambda _data: here)
    return here


def page(account: Account, to: str) -> str:
    answer = account.browser.get(to)
    assert answer.status_code == 200, to
    assert Page(answer.text).faults() == []
    return unescape(answer.text)


def said(*values: int | None) -> dict[str, str]:
    return {f"item_{at}": str(one) for at, one in enumerate(values, start=1) if one is not None}


def sent(account: Account, name: str, given: dict[str, str], *, keep: bool = False) -> str:
    to = f"{SHELF}{name}/keep" if keep else f"{SHELF}{name}"
    answer = account.browser.post(to, given, follow=True)
    assert answer.status_code == 200
    return unescape(answer.text)


def test_without_a_wording_it_says_why_and_what_a_host_can_do(nurse: Account, folder: Path) -> None:
    for path in folder.glob("*.json"):
        path.unlink()
    shown = page(nurse, SHELF)
    assert "aftershift instruments import" in shown
    assert "PHQ-9" in shown
    assert nurse.browser.get(f"{SHELF}phq-9").status_code == 404


def test_what_is_triage_is_offered_to_nobody(nurse: Account) -> None:
    assert "Columbia" not in page(nurse, SHELF)
    assert nurse.browser.get(f"{SHELF}c-ssrs-screener").status_code == 404


def test_the_form_has_its_own_words_in_their_order_and_nothing_chosen(nurse: Account) -> None:
    shown = page(nurse, f"{SHELF}gad-7")
    lines = re.findall(r"Invented line (\d)", shown)
    assert lines == list("1234567")
    assert "checked" not in shown
    assert shown.count("I would rather not answer this one") == 7
    assert "Pfizer" in shown  # the notice


def test_a_result_names_its_band_whose_it_is_and_its_source(nurse: Account) -> None:
    shown = sent(nurse, "gad-7", said(2, 2, 2, 1, 1, 1, 1))
    assert "10" in shown
    assert "In the range that is called “moderate” (Spitzer and others (2006))" in shown
    assert "doi:10.1001/archinte.166.10.1092" in shown
    assert "Of a trend nothing can be said yet" in shown
    assert "People to call" in shown
    assert queries.paper(by=nurse.by).kept == ()


def test_a_gap_leaves_no_number_and_nothing_is_guessed(nurse: Account) -> None:
    shown = sent(nurse, "gad-7", {**said(2, 2, None, 1, 1, 1, 1), "item_3": "none"})
    assert "No number: too much of it was left out" in shown
    assert "1 item was left out." in shown
    assert "In the range" not in shown


def test_nothing_is_read_into_one_answer_to_everything(nurse: Account) -> None:
    shown = sent(nurse, "miss-hp", said(*[1] * 10))
    assert "nothing is read into these numbers" in shown
    assert "past the line" not in shown
    honest = sent(nurse, "miss-hp", said(8, 7, 8, 7, 2, 3, 2, 8, 7, 2))
    assert "At or past the line that somebody drew" in honest


@pytest.mark.parametrize("given", [{}, {"item_1": "9"}, {"item_1": "x"}])
def test_what_is_no_answer_is_shown_again(nurse: Account, given: dict[str, str]) -> None:
    answer = nurse.browser.post(f"{SHELF}gad-7", given)
    assert answer.status_code == 422
    assert re.search(r"Answer one of them|Choose one of the answers", unescape(answer.text))


def test_a_change_is_named_with_its_rule_and_its_basis(nurse: Account, monkeypatch) -> None:
    sent(nurse, "phq-9", said(2, 2, 2, 2, 2, 2, 1, 1, 0), keep=True)
    later = clock.now() + timedelta(days=14)
    monkeypatch.setattr(clock, "now", lambda: later)
    shown = sent(nurse, "phq-9", said(1, 1, 1, 1, 1, 1, 0, 0, 0), keep=True)
    assert "-8 points." in shown
    assert "A reliable change, for the better." in shown
    assert "It takes more than 5.6 points." in shown
    assert "Apart from that, the NHS rule, 6 points or more: reached." in shown
    assert "internal consistency 0.89" in shown
    wiggle = sent(nurse, "phq-9", said(1, 1, 1, 1, 1, 1, 1, 1, 0))
    assert "No reliable change" in wiggle
    assert "Of a trend nothing can be said yet" not in wiggle


def test_where_no_rule_stands_the_page_says_so(nurse: Account) -> None:
    sent(nurse, "miss-hp", said(8, 7, 8, 7, 2, 3, 2, 8, 7, 2), keep=True)
    shown = sent(nurse, "miss-hp", said(2, 2, 3, 2, 8, 8, 9, 2, 2, 9))
    assert "nobody can say: no rule for it was found" in shown


def test_the_question_comes_before_the_number_where_it_touches_harm(nurse: Account) -> None:
    given = said(1, 1, 1, 1, 1, 1, 1, 1, 1)
    first = sent(nurse, "phq-9", given)
    assert "The list can wait. You first." in first
    assert "All nine" not in first
    assert queries.paper(by=nurse.by).kept == ()
    assert "All nine" in sent(nurse, "phq-9", {**given, "item_9": "0"})


def test_violence_opens_its_own_question_and_is_kept_by_nobody_unasked(nurse: Account) -> None:
    assert nurse.browser.get(f"{SHELF}hark").status_code == 404  # an address tells nothing
    slug = next(one.slug for one in queries.offered().values() if one.key.id == "HARK")
    first = sent(nurse, slug, said(0, 1, 0, 0), keep=True)
    assert "How many are so" not in first
    assert queries.paper(by=nurse.by).kept == ()
    assert "How many are so" in sent(nurse, slug, said(0, 0, 0, 0))


def test_kept_results_are_listed_taken_along_and_erased(nurse: Account, folder: Path) -> None:
    sent(
        nurse,
        "phq-4",
        {"item_gad1": "1", "item_gad2": "2", "item_phq1": "0", "item_phq2": "1"},
        keep=True,
    )
    sent(
        nurse,
        "phq-4",
        {"item_gad1": "1", "item_gad2": "2", "item_phq1": "0", "item_phq2": "1"},
        keep=True,
    )
    kept = queries.paper(by=nurse.by).kept
    assert len(kept) == 1  # sent twice
    assert "PHQ-4, </span>19 October 2026" in page(nurse, SHELF)
    bundle = json.loads(nurse.browser.get(f"{SHELF}answers.json").text)
    wordings = installed(folder)
    back = [one.filled for one in read_responses(bundle, wordings)]
    assert [dict(one.answers) for one in back] == [kept[0].answers]
    assert back[0].scores["total"] == 4
    assert personal.export(nurse.by)["kept"][0]["answers"] == kept[0].answers
    assert nurse.browser.post(f"{SHELF}kept/{kept[0].id}/erase")["Location"] == SHELF
    assert queries.paper(by=nurse.by).kept == ()
    personal.erase(nurse.person)
    assert not Measures.objects.exists()


def test_a_full_row_says_so_and_loses_nothing(nurse: Account) -> None:
    one = Kept(id="x" * 36, instrument="PHQ-9", at=clock.now(), answers={"1": 1}, form="y" * 300)
    room = Measures.BYTES // 470
    row = Measures(person=nurse.person)
    row.write_from(nurse.by.vault, MeasuresPaper(kept=(one,) * room))
    row.save()
    statuses = set()
    for at in range(40):
        given = said(1, 1, 1, 1, 1, 1, at % 3)
        statuses.add(nurse.browser.post(f"{SHELF}gad-7/keep", given).status_code)
    assert statuses == {302, 409}
    assert len(queries.paper(by=nurse.by).kept) > room
    full = nurse.browser.post(f"{SHELF}gad-7/keep", said(1, 1, 1, 1, 1, 1, 1))
    assert "There is no more room for another one" in unescape(full.text)


def test_the_forms_words_are_nobodys_html(nurse: Account, folder: Path) -> None:
    path = folder / "gad-7.json"
    path.write_text(path.read_text().replace("Invented line 1", "<b>Invented</b> line 1"))
    assert "&lt;b&gt;Invented" in nurse.browser.get(f"{SHELF}gad-7").text


def test_a_stranger_is_sent_to_the_door() -> None:
    assert Client().get(SHELF).status_code == 302


def test_what_was_kept_is_seen_and_erased_when_its_wording_is_gone(
    nurse: Account, folder: Path
) -> None:
    sent(nurse, "gad-7", said(2, 2, 2, 1, 1, 1, 1), keep=True)
    (folder / "gad-7.json").unlink()
    kept = queries.paper(by=nurse.by).kept[0]
    assert "All seven" in page(nurse, f"{SHELF}kept/{kept.id}")
    assert nurse.browser.post(f"{SHELF}kept/{kept.id}/erase").status_code == 302


def test_a_damaged_file_of_a_host_hides_the_forms_and_breaks_nothing(
    nurse: Account, folder: Path
) -> None:
    (folder / "phq-9.json").write_text("{}")
    assert "There are none here yet" in page(nurse, SHELF)


def test_a_result_is_of_the_day_on_ones_own_clock(nurse: Account, monkeypatch) -> None:
    late = datetime(2026, 7, 19, 23, 30, tzinfo=UTC)
    monkeypatch.setattr(clock, "now", lambda: late)
    assert "20 July 2026" in sent(nurse, "gad-7", said(0, 0, 0, 0, 0, 0, 1), keep=True)


def test_an_estimate_is_called_one_and_read_by_nobody(nurse: Account) -> None:
    shown = sent(nurse, "phq-9", said(3, 3, None, 2, 2, 2, 2, 2, 0))
    assert "would come to about 18" in shown
    assert "an estimate, not a score" in shown


def test_nothing_is_compared_with_a_result_that_nobody_read(nurse: Account) -> None:
    sent(nurse, "miss-hp", said(*[9] * 10), keep=True)
    shown = sent(nurse, "miss-hp", said(8, 7, 8, 7, 2, 3, 2, 8, 7, 2))
    assert "It is not compared with the last one" in shown
