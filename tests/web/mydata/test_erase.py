"""Erase everything: the wraps first, then the rows, and nothing of it stays on the disk."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.db import OperationalError, connection
from django.test import Client
from tests import people
from tests.people import PASSWORD, Account
from tests.web.house.furnished import furnish

from aftershift.web.env import ENV
from aftershift.web.mydata import actions
from aftershift.web.people.models import Household, Keyring, Person
from aftershift.web.people.sessions import COOKIE
from aftershift.web.rosters import personal as rosters
from aftershift.web.sealed import Sealed
from aftershift.web.windows.models import OutFeed

pytestmark = pytest.mark.django_db(transaction=True)
on_sqlite = pytest.mark.skipif(ENV.database != "", reason="PostgreSQL keeps its own files")
ERASE, ERASED = "/mydata/erase", "/mydata/erased"
WORD = {"word": "erase"}


@pytest.fixture
def furnished(transactional_db: None) -> Account:
    nurse = people.nurse()
    furnish(nurse)
    return nurse


@pytest.fixture
def bystander(transactional_db: None) -> Account:
    teammate = people.teammate()
    furnish(teammate)
    return teammate


def rows() -> Iterator[tuple[str, object, bytes]]:
    """Give every value in the database that is bytes, with its row."""
    for model in apps.get_models():
        for row in model._default_manager.all():
            for field in model._meta.concrete_fields:
                value = getattr(row, field.attname)
                value = value.envelope if isinstance(value, Sealed) else value
                if isinstance(value, bytes | memoryview):
                    yield model.__name__, row, bytes(value)


def envelopes_of(person: Person) -> list[bytes]:
    """Give what is sealed for a person: wraps, documents, seeds, labels, the public key."""
    owners = ("person_id", "keeper_id")
    return [
        value
        for _, row, value in rows()
        if person.id in (row.pk, *(getattr(row, name, None) for name in owners))
    ]


def on_disk(pieces: list[bytes]) -> int:
    """Count the pieces of which a stretch of bytes lies in a file of the database."""
    name = str(connection.settings_dict["NAME"])
    files = [Path(name + ending) for ending in ("", "-wal")]
    held = b"".join(file.read_bytes() for file in files if file.exists())
    return sum(piece[8:32] in held or piece[-24:] in held for piece in pieces)


@on_sqlite
def test_neither_wraps_nor_envelopes_stay_on_the_disk(
    furnished: Account, bystander: Account
) -> None:
    hers, theirs = envelopes_of(furnished.person), envelopes_of(bystander.person)
    assert len(hers) >= 12
    assert on_disk(hers + theirs) == len(hers + theirs)  # the search finds what is there
    furnished.browser.post("/rosters/keep")  # some of it is old by now, and in the log alone
    furnished.browser.post(ERASE, WORD)
    assert on_disk(hers) == 0
    assert on_disk(theirs) == len(theirs)


@on_sqlite
def test_the_name_is_gone_too(transactional_db: None) -> None:
    somebody = people.somebody("Lonely Zephyrine")
    name = str(connection.settings_dict["NAME"])
    files = [Path(name), Path(name + "-wal")]
    assert any(b"Zephyrine" in file.read_bytes() for file in files)
    somebody.browser.post(ERASE, WORD)
    assert not any(b"ephyrine" in file.read_bytes() for file in files)


def test_no_row_of_hers_is_left_and_all_of_theirs(furnished: Account, bystander: Account) -> None:
    her, kept = furnished.person.id, len(envelopes_of(bystander.person))
    homes = Household.objects.count()
    furnished.browser.post(ERASE, WORD)
    for model in apps.get_models():
        for name in ("person", "keeper"):
            if name in {field.name for field in model._meta.concrete_fields}:
                assert not model._default_manager.filter(**{f"{name}_id": her}).exists()
    assert not Person.objects.filter(id=her).exists()
    assert Household.objects.count() == homes - 1
    assert len(envelopes_of(bystander.person)) == kept
    assert bystander.browser.get("/together/").status_code == 200


def test_the_browser_is_let_go_and_the_page_says_so_to_a_stranger(furnished: Account) -> None:
    page = furnished.browser.post(ERASE, WORD)
    assert page["Location"] == ERASED
    assert page.cookies[COOKIE].value == ""
    assert page.cookies[COOKIE]["max-age"] == 0
    assert Client().get(ERASED).status_code == 200
    furnished.browser.cookies[COOKIE] = furnished.secret
    assert furnished.browser.get("/account")["Location"] == "/locked"
    assert furnished.browser.get(ERASED).status_code == 200


def test_her_name_and_password_open_nothing_and_are_free_again(furnished: Account) -> None:
    furnished.browser.post(ERASE, WORD)
    given = {"account": furnished.name, "password": PASSWORD}
    assert Client().post("/sign-in", given).status_code == 422
    assert people.somebody(furnished.name).browser.get("/account").status_code == 200


def test_her_feed_leads_nowhere(furnished: Account) -> None:
    address = f"/together/feed/{'x' * 43}.ics"
    furnished.browser.post(ERASE, WORD)
    assert not OutFeed.objects.exists()
    assert Client().get(address).status_code == 404


@pytest.mark.parametrize("word", ["", "no", "erase everything"])
def test_without_the_word_nothing_is_erased(furnished: Account, word: str) -> None:
    before = len(envelopes_of(furnished.person))
    assert furnished.browser.post(ERASE, {"word": word}).status_code == 422
    assert len(envelopes_of(furnished.person)) == before


def test_erasing_takes_a_form_and_an_open_session(furnished: Account) -> None:
    assert furnished.browser.get(ERASE).status_code == 405
    assert Client().post(ERASE, WORD)["Location"] == "/locked"
    strict = Client(enforce_csrf_checks=True)
    strict.cookies[COOKIE] = furnished.secret
    assert strict.post(ERASE, WORD).status_code == 403
    assert Keyring.objects.filter(person=furnished.person).exists()


def test_an_erase_that_failed_halfway_has_taken_the_keys_and_can_be_asked_again(
    furnished: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(person: Person) -> None:
        raise OperationalError

    monkeypatch.setattr(rosters, "erase", fail)
    page = furnished.browser.post(ERASE, WORD)
    assert page.status_code == 503
    mine = Person.objects.filter(id=furnished.person.id)
    assert not Keyring.objects.filter(person__in=mine).exists()
    assert mine.exists()
    given = {"account": furnished.name, "password": PASSWORD}
    assert Client().post("/sign-in", given).status_code == 422
    for address in ("/", "/account", "/mydata/"):  # the way to ask again stays open
        assert furnished.browser.get(address).status_code == 200
    monkeypatch.undo()
    assert furnished.browser.post(ERASE, WORD)["Location"] == ERASED
    assert not mine.exists()


def test_the_log_is_emptied_also_when_a_reader_was_in_the_way(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = []

    class Busy:
        def __enter__(self) -> "Busy":
            return self

        def __exit__(self, *_: object) -> None:
            pass

        def execute(self, words: str) -> None:
            asked.append(words)

        def fetchone(self) -> tuple[int, int, int]:
            return (int(len(asked) < 3), 0, 0)

    monkeypatch.setattr(actions.connection, "cursor", Busy, raising=False)
    actions._empty_the_log()
    assert asked == ["PRAGMA wal_checkpoint(TRUNCATE)"] * 3
