"""A couple with both rosters, and an experiment of seven blocks under way."""

import pytest
from tests.people import Account
from tests.web.experiments.evening_desk import begin, live_together


@pytest.fixture
def couple(nurse: Account) -> Account:
    live_together(nurse)
    return nurse


@pytest.fixture
def running(couple: Account) -> Account:
    assert begin(couple).status_code == 302
    return couple
