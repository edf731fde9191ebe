"""A workplace's name is free text that is kept: it is asked about when it may lead to a patient."""

import re
from html import unescape

import pytest
from tests.people import Account
from tests.web.rosters.desk import own

from aftershift.web.rosters import queries

WARD = "Mrs Okafor, 2 Mill Lane"


def bring(account: Account, **also: str) -> str:
    line = {"member": str(own(account)), "zone": "Europe/London", "anchor": "2026-10-19"}
    page = account.browser.post("/rosters/bring", {**line, "text": "D N -", **also})
    assert page.status_code in (200, 422)
    return str(page.text)


def is_kept(account: Account) -> bool:
    return queries.draft(by=account.by) is not None


def test_a_patient_in_a_workplace_is_asked_about_before_anything_is_kept(nurse: Account) -> None:
    page = bring(nurse, place=WARD)
    assert "This may lead to a patient. Nothing was kept yet." in page
    assert not is_kept(nurse)
    without = re.search(r'<button class="quiet" name="place" value="([^"]*)"', page)
    assert without is not None
    bring(nurse, place=unescape(without[1]))
    assert is_kept(nurse)


def test_one_tap_keeps_what_is_no_patient(nurse: Account) -> None:
    page = bring(nurse, place=WARD)
    assert '<button class="quiet" name="not_a_patient" value="on">' in page
    bring(nurse, place=WARD, not_a_patient="on")
    assert is_kept(nurse)


@pytest.mark.parametrize("place", ["", "Night bank", "ICU 3", "Ward 7, bed 12", "Mercy General"])
def test_a_usual_workplace_is_not_asked_about(nurse: Account, place: str) -> None:
    bring(nurse, place=place)
    assert is_kept(nurse)
