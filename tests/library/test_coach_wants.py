"""What readers marked in the talks that teach the ear, as wanted of the coach."""

from collections import Counter
from pathlib import Path

import pytest

from aftershift.engines.coach.hearing.wants import Want
from aftershift.library.coach_lessons import want_lessons
from aftershift.library.coach_wants import WANTS, load_rare, load_wants
from aftershift.library.shelf import ContentError


def test_a_third_of_the_messages_of_plain_talk_want_something() -> None:
    found = load_wants()
    assert len(found) > 13_000
    assert 0.25 < sum(bool(wants) for _text, wants in found) / len(found) < 0.35
    often = Counter(want for _text, wants in found for want in wants)
    assert set(often) == set(Want)


def test_our_own_ways_teach_beside_them() -> None:
    taught = want_lessons().taught
    assert len(taught) > len(load_wants()) + 4_000
    assert {name for one in taught for name in one.names} == set(Want)


def test_marks_that_stand_nowhere_are_refused(tmp_path: Path) -> None:
    mark = '[[want]]\ntalk = {}\nturn = 1\nwants = ["words"]\nat = "{}"\n'
    for talk, at in ((1, "these words stand in no message"), (99, "a note")):
        (tmp_path / "asks.toml").write_text(mark.format(talk, at))
        load_wants.cache_clear()
        with pytest.raises(ContentError):
            load_wants(tmp_path)
    assert (WANTS / "asks.toml").is_file()


def test_what_is_rarely_wanted_stands_beside_what_only_sounds_like_it() -> None:
    found = load_rare()
    often = Counter(want for _text, wants in found for want in wants)
    rare = {Want.CHANGE, Want.WHICH, Want.MIND, Want.FACT, Want.US, Want.MAY, Want.STEP}
    assert set(often) == rare | {Want.CORRECTS, Want.DONE}
    assert min(often[want] for want in rare) > 300
    assert 0.2 < sum(not wants for _text, wants in found) / len(found) < 0.3
    meant = dict(found)
    assert all(meant[text] == wants for text, wants in found), "one text, two meanings"
