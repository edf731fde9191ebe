"""Bring a roster: a file, a pasted line, or a feed; shown before anything is kept."""

import io

import pytest
from openpyxl import Workbook
from tests.people import Account
from tests.web.rosters.desk import (
    FEED,
    Event,
    FeedServer,
    add,
    bring,
    bytes_of_database,
    calendar,
    file,
    hours,
    long_day,
    own,
    papers,
)

from aftershift.web.rosters import queries
from aftershift.web.rosters.models import Draft, Source

ROTA = "Name,19/10/2026,20/10/2026,21/10/2026\nJo Wards,LD,LD,-\nAl Beds,N,N,N\n"
TITLE = "Bank at St Swithun with Ottoline"


def workbook() -> bytes:
    book = Workbook()
    for row in ROTA.splitlines():
        book.active.append(row.split(","))
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def test_a_calendar_is_shown_before_it_is_kept(nurse: Account) -> None:
    page = bring(nurse, file=file(calendar(long_day(20))))
    assert page.status_code == 200
    assert "1 shift." in page.text
    assert "07:30–20:00" in page.text
    assert not Source.objects.exists()


def test_unknown_titles_are_shown_once_and_stored_nowhere(nurse: Account) -> None:
    event = Event(uid="x", starts="20261020T0900", ends="20261020T1700", title=TITLE)
    page = bring(nurse, file=file(calendar(event, long_day(21))))
    assert TITLE in page.text
    assert TITLE not in nurse.browser.get("/rosters/preview").text
    nurse.browser.post("/rosters/keep")
    assert TITLE not in nurse.browser.get("/rosters/").text
    assert b"Swithun" not in bytes_of_database()
    assert "Swithun" not in repr([*papers(nurse), queries.open_questions(by=nurse.by)])


def test_titles_places_and_notes_are_not_even_in_the_opened_draft(nurse: Account) -> None:
    more = ("LOCATION:Ward Zinnia", "DESCRIPTION:ask Ottoline")
    event = Event(uid="x", starts="20261020T0730", ends="20261020T2000", more=more)
    page = bring(nurse, file=file(calendar(event)))
    kept = Draft.objects.get().read(nurse.by.vault)
    assert "Zinnia" not in page.text + repr(kept)
    assert "Ottoline" not in page.text + repr(kept)


@pytest.mark.parametrize(("name", "data"), [("rota.csv", ROTA.encode()), ("rota.xlsx", workbook())])
def test_a_rota_of_many_asks_for_the_row_and_keeps_nothing(
    nurse: Account, name: str, data: bytes
) -> None:
    page = bring(nurse, file=file(data, name))
    assert page.status_code == 422
    assert "Jo Wards" in page.text
    assert "Al Beds" in page.text
    assert "we have not kept it" in page.text
    assert not Draft.objects.exists()
    page = bring(nurse, file=file(data, name), row="Jo Wards")
    assert page.status_code == 200
    assert "2 shifts." in page.text
    assert "Al Beds" not in page.text


@pytest.mark.parametrize(
    "given",
    [
        {"text": "LD LD - N"},
        {"file": file(b"LD LD - N", "sam.txt")},
        {"file": file("\ufeffLD LD - N".encode(), "from-windows.txt")},
    ],
)
def test_a_line_of_codes_is_read_from_its_first_day(nurse: Account, given: dict) -> None:
    assert bring(nurse, dialect="uk-nursing", **given).status_code == 200
    nurse.browser.post("/rosters/keep")
    assert hours(nurse) == ["19 07:30-20:00 LD", "20 07:30-20:00 LD", "22 19:30-07:30 N"]


def test_a_roster_of_somebody_else_is_kept_for_them(nurse: Account) -> None:
    sam = add(nurse)
    assert bring(nurse, member=sam, text="LD", dialect="uk-nursing").status_code == 200
    nurse.browser.post("/rosters/keep")
    assert hours(nurse, sam) == ["19 07:30-20:00 LD"]
    assert hours(nurse) == []


def test_a_feed_is_fetched_and_its_address_sealed(nurse: Account, feed: FeedServer) -> None:
    feed.data = calendar(long_day(20))
    page = bring(nurse, address=FEED)
    assert page.status_code == 200
    assert feed.asked == [(FEED, "")]
    assert "secret-word" not in page.text
    nurse.browser.post("/rosters/keep")
    assert b"secret-word" not in bytes_of_database()
    assert "secret-word" not in nurse.browser.get("/rosters/").text
    assert "secret-word" not in repr(papers(nurse))


