"""The shelf of telephone lines loads whole, and refuses what it does not know."""

import json
import re
from datetime import date

import pytest
from tests.shared_material import shared

from aftershift.engines.safety.filling import filled
from aftershift.engines.safety.resources import Purpose, ResourceError, lines_for
from aftershift.library.resources import countries, load

LINE = """
name = "Nowhere"
[[lines]]
id = "{id}"
purpose = "emergency"
name = "Emergency services"
phone = "112"
grade = "{grade}"
checked = 2026-11-22
sources = [{{ address = "https://example.org", kind = "operator", page_date = "undated" }}]
{more}
"""


def test_every_country_has_somebody_to_talk_to():
    assert len(countries()) == 12
    assert all(country.has(Purpose.CRISIS) for country in countries())


def test_no_two_lines_have_one_id():
    ids = [line.id for country in countries() for line in country.lines]
    assert len(ids) == len(set(ids))


def test_every_source_is_a_page_that_can_be_opened():
    lines = [line for country in countries() for line in country.lines]
    assert all(s.address.startswith("http") for line in lines for s in line.sources)


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"id": "xx-emergency", "grade": "M"}, "xx.toml: lines.0.grade"),  # from memory
        ({"id": "xx-emergency", "grade": "C"}, "xx.toml: lines.0.grade"),  # unofficial lists
        ({"id": "yy-emergency", "grade": "A"}, "xx.toml: ids must begin with xx-"),
        ({"id": "xx-emergency", "grade": "A", "more": "fax = '1'"}, "xx.toml: lines.0.fax"),
        ({"id": "xx-emergency", "grade": "A", "more": "phone2 = 5"}, "xx.toml: lines.0.phone2"),
    ],
)
def test_a_file_that_is_not_as_it_must_be_is_named_with_its_key(tmp_path, given, reason):
    file = tmp_path / "xx.toml"
    file.write_text(LINE.format(**{"more": "", **given}))
    with pytest.raises(ResourceError, match=reason):
        load(file)


def test_a_file_that_is_as_it_must_be_loads(tmp_path):
    file = tmp_path / "xx.toml"
    file.write_text(LINE.format(id="xx-emergency", grade="A", more=""))
    assert load(file).emergency.dial == "112"


MORE = """
[[lines]]
id = "xx-{purpose}"
purpose = "{purpose}"
name = "Helpers"
phone = "0800 1"
grade = "A"
checked = 2026-11-22
sources = [{{ address = "https://example.org", kind = "operator", page_date = "undated" }}]
"""


@pytest.mark.parametrize("purpose", ["poison", "youth"])
def test_a_line_of_a_kind_that_is_missing_today_can_be_loaded_and_is_said(tmp_path, purpose):
    file = tmp_path / "xx.toml"
    more = MORE.format(purpose=purpose)
    file.write_text(LINE.format(id="xx-emergency", grade="A", more=more), encoding="utf-8")
    (said,) = filled([f"Then: {{{purpose}}}"], load(file), date(2026, 11, 26))
    assert said.text == "Then: Helpers, 0800 1."


# What the list beside the repository has with a source and the shelf has not, and why.
LEFT_OUT = {
    "gb-12": "its own article of 2024 says that the money may end: not before somebody asks it",
    "int-01": "no line of a country: the directory's plain link is on every card",
    "eu-01": "each of the Union's countries here has 112 of its own",
    "eu-02": "only where a national source says so: Germany has it",
}


def digits(words):
    return [re.sub(r"\D", "", one) for one in re.findall(r"[\d(][\d ()-]*\d", words or "")]


def test_every_line_with_a_source_is_on_the_shelf_or_left_out_for_a_reason():
    found = json.loads(shared("safety/crisis_resources.json").read_text(encoding="utf-8"))
    kept = {
        country.code: {
            one for line in country.lines for one in (line.dial, line.text_dial, line.web)
        }
        for country in countries()
    }
    sure = [one for one in found["resources"] if one["confidence"] in ("A", "B")]
    missing = {
        one["id"]
        for one in sure
        if not {*digits(one["phone"]), *digits(one["text"]), one["web"] or "none"}
        & kept.get(one["country"].lower(), set())
    }
    assert len(sure) > 45
    assert missing == set(LEFT_OUT)


def test_somebody_is_there_day_and_night_in_every_country():
    for country in countries():
        first = lines_for(country, Purpose.CRISIS, date(2026, 11, 26))[0]
        listens = [line for line in country.lines if line.purpose is Purpose.CRISIS]
        assert any(line.hours.startswith("day and night") for line in listens), country.code
        assert first.hours.startswith("day and night"), country.code


# What the list beside the repository says that a line's own source says, by the words in it.
TERMS = {
    "us-physicians": ("us-08", ("no numbers stored", "not reportable to boards")),
    "nl-113": ("nl-02", ("free since 2025-10",)),
}


def test_cost_confidence_and_licence_stand_only_where_the_line_s_own_source_says_so():
    found = json.loads(shared("safety/crisis_resources.json").read_text(encoding="utf-8"))
    known = {one["id"]: one for one in found["resources"]}
    said = {line.id: line.terms for country in countries() for line in country.lines if line.terms}
    assert said.keys() == TERMS.keys()
    for line, (record, words) in TERMS.items():
        assert known[record]["confidence"] in ("A", "B")
        told = f"{known[record]['phone']} {known[record]['note']}"
        assert all(one in told for one in words)
        assert len(said[line]) == len(words)
