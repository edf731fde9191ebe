"""A furnished household, and the browser of whom its nurse is linked with."""

import pytest
from django.test import Client
from django.utils import timezone
from tests.people import PASSWORD, Account, browser_with, credentials
from tests.web.house.furnished import Rooms, furnish

from aftershift.web.people import actions as people


@pytest.fixture
def rooms(nurse: Account) -> Rooms:
    return furnish(nurse)


@pytest.fixture
def linked(nurse: Account, rooms: Rooms) -> Client:
    """The browser of whom the furnished nurse is linked with."""
    entry = people.sign_in(credentials(f"{nurse.name} Too", PASSWORD), now=timezone.now())
    assert entry is not None
    return browser_with(entry.secret)
