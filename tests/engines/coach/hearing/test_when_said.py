"""When somebody means to do something, as they say it; no hour that is past, denied or theirs."""

import pytest

from aftershift.engines.coach.hearing.when_said import (
    is_now,
    only_says_when,
    when_planned,
    when_taken,
)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("ok. bus is 6:40. i will try. salamat", "6:40"),
        ("tonight, he's off at 8", "tonight"),
        ("friday then", "Friday"),
        ("in the morning before school", "in the morning before school"),
        ("aye the morn then", "the morn"),
        ("deffo, after milking", "after milking"),
        ("ok half seven so", "half seven"),
        ("every sunday after church then", "every Sunday after church"),
        ("yes, not tonight, tomorrow", "tomorrow"),
        ("yes. on my break", "on your break"),
        ("grand. once the wee one's down", "once the wee one's down"),
        ("shot. when she's back from clinic", "when she's back from clinic"),
        ("yebo, tmrw arvo", "tomorrow arvo"),
        ("yes i'll do it weds after prayers", "Wednesday after prayers"),
        ("ok she finishes at 4, then", "at 4"),
        ("yes but not tonight", ""),
        ("yes he's never home before 9", ""),
        ("yes. tomorrow is my day off but i have the kids", ""),
        ("yes it was like that on friday", ""),
        ("yes, when is he off?", ""),
        ("Yes. I'll do it. Gracias, until sunday", ""),
        ("ok, if she comes on tuesday", ""),
        ("right, back on nights tomorrow", ""),
        ("alright, 4am comes early", ""),
        ("Since the restructure, about five months", ""),
        ("aye. right. bed. on at 7", ""),
    ],
)
def test_the_hour_of_what_was_taken_is_heard(text: str, when: str) -> None:
    assert when_taken(text) == when


@pytest.mark.parametrize(
    ("text", "when"),
    [
        (
            "Right. Im gonnae send it Saturday morning, before the game",
            "Saturday morning, before the game",
        ),
        ("maybe not in december when we're knackered, maybe tonight, he's off at 8", "tonight"),
        ("i'll put it to her when she's back from clinic", "when she's back from clinic"),
        ("There's a match Saturday. Might just put that on the end", ""),
        ("yep fair. she's up at 7, will talk to her then", ""),
        ("tomorrow same again, 7.50", ""),
        ("i wont be here on sunday", ""),
        ("off to bed, its 10am lol", ""),
    ],
)
def test_the_hour_of_a_plan_is_in_a_clause_that_plans(text: str, when: str) -> None:
    assert when_planned(text) == when


def test_what_is_done_at_once_has_no_hour() -> None:
    assert is_now("yes, i'm ringing her right now")
    assert is_now("I'll text him now")
    assert not is_now("he is home now")
    assert not is_now("i'll text him tomorrow, i'm working now")
    assert not is_now("shall i say i'll do it now?")


def test_a_message_that_only_names_an_hour_takes_what_was_offered() -> None:
    assert only_says_when("in the morning before school")
    assert only_says_when("ok tonight, he's off at 8")
    assert not only_says_when("friday then. thanks")  # that is a goodbye, too
    assert not only_says_when("on friday she rang me about the shed and the bins again")
    assert not only_says_when("tomorrow same again, 7.50")
    assert not only_says_when("We'll see. Thursday yet")