@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [
        (b"\xff\xd8\xff\xe0 JFIF", "rota.jpg", "this is a photo, and photos are not read here"),
        (b"%PDF-1.7", "rota.pdf", "this is a PDF, which is a picture of a roster"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "rota.xls", "open it and save it as .xlsx or .csv"),
        (b"", "rota.csv", "no row and no column of days was found"),
        (b"\x00\x01\x02", "rota.bin", "save the roster as .xlsx or .csv"),
    ],
)
def test_what_is_no_roster_is_refused_with_a_sentence(
    nurse: Account, data: bytes, name: str, sentence: str
) -> None:
    page = bring(nurse, file=file(data, name))
    assert page.status_code == 422
    assert sentence in page.text
    assert "you can always type its line of codes" in page.text
    assert not Draft.objects.exists()


@pytest.mark.parametrize("size", [2_500_000, 3_500_000])
def test_a_file_too_large_is_told_so(nurse: Account, size: int) -> None:
    page = bring(nurse, file=file(b"D,N\n" * (size // 4), "rota.csv"))
    assert page.status_code == 422
    assert "larger than 2 MB" in page.text
    assert "one of the three" not in page.text


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({}, "one of the three"),
        ({"text": "D D", "address": FEED}, "one of the three"),
        ({"text": "D D", "anchor": ""}, "Which day is the first code for?"),
        ({"text": "D D", "anchor": "1601-01-01"}, "day"),
        ({"text": "D D", "zone": "Mars/Olympus"}, "It looks like Europe/London"),
        ({"file": file(b"D D", "a.txt"), "anchor": ""}, "day of its first code"),
    ],
)
def test_what_is_missing_is_asked_for(nurse: Account, given: dict, sentence: str) -> None:
    page = bring(nurse, **given)
    assert page.status_code == 422
    assert sentence in page.text
    assert not Draft.objects.exists()


@pytest.mark.parametrize(
    "given", [{"text": "D" * 20_001}, {"text": "D\0D"}, {"text": "D", "anchor": "2026-13-45"}]
)
def test_one_slip_is_told_once(nurse: Account, given: dict) -> None:
    page = bring(nurse, **given)
    assert page.status_code == 422
    assert page.text.count('class="error') == 1


def test_a_feed_in_trouble_is_refused_without_its_address(nurse: Account, feed: FeedServer) -> None:
    feed.trouble = "the server answered 403 instead of a calendar"
    page = bring(nurse, address=FEED)
    assert page.status_code == 422
    assert "answered 403" in page.text
    assert not Draft.objects.exists()


def test_a_feed_that_gives_a_page_is_refused(nurse: Account, feed: FeedServer) -> None:
    feed.data = b"<html>Please sign in"
    page = bring(nurse, address=FEED)
    assert page.status_code == 422
    assert "the address gives no calendar" in page.text


def test_a_calendar_of_a_million_days_is_refused(nurse: Account) -> None:
    more = ("RRULE:FREQ=SECONDLY",)
    bomb = Event(uid="x", starts="20261020T0730", ends="20261020T2000", more=more)
    page = bring(nurse, file=file(calendar(*[bomb] * 3)))
    assert page.status_code in (200, 422)
    assert "07:30–20:00" not in page.text


@pytest.mark.parametrize(
    "given", [{"text": "hello there friends"}, {"file": file(calendar(), "empty.ics")}]
)
def test_what_holds_no_shift_is_not_offered_to_be_kept(nurse: Account, given: dict) -> None:
    page = bring(nurse, **given)
    assert "No shift was found in it." in page.text
    assert "Keep it" not in page.text
    assert "Throw it away" in page.text


def test_nothing_is_brought_for_a_member_of_somebody_else(
    nurse: Account, stranger: Account
) -> None:
    page = bring(nurse, member=own(stranger), text="D D")
    assert page.status_code == 422
    assert not Draft.objects.exists()


def test_throwing_a_draft_away_leaves_everything_as_it_was(nurse: Account) -> None:
    before = queries.ways(by=nurse.by)
    bring(nurse, text="LD LD", zone="Australia/Sydney", dialect="australian")
    page = nurse.browser.post("/rosters/discard")
    assert page["Location"] == "/rosters/?done=thrown"
    assert queries.draft(by=nurse.by) is None
    assert queries.ways(by=nurse.by) == before


def test_a_draft_waits_on_the_list(nurse: Account) -> None:
    assert "/rosters/preview" not in nurse.browser.get("/rosters/").text
    bring(nurse, text="LD LD")
    assert "/rosters/preview" in nurse.browser.get("/rosters/").text
    assert nurse.browser.get("/rosters/preview").status_code == 200


def test_without_a_draft_there_is_nothing_to_preview_or_keep(nurse: Account) -> None:
    assert nurse.browser.get("/rosters/preview")["Location"] == "/rosters/"
    assert nurse.browser.post("/rosters/keep").status_code == 302
    assert not Source.objects.exists()
