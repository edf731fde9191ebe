from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from aftershift.web.people.urls import urlpatterns

OPEN = {"sign-up", "sign-in", "forgotten", "locked", "lock", "leave"}
OF_THE_FACTOR = {"second-factor", "ask-for-passkey", "pass-by-passkey"}
PRIVATE = sorted({route.name for route in urlpatterns} - OPEN - OF_THE_FACTOR)


def address_of(name: str) -> str:
    """Give the address of a page of this wing, for some row where it asks for one."""
    asks_for = next(route.pattern.converters for route in urlpatterns if route.name == name)
    return reverse(f"people:{name}", kwargs={key: uuid4() for key in asks_for})


@pytest.fixture(params=PRIVATE)
def private_page(request: pytest.FixtureRequest) -> str:
    """Each private page of this wing in turn; a new one joins by being written."""
    return address_of(request.param)


def refusals(browser: Client, address: str) -> set[tuple[int, str | None]]:
    """Knock at a page in each way; give what it answered, and where it sent the browser."""
    pages = (browser.get(address), browser.post(address))
    return {(page.status_code, page.get("Location")) for page in pages}


class Clock:
    """A clock that goes on only when it is told to."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def pass_time(self, **span: float) -> None:
        self.now += timedelta(**span)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock(timezone.now())
    monkeypatch.setattr(timezone, "now", clock)
    return clock
