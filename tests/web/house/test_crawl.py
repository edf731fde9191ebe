"""Every page that a link, a form or a redirect leads to, signed out and signed in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from django.contrib.staticfiles import finders
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import Resolver404, resolve
from pytest_django import DjangoDbBlocker
from tests import people
from tests.people import Account
from tests.web.house.furnished import Rooms, furnish
from tests.web.house.page import Page, host_of
from tests.web.house.routes import LOOK, ROUTES, For, address

from aftershift.library.resources import countries
from aftershift.web.headers import PERMISSIONS
from aftershift.web.home.demo import furnish as furnish_demo
from aftershift.web.pages.views import broken

# Word for word as decided; anything looser is a decision, and anything stricter breaks htmx.
POLICY = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "font-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "media-src 'self' blob:",
    "worker-src 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
}
# Where a quick exit leads, files to keep, and a number that looks like a list of things to buy.
BARE = re.compile(
    r"/measures|/mydata/aftershift\.html|/mine/plan/notes\.html|/help/(\w\w/)?list/.*"
)
OUTSIDE = {"tel:", "sms:"}  # a phone's own business
FOREIGN = re.compile(r"(?:[Hh][Tt][Tt][Pp][Ss]?:)?//[A-Za-z0-9.-]+|@import|\burl\(")
NAMES_ONLY = ("http://www.w3.org/", "https://htmx.org")  # names of things, never fetched


@dataclass(frozen=True, kw_only=True)
class Visit:
    """One answer met on the way, and whether somebody was signed in."""

    path: str
    answer: HttpResponse
    signed_in: bool

    @property
    def is_page(self) -> bool:
        return self.answer["Content-Type"].startswith("text/html") and bool(self.answer.content)

    @property
    def is_private(self) -> bool:
        return self.signed_in and self.answer.status_code == 200 and "Refresh" in self.answer


def crawl(browser: Client, starts: list[str], *, signed_in: bool) -> Iterator[Visit]:
    """Follow every link of our own from where one may start."""
    waiting, met = list(starts), set()
    while waiting:
        path = waiting.pop()
        shape = re.sub(r"\d{4}-\d\d-\d\d", "day", path)  # other fortnights are the same page
        if shape in met:
            continue
        met.add(shape)
        visit = Visit(path=path, answer=browser.get(path), signed_in=signed_in)
        yield visit
        if visit.is_page:
            found = [address for address, _ in Page(visit.answer.text).leads]
            waiting += [ours for one in found if (ours := _ours(path, one))]
        waiting += [visit.answer["Location"]] if "Location" in visit.answer else []


def _ours(path: str, address: str) -> str:
    joined = urljoin(path, address)
    return "" if host_of(joined) else joined.partition("#")[0]


@pytest.fixture(scope="module")
def crawled(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> tuple[list[Visit], Rooms]:
    """Go everywhere once: along the links, and to every address that one may look at."""
    with django_db_blocker.unblock(), transaction.atomic():
        nurse = people.nurse()
        rooms = furnish(nurse)
        pages = [name for name, route in ROUTES.items() if route.methods >= LOOK]
        starts = [address(name, rooms) for name in pages]
        feed = address("windows:feed", rooms)
        signed_in = list(crawl(nurse.browser, starts, signed_in=True))
        signed_out = list(crawl(Client(), [*starts, "/no-such-page", feed], signed_in=False))
        transaction.set_rollback(True)
    return signed_in + signed_out, rooms


@pytest.fixture
def visits(crawled: tuple[list[Visit], Rooms]) -> list[Visit]:
    return crawled[0]


@pytest.fixture
def rooms(crawled: tuple[list[Visit], Rooms]) -> Rooms:
    return crawled[1]


def together(visits: list[Visit]) -> str:
    """Print what was met, for a test that fails."""
    return "\n".join(f"{one.path} {one.answer.status_code}" for one in visits)


def route_of(path: str) -> str:
    try:
        return resolve(urlsplit(path).path).view_name
    except Resolver404:
        return ""


def test_the_crawl_gets_everywhere(visits: list[Visit]) -> None:
    met = {route_of(one.path) for one in visits if one.signed_in}
    assert met >= {name for name, route in ROUTES.items() if route.methods >= LOOK}
    assert {one.answer.status_code for one in visits if one.is_page} >= {200, 404}


def test_no_page_has_what_no_page_may_have(visits: list[Visit]) -> None:
    faults = {
        one.path: found
        for one in visits
        if one.is_page and (found := Page(one.answer.text).faults())
    }
    assert faults == {}


def test_no_page_asks_another_host_for_anything(visits: list[Visit]) -> None:
    pages = [Page(one.answer.text) for one in visits if one.is_page]
    assert {host_of(load) for page in pages for load in page.loads} == {""}
    shown = {host_of(country_page) for country_page in _addresses_of_help()} | {"doi.org"}
    led = {host_of(to): rel for page in pages for to, rel in page.leads if host_of(to)}
    assert set(led) - OUTSIDE <= shown
    out = {to for page in pages for to, _ in page.leads if host_of(to)}
    assert [to for to in out if not to.startswith(("https://", *OUTSIDE))] == []
    assert {rel for host, rel in led.items() if host not in OUTSIDE} == {"noreferrer"}


def _addresses_of_help() -> set[str]:
    """Every address in the content of the help page, and the list of lists."""
    of_lines = set(re.findall(r"https://[^'\"\s)]+", repr(countries())))
    return of_lines | {"https://findahelpline.com"}


def test_every_file_that_a_page_names_is_there_and_names_no_host(visits: list[Visit]) -> None:
    named = {load for one in visits if one.is_page for load in Page(one.answer.text).loads}
    files = {urlsplit(load).path for load in named}
    assert files
    for file in files:
        assert file.startswith("/static/"), file
        found = finders.find(file.removeprefix("/static/"))
        assert found, file
        assert foreign_in(Path(found).read_text(encoding="utf-8")) == [], file
        answer = Client().get(file)
        assert answer.status_code == 200
        assert policy_of(answer) == POLICY


def foreign_in(text: str) -> list[str]:
    """Find what a style sheet or a script could fetch from elsewhere."""
    for name in NAMES_ONLY:
        text = text.replace(name, "")
    return FOREIGN.findall(re.sub(r"(?m)^\s*//.*$|/\*.*?\*/", "", text))


def policy_of(answer: HttpResponse) -> set[str]:
    return {part.strip() for part in answer.headers["Content-Security-Policy"].split(";")}


def test_every_answer_carries_the_walls(visits: list[Visit]) -> None:
    for one in visits:
        answer = one.answer
        assert policy_of(answer) == POLICY, one.path
        assert answer["Permissions-Policy"] == PERMISSIONS, one.path
        assert answer["X-Content-Type-Options"] == "nosniff", one.path
        assert answer["Referrer-Policy"] == "same-origin", one.path
        assert answer["Cross-Origin-Opener-Policy"] == "same-origin", one.path
        assert answer["Cross-Origin-Resource-Policy"] == "same-origin", one.path


def test_every_cookie_is_bound_to_this_host(nobody: Client, nurse: Account) -> None:
    given = nobody.post("/sign-up", {}).cookies | nurse.browser.post("/lock").cookies
    assert len(given) == 2
    for name, cookie in given.items():
        assert name.startswith("__Host-")
        assert cookie["secure"]
        assert cookie["httponly"]
        assert cookie["path"] == "/"
        assert not cookie["domain"]
        assert cookie["samesite"] == "Lax"


def test_no_private_page_is_kept_or_left_open(visits: list[Visit], rooms: Rooms) -> None:
    private = {For.ONES_OWN, For.ONES_OBJECT}
    met = {one.path: one for one in visits if one.signed_in}
    for name, route in ROUTES.items():
        if route.whom in private and route.methods >= LOOK:
            answer = met[address(name, rooms)].answer
            if answer.status_code == 404:  # it needs to be asked about something
                assert name == "windows:window"
                continue
            assert answer["Refresh"] == "900; url=/locked", name
            assert answer["Cache-Control"] == "no-store", name
    for one in visits:
        caching = one.answer["Cache-Control"]
        assert "no-store" in caching or one.path in ("/sw.js", address("windows:feed", rooms))


def test_help_and_the_quick_exit_are_on_every_page(visits: list[Visit]) -> None:
    for one in visits:
        if one.is_page and not BARE.fullmatch(urlsplit(one.path).path):
            assert re.search(r'<a href="/help/(\w\w)?"', one.answer.text), one.path
            assert '<form method="post" action="/leave"' in one.answer.text, one.path


FIRST_LINKS = 8  # skip, the name, five ways of somebody signed in, and help


def test_the_emergency_number_is_two_taps_away_from_every_page(visits: list[Visit]) -> None:
    cards, looked = {}, 0
    for one in visits:
        if not one.is_page or BARE.fullmatch(urlsplit(one.path).path):
            continue
        looked += 1
        leads = [to for to, _ in Page(one.answer.text).leads[:FIRST_LINKS]]
        found = [to for to in leads if re.fullmatch(r"/help/(\w\w)?", to)]
        assert found, one.path
        cards[found[-1]] = Client().get(found[-1]).text
    for to, card in cards.items():
        shown = card[card.index("<main") : card.index("<details")]  # nothing has to be opened
        numbers = set(re.findall(r'href="tel:(\d+)"', shown))
        assert numbers == {country.emergency.dial for country in countries()}, to
    assert set(cards) == {"/help/", "/help/de", "/help/es", "/help/fr", "/help/nl"}
    assert looked > 70


def test_pages_that_say_what_went_wrong_lead_to_help_too(nurse: Account) -> None:
    strict = Client(enforce_csrf_checks=True)
    for answer in (strict.post("/lock"), strict.get("/no/such/page"), broken(HttpRequest())):
        assert re.search(r'<a href="/help/"', answer.content.decode()), answer.status_code


def test_titles_are_the_same_for_everybody(
    visits: list[Visit], rooms: Rooms, stranger: Account
) -> None:
    """Titles stand in histories, on task bars and in notifications: constant words only."""
    pages = [name for name, route in ROUTES.items() if route.methods >= LOOK]
    met = {one.path: one for one in visits if one.signed_in and one.is_page}
    compared = 0
    for name in pages:
        here, there = met.get(address(name, rooms)), stranger.browser.get(address(name, rooms))
        if here and here.answer.status_code == there.status_code == 200:
            compared += 1
            assert Page(here.answer.text).title == Page(there.text).title, name
    assert compared > 15
    titles = {Page(one.answer.text).title for one in visits if one.is_page}
    assert not any(re.search(r"\d|Sam|Heron|Jo\b", title) for title in titles), titles


def test_the_demo_household_is_as_sound(db: None) -> None:
    login, browser = furnish_demo(), Client()
    entered = browser.post("/sign-in", {"account": login.name, "password": login.password})
    assert entered.status_code == 302
    visits = list(crawl(browser, ["/"], signed_in=True))
    assert len(visits) > 12, together(visits)
    for one in visits:
        assert one.answer.status_code < 400, one.path
        assert not one.is_page or Page(one.answer.text).faults() == [], one.path


PLANTED = [
    ('<img src="https://cdn.example/x.png">', "loads from https://cdn.example/x.png"),
    ('<script src="//cdn.example/x.js"></script>', "loads from //cdn.example/x.js"),
    ('<link rel="stylesheet" href="http://x.example/x.css">', "loads from http://x.example/x.css"),
    ('<p style="color: red">', "inline: style"),
    ('<button onclick="go()">', "inline: onclick"),
    ("<script>go()</script>", "inline: <script>"),
    ("<style>p {}</style>", "inline: <style>"),
    ('<a href="javascript:go()">', "inline: href"),
    ("<h1>Two</h1>", "2 main headings"),
    ('<p id="one"></p><p id="one"></p>', "two of the id one"),
    ('<label for="none">', "refers to nothing: none"),
]


@pytest.mark.parametrize(("planted", "said"), PLANTED)
def test_what_is_planted_in_a_page_is_found(planted: str, said: str) -> None:
    sound = '<html lang="en"><title>One</title><h1>One</h1>'
    assert Page(sound).faults() == []
    assert said in Page(sound + planted).faults()


def test_a_control_without_a_label_is_found() -> None:
    sound = '<html lang="en"><title>One</title><h1>One</h1>'
    assert Page(sound + "<input name=x>").faults()
    assert not Page(sound + "<label>X <input name=x></label>").faults()
    assert not Page(sound + "<input type=hidden name=x>").faults()


@pytest.mark.parametrize(
    "planted", ["@import 'x'", "fetch('https://x.example/')", "a { background: url(x.png) }"]
)
def test_what_a_file_could_fetch_is_found(planted: str) -> None:
    assert foreign_in(planted)
    assert not foreign_in("// see https://x.example\nconst a = 1;")
