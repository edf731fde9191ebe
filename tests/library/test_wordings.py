"""Imported wording is kept whole, read strictly, and a changed file is named."""

import json
from pathlib import Path

import pytest

from aftershift.engines.checkins.wordings import (
    BadWording,
    Option,
    Unscored,
    WordedItem,
    Wording,
)
from aftershift.library.shelf import ContentError
from aftershift.library.wordings import file_name, folder_of, installed, keep

OPTIONS = (Option(value=0, words="no"), Option(value=1, words="yes, a bit", code="LA1-1"))


def item(name: str = "1", **changed: object) -> WordedItem:
    given = {"id": name, "text": "How was it?", "options": OPTIONS, "link_id": f"/{name}"}
    return WordedItem(**{**given, **changed})


def wording(**changed: object) -> Wording:
    given = {
        "instrument": "GAD-7",
        "title": "Sieben Fragen – «так»",
        "language": "de",
        "items": (item("1", codes=("1-8",)), item("2")),
        "copyright": 'Said "so",\nin two lines',
        "lead": ("Lately:",),
        "unscored": (Unscored(link_id="x", text="And?", options=("a", "b")),),
        "url": "https://forms.example/gad",
        "version": "1.2",
        "terms_accepted": True,
    }
    return Wording(**{**given, **changed})


def test_a_kept_wording_comes_back_as_it_was(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    path = keep(folder, wording())
    assert path == tmp_path / "instruments" / "gad-7.json"
    assert installed(folder) == {"GAD-7": wording()}


def test_a_new_import_takes_the_place_of_the_old_one_and_leaves_nothing(tmp_path: Path) -> None:
    keep(tmp_path, wording())
    keep(tmp_path, wording(title="Seven"))
    keep(tmp_path, wording(instrument="PHQ-9"))
    assert installed(tmp_path)["GAD-7"].title == "Seven"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["gad-7.json", "phq-9.json"]


def test_without_a_folder_nothing_is_installed(tmp_path: Path) -> None:
    assert installed(tmp_path / "none") == {}


def test_a_form_is_named_with_its_version() -> None:
    assert wording().canonical == "https://forms.example/gad|1.2"
    assert wording(version="").canonical == "https://forms.example/gad"
    assert wording(url="").canonical == ""


@pytest.mark.parametrize(
    ("key", "value", "named"),
    [
        ("title", 7, "title"),
        ("stray", "x", "stray"),
        ("items", [], "has no items"),
        ("instrument", "PHQ-9", "instrument"),
        ("items", [{"id": "1"}], r"items\.0"),
    ],
)
def test_a_file_that_was_changed_is_refused_by_name(
    key: str, value: object, named: str, tmp_path: Path
) -> None:
    path = keep(tmp_path, wording())
    table = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**table, key: value}), encoding="utf-8")
    with pytest.raises(ContentError, match=rf"gad-7\.json.*{named}"):
        installed(tmp_path)


def test_a_file_that_is_no_json_is_refused(tmp_path: Path) -> None:
    (tmp_path / file_name("X")).write_bytes(b"\xff{")
    with pytest.raises(ContentError, match=r"x\.json"):
        installed(tmp_path)


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"text": " "}, "1: has no text"),
        ({"options": OPTIONS[:1]}, "fewer than two"),
        ({"options": (OPTIONS[0], Option(value=1, words=""))}, "no words"),
        ({"options": (OPTIONS[0], OPTIONS[0])}, "two answers are worth 0"),
    ],
)
def test_an_item_that_cannot_be_shown_is_no_item(changed: dict[str, object], reason: str) -> None:
    with pytest.raises(BadWording, match=reason):
        item(**changed)


def test_an_item_stands_there_once() -> None:
    with pytest.raises(BadWording, match="1: stands there twice"):
        wording(items=(item("1"), item("1", link_id="/2")))
    with pytest.raises(BadWording, match="linkId /1: stands there twice"):
        wording(items=(item("1"), item("2", link_id="/1")))
