"""A couple with both rosters, and an experiment of seven blocks under way."""

import pytest
from tests.people import Account
from tests.web.experiments.evening_desk import begin, live_together, only
from tests.web.experiments.two_desk import Two, join, press
from tests.web.two import link


@pytest.fixture
def couple(nurse: Account) -> Account:
    live_together(nurse)
    return nurse


@pytest.fixture
def running(couple: Account) -> Account:
    assert begin(couple).status_code == 302
    return couple


@pytest.fixture
def pair(running: Account, partner: Account) -> Two:
    link(running, partner)
    return running, partner


@pytest.fixture
def joined(pair: Two) -> Two:
    hers, his = pair
    press(hers, "both")
    assert join(his, only(hers)).status_code == 302
    return pair
