"""What does not fit is named by its place, and then nothing of a file comes in."""

from collections.abc import Callable
from copy import deepcopy
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from tests.people import Account
from tests.web.house.furnished import Rooms
from tests.web.mydata.files import bring, rows, taken, written

Change = Callable[[dict[str, Any]], None]


def _paper(held: dict[str, Any], wing: str, kind: str) -> dict[str, Any]:
    paper: dict[str, Any] = held["papers"]["wings"][wing][kind]["rows"][0]["paper"]
    return paper


def _set(wing: str, kind: str, path: tuple[Any, ...], value: Any) -> Change:
    def change(held: dict[str, Any]) -> None:
        at: Any = _paper(held, wing, kind)
        for step in path[:-1]:
            at = at[step]
        at[path[-1]] = value

    return change


def _strange_wing(held: dict[str, Any]) -> None:
    held["papers"]["wings"]["spells"] = {}


def _twice(held: dict[str, Any]) -> None:
    rows_ = held["papers"]["wings"]["check_ins"]["check_ins"]["rows"]
    rows_.append(deepcopy(rows_[0]))


def _of_two(held: dict[str, Any]) -> None:
    kind = held["papers"]["wings"]["week"]["week"]
    kind["rows"] += deepcopy(kind["rows"])


def _newer(held: dict[str, Any]) -> None:
    held["papers"]["wings"]["week"]["week"]["version"] = 99


def _two_of_a_name(held: dict[str, Any]) -> None:
    held["papers"]["household"][1]["label"] = held["papers"]["household"][0]["label"].upper()


def _nobody(held: dict[str, Any]) -> None:
    held["papers"]["household"] = []


WRONG: dict[str, tuple[Change, str]] = {
    "a word for a number": (_set("week", "week", ("cap",), "three"), "week / week / 1 / cap"),
    "a talk with nobody we know": (
        _set("week", "week", ("talks", 0, "to"), "the moon"),
        "week / week / 1 / talks / 1 / to",
    ),
    "a place we do not have": (_set("week", "week", ("spell",), "x"), "no place of that name"),
    "no zone that is": (
        _set("rosters", "rosters", ("shifts", 0, "zone"), "Mars/Base"),
        "no time zone of that name",
    ),
    "an end before its start": (
        _set("rosters", "rosters", ("shifts", 0, "ends"), "2001-01-01T00:00:00Z"),
        "rosters / rosters / 1",
    ),
    "a time on no clock": (
        _set("rosters", "rosters", ("brought",), "2026-10-19T10:00:00"),
        "this time has no zone",
    ),
    "nobody's roster": (
        _set("rosters", "rosters", ("member",), "6f1c2f0e-6d0a-4d8e-9a86-0d8f0f3b6f11"),
        "not in the household",
    ),
    "endless words": (
        _set("journal", "journal", ("entries", 0, "text"), "a" * 20_001),
        "journal / journal / 1 / entries / 1 / text: these are too many words",
    ),
    "a name that no address carries": (
        _set("deciding", "decisions", ("decisions", 0, "id"), "../../mine"),
        "deciding / decisions / 1 / decisions / 1 / id",
    ),
    "a plan's item of no name": (
        _set("together", "plan", ("items", 0, "uid"), "x"),
        "together / plan / 1 / items / 1",
    ),
    "a row of somebody's voice": (
        _set("journal", "journal", ("entries", 0, "voice"), "0" * 32),
        "journal / journal / 1 / entries / 1",
    ),
    "five steps of six": (_set("mine", "own", ("steps",), ["a"] * 5), "a plan has six steps"),
    "a year that cannot be": (
        lambda held: held["papers"]["wings"]["check_ins"]["check_ins"]["rows"][0].update(year=1),
        "no day that can be",
    ),
    "a day that cannot be": (
        _set("check_ins", "check_ins", ("days", 0, "day"), "9999-12-31"),
        "no day that can be",
    ),
    "a wing that is not here": (_strange_wing, "no place of that name"),
    "a year twice": (_twice, "this stands here twice"),
    "two weeks": (_of_two, "more rows than there is room for"),
    "a newer version": (_newer, "update this one first"),
    "two of a name": (_two_of_a_name, "two people are called the same"),
    "nobody": (_nobody, "a household has somebody in it"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_does_not_fit_is_named_and_nothing_comes_in(
    nurse: Account, rooms: Rooms, fresh: Account, case: str
) -> None:
    change, says = WRONG[case]
    held = taken(nurse)
    change(held)
    before, empty = rows(), taken(fresh)["papers"]
    page = bring(fresh, written(held))
    assert page.status_code == 422
    assert says in page.text.replace("&#x27;", "’"), page.text
    assert rows() == before
    assert taken(fresh)["papers"] == empty


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[]",
        b"not JSON",
        b"[" * 100_000,
        b'{"papers": {"format": 1, "wings": []}}',
        b'{"papers": {"format": "1", "household": [], "wings": {}, "stays_behind": []}}',
        b"PK\x03\x04 and no ZIP",
    ],
)
def test_what_is_no_file_of_ours_is_refused(fresh: Account, data: bytes) -> None:
    before = rows()
    assert bring(fresh, data).status_code == 422
    assert rows() == before


def test_a_zip_that_unpacks_without_end_is_refused(
    fresh: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("aftershift.web.mydata.bringing.LARGEST", 10_000)
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        archive.writestr("aftershift.json", b" " * 10_001)
    page = bring(fresh, packed.getvalue())
    assert page.status_code == 422
    assert "larger than everything of one person" in page.text


def test_what_is_too_large_is_told_how_to_become_smaller(fresh: Account, settings: Any) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    page = bring(fresh, b"x" * 1000)
    assert page.status_code == 422
    assert "larger than 3 MB" in page.text


def test_no_word_of_the_file_is_said_back(nurse: Account, rooms: Rooms, fresh: Account) -> None:
    held = taken(nurse)
    _paper(held, "check_ins", "footprints")["footprints"][0]["answers"] = {"A secret line": 3}
    page = bring(fresh, written(held))
    assert page.status_code == 422
    assert "secret" not in page.text


def test_what_cannot_be_opened_again_does_not_stay(
    nurse: Account, rooms: Rooms, fresh: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = written(taken(nurse))
    before = rows()

    def fail(by: object) -> dict[str, Any]:
        raise KeyError

    monkeypatch.setattr("aftershift.web.experiments.personal.export", fail)
    assert bring(fresh, held).status_code == 422
    assert rows() == before
