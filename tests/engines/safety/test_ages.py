"""A birth that somebody gives as their own is reckoned on the day that is handed in."""

from datetime import UTC, date, datetime

import pytest

from aftershift.engines.safety.ages import is_child
from aftershift.engines.safety.answering import Said, step
from aftershift.engines.safety.course import Note, begin
from aftershift.engines.safety.risk import NO_RISK, UNHEARD, Category, Level, Risk
from aftershift.library.protocols import load_protocols

TODAY = date(2026, 12, 1)


@pytest.mark.parametrize(
    "text",
    [
        "i was born in 2011",
        "I was born in 2012 and school is rough",
        "my date of birth is 03/05/2011",
        "My DOB: 02/12/2008",
        "my dob is 2009-11-30",
        "I was born on 3 May 2010",
        "nací en 2012",
        "ich bin im März 2012 geboren",
        "mein Geburtsdatum ist 3.5.2011",
        "je suis née en 2011",
        "ik ben in 2011 geboren",
    ],
)
def test_a_birth_of_a_child_is_heard(text: str) -> None:
    assert is_child(text, TODAY)


@pytest.mark.parametrize(
    "text",
    [
        "i was born in 1990",
        "I was born in 2008",  # may be eighteen
        "my dob is 30/11/2008",
        "her date of birth is 03/05/2011",
        "my daughter was born in 2011",
        "my son's date of birth is 03/05/2011",
        "I qualified in 2011",
        "my birthday is in march, been here since 2012",
        "I was born in 2025",
        "ich bin seit 2012 Pflegerin",
        "ik ben in 2011 getrouwd",
        "my dob is 45/45/2011",
        "",
    ],
)
def test_another_birth_or_another_year_is_spared(text: str) -> None:
    assert not is_child(text, TODAY)


def test_the_same_words_mean_something_else_in_other_years() -> None:
    said = "I was born in 2011"
    assert [year for year in (2016, 2017, 2028, 2029) if is_child(said, date(year, 6, 1))] == [
        2017, 2028,
    ]  # fmt: skip


@pytest.mark.parametrize("risk", [NO_RISK, UNHEARD])
def test_a_child_is_answered_as_one_by_the_clock_that_is_given(risk: Risk) -> None:
    said = Said(text="I was born in 2012 and school is rough", risk=risk)
    for year, path in ((2026, "minor"), (2031, "unheard" if risk == UNHEARD else "")):
        now = datetime(year, 12, 1, 3, tzinfo=UTC)
        _course, answer = step(begin(Note(), now), said, load_protocols(), now)
        assert answer.path == path
        assert answer.private == (path == "minor")


def test_what_else_was_heard_goes_before_the_age() -> None:
    risk = Risk(level=Level.ELEVATED, categories=(Category.SUICIDE_ACTIVE,))
    now = datetime(2026, 12, 1, 3, tzinfo=UTC)
    said = Said(text="I was born in 2012. I want to die.", risk=risk)
    _course, answer = step(begin(Note(), now), said, load_protocols(), now)
    assert answer.path == "thoughts"
    assert answer.bubbles[-4:] in load_protocols().paths["minor"].turns[0].variants
