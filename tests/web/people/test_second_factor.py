from datetime import datetime

import pyotp
import pytest
from django.test import Client
from django.urls import reverse
from tests.people import PASSWORD, Account
from tests.web.people.authenticator import Authenticator
from tests.web.people.conftest import Clock, refusals

from aftershift.web.people import factor_actions
from aftershift.web.people.models import Factor, LiveSession
from aftershift.web.people.second_factors import code_step
from aftershift.web.people.sessions import COOKIE

SEED = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def code_at(now: datetime, seed: str = SEED) -> str:
    return pyotp.TOTP(seed).at(now)


def enter(name: str) -> Client:
    browser = Client()
    page = browser.post("/sign-in", {"account": name, "password": PASSWORD})
    assert page["Location"] == "/second-factor"
    return browser


@pytest.fixture
def with_code(nurse: Account, clock: Clock) -> Account:
    code = code_at(clock())
    wrong = factor_actions.add_code_app(SEED, code, PASSWORD, by=nurse.by, now=clock())
    assert wrong is None
    clock.pass_time(minutes=1)
    return nurse


@pytest.fixture
def passkey(nurse: Account) -> Authenticator:
    passkey = Authenticator()
    asked = nurse.browser.post("/account/factors/ask", {"password": PASSWORD})
    added = nurse.browser.post("/account/factors/passkey", {"answer": passkey.create(asked.json())})
    assert added.json() == {"go": "/account/factors"}
    return passkey


@pytest.mark.parametrize(
    ("seconds", "seed", "code"),
    [  # RFC 6238, appendix B, SHA-1, the last six of its eight digits
        (59, "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", "287082"),
        (1111111109, "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", "081804"),
        (20000000000, "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", "353130"),
    ],
)
def test_codes_are_those_of_the_standard(seconds: int, seed: str, code: str) -> None:
    now = datetime.fromtimestamp(seconds).astimezone()
    assert code_step(seed, code, after=0, now=now) == seconds // 30
    assert code_step(seed, code, after=seconds // 30, now=now) is None


def test_a_code_is_added_on_the_page(nurse: Account, clock: Clock) -> None:
    page = nurse.browser.get("/account/factors/code-app")
    seed = str(page.context["seed"])
    assert f"<code>{seed}</code>" in page.text
    assert "<svg" in page.text
    assert "style=" not in page.text
    given = {"seed": seed, "code": code_at(clock(), seed), "password": PASSWORD}
    assert nurse.browser.post("/account/factors/code-app", given).status_code == 302
    assert Factor.objects.get().name == "Code app 1"
    assert seed.encode() not in Factor.objects.get().seed.envelope


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"password": "not the password"}, 422),
        ({"code": "000000"}, 422),
        ({"seed": "x" * 9999}, 302),
    ],
)
def test_a_code_app_is_not_added_by_guessing(
    nurse: Account, clock: Clock, change: dict[str, str], status: int
) -> None:
    given = {"seed": SEED, "code": code_at(clock()), "password": PASSWORD, **change}
    assert nurse.browser.post("/account/factors/code-app", given).status_code == status
    assert not Factor.objects.exists()


def test_the_password_alone_opens_nothing(with_code: Account, private_page: str) -> None:
    waiting = enter(with_code.name)
    assert refusals(waiting, private_page) <= {(302, "/locked"), (405, None)}


def test_the_code_replaces_row_and_secret(with_code: Account, clock: Clock) -> None:
    waiting = enter(with_code.name)
    before = waiting.cookies[COOKIE].value
    page = waiting.post("/second-factor", {"code": code_at(clock())})
    assert page["Location"] == "/"
    assert waiting.cookies[COOKIE].value != before
    assert waiting.get("/account").status_code == 200
    assert not LiveSession.objects.filter(state=LiveSession.PENDING).exists()


def test_changing_the_rows_state_opens_nothing(with_code: Account) -> None:
    waiting = enter(with_code.name)
    LiveSession.objects.filter(state=LiveSession.PENDING).update(state=LiveSession.OPEN)
    assert waiting.get("/account").status_code == 302


def test_a_code_is_good_once(with_code: Account, clock: Clock) -> None:
    code = code_at(clock())
    first, second = enter(with_code.name), enter(with_code.name)
    assert first.post("/second-factor", {"code": code}).status_code == 302
    assert second.post("/second-factor", {"code": code}).status_code == 422
    assert second.get("/account").status_code == 302


