"""The real coach, made once."""

import pytest

from aftershift.listening import Coach, coach_with


@pytest.fixture(scope="session")
def coach() -> Coach:
    return coach_with(lambda _line: None)
