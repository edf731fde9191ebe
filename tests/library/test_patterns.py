"""The shelf of patterns loads, and refuses what it should."""

from pathlib import Path

import pytest

from aftershift.engines.language.kinds import KINDS, Kind
from aftershift.library.patterns import (
    load_cues,
    load_frames,
    load_messages,
    load_pairs,
    load_reasons,
)
from aftershift.library.shelf import ContentError

GROUP = '[[group]]\nkinds = {kinds}\nplace = "{place}"\nwhy = "x"\nmessages = ["{message}"]\n'


def test_both_places_teach_every_kind_and_what_is_none() -> None:
    groups = load_messages()
    assert sum(len(group.messages) for group in groups) >= 1500
    for place in ("home", "ward"):
        taught = {kind for group in groups if group.place == place for kind in group.kinds}
        assert taught == set(KINDS)
        assert any(not group.kinds for group in groups if group.place == place)


def test_every_kind_has_its_reasons_cues_and_pairs() -> None:
    assert {one.id for one in load_reasons()} == set(KINDS)
    assert {one.kind for one in load_cues()} == set(KINDS)
    assert {kind for pair in load_pairs() for kind in pair.kinds} == set(KINDS)


def test_all_but_coercion_may_be_framed() -> None:
    framed = {one.kind for one in load_frames()}
    assert framed == set(KINDS) - {Kind.THREAT, Kind.CONTROL}


@pytest.mark.parametrize(
    ("kinds", "place", "message", "reason"),
    [
        ('["blame"]', "home", "nothing marked", "kinds and marks differ: blame"),
        ("[]", "home", "<blame>you</blame>", "kinds and marks differ: blame"),
        ('["blame"]', "moon", "<blame>you</blame>", "place is none of home, ward"),
        ('["blame"]', "home", "<blame>you", "a mark of blame does not close"),
        ('["rage"]', "home", "x", "group.0.kinds.0"),
    ],
)
def test_a_wrong_group_is_refused(
    kinds: str, place: str, message: str, reason: str, tmp_path: Path
) -> None:
    text = GROUP.format(kinds=kinds, place=place, message=message)
    (tmp_path / "teach_odd.toml").write_text(text, "utf-8")
    with pytest.raises(ContentError, match="teach_odd.toml") as refused:
        load_messages(tmp_path)
    assert reason in str(refused.value)


def test_a_cue_that_hears_what_it_should_spare_is_refused(tmp_path: Path) -> None:
    (tmp_path / "cues.toml").write_text(
        '[[cue]]\nkind = "blame"\nsays = ["you"]\nhears = ["you"]\nspares = ["oh you"]\n', "utf-8"
    )
    with pytest.raises(ContentError, match="hears 'oh you'"):
        load_cues(tmp_path)


def test_a_shelf_of_reasons_that_lacks_a_kind_is_refused(tmp_path: Path) -> None:
    (tmp_path / "reasons.toml").write_text(
        '[[kind]]\nid = "blame"\nname = "Blame"\nwhy = ["x"]\ninstead = ["y"]\nok_when = "z"\n',
        "utf-8",
    )
    with pytest.raises(ContentError, match="every kind is there once"):
        load_reasons(tmp_path)
