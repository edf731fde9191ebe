"""One secret word through everything that can be sent; then it is looked for everywhere."""

import inspect
import io
import logging
import pkgutil
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path

import pytest
from django import forms
from django.core import mail
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from tests import people
from tests.people import browser_with
from tests.web.house import canary
from tests.web.house.breakages import BROKEN
from tests.web.house.canary_line import ECHOED, IN_CLEAR, KEPT, NOWHERE, Line, calendar
from tests.web.house.canary_lines import LINES
from tests.web.house.furnished import Rooms, add_code_app, furnish
from tests.web.house.page import Page
from tests.web.house.routes import LOOK, ROUTES, address

from aftershift import web
from aftershift.web.env import ENV
from aftershift.web.people import actions
from aftershift.web.people.models import Person
from aftershift.web.rosters import actions as rosters
from aftershift.web.services import services
from aftershift.wiring import FeedRefused, Fetched

WORDS = {canary.word(number): line for number, line in enumerate(LINES)}
MADE = ("group_", "item_")  # fields that are made when they are asked
WINGS = [one.name for one in pkgutil.iter_modules(web.__path__) if one.ispkg]
# The evidence is gathered once; the mark says that there must be a database to gather it from.
with_a_database = pytest.mark.django_db(transaction=True)
BROKEN_WORD = canary.word(399)


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """What lies where afterwards. `answers` are those to each line, by its word."""

    places: dict[str, bytes]
    where: dict[str, frozenset[str]]
    answers: dict[str, bytes]
    statuses: dict[str, int]
    own_pages: tuple[str, ...]
    broken: dict[str, tuple[int, bytes]]


def found_in(places: dict[str, bytes], answers: dict[str, bytes]) -> dict[str, frozenset[str]]:
    """Name the places where each word is; `answer` is what came back to its own line."""
    suspected = {name: canary.near_any(held) for name, held in places.items()}
    return {
        said: frozenset(
            name
            for name, held in {**suspected, "answer": answer}.items()
            if canary.is_in(said, held)
        )
        for said, answer in answers.items()
    }


class Household:
    """The nurse and the others whose browsers send what the table says."""

    def __init__(self) -> None:
        self.nurse = people.nurse()
        self.rooms: Rooms = furnish(self.nurse)
        waiting, lost = people.somebody("Windy Pier"), people.somebody("Forgetful Wren")
        add_code_app(waiting.browser)
        door = actions.sign_in(people.credentials(waiting.name), now=timezone.now())
        printed = people.credentials(lost.name, lost.recovery_key)
        back = actions.sign_in_by_recovery_key(printed, now=timezone.now())
        assert door is not None
        assert back is not None
        self.secrets = {
            "nurse": self.nurse.secret,
            "waiting": door.secret,
            "recovered": back.secret,
        }
        self.answers: list[HttpResponse] = []

    def send(self, line: Line, said: str) -> HttpResponse:
        """Send one line with its word; what was read is kept, so that it is stored too."""
        browser = browser_with(self.secrets[line.by]) if line.by in self.secrets else Client()
        browser.raise_request_exception = False
        names = {"C": said, "own": self.rooms.own, "other": self.rooms.other}
        names |= {"decision": self.rooms.decision, "sheet": self.rooms.sheet}
        names |= {"experiment": self.rooms.experiment}
        to = line.to.format(**names)
        headers = {name: value.format(**names) for name, value in line.headers.items()}
        asks = {name: value.format(**names) for name, value in line.asks.items()}
        sends = {
            name: value.format(**names) if isinstance(value, str) else value(said)
            for name, value in line.sends.items()
        }
        if sends:
            answer = browser.post(to, sends, query_params=asks, headers=headers)
        else:
            answer = browser.get(to, asks, headers=headers)
        self.answers.append(answer)
        if to == "/rosters/bring" and answer.status_code == 200 and line.sends:
            self.answers.append(browser.post("/rosters/keep"))
        return answer

    def look(self, browser: Client) -> list[HttpResponse]:
        """Look at every page that may be looked at."""
        pages = [name for name, route in ROUTES.items() if route.methods >= LOOK]
        return [browser.get(address(name, self.rooms)) for name in pages]


def fetch(to: str, tag: str) -> Fetched:
    """Stand in for the world outside: one host answers, another does not."""
    if "refused" in to:
        message = "the server could not be reached or did not answer properly"
        raise FeedRefused(message)
    return Fetched(data=calendar(), tag="a tag")


@pytest.fixture(scope="module")
def evidence(
    django_db_setup: None, django_db_blocker: object, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Evidence]:
    folder = tmp_path_factory.mktemp("temporary")
    with pytest.MonkeyPatch.context() as patch, django_db_blocker.unblock():  # type: ignore[attr-defined]
        patch.setattr(tempfile, "tempdir", str(folder))
        patch.setenv("TMPDIR", str(folder))
        patch.setattr(rosters, "services", lambda: replace(services(), fetch_feed=fetch))
        household = Household()
        with canary.logs_kept() as logs:
            sent = {said: household.send(line, said) for said, line in WORDS.items()}
            broken = dict(_break_each(household))
            own = household.look(household.nurse.browser)
            others = household.look(people.stranger().browser) + household.look(Client())
        yield _gathered(household, sent, own, others, logs, broken, folder)
        call_command("flush", verbosity=0, interactive=False)


