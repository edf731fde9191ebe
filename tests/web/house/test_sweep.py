"""Every address, by every kind of person, by every method: nobody gets what is not theirs."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import pytest
from django.apps import apps
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import path
from django.utils import timezone
from tests import people
from tests.people import Account, browser_with
from tests.web.house.furnished import Rooms, add_code_app, furnish
from tests.web.house.routes import (
    DO,
    NAMED_IN_FORMS,
    ROUTES,
    For,
    Route,
    address,
    every_route,
)

from aftershift.web.people import actions
from aftershift.web.people.sessions import COOKIE

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
PRIVATE = {For.ONES_OWN, For.ONES_OBJECT, For.NEWLY_RECOVERED}


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A kind of person by what their browser holds, and whether a session is open for them."""

    name: str
    secret: str
    is_in: bool = False
    is_waiting: bool = False
    is_recovered: bool = False

    def browser(self, **given: Any) -> Client:
        """Open a fresh browser: no answer of before is in it."""
        browser = Client(**given)
        if self.secret:
            browser.cookies[COOKIE] = self.secret
        return browser


@pytest.fixture
def rooms(nurse: Account) -> Rooms:
    return furnish(nurse)


@pytest.fixture
def kinds(nurse: Account, rooms: Rooms) -> tuple[Kind, ...]:
    """The owner, and everybody else who may knock."""
    waiting, lost = people.somebody("Windy Pier"), people.somebody("Forgetful Wren")
    add_code_app(waiting.browser)
    door = actions.sign_in(people.credentials(waiting.name), now=timezone.now())
    printed = people.credentials(lost.name, lost.recovery_key)
    back = actions.sign_in_by_recovery_key(printed, now=timezone.now())
    assert door is not None
    assert back is not None
    return (
        Kind(name="owner", secret=nurse.secret, is_in=True),
        Kind(name="other", secret=people.stranger().secret, is_in=True),
        Kind(name="manager", secret=people.manager().secret, is_in=True),
        # There is no administrator; a name makes none.
        Kind(name="administrator", secret=people.somebody("admin").secret, is_in=True),
        Kind(name="anonymous", secret=""),
        Kind(name="liar", secret="x" * 43),
        Kind(name="waiting", secret=door.secret, is_waiting=True),
        Kind(name="recovered", secret=back.secret, is_recovered=True),
    )


@contextmanager
def undone() -> Iterator[None]:
    """Let something happen, look at it, and take it back."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def unlisted(routes: set[str]) -> set[str]:
    """Name what the table does not know, and what only the table knows."""
    return routes ^ set(ROUTES)


def fault_in(route: Route, who: Kind, method: str, answer: HttpResponse) -> str:
    """Say what is wrong with an answer; nothing when it is as the table says."""
    status, sent_to = answer.status_code, answer.get("Location")
    if status >= 500:
        return f"{status}"
    if method not in route.methods:
        return "" if status == 405 else f"{status}, not 405"
    expected: dict[For, bool] = {
        For.EVERYBODY: sent_to != "/locked" or route.methods == DO,
        For.ONES_OWN: _is_gated(route, who, status, sent_to),
        For.ONES_OBJECT: _is_gated(route, who, status, sent_to),
        For.NEWLY_RECOVERED: _is_renewal(who, status, sent_to),
        For.WAITING: (sent_to != "/sign-in") == who.is_waiting,
        For.TOKEN: status == 200,
        For.DEMO: status == 404,
    }
    return "" if expected[route.whom] else f"{status} {sent_to}"


def _is_gated(route: Route, who: Kind, status: int, sent_to: str | None) -> bool:
    if who.is_in:
        is_kept_out = sent_to == "/renew" or (sent_to == "/locked" and not route.locks)
        return status in (200, 204, 302, 404, 409, 422) and not is_kept_out
    return (status, sent_to) == (302, "/renew" if who.is_recovered else "/locked")


def _is_renewal(who: Kind, status: int, sent_to: str | None) -> bool:
    if who.is_recovered:
        return status in (200, 422)
    return (status, sent_to) == (302, "/account/password" if who.is_in else "/locked")


def test_every_route_has_a_line_and_every_line_a_route() -> None:
    assert unlisted(set(every_route())) == set()


def test_a_route_without_a_line_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    planted = path("planted", lambda request: HttpResponse(), name="planted")
    assert unlisted({*every_route(), str(planted.name)}) == {"planted"}


@pytest.mark.parametrize("method", METHODS)
def test_everybody_gets_what_the_table_says(
    kinds: tuple[Kind, ...], rooms: Rooms, method: str
) -> None:
    faults = []
    for name, route in ROUTES.items():
        for who in kinds:
            with undone():
                answer = who.browser().generic(method, address(name, rooms))
            if fault := fault_in(route, who, method, answer):
                faults.append(f"{method} {name} by {who.name}: {fault}")
    assert faults == [], "\n".join(faults)


def test_a_gate_that_stands_open_is_found() -> None:
    stranger = Kind(name="anonymous", secret="")
    for whom in PRIVATE:
        assert fault_in(Route(whom=whom), stranger, "GET", HttpResponse("hers"))
    assert fault_in(Route(whom=For.ONES_OWN), stranger, "POST", HttpResponse("hers"))


def seen(answer: HttpResponse, *asked: object) -> tuple[int, str | None, str]:
    """Give what an answer tells: without form tokens, and without the id that was asked for."""
    text = re.sub(r'(name="csrfmiddlewaretoken" value=)"[^"]+"', r"\1", answer.text)
    for one in asked:
        text = text.replace(str(one), "it")
    return answer.status_code, answer.get("Location"), text


def everything_held() -> dict[tuple[str, object], tuple[object, ...]]:
    """Give every row of everybody, sessions' last minutes and counts of attempts apart."""
    return {
        (model.__name__, row.pk): tuple(
            getattr(row, field.attname)
            for field in model._meta.concrete_fields
            if field.name != "seen"
        )
        for model in apps.get_models()
        if model.__name__ != "Attempts"
        for row in model._default_manager.all()
    }