def test_codes_cannot_be_tried_through(with_code: Account, clock: Clock) -> None:
    waiting = enter(with_code.name)
    tries = [waiting.post("/second-factor", {"code": "000000"}).status_code for _ in range(6)]
    assert tries == [422] * 5 + [429]
    assert waiting.post("/second-factor", {"code": code_at(clock())}).status_code == 429


def test_waiting_ends_after_five_minutes(with_code: Account, clock: Clock) -> None:
    waiting = enter(with_code.name)
    clock.pass_time(minutes=5)
    page = waiting.post("/second-factor", {"code": code_at(clock())})
    assert page["Location"] == "/sign-in"


def test_the_second_factors_step_is_for_those_who_wait(nurse: Account, nobody: Client) -> None:
    for address in ("/second-factor", "/second-factor/ask", "/second-factor/passkey"):
        for browser in (nobody, nurse.browser):
            page = browser.post(address)
            assert (page.status_code, page["Location"]) == (302, "/sign-in")


def test_a_passkey_opens(nurse: Account, passkey: Authenticator) -> None:
    waiting = enter(nurse.name)
    asked = waiting.post("/second-factor/ask").json()
    page = waiting.post("/second-factor/passkey", {"answer": passkey.get(asked)})
    assert page.json() == {"go": "/"}
    assert waiting.get("/account").status_code == 200


def refuse_stranger(passkey: Authenticator) -> Authenticator:
    return Authenticator()


def refuse_elsewhere(passkey: Authenticator) -> Authenticator:
    passkey.origin = "http://localhost.example:8020"
    return passkey


def refuse_copy(passkey: Authenticator) -> Authenticator:
    Factor.objects.update(counter=7)
    return passkey


def refuse_forger(passkey: Authenticator) -> Authenticator:
    forger = Authenticator()
    forger.id = passkey.id
    return forger


@pytest.mark.parametrize("attack", [refuse_stranger, refuse_elsewhere, refuse_copy, refuse_forger])
def test_another_passkey_is_refused(nurse: Account, passkey: Authenticator, attack) -> None:  # type: ignore[no-untyped-def]
    waiting = enter(nurse.name)
    asked = waiting.post("/second-factor/ask").json()
    page = waiting.post("/second-factor/passkey", {"answer": attack(passkey).get(asked)})
    assert page.status_code == 422
    assert waiting.get("/account").status_code == 302


def test_an_answer_is_good_once(nurse: Account, passkey: Authenticator) -> None:
    waiting = enter(nurse.name)
    asked = waiting.post("/second-factor/ask").json()
    assert waiting.post("/second-factor/passkey", {"answer": "{}"}).status_code == 422
    page = waiting.post("/second-factor/passkey", {"answer": passkey.get(asked)})
    assert page.status_code == 422


@pytest.mark.parametrize("answer", ["", "[]", "null", '{"id": 1}', '{"response": []}'])
def test_no_answer_of_a_browser_breaks_anything(
    nurse: Account, passkey: Authenticator, answer: str
) -> None:
    waiting = enter(nurse.name)
    waiting.post("/second-factor/ask")
    assert waiting.post("/second-factor/passkey", {"answer": answer}).status_code == 422
    nurse.browser.post("/account/factors/ask", {"password": PASSWORD})
    assert nurse.browser.post("/account/factors/passkey", {"answer": answer}).status_code == 422
    assert Factor.objects.count() == 1


def test_a_passkey_is_not_made_without_the_password(nurse: Account) -> None:
    page = nurse.browser.post("/account/factors/ask", {"password": "not the password"})
    assert page.status_code == 422
    assert nurse.browser.post("/account/factors/passkey", {"answer": "{}"}).status_code == 422


def test_a_factor_is_removed_with_the_password_by_its_owner(
    with_code: Account, stranger: Account
) -> None:
    address = reverse("people:remove-factor", args=[Factor.objects.get().id])
    stranger.browser.post(address, {"password": PASSWORD})
    with_code.browser.post(address, {"password": "not the password"})
    assert Factor.objects.count() == 1
    assert with_code.browser.get(address).status_code == 200
    assert with_code.browser.post(address, {"password": PASSWORD}).status_code == 302
    assert not Factor.objects.exists()
