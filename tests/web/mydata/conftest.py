import pytest
from tests.people import Account
from tests.web.house.furnished import Rooms, furnish


@pytest.fixture
def rooms(nurse: Account) -> Rooms:
    """The nurse's things, in every room of the house."""
    return furnish(nurse)
