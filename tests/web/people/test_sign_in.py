from datetime import timedelta

import pytest
from django.test import Client
from tests.people import PASSWORD, Account
from tests.web.people.conftest import Clock

from aftershift.adapters.vault import Keyholder
from aftershift.web.people.models import Attempts, LiveSession
from aftershift.web.people.throttle import BY_NETWORK_AND_NAME


def given(name: str, password: str = PASSWORD) -> dict[str, str]:
    return {"account": name, "password": password}


def test_name_and_password_open(nurse: Account, nobody: Client) -> None:
    page = nobody.post("/sign-in", given("quiet heron"))
    assert (page.status_code, page["Location"]) == (302, "/")
    assert nobody.get("/account").status_code == 200


@pytest.mark.parametrize(
    ("name", "password"),
    [("Quiet Heron", "something else entirely"), ("Nobody Here", PASSWORD), ("Quiet Heron", " ")],
)
def test_a_wrong_name_and_a_wrong_password_look_alike(
    nurse: Account, nobody: Client, name: str, password: str
) -> None:
    page = nobody.post("/sign-in", given(name, password))
    assert page.status_code == 422
    assert "do not open anything here" in page.text
    assert nobody.get("/account").status_code == 302


def test_an_unknown_name_costs_one_derivation_too(
    nurse: Account, nobody: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    spent: list[str] = []
    monkeypatch.setattr(Keyholder, "spend_a_guess", lambda _, password: spent.append(password))
    nobody.post("/sign-in", given("Nobody Here"))
    nobody.post("/sign-in", given("Quiet Heron"))
    assert spent == [PASSWORD]


def test_signing_in_again_ends_the_browsers_former_session(nurse: Account) -> None:
    nurse.browser.post("/sign-in", given(nurse.name))
    assert LiveSession.objects.count() == 1


def test_guessing_on_is_stopped_and_only_for_the_guesser(nurse: Account, clock: Clock) -> None:
    guesser, elsewhere = Client(REMOTE_ADDR="203.0.113.7"), Client(REMOTE_ADDR="203.0.113.8")
    for _ in range(BY_NETWORK_AND_NAME.times):
        assert guesser.post("/sign-in", given(nurse.name, "wrong")).status_code == 422
    stopped = guesser.post("/sign-in", given(nurse.name))
    assert stopped.status_code == 429
    assert 0 < int(stopped["Retry-After"]) <= 900
    assert elsewhere.post("/sign-in", given(nurse.name)).status_code == 302
    clock.now += BY_NETWORK_AND_NAME.span + timedelta(seconds=1)
    assert guesser.post("/sign-in", given(nurse.name)).status_code == 302


def test_the_counts_tell_no_name_and_no_network(nurse: Account, nobody: Client) -> None:
    nobody.post("/sign-in", given(nurse.name, "wrong"))
    kept = str(list(Attempts.objects.values()))
    assert Attempts.objects.count() >= 2
    assert "heron" not in kept.casefold()
    assert "127.0.0.1" not in kept
