"""The ear of these tests."""

import pytest
from tests.web.hearing import Calm

from aftershift.web import ears


@pytest.fixture
def ear(monkeypatch: pytest.MonkeyPatch) -> Calm:
    one = Calm()
    monkeypatch.setattr(ears, "room", lambda: one)
    return one
