"""The doors of the wing: who may not come in, and how."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from tests.people import Account
from tests.web.rosters.desk import bring_and_keep, refusals

from aftershift.web.people.models import LiveSession
from aftershift.web.rosters.urls import urlpatterns

PAGES = {"list", "bring", "preview", "strain", "ways", "who", "child"}


def address_of(name: str) -> str:
    asks_for = next(route.pattern.converters for route in urlpatterns if route.name == name)
    return reverse(f"rosters:{name}", kwargs={key: uuid4() for key in asks_for})


ADDRESSES = {str(route.name): address_of(str(route.name)) for route in urlpatterns}


@pytest.mark.parametrize("name", sorted(ADDRESSES))
def test_nobody_comes_in(nobody: Client, name: str) -> None:
    assert refusals(nobody, [ADDRESSES[name]]) <= {(302, "/locked"), (405, None)}


@pytest.mark.parametrize("state", [LiveSession.PENDING, LiveSession.RECOVERING])
def test_the_password_alone_opens_nothing(nurse: Account, state: str) -> None:
    LiveSession.objects.update(state=state)
    found = refusals(nurse.browser, ADDRESSES.values())
    assert found <= {(302, "/locked"), (405, None)}


@pytest.mark.parametrize("name", sorted(set(ADDRESSES) - PAGES))
def test_a_link_changes_nothing(nurse: Account, name: str) -> None:
    assert nurse.browser.get(ADDRESSES[name]).status_code == 405


@pytest.mark.parametrize("name", sorted(set(ADDRESSES) - PAGES))
def test_a_foreign_page_changes_nothing(nurse: Account, name: str) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = nurse.browser.cookies
    assert strict.post(ADDRESSES[name]).status_code == 403


def test_one_sees_nothing_of_another(nurse: Account, stranger: Account) -> None:
    bring_and_keep(nurse, text="LD N", dialect="uk-nursing")
    nurse.browser.post("/rosters/members", {"name": "Ottoline"})
    for address in ("/rosters/", "/rosters/bring", "/"):
        page = stranger.browser.get(address)
        assert page.status_code == 200
        assert "Ottoline" not in page.text
        assert nurse.name not in page.text
    assert "2 shifts" not in stranger.browser.get("/rosters/").text
