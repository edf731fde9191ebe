"""The standing cast: real accounts, made through the front door, each with a browser of its own.

    def test_a_plan_is_hers_alone(nurse: Account, stranger: Account) -> None:
        page = nurse.browser.get("/together/")          # signed in
        actions.accept(..., by=nurse.by)                # what actions and queries take

The fixtures live in tests/web/conftest.py; anything else may call `somebody("a name")`.
"""

import re
from dataclasses import dataclass
from uuid import uuid4

from django.test import Client
from django.utils import timezone

from aftershift.web.people import actions, sessions
from aftershift.web.people.actions import Credentials
from aftershift.web.people.models import Person
from aftershift.web.people.signed_in import SignedIn

PASSWORD = "correct lamps hum softly"  # noqa: S105 - nobody lives behind it


@dataclass(frozen=True, kw_only=True)
class Account:
    """One of the cast, signed in, with the printed recovery key in the hand."""

    name: str
    recovery_key: str
    secret: str
    browser: Client

    @property
    def by(self) -> SignedIn:
        """Give the live session as the middleware would."""
        found = sessions.open_by(self.secret, timezone.now())
        assert found is not None, "this session was locked"
        return found

    @property
    def person(self) -> Person:
        """Give the account's own row."""
        return Person.objects.get(name_key=self.name.casefold())


def somebody(name: str) -> Account:
    """Make an account, as its sign-up page does, and a browser that is signed in with it."""
    given = credentials(name)
    entry = actions.sign_up(given, now=timezone.now())
    assert entry is not None, "somebody has this name"
    return Account(
        name=name,
        recovery_key=entry.recovery_key,
        secret=entry.secret,
        browser=browser_with(entry.secret),
    )


def credentials(name: str, secret: str = PASSWORD) -> Credentials:
    """Say a name and a secret from a network that nobody else uses."""
    return Credentials(name=name, secret=secret, network=uuid4().hex)


def browser_with(secret: str) -> Client:
    """Open a browser that holds a session's secret."""
    browser = Client()
    browser.cookies[sessions.COOKIE] = secret
    return browser


def recovery_key_on(page: str) -> str:
    """Read the recovery key from the page that shows it; nothing when there is none."""
    found = re.search(r"<code>((?:[0-9A-Z]{4}-){6}[0-9A-Z]{4})</code>", page.replace("<wbr>", ""))
    return found[1] if found else ""


def nurse() -> Account:
    """An intensive-care nurse on a rotating roster."""
    return somebody("Quiet Heron")


def partner() -> Account:
    """Her partner, a surgical resident."""
    return somebody("Steady Elm")


def teammate() -> Account:
    """Somebody on her ward."""
    return somebody("Early Robin")


def manager() -> Account:
    """The manager of her ward: an account like any other, with no right to anything of hers."""
    return somebody("Level Bridge")


def stranger() -> Account:
    """One who has no right to anything."""
    return somebody("Misty Quay")
