"""The shelf of rituals loads, and refuses what it should."""

from pathlib import Path

import pytest

from aftershift.engines.windows.rituals import Place, Tie
from aftershift.library.rituals import load_rituals
from aftershift.library.shelf import ContentError


def test_the_five_micro_actions_and_the_greater_rituals_are_there() -> None:
    shelf = {one.id: one for one in load_rituals()}
    assert shelf.keys() == {
        "check-in", "eye-contact", "family-time", "gratitude", "hug", "lazy-morning",
        "micro-date", "no-work-talk", "voice-note", "weekly-ritual",
    }  # fmt: skip
    at_home = {"hug", "eye-contact", "no-work-talk"}
    assert {one for one in at_home if shelf[one].place is Place.HOME} == at_home
    assert (shelf["voice-note"].place, shelf["gratitude"].place) == (Place.MESSAGE, Place.APART)
    assert (shelf["hug"].seconds, shelf["hug"].minutes) == (30, 1)
    assert shelf["no-work-talk"].tie is Tie.AFTER_RETURN
    assert shelf["check-in"].shortest == 5


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('id = "other"\nseconds = 60\ntimes = 1\nevery = "day"\nweight = 1\n', "id"),
        ('id = "odd"\nseconds = 60\ntimes = 1\nevery = "year"\nweight = 1\n', "every"),
        ('id = "odd"\nseconds = 60\ntimes = 1\nevery = "day"\nweight = 0\n', ""),
        ('id = "odd"\nseconds = 60\ntimes = 1\nevery = "day"\nweight = 1\ncolour = 1\n', "colour"),
    ],
)
def test_a_wrong_file_is_refused_by_name_and_key(text: str, key: str, tmp_path: Path) -> None:
    (tmp_path / "odd.toml").write_text(text, "utf-8")
    with pytest.raises(ContentError) as refused:
        load_rituals(tmp_path)
    assert (refused.value.file, refused.value.key) == ("odd.toml", key)
