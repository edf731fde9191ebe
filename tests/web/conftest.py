"""The cast, for every test of the web."""

from collections.abc import Iterator

import pytest
from django.test import Client
from tests import people
from tests.people import Account
from tests.web.hearing import Calm

from aftershift.web import ears


@pytest.fixture(scope="session", autouse=True)
def quiet() -> Iterator[None]:
    """Hear no risk and no pattern in anything: the real ear is for one journey."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ears, "room", Calm)
        yield


@pytest.fixture
def nurse(db: None) -> Account:
    return people.nurse()


@pytest.fixture
def partner(db: None) -> Account:
    return people.partner()


@pytest.fixture
def teammate(db: None) -> Account:
    return people.teammate()


@pytest.fixture
def manager(db: None) -> Account:
    return people.manager()


@pytest.fixture
def stranger(db: None) -> Account:
    return people.stranger()


@pytest.fixture
def nobody(db: None) -> Client:
    """A browser that is not signed in."""
    return Client()
