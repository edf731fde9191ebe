import re

import pytest
from django.test import Client
from django.urls import reverse
from tests import people
from tests.people import PASSWORD, Account
from tests.web.people.conftest import Clock

from aftershift.web.people import actions, personal, queries
from aftershift.web.people.models import (
    Attempts,
    Factor,
    Household,
    Keyring,
    LiveSession,
    Member,
    Person,
)

NEW = "a better set of words"
CHANGE = {"old": PASSWORD, "password": NEW, "password_again": NEW}


def test_the_password_changes_and_other_devices_are_out(nurse: Account, nobody: Client) -> None:
    nobody.post("/sign-in", {"account": nurse.name, "password": PASSWORD})
    assert nurse.browser.post("/account/password", CHANGE).status_code == 200
    assert nurse.browser.get("/account").status_code == 200
    assert nobody.get("/account").status_code == 302
    assert nobody.post("/sign-in", {"account": nurse.name, "password": PASSWORD}).status_code == 422
    assert nobody.post("/sign-in", {"account": nurse.name, "password": NEW}).status_code == 302


@pytest.mark.parametrize(
    "change", [{"old": "not the password"}, {"password": "short"}, {"password_again": "other"}]
)
def test_a_password_is_not_changed_by_guessing(nurse: Account, change: dict[str, str]) -> None:
    before = Keyring.objects.get().password_wrap
    assert nurse.browser.post("/account/password", {**CHANGE, **change}).status_code == 422
    assert Keyring.objects.get().password_wrap == before


def test_asking_the_password_again_is_limited(nurse: Account) -> None:
    wrong = {**CHANGE, "old": "not the password"}
    tries = [nurse.browser.post("/account/password", wrong).status_code for _ in range(11)]
    assert tries == [422] * 10 + [429]


def test_devices_are_known_by_times_alone(nurse: Account, nobody: Client) -> None:
    nobody.post(
        "/sign-in",
        {"account": nurse.name, "password": PASSWORD},
        headers={"User-Agent": "Chromium"},
    )
    page = nurse.browser.get("/account/devices").text
    assert page.count("Since ") == 2
    assert "Chromium" not in page
    assert "127.0.0.1" not in page


def test_a_device_is_signed_out_by_its_owner_alone(
    nurse: Account, stranger: Account, nobody: Client
) -> None:
    nobody.post("/sign-in", {"account": nurse.name, "password": PASSWORD})
    other = next(device for device in queries.devices(by=nurse.by) if not device.is_this_one)
    address = reverse("people:sign-out-device", args=[other.id])
    assert nurse.browser.get(address).status_code == 405
    stranger.browser.post(address)
    assert nobody.get("/account").status_code == 200
    nurse.browser.post(address)
    assert nobody.get("/account").status_code == 302
    assert nurse.browser.get("/account").status_code == 200


def test_signing_out_everywhere_spares_nobody_but_others(
    nurse: Account, stranger: Account, nobody: Client
) -> None:
    nobody.post("/sign-in", {"account": nurse.name, "password": PASSWORD})
    assert nurse.browser.get("/account/devices/sign-out-everywhere").status_code == 405
    nurse.browser.post("/account/devices/sign-out-everywhere")
    assert {browser.get("/account").status_code for browser in (nurse.browser, nobody)} == {302}
    assert stranger.browser.get("/account").status_code == 200


def test_a_member_is_named_for_their_keeper_alone(nurse: Account, stranger: Account) -> None:
    assert nurse.browser.post("/account/household", {"label": "  Sam  "}).status_code == 302
    assert [(card.label, card.is_self) for card in queries.household(by=nurse.by)] == [
        ("Quiet Heron", True),
        ("Sam", False),
    ]
    assert "Sam" not in stranger.browser.get("/account/household").text


def test_a_member_is_removed_by_their_keeper_alone(nurse: Account, stranger: Account) -> None:
    sam = actions.add_member("Sam", by=nurse.by)
    address = reverse("people:remove-member", args=[sam])
    assert nurse.browser.get(address).status_code == 405
    stranger.browser.post(address)
    assert Member.objects.filter(id=sam).exists()
    nurse.browser.post(address)
    assert not Member.objects.filter(id=sam).exists()


def test_nobody_removes_themselves_from_their_household(nurse: Account) -> None:
    own = Member.objects.get()
    nurse.browser.post(reverse("people:remove-member", args=[own.id]))
    assert Member.objects.filter(id=own.id).exists()


def test_every_page_of_the_account_can_be_read(nurse: Account, clock: Clock) -> None:
    for name in ("household", "password", "recovery-key", "factors", "code-app", "devices"):
        page = nurse.browser.get(reverse(f"people:{name}"))
        assert page.status_code == 200, name
        assert page.text.count("<h1>") == 1, name
        assert "style=" not in page.text, name
        seen = [tag for tag in re.findall(r"<input[^>]*>", page.text) if "hidden" not in tag]
        for tag in seen:
            found = re.search(r'id="([^"]+)"', tag)
            assert found, tag
            assert f'<label for="{found[1]}">' in page.text, tag


def test_what_is_held_can_be_taken(nurse: Account) -> None:
    actions.add_member("Sam", by=nurse.by)
    taken = personal.export(nurse.by)
    assert taken["name"] == "Quiet Heron"
    assert [member["label"] for member in taken["household"]] == ["Quiet Heron", "Sam"]
    assert len(taken["signed_in"]) == 1


def test_erasing_leaves_nothing_of_one_and_all_of_another(
    nurse: Account, stranger: Account
) -> None:
    actions.add_member("Sam", by=nurse.by)
    person = nurse.person
    personal.erase(person)
    for model in (Person, Keyring, LiveSession, Household, Member):
        assert model.objects.count() == 1, model.__name__
    assert not Factor.objects.exists()
    assert stranger.browser.get("/account").status_code == 200
    assert nurse.browser.get("/account").status_code == 302
    assert people.nurse().person.id != person.id  # the name is free again


def test_what_has_ended_is_let_go(nurse: Account, clock: Clock) -> None:
    assert Attempts.objects.exists()
    personal.expire(clock())
    assert LiveSession.objects.count() == 1
    clock.pass_time(hours=1)
    personal.expire(clock())
    assert not LiveSession.objects.exists()
    assert not Attempts.objects.exists()
