"""The shelves of connection and clarity load, and refuse what they should."""

from pathlib import Path

import pytest

from aftershift.engines.language.connection import About, Heard, Way
from aftershift.library.clarity import load_clarity
from aftershift.library.connection import connection_digest, load_groups, load_shorts
from aftershift.library.shelf import ContentError

GROUP = '[[group]]\nabout = "{about}"\nwhy = "x"\nsays = ["tea"]\n'


def test_enough_messages_teach_and_a_third_of_them_are_hard() -> None:
    groups = load_groups()
    said = [one for group in groups for one in group.says]
    assert len(said) >= 700
    assert len(set(said)) == len(said)
    assert sum(len(group.says) for group in groups if group.is_hard) >= len(said) / 3
    assert {group.about for group in groups} == set(About)
    assert {group.way for group in groups} == {None, *Way}


def test_short_messages_are_known() -> None:
    book = load_shorts()
    assert book.look_up("ok") == Heard(about=About.LOGISTICS)
    assert book.look_up("love you xx") == Heard(about=About.CONNECTION, way=Way.WARMTH)
    assert book.look_up("lol") == Heard(about=About.NEITHER)
    assert book.look_up("the boiler man is here") is None


def test_a_group_with_a_way_that_it_cannot_have_is_refused(tmp_path: Path) -> None:
    (tmp_path / "teach_odd.toml").write_text(GROUP.format(about="connection"), "utf-8")
    with pytest.raises(ContentError, match="teach_odd.toml") as refused:
        load_groups(tmp_path)
    assert "a way is given" in str(refused.value)


def test_short_messages_teach_nothing(tmp_path: Path) -> None:
    (tmp_path / "teach_one.toml").write_text(GROUP.format(about="neither"), "utf-8")
    before = connection_digest(tmp_path)
    (tmp_path / "short.toml").write_text("", "utf-8")
    assert connection_digest(tmp_path) == before
    (tmp_path / "teach_one.toml").write_text(GROUP.format(about="logistics"), "utf-8")
    assert connection_digest(tmp_path) != before


def test_phrases_that_are_deaf_to_their_own_sentence_are_refused(tmp_path: Path) -> None:
    assert len(load_clarity().phrases) == 8
    (tmp_path / "phrases.toml").write_text(
        '[[phrases]]\nsign = "please"\nsays = ["pls"]\nfinds = ["now"]\nspares = ["x"]\n', "utf-8"
    )
    with pytest.raises(ContentError, match="is deaf to 'now'"):
        load_clarity(tmp_path)
