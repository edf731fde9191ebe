"""A file that was taken along, read and kept again: all of it, or nothing."""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from django.utils.translation import gettext_lazy as _
from pydantic_core import from_json

from aftershift.web.carrying import Naming, brought
from aftershift.web.mydata import queries
from aftershift.web.mydata.wings import WINGS, Personal
from aftershift.web.people import personal as people
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.people.turns import own_turn
from aftershift.web.strict import UNREADABLE, WRONG, Unfit

FILE = "aftershift.json"
_BROKEN = (BadZipFile, zlib.error, EOFError, RuntimeError)  # of a ZIP
LARGEST = 24_000_000  # bytes, also unpacked: six times what the door lets in
_PARTS = frozenset({"format", queries.HOUSEHOLD, "wings", "stays_behind"})
_NO_FILE = _("this is no file of Aftershift: choose aftershift.json, or a ZIP with it")
PAPERS = "papers"  # the part of the file that is read again; the others are the same in words


def bring(data: bytes, *, by: SignedIn) -> int:
    """Keep everything in a file in place of what is here; say how many things. Raises Unfit.

    Every wing is read, sealed with this person's own key and opened once more before any of it
    counts: what fails in the last row takes the first one back with it.
    """
    held, naming = _read(data), Naming()
    with own_turn(by):
        with _in(queries.HOUSEHOLD):
            kept = people.bring_household(held[queries.HOUSEHOLD], naming, by=by)
        for wing, personal in WINGS:
            if personal.CARRIES:
                personal.erase(by.person)
                with _in(wing):
                    kept += brought(personal.CARRIES, held["wings"].get(wing, {}), naming, by=by)
        for wing, personal in WINGS:
            with _in(wing):
                _open(personal, by)
    return kept


def _open(personal: Personal, by: SignedIn) -> None:
    try:
        personal.export(by)
    except Exception:  # whatever it is: what cannot be opened may not stay
        raise Unfit(UNREADABLE) from None


@contextmanager
def _in(wing: str) -> Iterator[None]:
    try:
        yield
    except Unfit as unfit:
        raise Unfit(unfit.why, place=(wing, *unfit.place)) from None


def _read(data: bytes) -> dict[str, Any]:
    """Find the papers in a file, and refuse what is none of ours."""
    try:
        file = from_json(_unpacked(data), allow_inf_nan=False)
    except ValueError:
        raise Unfit(_NO_FILE) from None
    held = file.get(PAPERS) if isinstance(file, dict) else None
    if not isinstance(held, dict) or not isinstance(held.get("wings"), dict):
        raise Unfit(_NO_FILE)
    if not isinstance(held.get("format"), int) or held["format"] > queries.FORMAT:
        raise Unfit(_("a newer version of Aftershift wrote this: update this one first"))
    strange = held["wings"].keys() - {wing for wing, _personal in WINGS}
    if held.keys() != _PARTS or strange:
        raise Unfit(WRONG["unexpected_keyword_argument"], place=(PAPERS,))
    return held


def _unpacked(data: bytes) -> bytes:
    """Give the file itself, out of its ZIP where it is in one."""
    if not data.startswith(b"PK"):
        return data
    try:
        with ZipFile(BytesIO(data)) as archive:
            name = next(one for one in archive.namelist() if one.endswith(FILE))
            with archive.open(name) as file:
                unpacked = file.read(LARGEST + 1)
    except (*_BROKEN, StopIteration):
        raise Unfit(_NO_FILE) from None
    if len(unpacked) > LARGEST:
        raise Unfit(_("this is larger than everything of one person can be"))
    return unpacked
