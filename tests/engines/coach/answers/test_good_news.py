"""Plain good news at the beginning is given back, and asked on."""

from dataclasses import replace

import pytest
from tests.engines.coach.answers.test_giving_back import NOW
from tests.pointing import pointer
from tests.shelves import heard, shelves

from aftershift.engines.coach.answers.good_news import good_news, is_ours
from aftershift.engines.coach.state import State
from aftershift.engines.coach.turn import take_turn


@pytest.mark.parametrize(
    ("text", "news"),
    [
        ("passed my level 2 today", "passed my level 2 today"),
        ("i got ENGAGED and its 4am and nobodys awake", "i got ENGAGED"),
        ("Hello! My daughter got in!! nursing in Cardiff", "My daughter got in"),
        ("so i got engaged on tuesday!! and i'm annoyed", ""),
        ("I got the post but my best mate didn't", ""),
        ("when i got in the house he was up", ""),
        ("i passed a mirror and said excuse me to it", ""),
        ("my gran passed tuesday", ""),
        ("i wear the watch i was given when i qualified", ""),
    ],
)
def test_news_is_found_where_nothing_takes_it_back(text: str, news: str) -> None:
    assert good_news(text) == news


def test_it_is_given_back_at_the_beginning_only() -> None:
    given = replace(shelves(""), pointer=pointer())
    text = "passed my driving test!!! fourth go"
    state, reply = take_turn(State(), heard(text), given, NOW)
    assert reply.rule == "opens with good news"
    assert "“passed my driving test”" in reply.text
    assert reply.text.endswith("?")
    assert take_turn(state, heard(text), given, NOW)[1].rule != "opens with good news"


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        ("btw I passed my exam last week", True),
        ("my son passed his board exam", True),
        ("she got the house", False),
        ("my crewmate got the job", False),
        ("we had soup", False),
    ],
)
def test_inside_a_talk_only_news_of_ones_own_is_glad(text: str, *, ours: bool) -> None:
    assert is_ours(text) is ours
