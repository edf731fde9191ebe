"""With a second factor, a password alone opens nothing."""

import re
import time

from playwright.sync_api import CDPSession, Page, expect
from tests.journeys import steps
from tests.journeys.conftest import Phones
from tests.journeys.steps import Somebody, button, heading, press

PRIVATE = ("/together/", "/rosters/", "/mydata/", "/mydata/aftershift.json", "/account")
STEP_SECONDS = 30


ASK_FOR_EACH = """async (addresses) => Promise.all(addresses.map(async (address) => {
  const answer = await fetch(address, { redirect: "manual" });
  return answer.type === "opaqueredirect" ? "sent away" : await answer.text();
}))"""


def assert_nothing_opens(page: Page, somebody: Somebody) -> None:
    """Sign in, and try the private pages with the password alone."""
    steps.sign_in(page, somebody.name)
    heading(page, "One more step")
    assert set(page.evaluate(ASK_FOR_EACH, PRIVATE)) == {"sent away"}
    welcome = str(page.evaluate(ASK_FOR_EACH, ["/"]))
    assert "Start, without an e-mail" in welcome
    assert somebody.name not in welcome


def test_a_code_app_is_added_and_then_asked_for(phones: Phones) -> None:
    page = phones.open()
    somebody = steps.sign_up(page)
    app = steps.add_code_app(page, somebody)
    other = phones.open()
    assert_nothing_opens(other, somebody)
    # The code of this half minute was used; the next one is accepted a little early.
    other.get_by_label("Code from your app").fill(app.at(time.time() + STEP_SECONDS))
    press(other, "Go on")
    expect(other.get_by_role("navigation", name="Main")).to_be_visible()


def test_a_passkey_is_added_and_then_asked_for(phones: Phones) -> None:
    page = phones.open()
    security_key(page)
    somebody = steps.sign_up(page)
    page.goto("/account/factors")
    page.get_by_label("Your password").fill(somebody.password)
    press(page, "Add a passkey")
    expect(page.get_by_role("link", name=re.compile("^Remove"))).to_have_count(1)
    page.goto("/account")
    press(page, "Lock now")

    assert_nothing_opens(page, somebody)
    press(page, "Use a passkey")
    expect(page.get_by_role("navigation", name="Main")).to_be_visible()

    stolen = phones.open()  # the password is known here, the security key is not
    security_key(stolen)
    assert_nothing_opens(stolen, somebody)
    button(stolen, "Use a passkey").click()
    expect(stolen.get_by_role("alert")).to_contain_text("The passkey was not used. Try again.")


def security_key(page: Page) -> CDPSession:
    """Plug in an authenticator that Chromium makes believe."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return session