def _break_each(household: Household) -> Iterator[tuple[str, tuple[int, bytes]]]:
    for target, method, to, sends in BROKEN:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(target, Failing())
            browser = browser_with(household.secrets["nurse"])
            browser.raise_request_exception = False
            answer = getattr(browser, method.lower())(to, sends)
        yield target, (answer.status_code, _whole(answer))


class Failing:
    """Whatever is asked of it, it fails, as rudely as can be."""

    def __call__(self, *_: object, **__: object) -> None:
        try:
            raise KeyError(BROKEN_WORD)
        except KeyError as problem:
            raise Exception(BROKEN_WORD) from problem  # noqa: TRY002 - so rude

    def __getattr__(self, name: str) -> None:
        self()


def _gathered(
    household: Household,
    sent: dict[str, HttpResponse],
    own: list[HttpResponse],
    others: list[HttpResponse],
    logs: canary.Logs,
    broken: dict[str, tuple[int, bytes]],
    folder: Path,
) -> Evidence:
    every = [*household.answers, *own, *others]
    export = {"/mydata/aftershift.json", "/mydata/aftershift.html", "/mydata/voice-notes.zip"}
    pages = [one for one in own if one.request["PATH_INFO"] not in export]
    answers = {said: answer.content for said, answer in sent.items()}
    places = {
        "database": canary.database(),
        "memory": canary.memories(),
        "files": canary.files_below(ENV.data, folder),
        "logs": logs.everything(),
        "headers": b"\n".join(_head(one) for one in every),
        "titles": "\n".join(Page(one.text).title for one in every if _is_page(one)).encode(),
        "own pages": b"\n".join(one.content for one in pages),
        "export": b"\n".join(one.content for one in own if one not in pages),
        "others' pages": b"\n".join(one.content for one in others),
        "feed": Client().get(address("windows:feed", household.rooms)).content,
        "error pages": b"\n".join(body for _, body in broken.values()),
    }
    return Evidence(
        places=places,
        where=found_in(places, answers),
        answers=answers,
        statuses={said: answer.status_code for said, answer in sent.items()},
        own_pages=tuple(one.text for one in pages if _is_page(one)),
        broken=broken,
    )


def _head(answer: HttpResponse) -> bytes:
    return "\n".join([str(answer.headers), answer.cookies.output()]).encode()


def _whole(answer: HttpResponse) -> bytes:
    return _head(answer) + answer.content


def _is_page(answer: HttpResponse) -> bool:
    return answer.get("Content-Type", "").startswith("text/html")


# --- the table is whole -------------------------------------------------------------


def forms_of(wing: str) -> set[str]:
    """Name every field of every form of a wing."""
    try:
        module = import_module(f"aftershift.web.{wing}.forms")
    except ModuleNotFoundError:
        return set()
    made = {
        "people": "people.GroupsForm.group",
        "reflections": "reflections.AnswersForm.item",
        "checkins": "checkins.ItemsForm.item",
        "instruments": "instruments.AnswersForm.item",
    }
    found = {made[wing]} if wing in made else set()  # made when it is asked
    for name, form in inspect.getmembers(module, inspect.isclass):
        if issubclass(form, forms.BaseForm) and form.__module__ == module.__name__:
            found |= {f"{wing}.{name}.{field}" for field in form.base_fields}
    return found


def read_without_a_form(source: str) -> set[str]:
    """Name what a view takes from a request by itself."""
    taken = re.findall(
        r'request\.(GET|POST|FILES|META|headers)(?:\.get(?:list)?\(|\[)"([\w-]+)"', source
    )
    return {f"{kind}:{name}" for kind, name in taken}


def every_field() -> set[str]:
    found = set().union(*(forms_of(wing) for wing in WINGS))
    for path in Path(web.__path__[0]).rglob("*.py"):
        found |= read_without_a_form(path.read_text(encoding="utf-8"))
    return found


def test_every_field_has_a_line_and_every_line_a_field() -> None:
    lines = {name for line in LINES for name in line.fields}
    beside_forms = {name for name in lines if name.startswith(("headers:", "path"))}
    assert every_field() - lines == set()
    assert lines - every_field() - beside_forms == set()


def test_a_field_without_a_line_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    module = import_module("aftershift.web.rosters.forms")
    planted = type("DiaryForm", (forms.Form,), {"words": forms.CharField()})
    planted.__module__ = module.__name__
    monkeypatch.setattr(module, "DiaryForm", planted, raising=False)
    assert "rosters.DiaryForm.words" in every_field()
    assert read_without_a_form('x = request.GET.get("diary")') == {"GET:diary"}


