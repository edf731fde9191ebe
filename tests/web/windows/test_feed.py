"""The plan in her own calendar: private, revocable, read-only, and neutral."""

import pytest
from django.test import Client
from icalendar import Calendar
from tests.people import Account
from tests.web.rosters.desk import bytes_of_database
from tests.web.windows.couple import feed_address, hold_first, items, move_in, swap

from aftershift.web.windows import actions, personal
from aftershift.web.windows.models import OutFeed


@pytest.fixture
def address(nurse: Account) -> str:
    """The address of the feed of a nurse who holds one window."""
    move_in(nurse)
    hold_first(nurse)
    return feed_address(nurse)


def events(address: str) -> list:
    """Fetch the feed as a calendar app does, and parse it with a library."""
    page = Client().get(address)
    assert page.status_code == 200
    return Calendar.from_ical(page.content).walk("VEVENT")


def test_a_calendar_app_needs_no_session(nurse: Account, address: str) -> None:
    page = Client().get(address)
    assert page["Content-Type"] == "text/calendar; charset=utf-8"
    (event,) = events(address)
    (item,) = items(nurse)
    assert (str(event["UID"]), event["SEQUENCE"]) == (item.uid, 0)
    assert event.decoded("DTSTART") == item.starts
    assert event.decoded("DTEND") == item.ends
    assert event["DTSTART"].params["TZID"] == "Europe/London"
    nurse.browser.post("/lock")
    assert len(events(address)) == 1


def test_titles_are_neutral(nurse: Account, address: str) -> None:
    body = Client().get(address).content.decode()
    assert "SUMMARY:Held: time" in body
    for private in (nurse.name, "Sam", "talk", "rested", "slept", "night"):
        assert private.casefold() not in body.casefold()


def test_head_gives_the_headers_alone(address: str) -> None:
    page = Client().head(address)
    assert page.status_code == 200
    assert page.content == b""
    assert page["ETag"] == Client().get(address)["ETag"]
    assert Client().post(address).status_code == 405


@pytest.mark.parametrize("shape", ["{}", "W/{}", '"older", {}', "*"])
def test_what_did_not_change_is_not_sent_again(address: str, shape: str) -> None:
    tag = Client().get(address)["ETag"]
    page = Client().get(address, headers={"If-None-Match": shape.format(tag)})
    assert (page.status_code, page.content) == (304, b"")
    assert page["ETag"] == tag


def test_a_move_raises_the_sequence_under_the_same_name(nurse: Account, address: str) -> None:
    (before,) = events(address)
    tag = Client().get(address)["ETag"]
    swap(nurse, 22, "LD")
    (after,) = events(address)
    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] == before["SEQUENCE"] + 1
    assert after.decoded("DTSTART") != before.decoded("DTSTART")
    assert Client().get(address, headers={"If-None-Match": tag}).status_code == 200


def test_what_was_let_go_stays_in_as_cancelled(nurse: Account, address: str) -> None:
    (item,) = items(nurse)
    nurse.browser.post(f"/together/plan/{item.uid}/let-go")
    (event,) = events(address)
    assert (event["STATUS"], event["SEQUENCE"]) == ("CANCELLED", 1)
    assert event["TRANSP"] == "TRANSPARENT"


def test_the_token_is_nowhere_in_clear(nurse: Account, address: str) -> None:
    token = address.rpartition("/")[2].removesuffix(".ics")
    assert token.encode() not in bytes_of_database()
    (row,) = OutFeed.objects.all()
    assert row.token_hash == actions.hashed(token)
    (item,) = items(nurse)
    assert item.uid.encode() not in bytes_of_database()
    assert token not in repr(row)


def test_two_empty_plans_do_not_look_alike(nurse: Account, stranger: Account) -> None:
    feed_address(nurse)
    feed_address(stranger)
    assert len(set(OutFeed.objects.values_list("etag", flat=True))) == 2


@pytest.mark.parametrize("token", ["x", "a" * 43, "a" * 3000, "%00", "..%2f"])
def test_a_wrong_token_leads_nowhere(address: str, token: str) -> None:
    assert Client().get(f"/together/feed/{token}.ics").status_code == 404


def test_a_revoked_address_leads_nowhere(nurse: Account, address: str) -> None:
    assert nurse.browser.post("/together/feed/close")["Location"] == "/together/plan"
    assert Client().get(address).status_code == 404
    assert "Make the address" in nurse.browser.get("/together/plan").text
    nurse.browser.post("/together/feed/close")


def test_a_new_address_ends_the_old_one(nurse: Account, address: str) -> None:
    newer = feed_address(nurse)
    assert newer != address
    assert Client().get(address).status_code == 404
    assert len(events(newer)) == 1
    assert OutFeed.objects.count() == 1


def test_nobody_closes_a_feed_of_somebody_else(stranger: Account, address: str) -> None:
    stranger.browser.post("/together/feed/close")
    assert len(events(address)) == 1
    assert address not in stranger.browser.get("/together/plan").text


def test_the_feed_goes_with_the_account(nurse: Account, address: str) -> None:
    personal.erase(nurse.person)
    assert Client().get(address).status_code == 404
