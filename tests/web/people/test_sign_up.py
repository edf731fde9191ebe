import re

import pytest
from django.test import Client
from tests.people import PASSWORD, Account, recovery_key_on

from aftershift.web.people.models import Keyring, LiveSession, Member, Person
from aftershift.web.people.sessions import COOKIE

GIVEN = {
    "account": "Amber Lark",
    "password": PASSWORD,
    "password_again": PASSWORD,
    "understood": "on",
}


def test_a_name_and_a_password_make_an_account(nobody: Client) -> None:
    page = nobody.post("/sign-up", GIVEN)
    assert page.status_code == 200
    assert recovery_key_on(page.text)
    assert (page["Cache-Control"], page["Refresh"]) == ("no-store", "900; url=/locked")
    assert nobody.get("/account").status_code == 200
    person = Person.objects.get()
    assert (person.name, person.name_key) == ("Amber Lark", "amber lark")
    assert len(bytes(person.public_key)) == 32
    assert Member.objects.get().person == person


def test_the_cookie_is_for_this_host_alone(nobody: Client) -> None:
    morsel = nobody.post("/sign-up", GIVEN).cookies[COOKIE]
    assert COOKIE.startswith("__Host-")
    assert morsel["secure"]
    assert morsel["httponly"]
    assert (morsel["path"], morsel["samesite"], morsel["domain"]) == ("/", "Lax", "")
    assert not morsel["max-age"]  # forgotten when the browser is closed
    assert morsel.value not in str(LiveSession.objects.values_list())


def test_the_page_suggests_a_name_that_says_nothing(nobody: Client) -> None:
    page = nobody.get("/sign-up").text
    assert re.search(r'value="[a-z]+ [a-z]+ \d\d"', page)
    assert "If you lose both" in page


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"password": "too short", "password_again": "too short"}, "ten characters"),
        ({"password": "Password123!", "password_again": "Password123!"}, "Many people"),
        ({"password": "amberlark1", "password_again": "amberlark1"}, "Many people"),
        ({"password_again": "correct lamps hum loudly"}, "differ"),
        ({"account": "x"}, "two characters"),
        ({"understood": ""}, "required"),
    ],
)
def test_what_cannot_be_an_account_is_said(
    nobody: Client, change: dict[str, str], words: str
) -> None:
    page = nobody.post("/sign-up", {**GIVEN, **change})
    assert page.status_code == 422
    assert words in page.text
    assert PASSWORD not in page.text
    assert not Person.objects.exists()


@pytest.mark.parametrize("name", ["Quiet Heron", "quiet  heron", "QUIET HERON", "\uff51uiet heron"])
def test_a_name_is_somebodys_once(nurse: Account, nobody: Client, name: str) -> None:
    page = nobody.post("/sign-up", {**GIVEN, "account": name})
    assert page.status_code == 422
    assert "has this name already" in page.text
    assert Keyring.objects.count() == 1
