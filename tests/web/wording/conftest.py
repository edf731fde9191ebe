"""The ear of these tests."""

import pytest
from tests.web.hearing import Calm
from tests.web.sending.asking import listens_with


@pytest.fixture
def ear(monkeypatch: pytest.MonkeyPatch) -> Calm:
    return listens_with(monkeypatch, Calm())
