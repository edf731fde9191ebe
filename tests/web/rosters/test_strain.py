"""What my roster asks of me: numbers for the one who reads, of her own roster alone."""

import re
from datetime import timedelta
from html import unescape

import pytest
from tests.people import Account
from tests.web.rosters.desk import NOW, add, bring_and_keep, keep_line

from aftershift.engines.rosters.strain import DEFINITIONS
from aftershift.web.rosters import strain
from aftershift.web.rosters.strain import StrainPage

ADDRESS = "/rosters/strain"
# A late before an early: 21:30 to 07:00. Then nights, a weekend, and free days.
FORTNIGHT = "L E - N N N - - LD - - - E L"


def page_of(account: Account, line: str = FORTNIGHT) -> StrainPage:
    bring_and_keep(account, text=line, dialect="uk-nursing")
    return strain.strain_page(by=account.by, now=NOW)


def said(page: StrainPage) -> dict[str, str]:
    return {fact.defined.id: fact.said.words for fact in page.facts}


def days(page: StrainPage, fact: str) -> tuple[str, ...]:
    return next(one.said.days for one in page.facts if one.defined.id == fact)


def text_of(account: Account) -> str:
    """Read the page as somebody does who opens every part of it."""
    page = account.browser.get(ADDRESS).text
    main = page[page.index("<main") : page.index("</main>")]
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", " ", main)))


def test_a_fortnight_is_counted_day_by_day(nurse: Account) -> None:
    page = page_of(nurse)
    assert page.span == "Mon 19 Oct – Sun 1 Nov"
    words = said(page)
    assert words["quick_returns"] == "1"
    assert words["night_runs"] == "3 nights at most"
    assert words["nights"] == "3"
    assert words["lost_weekends"] == "2"
    assert days(page, "nights") == ("Thu 22 Oct", "Fri 23 Oct", "Sat 24 Oct")
    assert days(page, "night_runs") == ("3 nights from Thu 22 Oct",)
    assert days(page, "lost_weekends") == ("Sat 24 Oct", "Sat 31 Oct")


def test_every_fact_stands_beside_its_definition_and_source(nurse: Account) -> None:
    page_of(nurse)
    text = text_of(nurse)
    for one in DEFINITIONS:
        assert one.words in text
        assert one.source in text


def test_a_mean_over_months_waits_for_months(nurse: Account) -> None:
    page = page_of(nurse)
    assert said(page)["weekly_hours"] == "Not enough roster yet: 2 of 17 whole weeks."


def test_seventeen_weeks_give_the_mean_week(nurse: Account) -> None:
    page = page_of(nurse, " ".join(["LD LD LD LD LD - -"] * 17))
    assert said(page)["weekly_hours"] == "62 h 30 at most, as a mean of 17 weeks"
    assert days(page, "weekly_hours") == ("17 weeks over 48 h",)


def test_a_week_without_a_long_rest_is_one_of_the_whole_weeks(nurse: Account) -> None:
    page = page_of(nurse, " ".join(["LD"] * 14))
    assert said(page)["weekly_rest"] == "0 of 2 whole weeks"  # a rest may go on outside
    page = page_of(nurse, " ".join(["LD"] * 21))
    assert said(page)["weekly_rest"] == "1 of 3 whole weeks"
    assert days(page, "weekly_rest") == ("week of Mon 26 Oct: 11 h 30 at most",)


def test_social_jetlag_is_said_in_words(nurse: Account) -> None:
    """Free nights have their middle at 04:30, those before an early two hours earlier."""
    words = said(page_of(nurse, " ".join(["E E E E E - -"] * 3)))["social_jetlag"]
    assert re.match(r"On free days the middle of your sleep is \d h \d\d later than before", words)
    assert "nights" not in words


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("E E E - -", "Not enough roster yet: 5 of 10 days."),
        (" ".join(["-"] * 14), "Not enough roster yet: it needs free days and days of work."),
    ],
)
def test_too_few_days_say_nothing_of_social_jetlag(nurse: Account, line: str, words: str) -> None:
    assert said(page_of(nurse, line))["social_jetlag"] == words


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (1.34, "On free days the middle of your sleep is 1 h 20 later than before work."),
        (-0.5, "On free days the middle of your sleep is 30 min earlier than before work."),
        (0.05, "The middle of your sleep is the same on free days and before work."),
    ],
)
def test_social_jetlag_has_a_direction(hours: float, words: str) -> None:
    assert strain.jetlag_words(hours, "before work") == words


def test_the_two_days_after_a_quick_return_are_hinted_at(nurse: Account) -> None:
    page = page_of(nurse)
    assert [hint.split(" after ")[0] for hint in page.recovery] == [
        "Tue 20 Oct: the first day",
        "Wed 21 Oct: the second day",
    ]


def test_naps_are_suggestions_and_never_a_plan(nurse: Account) -> None:
    page = page_of(nurse)
    assert page.naps
    assert all("you could lie down" in nap for nap in page.naps)
    assert any(nap.startswith("Before the first night") for nap in page.naps)
    assert "nothing here is planned" in text_of(nurse)


def test_nothing_is_judged(nurse: Account) -> None:
    page_of(nurse)
    text = text_of(nurse).casefold()
    for verdict in ("too many", "too much", "unhealthy", "danger", "warning", "bad", "risk"):
        assert verdict not in text
    assert 'class="error' not in nurse.browser.get(ADDRESS).text


def test_without_a_roster_there_is_no_number(nurse: Account) -> None:
    assert "Not enough roster yet: yours says nothing" in text_of(nurse)


def test_a_roster_that_is_over_says_nothing_of_the_days_ahead(nurse: Account) -> None:
    bring_and_keep(nurse, text=FORTNIGHT, dialect="uk-nursing")
    page = strain.strain_page(by=nurse.by, now=NOW + timedelta(days=60))
    assert (page.span, page.facts, page.recovery, page.naps) == ("", (), (), ())


def test_the_page_is_of_ones_own_roster_and_never_of_anothers(nurse: Account) -> None:
    keep_line(nurse, add(nurse), "N N N N N N N")
    assert "Not enough roster yet: yours says nothing" in text_of(nurse)
    before = page_of(nurse, "- - - - - - -")
    assert said(before)["nights"] == "None"
    assert "Sam" not in text_of(nurse)


def test_the_page_is_linked_beside_ones_own_rosters_only(nurse: Account) -> None:
    add(nurse)
    assert nurse.browser.get("/rosters/").text.count(f'href="{ADDRESS}"') == 1


def test_only_somebody_signed_in_is_shown_it(nurse: Account) -> None:
    page_of(nurse)
    nurse.browser.post("/lock")
    assert nurse.browser.get(ADDRESS).status_code == 302