OBJECTS = sorted(name for name, route in ROUTES.items() if route.whom is For.ONES_OBJECT)


@pytest.mark.parametrize("name", OBJECTS)
def test_what_is_somebody_elses_looks_like_what_is_not(
    kinds: tuple[Kind, ...], rooms: Rooms, name: str
) -> None:
    route, nowhere = ROUTES[name], uuid4()
    parameter = next(iter(every_route()[name].pattern.converters))
    theirs, none = address(name, rooms), address(name, rooms, **{parameter: nowhere})
    before = everything_held()
    for who in kinds[1:]:
        for method in sorted(route.methods):
            with undone():
                browser = who.browser()
                found = getattr(browser, method.lower())(theirs, route.sends)
                missing = getattr(browser, method.lower())(none, route.sends)
                assert before.items() <= everything_held().items(), (who.name, method)
            asked = re.findall(r"[0-9a-f-]{36}", theirs)
            assert seen(found, *asked) == seen(missing, nowhere), (who.name, method)


@pytest.mark.parametrize(("name", "field", "sends"), NAMED_IN_FORMS)
def test_what_is_named_in_a_form_and_somebody_elses_looks_like_what_is_not(
    kinds: tuple[Kind, ...], rooms: Rooms, name: str, field: str, sends: dict[str, str]
) -> None:
    nowhere = uuid4()
    for who in kinds[1:]:
        for thing in (rooms.own, rooms.other):
            with undone():
                found = who.browser().post(address(name, rooms), {**sends, field: str(thing)})
                missing = who.browser().post(address(name, rooms), {**sends, field: str(nowhere)})
            assert seen(found, thing) == seen(missing, nowhere), who.name


def test_the_owner_does_reach_what_the_others_do_not(kinds: tuple[Kind, ...], rooms: Rooms) -> None:
    before = everything_held()
    unmoved = set()
    for name in OBJECTS:
        with undone():
            kinds[0].browser().post(address(name, rooms), ROUTES[name].sends)
            if everything_held() == before:
                unmoved.add(name)
    looked_at = {"journal:entry", "journal:listen", "week:text"}
    looked_at |= {"deciding:decision", "deciding:compare", "deciding:sheet", "reflections:kept"}
    looked_at |= {"instruments:kept"}
    # One that is over moves no more; tests/web/experiments moves one that runs.
    looked_at |= {f"experiments:{name}" for name in ("experiment", "tick", "hold", "stop")}
    looked_at |= {f"experiments:{name}" for name in ("ask", "hand_over", "take_back")}
    # A roster from a file is not fetched, and nothing makes text of a note where nothing is set up.
    assert unmoved == {"rosters:refresh", "journal:text"} | looked_at


