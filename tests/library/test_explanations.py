"""The shelf of explanations: every number has its words, and no word has a number of its own."""

import re
from pathlib import Path

import pytest
from tests.house.test_guards import ROOT

from aftershift.engines.rosters.facts import DAILY_REST_MINUTES, NIGHT_MINUTES
from aftershift.engines.rosters.strain import (
    DEFINITIONS,
    INJURY_RATE_RATIO,
    LONG_SHIFT_MINUTES,
    REFERENCE_WEEKS,
    WEEK_LIMIT_MINUTES,
    WEEKEND_MINUTES,
    WEEKLY_REST_MINUTES,
)
from aftershift.engines.windows.availability import SHORT_SLEEP_MINUTES
from aftershift.engines.windows.explaining import Chapter, Explanation
from aftershift.engines.windows.figures import FIGURES
from aftershift.library.explanations import SHELF, SLOT, explanation, load_explanations
from aftershift.library.shelf import ContentError

RHYTHM = (ROOT / "docs/rhythm.md").read_text(encoding="utf-8")
NUMBER = re.compile(r"(?<![\w.])\d+(?:\.\d+)?(?!\w)")
REFERENCE = re.compile(r"10\.\d{4,}/[\w./:-]*\w|PMC\d+|\d{4}/\d+/EC|e\d{6}")
FILES = sorted(SHELF.glob("*.toml"))


def words_of(one: Explanation) -> str:
    told = (one.title, one.short, one.says, *one.rule, one.model, one.sure, one.judgement)
    return " ".join((*told, *one.sources))


def written(path: Path) -> str:
    """Give the words of a file as they are written, without its own furniture."""
    lines = path.read_text(encoding="utf-8").splitlines()
    kept = [one for one in lines if not one.startswith(("#", "place", "id"))]
    return "\n".join(kept)


def test_every_chapter_has_its_explanations_each_at_its_own_place() -> None:
    shelf = load_explanations()
    assert {one.chapter for one in shelf} == set(Chapter)
    places = [(list(Chapter).index(one.chapter), one.place) for one in shelf]
    assert places == sorted(set(places))


@pytest.mark.parametrize("one", load_explanations(), ids=lambda one: one.id)
def test_each_has_a_source_or_says_that_it_is_a_judgement(one: Explanation) -> None:
    assert one.sources or one.judgement
    assert all(re.search(r"\d", source) for source in one.sources), "a year or a number is missing"


@pytest.mark.parametrize("one", load_explanations(), ids=lambda one: one.id)
def test_each_reference_stands_in_the_document(one: Explanation) -> None:
    found = REFERENCE.findall(words_of(one))
    assert [each for each in found if each not in RHYTHM] == []


def test_each_reference_of_a_fact_about_a_roster_stands_in_the_document() -> None:
    found = REFERENCE.findall(" ".join(one.source for one in DEFINITIONS))
    assert found
    assert [each for each in found if each not in RHYTHM] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_number_that_is_no_figure_of_the_engines_was_published(path: Path) -> None:
    """24 h, the ends of the scale and what studies found; all else is a slot."""
    bare = NUMBER.findall(REFERENCE.sub("", SLOT.sub("", written(path))))
    assert [number for number in bare if number not in NUMBER.findall(RHYTHM)] == []


def test_no_figure_is_written_out_where_the_engines_keep_it() -> None:
    lengths = {value for value in FIGURES.values() if re.search(r"[hn:]", value)}
    assert [
        f"{path.stem}: {value}"
        for path in FILES
        for value in lengths
        if re.search(rf"(?<![\d.]){re.escape(value)}", written(path))
    ] == []


def test_every_figure_is_named_somewhere() -> None:
    named = {name for path in FILES for name in SLOT.findall(written(path))}
    assert named == FIGURES.keys()


def test_the_words_carry_the_engines_own_figures() -> None:
    hours = SHORT_SLEEP_MINUTES // 60
    assert f"under {hours} h asleep in the last 24 h" in words_of(explanation("rested-together"))
    assert "above 6.4 " in words_of(explanation("rested-together"))
    assert "0.69 h on days and 0.95 h after nights" in words_of(explanation("body-clock"))


@pytest.mark.parametrize(
    ("id_", "says"),
    [
        ("quick_returns", f"{DAILY_REST_MINUTES // 60} hours"),
        ("night_runs", f"{NIGHT_MINUTES // 60} hours"),
        ("nights", f"{NIGHT_MINUTES // 60} hours"),
        ("long_shifts", f"{LONG_SHIFT_MINUTES // 60} hours"),
        ("lost_weekends", f"{WEEKEND_MINUTES // 60} hours"),
        ("weekly_hours", f"{REFERENCE_WEEKS} weeks, against {WEEK_LIMIT_MINUTES // 60} hours"),
        ("weekly_rest", f"{WEEKLY_REST_MINUTES // 60} hours"),
        ("recovery", f"{INJURY_RATE_RATIO} times"),
    ],
)
def test_a_fact_about_a_roster_says_the_number_that_it_counts_by(id_: str, says: str) -> None:
    assert says in {one.id: one.words for one in DEFINITIONS}[id_]


WHOLE = """\
id = "odd"
chapter = "sleep"
place = 1
title = "Odd"
short = "Short."
says = "Says."
rule = ["Rule."]
model = "Model."
sure = "Sure."
judgement = "Ours."
"""


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (('id = "odd"', 'id = "other"'), "id"),
        (('"Says."', '"Says {no_such}."'), "says"),
        (('"Rule."', '"Rule {short_sleep"'), "rule"),
        (('"Rule."', '"Rule {short_sleep:>9}"'), "rule"),
        (('"Sure."', '""'), ""),
        (('["Rule."]', "[]"), ""),
        (('judgement = "Ours."\n', ""), ""),
        (('"Short."', f'"{"long " * 60}"'), ""),
        (('chapter = "sleep"', 'chapter = "food"'), "chapter"),
        (("place = 1", 'place = 1\ncolour = "red"'), "colour"),
    ],
)
def test_a_wrong_file_is_refused_by_name_and_key(
    change: tuple[str, str], key: str, tmp_path: Path
) -> None:
    (tmp_path / "odd.toml").write_text(WHOLE.replace(*change), "utf-8")
    with pytest.raises(ContentError) as refused:
        load_explanations(tmp_path)
    assert (refused.value.file, refused.value.key) == ("odd.toml", key)


def test_a_figure_is_filled_in_when_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "odd.toml").write_text(WHOLE.replace("Says.", "{short_sleep}."), "utf-8")
    (one,) = load_explanations(tmp_path)
    assert one.says == f"{FIGURES['short_sleep']}."
