"""One account on two devices, and the way back in when the password is forgotten."""

from playwright.sync_api import Page, expect
from tests.journeys import steps
from tests.journeys.conftest import Phones
from tests.journeys.steps import follow, heading, press

NEW_PASSWORD = "seven warm pebbles"  # noqa: S105 - nobody lives behind it


def is_open(page: Page) -> bool:
    """Say whether this browser is still let in."""
    page.goto("/account")
    return page.get_by_role("heading", level=1).inner_text() == "Account"


def test_signing_out_everywhere_ends_every_session(phones: Phones) -> None:
    phone, laptop = phones.open(), phones.open()
    somebody = steps.sign_up(phone)
    steps.sign_in(laptop, somebody.name)
    laptop.goto("/account/devices")
    expect(laptop.locator("main li")).to_have_count(2)
    expect(laptop.get_by_text("This device")).to_have_count(1)
    assert is_open(phone)

    press(laptop, "Sign out everywhere")
    heading(laptop, "Locked")
    assert not is_open(phone)
    assert not is_open(laptop)


def test_one_device_signs_the_other_out(phones: Phones) -> None:
    phone, laptop = phones.open(), phones.open()
    somebody = steps.sign_up(phone)
    steps.sign_in(laptop, somebody.name)
    laptop.goto("/account/devices")
    press(laptop, "Sign out the one since")
    expect(laptop.locator("main li")).to_have_count(1)
    assert not is_open(phone)
    assert is_open(laptop)


def test_the_printed_key_opens_the_account_once_and_is_replaced(phones: Phones) -> None:
    phone, found = phones.open(), phones.open()
    somebody = steps.sign_up(phone)
    found.goto("/sign-in")
    follow(found, "I forgot my password")
    found.get_by_label("Name").fill(somebody.name)
    found.get_by_label("Recovery key").fill(somebody.recovery_key.lower().replace("-", " "))
    press(found, "Open with the recovery key")
    found.goto("/together/")  # nothing else opens before there is a new password
    assert found.url.endswith("/renew")
    found.get_by_label("New password").fill(NEW_PASSWORD)
    found.get_by_label("The same password again").fill(NEW_PASSWORD)
    press(found, "Set the new password")
    heading(found, "Your recovery key")
    assert found.locator(".recovery-key").inner_text().strip() != somebody.recovery_key

    assert not is_open(phone)  # whoever was in is out
    phones.expected.append("status of 422")
    steps.sign_in(phone, somebody.name, somebody.password)
    expect(phone.get_by_role("alert")).to_be_visible()
    steps.sign_in(phone, somebody.name, NEW_PASSWORD)
    assert is_open(phone)
