"""How words may land, on the page: one line beside what was found, and when it stays away."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from tests.people import Account
from tests.web.hearing import Calm
from tests.web.sending.asking import DESPAIR, FOUND, MESSAGE, NOW, WHY, press, sent

from aftershift.engines.language.kinds import Kind
from aftershift.engines.language.patterns import Pattern, Reading
from aftershift.engines.safety.course import Note
from aftershift.engines.safety.lasting import lasting
from aftershift.engines.safety.risk import Category, Level, Risk
from aftershift.library.landing import load_landing
from aftershift.web.sending.cards import second_look
from aftershift.web.sending.forms import Given


def lands_on(page: str) -> list[str]:
    """Read the lines on how it may land."""
    return re.findall(r'<p class="lands"><strong>[^<]*</strong> (.*?)</p>', page)


def found(*kinds: Kind) -> Reading:
    return Reading(
        patterns=tuple(
            Pattern(kind=kind, starts=at, ends=at + 5, why="x") for at, kind in enumerate(kinds)
        )
    )


def test_one_line_stands_beside_what_was_found_and_is_the_same_each_time(
    nurse: Account, ear: Calm
) -> None:
    page = sent(nurse)
    lines = load_landing().lines[Kind.ABSOLUTES]
    assert len(lands_on(page)) == 1
    assert lands_on(page)[0] in (*lines.says, *lines.home)
    assert lands_on(sent(nurse)) == lands_on(page)
    assert page.index('class="lands"') < page.index(WHY) < page.index("A softer start")


def test_of_several_kinds_the_gravest_has_the_line(nurse: Account, ear: Calm) -> None:
    ear.reading = found(Kind.ABSOLUTES, Kind.BLAME, Kind.THREAT)
    lines = load_landing().lines[Kind.THREAT]
    shown = lands_on(sent(nurse))
    assert len(shown) == 1
    assert shown[0] in (*lines.says, *lines.home)


def test_where_nothing_is_found_or_all_was_put_away_there_is_none(
    nurse: Account, ear: Calm
) -> None:
    assert lands_on(press(nurse, sent(nurse), "Not helpful")) == []
    ear.reading = Reading()
    assert lands_on(sent(nurse)) == []


def test_sarcasm_is_heard_and_not_shown(nurse: Account, ear: Calm) -> None:
    ear.reading = found(Kind.SARCASM)
    page = sent(nurse)
    assert lands_on(page) == []
    assert "Nothing was found" in page


@pytest.mark.parametrize(
    "said",
    [
        "You always shout at us in front of the team.",
        "You never let me see my sister.",
        "I'm scared. You always do this.",
        "It is always about my accent with you.",
        "As my manager you never asked anybody.",
    ],
)
def test_what_answers_fear_control_or_a_gap_of_power_keeps_it_away(
    nurse: Account, ear: Calm, said: str
) -> None:
    page = sent(nurse, said)
    assert WHY in page
    assert lands_on(page) == []


@pytest.mark.parametrize(
    ("said", "is_offered"),
    [
        ("I'm scared of you. You always do this.", False),
        ("You never let me see my sister.", False),
        ("As my manager you never asked anybody.", True),
        ("You never ask.", True),
    ],
)
def test_who_tells_of_harm_is_offered_no_softer_start(
    nurse: Account, ear: Calm, said: str, *, is_offered: bool
) -> None:
    page = sent(nurse, said)
    assert WHY in page
    assert ("A softer start, to change" in page) is is_offered


def test_while_something_is_asked_and_after_it_nothing_is_said_of_the_other(
    nurse: Account, ear: Calm
) -> None:
    ear.risk = Risk(level=Level.CHECK_IN, categories=DESPAIR)
    page = sent(nurse)
    assert WHY in page
    assert lands_on(page) == []
    answered = press(nurse, page, "Tired")
    assert WHY in answered
    assert lands_on(answered) == []
    ear.risk = Risk(level=Level.NONE)
    assert lands_on(sent(nurse)) == []  # the link to help is still there


def test_at_fear_of_somebody_at_home_nothing_is_said_of_the_other(
    nurse: Account, ear: Calm
) -> None:
    ear.risk = Risk(level=Level.CHECK_IN, categories=(Category.PARTNER_VIOLENCE,))
    assert lands_on(sent(nurse)) == []


@pytest.mark.parametrize(
    ("note", "just_me", "is_said"),
    [
        (Note(), False, True),
        (Note(), True, False),
        (Note(link=lasting(timedelta(days=7), NOW)), False, False),
    ],
)
def test_it_stays_away_as_long_as_the_link_to_help_or_just_me_does(
    ear: Calm, note: Note, just_me: bool, is_said: bool
) -> None:
    look = second_look(Given(text=MESSAGE), note=note, country="", now=NOW, just_me=just_me)
    assert look.patterns is not None
    assert bool(look.patterns.lands) is is_said
    assert replace(look.patterns, lands="").findings[0].why == FOUND.patterns[0].why


def test_who_put_away_what_is_for_two_is_told_nothing_of_the_other(
    nurse: Account, ear: Calm
) -> None:
    assert lands_on(sent(nurse))
    nurse.browser.post("/mine/away")
    page = sent(nurse)
    assert WHY in page
    assert lands_on(page) == []