@with_a_database
def test_pages_ask_for_nothing_that_no_form_knows(evidence: Evidence) -> None:
    known = {re.split("[.:]", name)[-1] for name in every_field()}
    asked = {one.get("name", "") for page in evidence.own_pages for one in Page(page).controls}
    assert {name for name in asked if not name.startswith(MADE)} - known - {""} == set()
    assert len(asked) > 20


# --- it is nowhere ------------------------------------------------------------------


@with_a_database
def test_the_secret_is_nowhere_but_where_the_table_says(evidence: Evidence) -> None:
    leaks = [
        f"{line.fields} at {line.to}: {sorted(evidence.where[said] - line.found)}"
        for said, line in WORDS.items()
        if not evidence.where[said] <= line.found
    ]
    assert leaks == []


@with_a_database
def test_the_secret_went_in_where_the_table_says(evidence: Evidence) -> None:
    """A canary that never flew proves nothing."""
    must = {ECHOED: "answer", KEPT: "export", IN_CLEAR: "database", NOWHERE: ""}
    absent = [
        f"{line.fields} at {line.to}: {evidence.statuses[said]}"
        for said, line in WORDS.items()
        if must.get(line.found, "export") not in {*evidence.where[said], ""}
    ]
    assert absent == []


@with_a_database
def test_nothing_that_was_sent_broke_anything(evidence: Evidence) -> None:
    assert {said: one for said, one in evidence.statuses.items() if one >= 500} == {}


@with_a_database
def test_a_fault_of_ours_tells_nothing(evidence: Evidence) -> None:
    assert {target: status for target, (status, _) in evidence.broken.items()} == {
        target: 500 for target, *_ in BROKEN
    }
    assert [
        where for where, held in evidence.places.items() if canary.is_in(BROKEN_WORD, held)
    ] == []
    assert b"django.request 500 GET windows:fortnight" in evidence.places["logs"]
    assert b"__call__" in evidence.places["logs"]  # the place is told, for whoever has to mend it


def test_every_wing_was_broken_once() -> None:
    broken = {target.split(".")[2] for target, *_ in BROKEN}
    assert set(WINGS) == broken


# --- and it would be seen -------------------------------------------------------------


@pytest.mark.parametrize("before", ["", "x", "xy"])
@pytest.mark.parametrize("after", ["", "x", "xy"])
def test_no_disguise_helps(before: str, after: str) -> None:
    said = canary.word(0)
    text = f"{before}{said}{after}"
    for plain in (text.encode(), text.encode("utf-16"), text.upper().encode()):
        for shown in (plain, plain.hex().encode(), canary.b64encode(plain)):
            assert canary.is_in(said, b"..." + shown + b"...")
            assert canary.is_in(said, canary.near_any(b"..." + shown + b"..."))
            assert not canary.is_in(canary.word(1), b"..." + shown + b"...")


def test_words_are_their_own() -> None:
    assert len(WORDS) == len(LINES)
    assert not any(one in other for one in WORDS for other in WORDS if one != other)


@pytest.mark.django_db(transaction=True)
def test_a_planted_leak_is_found_in_the_database() -> None:
    said = canary.word(398)
    assert not canary.is_in(said, canary.database())
    Person.objects.create(name=said, name_key="x", public_key=said.encode(), born=timezone.now())
    assert canary.is_in(said, canary.database())


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(ENV.database != "", reason="PostgreSQL keeps its own files")
def test_what_was_deleted_is_still_looked_for_on_the_disk() -> None:
    said = canary.word(397)
    person = Person.objects.create(name=said, name_key="x", public_key=b"", born=timezone.now())
    person.delete()
    assert canary.is_in(said, canary.database())  # in the log of the database
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert not canary.is_in(said, canary.database())


def test_a_planted_leak_is_found_in_the_logs() -> None:
    said = canary.word(396)
    with canary.logs_kept() as logs:
        logging.getLogger("aftershift").debug("%s", said)
    assert canary.is_in(said, logs.everything())
    with canary.logs_kept() as logs:
        logging.getLogger("django.request").error("%s", said)
    assert canary.is_in(said, logs.everything())


def test_a_planted_leak_is_found_in_memory_and_in_files(tmp_path: Path) -> None:
    said = canary.word(395)
    cache.set("x", said)
    assert canary.is_in(said, canary.memories())
    cache.clear()
    mail.send_mail(said, "x", "x@x.example", ["x@x.example"])
    assert canary.is_in(said, canary.memories())
    mail.outbox.clear()
    (tmp_path / said).write_bytes(b"")
    assert canary.is_in(said, canary.files_below(tmp_path))


def test_an_upload_is_what_it_says() -> None:
    upload = SimpleUploadedFile("roster.ics", calendar())
    assert io.BytesIO(upload.read()).read().startswith(b"BEGIN:VCALENDAR")
