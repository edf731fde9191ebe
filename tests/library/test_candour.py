"""The shelf of candour loads, stands apart from its test, and refuses what is wrong."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from aftershift.engines.language.candour import Quadrant
from aftershift.library.candour import candour_digest, load_candid
from aftershift.library.shelf import ContentError

SET = Path(__file__).parents[1] / "sets" / "candour" / "test.toml"
GROUP = '[[group]]\ncares = {cares}\npoints = false\nwhy = "x"\nsays = ["tea"]\n'


def test_enough_teaches_and_every_mix_is_there() -> None:
    groups = load_candid()
    said = [one for group in groups for one in group.says]
    assert len(said) >= 1000
    assert len(set(said)) == len(said)
    mixes = Counter((group.cares, group.points) for group in groups for _one in group.says)
    assert min(mixes.values()) >= 60
    assert len(mixes) == 4


def test_nothing_that_teaches_stands_in_the_test() -> None:
    held = tomllib.loads(SET.read_text(encoding="utf-8"))
    assert {name: len(says) for name, says in held.items()} == dict.fromkeys(Quadrant, 24)
    taught = {one for group in load_candid() for one in group.says}
    drafts = [one for says in held.values() for one in says]
    whole = {one for one in drafts if any(lesson in one for lesson in taught if len(lesson) > 20)}
    assert whole == set()
    assert taught.isdisjoint(drafts)


def test_a_wrong_file_is_refused_and_a_changed_one_is_another(tmp_path: Path) -> None:
    (tmp_path / "teach_one.toml").write_text(GROUP.format(cares="true"), "utf-8")
    before = candour_digest(tmp_path)
    assert load_candid(tmp_path)[0].cares
    (tmp_path / "teach_one.toml").write_text(GROUP.format(cares='"yes"'), "utf-8")
    assert candour_digest(tmp_path) != before
    with pytest.raises(ContentError, match="teach_one.toml"):
        load_candid(tmp_path)
