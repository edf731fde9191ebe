import pytest
from tests.people import Account, somebody
from tests.web.house.furnished import Rooms, furnish


@pytest.fixture
def rooms(nurse: Account) -> Rooms:
    """The nurse's things, in every room of the house."""
    return furnish(nurse)


@pytest.fixture
def fresh(transactional_db: None) -> Account:
    return somebody("Newly Come")
