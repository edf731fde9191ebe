import logging
import pickle
from uuid import uuid4

import pytest

from aftershift.adapters.envelope import CannotOpen
from aftershift.adapters.vault import Vault
from aftershift.web.sealed import Document, FromTheFuture, Sealed, SealedField, opened, sealed

VAULT = Vault(uuid4(), b"k" * 32)
ROW = uuid4()


def test_what_is_sealed_shows_nothing(caplog: pytest.LogCaptureFixture) -> None:
    words = sealed(VAULT, {"text": "dear diary"}, kind="note", row=ROW)
    logging.getLogger("test").warning("%s %r", words, words)
    shown = (str(words), repr(words), f"{words}", f"{words:>30}")
    assert set(shown) == {"<sealed>"}
    assert caplog.messages == ["<sealed> <sealed>"]
    assert pickle.loads(pickle.dumps(words)) == "<sealed>"  # noqa: S301


def test_a_document_comes_back_as_it_went_in() -> None:
    document = {"text": "déjà vu", "shifts": [{"starts": "2026-10-24T19:30"}], "n": None}
    envelope = sealed(VAULT, document, kind="note", row=ROW)
    assert opened(VAULT, envelope, kind="note", row=ROW) == document
    with pytest.raises(CannotOpen):
        opened(VAULT, envelope, kind="note", row=uuid4())


def test_an_old_document_is_upgraded_when_it_is_opened() -> None:
    def name_the_zone(old: Document) -> Document:
        return {**old, "zone": "UTC"}

    def count(old: Document) -> Document:
        return {**old, "count": len(old)}

    first = sealed(VAULT, {"a": 1}, kind="note", row=ROW)
    second = sealed(VAULT, {"a": 1, "zone": "Europe/Rome"}, kind="note", row=ROW, version=2)
    upgrades = (name_the_zone, count)
    assert opened(VAULT, first, kind="note", row=ROW, upgrades=upgrades) == {
        "a": 1,
        "zone": "UTC",
        "count": 2,
    }
    assert opened(VAULT, second, kind="note", row=ROW, upgrades=upgrades)["zone"] == "Europe/Rome"


def test_a_document_from_a_newer_version_is_refused() -> None:
    newer = sealed(VAULT, {}, kind="note", row=ROW, version=2)
    with pytest.raises(FromTheFuture, match=r"^note$"):
        opened(VAULT, newer, kind="note", row=ROW)


def test_the_column_takes_nothing_that_was_never_sealed() -> None:
    field = SealedField()
    field.set_attributes_from_name("body")
    for readable in ("dear diary", b"dear diary", {"text": "dear diary"}):
        with pytest.raises(TypeError, match=r"^body$"):
            field.get_prep_value(readable)
    assert field.get_prep_value(Sealed(b"\x01")) == b"\x01"