@pytest.mark.parametrize("token", ["", "x" * 43, "\u00e9", "../../../etc/passwd"])
def test_a_feed_is_found_by_its_token_alone(
    rooms: Rooms, nurse: Account, nobody: Client, token: str
) -> None:
    assert nobody.get(address("windows:feed", rooms)).status_code == 200
    for browser in (nobody, nurse.browser):
        assert browser.get(f"/together/feed/{token}.ics").status_code == 404
    nurse.browser.post("/together/feed/close")
    assert nobody.get(address("windows:feed", rooms)).status_code == 404


def test_no_form_is_taken_from_another_site(kinds: tuple[Kind, ...], rooms: Rooms) -> None:
    before = everything_held()
    for name, route in ROUTES.items():
        if "POST" not in route.methods:
            continue
        for who in kinds:
            with undone():
                strict = who.browser(enforce_csrf_checks=True)
                answer = strict.post(address(name, rooms), route.sends)
                assert (answer.status_code == 403) == route.needs_csrf, (name, who.name)
                assert everything_held() == before or not route.needs_csrf, (name, who.name)


ODD = ["0001-01-01", "9999-12-31", "2026-02-30", "-1", "\x00", "\u202e", "x" * 5000, "[]", "None"]


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: repr(odd)[:16])
def test_nothing_odd_breaks_a_page(nurse: Account, rooms: Rooms, odd: str) -> None:
    asked = {
        "windows:fortnight": ({"from": odd}, {"show": odd}),
        "windows:window": ({"first": odd, "starts": odd}, {"first": odd, "starts": "2026-10-21"}),
        "rosters:bring": ({"member": odd},),
        "rosters:list": ({"done": odd},),
    }
    for name, queries in asked.items():
        for query in queries:
            assert nurse.browser.get(address(name, rooms), query).status_code in (200, 404), name


FORMS = [name for name, route in ROUTES.items() if "POST" in route.methods]
FIELDS = (
    *("account", "address", "anchor", "answer", "choice", "children_bed", "code", "commute"),
    *("curfew", "day", "dialect", "ends", "first", "group_1", "hours", "label", "member"),
    *("mid_sleep_free", "name", "old", "password", "password_again", "place", "recovery_key"),
    *("called_share", "not_a_patient", "own", "ritual", "row", "seed", "without"),
    *("audio", "feelings", "hinders", "prompt", "takes", "view"),
    *("line", "way_1", "value_1", "serves", "costs", "note", "taken_back", "until", "sees"),
    *("cap", "move", "tie", "words", "to", "at", "line", "is_shown", "practice", "card"),
    *("sleep_need", "starts", "talk_minutes", "text", "word", "zone"),
)


@pytest.mark.parametrize("odd", [*ODD[:2], "\x00", "x" * 5000, "1e400"], ids=lambda odd: odd[:16])
def test_nothing_odd_breaks_a_form(kinds: tuple[Kind, ...], rooms: Rooms, odd: str) -> None:
    for name in FORMS:
        for who in (kinds[0], kinds[4], kinds[6]):
            with undone():
                sends = dict.fromkeys(FIELDS, odd)
                answer = who.browser().post(address(name, rooms), sends)
            assert answer.status_code < 500, name
            with undone():
                answer = who.browser().post(address(name, rooms), {**sends, **ROUTES[name].sends})
            assert answer.status_code < 500, name


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_no_day_is_too_early_or_too_late(nurse: Account, rooms: Rooms, day: str) -> None:
    night = {"day": day, "starts": "23:00", "ends": "07:00"}
    line = {"member": str(rooms.own), "text": "D N -", "anchor": day, "zone": "Europe/London"}
    for name, sends in (("rosters:slept", night), ("rosters:bring", line)):
        with undone():
            assert nurse.browser.post(address(name, rooms), sends).status_code < 500
            nurse.browser.post("/rosters/keep")
            assert nurse.browser.get("/").status_code == 200
            assert nurse.browser.get("/together/").status_code == 200


def test_a_browser_for_every_kind_is_its_own(nurse: Account) -> None:
    assert browser_with(nurse.secret).get("/account").status_code == 200
    assert Client().get("/account").status_code == 302
