"""The shelf of telephone lines loads whole, and refuses what it does not know."""

import pytest

from aftershift.engines.safety.resources import Purpose, ResourceError
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
