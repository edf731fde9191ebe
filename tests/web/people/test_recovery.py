import re

import pytest
from django.test import Client
from tests.people import PASSWORD, Account, browser_with, recovery_key_on
from tests.web.people.conftest import Clock, refusals
from tests.web.people.test_second_factor import SEED, code_at

from aftershift.web.people import factor_actions
from aftershift.web.people.models import Keyring, LiveSession
from aftershift.web.people.sessions import COOKIE

NEW = "a better set of words"
TWICE = {"password": NEW, "password_again": NEW}


def recover(browser: Client, name: str, key: str) -> int:
    page = browser.post("/forgotten", {"account": name, "recovery_key": key})
    return page.status_code


def groups_asked(page: str, key: str) -> dict[str, str]:
    places = [int(place) for place in re.findall(r'name="group_(\d)"', page)]
    return {f"group_{place}": key.split("-")[place - 1] for place in places}


def test_two_groups_are_asked_back_once(nurse: Account) -> None:
    assert "was not checked yet" in nurse.browser.get("/account").text
    asked = groups_asked(nurse.browser.get("/account/recovery-key/check").text, nurse.recovery_key)
    assert len(asked) == 2
    wrong = dict.fromkeys(asked, "0000")
    assert nurse.browser.post("/account/recovery-key/check", wrong).status_code == 422
    given = {name: group.lower().replace("0", "o") for name, group in asked.items()}
    assert nurse.browser.post("/account/recovery-key/check", given).status_code == 200
    assert "was not checked yet" not in nurse.browser.get("/account").text
    assert Keyring.objects.get().recovery_check is None


def test_the_recovery_key_sets_a_new_password(nurse: Account, nobody: Client) -> None:
    assert recover(nobody, nurse.name, nurse.recovery_key.lower()) == 302
    page = nobody.post("/renew", TWICE)
    printed = recovery_key_on(page.text)
    assert printed
    assert nobody.get("/account").status_code == 200
    assert nurse.browser.get("/account").status_code == 302  # the other devices are out
    again = Client()
    assert again.post("/sign-in", {"account": nurse.name, "password": PASSWORD}).status_code == 422
    assert again.post("/sign-in", {"account": nurse.name, "password": NEW}).status_code == 302
    assert recover(Client(), nurse.name, nurse.recovery_key) == 422  # renewed after use
    assert recover(Client(), nurse.name, printed) == 302


def test_until_the_new_password_is_set_nothing_else_opens(
    nurse: Account, nobody: Client, private_page: str
) -> None:
    recover(nobody, nurse.name, nurse.recovery_key)
    expected = {(302, "/renew"), (405, None)}
    if private_page == "/renew":
        expected = {(200, None), (422, None)}
    assert refusals(nobody, private_page) <= expected


@pytest.mark.parametrize("name", ["Quiet Heron", "Nobody Here"])
def test_another_key_recovers_nothing(
    nurse: Account, stranger: Account, nobody: Client, name: str
) -> None:
    assert recover(nobody, name, stranger.recovery_key) == 422
    assert recover(nobody, name, "not a key") == 422
    assert nobody.get("/account").status_code == 302


def test_recovery_keys_cannot_be_tried_through(nurse: Account, nobody: Client) -> None:
    tries = [recover(nobody, nurse.name, "not a key") for _ in range(11)]
    assert tries == [422] * 10 + [429]


def test_the_recovery_key_never_replaces_the_second_factor(
    nurse: Account, nobody: Client, clock: Clock
) -> None:
    factor_actions.add_code_app(SEED, code_at(clock()), PASSWORD, by=nurse.by, now=clock())
    clock.pass_time(minutes=1)
    recover(nobody, nurse.name, nurse.recovery_key)
    assert refusals(nobody, "/renew") == {(302, "/locked")}
    assert nurse.browser.get("/account").status_code == 200
    nobody.post("/second-factor", {"code": code_at(clock())})
    assert nobody.get("/account")["Location"] == "/renew"
    assert nobody.post("/renew", TWICE).status_code == 200
    assert nobody.get("/account").status_code == 200


def test_a_new_recovery_key_ends_the_old_one(nurse: Account, nobody: Client) -> None:
    refused = nurse.browser.post("/account/recovery-key", {"password": "not the password"})
    assert refused.status_code == 422
    page = nurse.browser.post("/account/recovery-key", {"password": PASSWORD})
    printed = recovery_key_on(page.text)
    assert printed
    assert recover(nobody, nurse.name, nurse.recovery_key) == 422
    assert recover(nobody, nurse.name, printed) == 302


def test_whoever_is_signed_in_by_password_does_not_renew_without_it(nurse: Account) -> None:
    before = Keyring.objects.get().password_wrap
    assert nurse.browser.post("/renew", TWICE)["Location"] == "/account/password"
    assert Keyring.objects.get().password_wrap == before


def test_a_recovered_row_made_open_by_hand_opens_nothing(nurse: Account, nobody: Client) -> None:
    recover(nobody, nurse.name, nurse.recovery_key)
    LiveSession.objects.update(state=LiveSession.OPEN)
    assert browser_with(nobody.cookies[COOKIE].value).get("/account").status_code == 302
