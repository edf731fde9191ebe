"""The phrases of triage load, hold against their own sentences, and are refused when broken."""

import pytest

from aftershift.engines.safety.risk import Category
from aftershift.library.shelf import ContentError
from aftershift.library.triage import load_signals, prove_signals

BOOK = """
language = "{language}"
[scope]
[[signals]]
id = "one"
level = "{level}"
categories = ["despair"]
says = ["{says}"]
hears = ["so done"]
spares = ["{spares}"]
"""
GOOD = {"language": "en", "level": "check_in", "says": "so done", "spares": "not yet"}


def test_every_signal_holds_against_its_own_sentences():
    assert prove_signals() > 100


def test_no_two_signals_have_one_id():
    ids = [signal.id for book in load_signals() for signal in book.signals]
    assert len(ids) == len(set(ids))


def test_english_phrases_know_every_kind_of_risk():
    english = next(book for book in load_signals() if book.language == "en")
    assert {kind for signal in english.signals for kind in signal.categories} == set(Category)


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"language": "de"}, "en.toml: language is not the name of the file"),
        ({"level": "grave"}, "en.toml.*level is none of"),
        ({"says": "so .."}, "en.toml: no phrase"),
        ({"says": "very done"}, "en.toml: one: is deaf to 'so done'"),
        ({"spares": "so done"}, "en.toml: one: hears 'so done'"),
    ],
)
def test_a_broken_file_is_refused_with_its_name_and_a_reason(tmp_path, given, reason):
    (tmp_path / "en.toml").write_text(BOOK.format(**{**GOOD, **given}))
    with pytest.raises(ContentError, match=reason):
        prove_signals(tmp_path)


def test_a_good_file_loads(tmp_path):
    (tmp_path / "en.toml").write_text(BOOK.format(**GOOD))
    assert prove_signals(tmp_path) == 1
