import pytest
from django.test import Client
from tests.people import Account
from tests.web.people.conftest import Clock, refusals

from aftershift.web.people.middleware import POLL
from aftershift.web.people.models import LiveSession
from aftershift.web.people.sessions import COOKIE


def test_nobody_reaches_a_private_page(nobody: Client, private_page: str) -> None:
    assert refusals(nobody, private_page) <= {(302, "/locked"), (405, None)}


def test_a_part_of_a_page_sends_the_whole_page_away(nobody: Client) -> None:
    page = nobody.get("/account", headers={"HX-Request": "true"})
    assert (page.status_code, page["HX-Redirect"]) == (204, "/locked")


def test_private_pages_are_not_kept_and_lock_themselves(nurse: Account) -> None:
    page = nurse.browser.get("/account")
    assert page["Cache-Control"] == "no-store"
    assert page["Refresh"] == "900; url=/locked"


def test_lock_shuts_the_session_for_good(nurse: Account) -> None:
    assert nurse.browser.get("/lock").status_code == 405
    assert nurse.browser.get("/account").status_code == 200
    assert nurse.browser.post("/lock")["Location"] == "/locked"
    assert not LiveSession.objects.exists()
    nurse.browser.cookies[COOKIE] = nurse.secret
    assert nurse.browser.get("/account").status_code == 302


def test_leaving_locks_and_says_nothing(nurse: Account) -> None:
    assert nurse.browser.get("/leave").status_code == 405
    page = nurse.browser.post("/leave")
    assert page.status_code == 200
    assert page["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert page["Cache-Control"] == "no-store"
    assert "aftershift" not in page.text.replace("pages/aftershift", "").casefold()
    assert not LiveSession.objects.exists()


def test_leaving_works_with_a_stale_form_and_without_an_account(nurse: Account, db: None) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies[COOKIE] = nurse.secret
    assert strict.post("/lock").status_code == 403
    assert strict.post("/leave").status_code == 200
    assert not LiveSession.objects.exists()
    assert Client().post("/leave").status_code == 200


def test_a_person_who_goes_on_stays_signed_in(nurse: Account, clock: Clock) -> None:
    for _ in range(4):
        clock.pass_time(minutes=14)
        assert nurse.browser.get("/account").status_code == 200


@pytest.mark.parametrize("header", [{POLL: "1"}, {"Sec-Purpose": "prefetch;prerender"}])
def test_sixteen_minutes_of_polling_lock(
    nurse: Account, clock: Clock, header: dict[str, str]
) -> None:
    answers = []
    for _ in range(16):
        clock.pass_time(minutes=1)
        answers.append(nurse.browser.get("/account", headers=header).status_code)
    assert answers == [200] * 14 + [302] * 2


def test_the_locked_page_itself_is_no_activity(nurse: Account, clock: Clock) -> None:
    clock.pass_time(minutes=10)
    assert "still signed in" in nurse.browser.get("/locked").text
    clock.pass_time(minutes=5)
    assert nurse.browser.get("/account").status_code == 302


def test_nobody_stays_longer_than_twelve_hours(nurse: Account, clock: Clock) -> None:
    answers = []
    for _ in range(74):
        clock.pass_time(minutes=10)
        answers.append(nurse.browser.get("/account").status_code)
    assert answers == [200] * 71 + [302] * 3


def test_activity_is_written_at_most_once_a_minute(nurse: Account, clock: Clock) -> None:
    begun = LiveSession.objects.get().seen
    clock.pass_time(seconds=59)
    nurse.browser.get("/account")
    assert LiveSession.objects.get().seen == begun
    clock.pass_time(seconds=1)
    nurse.browser.get("/account")
    assert LiveSession.objects.get().seen == clock()
