"""Lines of help: what may be shown, in which order, and when it must be checked again."""

from dataclasses import replace
from datetime import date

import pytest

from aftershift.engines.safety.resources import (
    Country,
    Grade,
    Line,
    Purpose,
    ResourceError,
    Source,
    emergency_numbers,
    lines_for,
    may_have_changed,
    must_be_checked,
)

CHECKED = date(2026, 11, 22)
SOURCE = Source(address="https://example.org", kind="operator", page_date="undated")
EMERGENCY = Line(
    id="xx-emergency",
    purpose=Purpose.EMERGENCY,
    name="Emergency services",
    grade=Grade.PRIMARY,
    checked=CHECKED,
    sources=(SOURCE,),
    phone="112",
)
LISTENERS = replace(EMERGENCY, id="xx-listen", purpose=Purpose.CRISIS, phone="0800 11 10-111")


def country(code: str, *lines: Line) -> Country:
    return Country(code=code, name=code.upper(), lines=lines)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"sources": ()}, "no source"),
        ({"phone": ""}, "neither a number nor an address"),
        ({"phone": "988 then 1"}, "cannot dial"),
        ({"text_to": "HOME to 741741"}, "cannot dial"),
    ],
)
def test_a_line_that_nobody_can_trust_or_dial_is_refused(change, reason):
    with pytest.raises(ResourceError, match=f"xx-emergency: .*{reason}"):
        replace(EMERGENCY, **change)


def test_a_country_without_an_emergency_number_in_front_is_refused():
    with pytest.raises(ResourceError, match="emergency number comes first"):
        country("xx", LISTENERS, EMERGENCY)


def test_a_number_is_dialled_without_its_spaces():
    assert LISTENERS.dial == "08001110111"


@pytest.mark.parametrize(
    ("today", "in_doubt", "release_waits"),
    [
        (date(2026, 11, 22), False, False),
        (date(2027, 2, 20), False, False),  # 90 days
        (date(2027, 2, 21), False, True),
        (date(2027, 5, 21), False, True),  # 180 days
        (date(2027, 5, 22), True, True),
    ],
)
def test_a_line_ages_first_for_a_release_and_then_for_the_reader(today, in_doubt, release_waits):
    assert may_have_changed(LISTENERS, today) is in_doubt
    assert bool(must_be_checked([country("xx", EMERGENCY)], today)) is release_waits


def test_a_line_in_doubt_is_shown_last():
    old = replace(LISTENERS, id="xx-old", checked=date(2026, 1, 1))
    shown = lines_for(country("xx", EMERGENCY, old, LISTENERS), Purpose.CRISIS, CHECKED)
    assert [line.id for line in shown] == ["xx-listen", "xx-old"]


def test_countries_that_share_an_emergency_number_stand_together():
    countries = [
        country("aa", replace(EMERGENCY, phone="999")),
        country("bb", EMERGENCY),
        country("cc", EMERGENCY),
    ]
    assert emergency_numbers(countries) == [("112", ["BB", "CC"]), ("999", ["AA"])]
