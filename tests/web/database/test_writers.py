"""Eight processes write one person's things at once, on whichever database the tests run."""

import os

import pytest
from tests import people
from tests.web.database.writers import WRITERS, let_them_write

SECONDS = float(os.environ.get("WRITING_SECONDS", "2"))  # more in ./do soak


@pytest.mark.django_db(transaction=True)
def test_eight_writers_lose_nothing_and_meet_no_lock() -> None:
    outcome = let_them_write(people.nurse(), seconds=SECONDS)
    assert outcome.refused == []
    assert (outcome.counted, outcome.kept) == (outcome.changed, outcome.added)
    assert len(outcome.by_each) == WRITERS
    assert min(outcome.by_each) > 0
