"""The cast, for every test of the web."""

import pytest
from django.test import Client
from tests import people
from tests.people import Account


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
