"""My footprint this week: three questions, sealed, for one's own eyes alone."""

import csv
from dataclasses import replace
from datetime import date, timedelta
from html import unescape
from io import StringIO

import pytest
from tests.people import Account
from tests.web.hearing import Broken, Calm, Late
from tests.web.house.page import Page
from tests.web.sending.asking import listens_with

from aftershift.engines.safety.risk import Category, Level, Risk
from aftershift.library.checkins import load_footprint
from aftershift.web.checkins import personal, queries
from aftershift.web.checkins.models import FootprintYear
from aftershift.web.checkins.papers import LONGEST_ANSWER, Footprint, FootprintPaper
from aftershift.web.pages import clock

AT, ERASE = "/check-in/footprint", "/check-in/footprint/erase"
MONDAY = date(2026, 10, 19)
WORDS = "The bay was tidy, and I was short with the new one"
GRAVE = Risk(level=Level.EMERGENCY, categories=(Category.SUICIDE_ACTIVE,))


def page(account: Account) -> str:
    answer = account.browser.get(AT)
    assert answer.status_code == 200
    assert Page(answer.text).faults() == []
    return unescape(answer.text)


def kept(account: Account) -> tuple[Footprint, ...]:
    return queries.footprints(by=account.by, year=MONDAY.year)


def test_three_questions_are_asked_and_one_answer_is_enough(nurse: Account) -> None:
    said = page(nurse)
    assert all(one.asks in said for one in load_footprint())
    assert len(load_footprint()) == 3
    assert 'href="/check-in/footprint"' in nurse.browser.get("/check-in/week").text
    assert nurse.browser.post(AT, {"left": WORDS})["Location"] == AT
    assert kept(nurse) == (Footprint(week=MONDAY, answers={"left": WORDS}),)
    again = page(nurse)
    assert WORDS in again
    assert "Kept. Change it" in again


def test_the_same_week_again_changes_it(nurse: Account) -> None:
    nurse.browser.post(AT, {"left": WORDS, "next": "Ask first"})
    nurse.browser.post(AT, {"spread": "At the handover"})
    assert kept(nurse) == (Footprint(week=MONDAY, answers={"spread": "At the handover"}),)


def test_nothing_written_and_too_much_written_are_shown_again(nurse: Account) -> None:
    empty = nurse.browser.post(AT, {"left": "  "})
    assert empty.status_code == 422
    assert "One sentence to one of them is enough." in empty.text
    long = nurse.browser.post(AT, {"left": "a" * (LONGEST_ANSWER + 1)})
    assert long.status_code == 422
    assert "longer than 300 characters" in long.text
    assert "a" * LONGEST_ANSWER in long.text
    assert kept(nurse) == ()


def test_a_patient_is_asked_about_before_anything_is_kept(nurse: Account) -> None:
    said = {"left": "I was short with Mr Okafor in bed 12"}
    refused = nurse.browser.post(AT, said)
    assert refused.status_code == 422
    assert "no place for a patient" in refused.text
    assert kept(nurse) == ()
    nurse.browser.post(AT, {**said, "not_a_patient": "on"})
    assert len(kept(nurse)) == 1


@pytest.mark.parametrize("ear", [Calm(risk=GRAVE), Late(), Broken()], ids=["heard", "late", "deaf"])
def test_words_that_may_be_about_danger_lead_to_people(
    nurse: Account, monkeypatch: pytest.MonkeyPatch, ear: Calm
) -> None:
    listens_with(monkeypatch, ear)
    answer = nurse.browser.post(AT, {"left": WORDS})
    assert answer.status_code == 200
    assert Page(answer.text).faults() == []
    assert "People to call" in answer.text
    assert WORDS not in answer.text
    assert kept(nurse)[0].answers == {"left": WORDS}


def test_a_page_of_last_week_keeps_nothing_for_this_one(nurse: Account, monkeypatch) -> None:
    taps = {"left": WORDS, "opened": MONDAY.isoformat()}
    later = clock.now() + timedelta(days=7)
    monkeypatch.setattr(clock, "now", lambda: later)
    answer = nurse.browser.post(AT, taps)
    assert answer.status_code == 422
    assert WORDS in answer.text
    assert kept(nurse) == ()


def test_weeks_before_stand_below_also_those_of_last_year(nurse: Account, monkeypatch) -> None:
    nurse.browser.post(AT, {"left": WORDS})
    later = clock.now() + timedelta(weeks=12)
    monkeypatch.setattr(clock, "now", lambda: later)
    said = page(nurse)
    assert "Week from 19 October 2026" in said
    assert WORDS in said.split("Weeks before")[1]
    assert nurse.browser.post(AT, {"next": "Ask first"})["Location"] == AT
    assert sorted(FootprintYear.objects.values_list("year", flat=True)) == [2026, 2027]
    assert [one.week.year for one in queries.footprints(by=nurse.by, year=2027)] == [2026, 2027]


def test_a_week_is_taken_out(nurse: Account) -> None:
    nurse.browser.post(AT, {"left": WORDS})
    assert nurse.browser.get(ERASE).status_code == 405
    assert nurse.browser.post(ERASE, {"of": "soon"}).status_code == 404
    assert nurse.browser.post(ERASE, {"of": "2026-10-19"})["Location"] == AT
    assert kept(nurse) == ()
    nurse.browser.post(ERASE, {"of": "1931-05-04"})
    assert FootprintYear.objects.count() == 1


def test_it_is_exported_and_erased_and_in_no_table_of_numbers(nurse: Account) -> None:
    nurse.browser.post(AT, {"left": WORDS})
    asks = load_footprint()[0].asks
    (one,) = personal.export(nurse.by)["footprints"]
    assert one == {"week": "2026-10-19", "answers": {asks: WORDS}}
    table = nurse.browser.get("/check-in/answers.csv").text
    assert WORDS not in table
    assert len(list(csv.DictReader(StringIO(table)))) == 0
    assert WORDS not in nurse.browser.get("/check-in/paper").text
    personal.erase(nurse.person)
    assert not FootprintYear.objects.exists()


def test_nobody_else_reads_it(nurse: Account, stranger: Account) -> None:
    nurse.browser.post(AT, {"left": WORDS})
    assert WORDS not in page(stranger)
    stranger.browser.post(ERASE, {"of": "2026-10-19"})
    assert len(kept(nurse)) == 1


def test_a_year_in_the_longest_words_fits_in_one_size_and_more_is_said(nurse: Account) -> None:
    nurse.browser.post(AT, {"left": "Tea"})
    row = FootprintYear.objects.get()
    size = len(row.body.envelope)
    answers = dict.fromkeys(("left", "spread", "next"), "a" * LONGEST_ANSWER)
    weeks = [MONDAY - timedelta(weeks=back) for back in range(60)]
    paper = [Footprint(week=one, answers=answers) for one in weeks]
    row.write_from(nurse.by.vault, FootprintPaper(footprints=tuple(paper[:53])))
    row.save()
    assert len(row.body.envelope) == size
    wide = dict.fromkeys(answers, "€" * LONGEST_ANSWER)
    wider = [replace(one, answers=wide) for one in paper[1:21]]
    row.write_from(nurse.by.vault, FootprintPaper(footprints=(*wider, *paper[21:24])))
    row.save()
    refused = nurse.browser.post(AT, wide)
    assert refused.status_code == 409
    assert "page is full" in refused.text
    assert "€" * LONGEST_ANSWER in refused.text
    assert Page(refused.text).faults() == []
