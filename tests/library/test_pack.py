"""The content as one pack: a version that follows from every byte, and a seal that is checked."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from aftershift.library.evidence import load_evidence
from aftershift.library.pack import (
    SEAL,
    Seal,
    differences,
    pack_of,
    read_seal,
    this_pack,
    write_seal,
)
from aftershift.library.shelf import CONTENT, ContentError

DAY = date(2026, 11, 26)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "help").mkdir()
    (tmp_path / "help" / "en.toml").write_text("says = 'call'")
    (tmp_path / "brake.toml").write_text("says = 'stop'")
    return tmp_path


def test_every_file_of_the_content_is_in_it() -> None:
    every = {path.relative_to(CONTENT).as_posix() for path in CONTENT.rglob("*.toml")}
    assert every <= this_pack().digests.keys()


def test_the_evidence_is_of_the_day_of_the_last_review() -> None:
    days = [one.reviewed for one in load_evidence().practices.values()]
    assert this_pack().evidence == max(days)
    assert this_pack().version.startswith(f"{max(days):%Y.%m.%d}-")


def test_every_practice_has_a_grade_and_the_day_of_its_review() -> None:
    for one in load_evidence().practices.values():
        assert one.grade
        assert one.reviewed <= DAY.replace(year=2100)


def test_the_same_bytes_are_the_same_version_and_one_byte_is_another(folder: Path) -> None:
    first = pack_of(folder, evidence=DAY)
    assert pack_of(folder, evidence=DAY) == first
    (folder / "brake.toml").write_text("says = 'stop!'")
    second = pack_of(folder, evidence=DAY)
    assert second.version != first.version
    assert differences(first, second) == ("brake.toml",)


def test_what_came_and_what_went_is_named_too(folder: Path) -> None:
    first = pack_of(folder, evidence=DAY)
    (folder / "brake.toml").rename(folder / "pause.toml")
    assert differences(first, pack_of(folder, evidence=DAY)) == ("brake.toml", "pause.toml")


def test_a_seal_is_read_as_it_was_written_and_is_no_part_of_the_pack(folder: Path) -> None:
    assert read_seal(folder) is None
    pack = pack_of(folder, evidence=DAY)
    seal = Seal(pack=pack, key="ab", signature="cd")
    write_seal(seal, folder)
    assert read_seal(folder) == seal
    assert pack_of(folder, evidence=DAY) == pack


def test_what_is_signed_changes_with_each_part_of_it(folder: Path) -> None:
    pack = pack_of(folder, evidence=DAY)
    others = (
        replace(pack, version="another"),
        replace(pack, evidence=date(2027, 1, 1)),
        replace(pack, digests={**pack.digests, "brake.toml": "0"}),
    )
    assert len({pack.signed, *(one.signed for one in others)}) == 4


def test_a_broken_seal_is_an_error(folder: Path) -> None:
    (folder / SEAL).write_text("{}")
    with pytest.raises(ContentError):
        read_seal(folder)
