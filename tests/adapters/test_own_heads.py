"""Heads that a host taught are whole, private and of this version, or they are refused."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from aftershift.adapters.own_heads import (
    MadeWith,
    OwnHeads,
    OwnHeadsRefused,
    own_file,
    read,
    write,
)
from aftershift.engines.language.empathy import Foresight, Judge, Own
from aftershift.engines.language.features import Vocabulary
from aftershift.engines.language.heads import Heads
from aftershift.engines.language.signs import HEADS

NOW = MadeWith(recipe="1", encoder="minilm-1", rules="abc")


def own() -> OwnHeads:
    rng = np.random.default_rng(3)
    numbers = [rng.standard_normal(6).astype(np.float32) for _each in range(5)]
    slope, offset, least, most, thresholds = numbers
    heads = Heads(
        names=HEADS,
        vocabulary=Vocabulary(places={"so": 0, "~<s": 1}, weights=np.ones(2, dtype=np.float32)),
        words=rng.standard_normal((3, 6)).astype(np.float32),
        meaning=rng.standard_normal((5, 6)).astype(np.float32),
    )
    foresight = Foresight(slope=slope, offset=offset, least=least, most=most)
    judge = Judge(heads=heads, thresholds=thresholds, foresight=foresight)
    by_shape = rng.standard_normal((13, 6)).astype(np.float32)
    return OwnHeads(own=Own(judge=judge, by_shape=by_shape), made_with=NOW, replies=321)


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    written, path = own(), own_file(tmp_path / "data")
    assert read(path, NOW) is None
    write(written, path)
    found = read(path, NOW)
    assert found is not None
    assert found.replies == 321
    assert found.own.judge.heads.vocabulary.places == {"so": 0, "~<s": 1}
    assert np.array_equal(found.own.judge.heads.words, written.own.judge.heads.words)
    assert np.array_equal(found.own.judge.heads.meaning, written.own.judge.heads.meaning)
    assert np.array_equal(found.own.by_shape, written.own.by_shape)
    assert np.array_equal(found.own.judge.thresholds, written.own.judge.thresholds)
    assert np.array_equal(found.own.judge.foresight.most, written.own.judge.foresight.most)


def test_only_its_owner_can_read_it_and_no_draft_stays(tmp_path: Path) -> None:
    path = own_file(tmp_path)
    write(own(), path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [path]
    path.chmod(0o644)
    with pytest.raises(OwnHeadsRefused, match="chmod 600"):
        read(path, NOW)


@pytest.mark.parametrize("part", ["recipe", "encoder", "rules"])
def test_what_was_made_with_something_else_is_stale(part: str, tmp_path: Path) -> None:
    path = own_file(tmp_path)
    write(own(), path)
    with pytest.raises(OwnHeadsRefused, match=f"stale, made with another {part}; teach"):
        read(path, replace(NOW, **{part: "other"}))


@pytest.mark.parametrize("keep", [0, 3, 40, 100, -1])
def test_a_damaged_file_is_refused(keep: int, tmp_path: Path) -> None:
    path = own_file(tmp_path)
    write(own(), path)
    path.write_bytes(path.read_bytes()[:keep])
    with pytest.raises(OwnHeadsRefused, match="not what was written"):
        read(path, NOW)


def test_a_changed_byte_is_refused(tmp_path: Path) -> None:
    path = own_file(tmp_path)
    write(own(), path)
    data = bytearray(path.read_bytes())
    data[-20] ^= 1
    path.write_bytes(data)
    with pytest.raises(OwnHeadsRefused, match="not what was written"):
        read(path, NOW)


def test_heads_that_cannot_be_written_leave_the_old_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = own_file(tmp_path)
    write(own(), path)
    before = path.read_bytes()

    def fail(_self: Path, _target: Path) -> None:
        reason = "no space"
        raise OSError(reason)

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="no space"):
        write(replace(own(), replies=1), path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]
