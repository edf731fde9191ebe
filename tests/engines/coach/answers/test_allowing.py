"""Who asks whether one may is answered, and nothing is approved of."""

from dataclasses import replace

import pytest
from tests.engines.coach.answers.test_giving_back import NOW, TELLING, talk
from tests.shelves import heard, shelves

from aftershift.engines.coach.answers.allowing import Leave, leave_asked
from aftershift.engines.coach.turn import take_turn
from aftershift.engines.safety.course import Course


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("That's awful, isn't it? I liked the quiet more than the party.", Leave.FEELING),
        ("is it bad if you read her postcards", Leave.DEED),
        ("I said not now, I have no more ears. She went upstairs. Was that wrong?", Leave.DEED),
        ("It was her recital and I took over his list. Was this wrong?", Leave.DEED),
        ("is it normal to be kind all day and a cow to my flatmates", Leave.NORMAL),
        ("Would it be daft to ask about it now? That was before Christmas.", Leave.DEED),
        ("i might give her the spare one. is that a horrible idea", Leave.DEED),
        ("could i be there for the food and then go up? isn’t that rude", Leave.DEED),
        ("I said no to Tam. I took him down. I told him the score. Is that daft", Leave.FEELING),
        ("I ask you if a thing is normal. To hum the tune of the ward at home", Leave.NORMAL),
        ("Is normal for a girl to do this? Not the long answer", Leave.NORMAL),
        ("Is it dishonest if you dont say who you are", Leave.DEED),
        ("is it normal that i ask my sister to post it? she finds it strange", Leave.NORMAL),
        ("Be honest with me. Was I mean?", Leave.DEED),
        ("was it mean? i feel it was", Leave.DEED),
        ("So? Mean or not mean? You can say", Leave.DEED),
        ("It was a joke. You find it was nasty?", Leave.DEED),
        ("so is it cold? just answer", Leave.DEED),
        ("Is it mad that I'm half looking forward to it?", Leave.FEELING),
        ("tell me honestly, was it so wrong of me to be angry when I saw it?", Leave.FEELING),
        ("i wanted to be the one with wings. does that sound mental", Leave.FEELING),
        ("is it weird that he irons his socks", None),
        ("i said it was fine. it isn't that fine", None),
        ("is it bad that i'm afraid of going home", None),
        ("he put it in writing. what does that mean", None),
        ("is this poo normal", None),
        ("would it be bad to take two more of the tablets tonight", None),
        ("is it bad that i drink a bottle of wine after nights", None),
        ("am i a bad mother", None),
        ("is it bad to say no to your own brother?", Leave.NO),
        ("Would it be reasonable to ask him for ten minutes, or is that fussing?", Leave.ASKING),
        ("I only want two hours on Friday. It is selfish?", Leave.ASKING),
        ("So can I even bring it up, after all that?", Leave.ASKING),
        ("i shouted. would it be mad to say sorry first", Leave.SORRY),
        ("Is it shame if we go to her instead? She did not invite", Leave.DEED),
        ("is it wrong to look in his phone?", Leave.DEED),
        ("is it me or is that too much?", None),
        ("is it ok to slap him back", None),
        ("am i wrong", None),
        ("bit late to say something now? she signs on Monday", Leave.ASKING),
        ("Maybe I ask her to show me? Or is that giving in, what do you reckon?", Leave.ASKING),
        ("I thought of going on my own. Would that be a terrible thing to do?", Leave.OWN),
        ("Would it be daft to just chap his door with some shortbread?", Leave.KIND),
        ("is it wrong to go to his flat without him", Leave.DEED),
    ],
)
def test_what_is_asked_leave_for(text: str, asked: Leave | None) -> None:
    assert leave_asked(text, is_first=False) is asked


def test_who_asks_first_whether_this_is_allowed_may_come() -> None:
    assert leave_asked("i'm only the husband, is that alright", is_first=True) is Leave.HERE
    assert leave_asked("is it mad that i miss the bells", is_first=True) is Leave.FEELING
    assert leave_asked("is it normal to miss the bells?", is_first=False) is Leave.NORMAL
    for asks in ("do 14 yr olds forget stuff like this?", "is it like a thing, that it gets stuck"):
        assert leave_asked(asks, is_first=False) is Leave.NORMAL
    assert leave_asked("am i overreacting?", is_first=False) is Leave.FEELING


def test_a_may_i_is_answered_and_no_question_comes_where_none_is_wanted() -> None:
    asked = "i might just send her the photo. is that weird"
    reply = talk(*TELLING[:2], asked)[1][-1]
    assert reply.rule == "asks whether one may"
    quiet = talk(*TELLING[:2], "stop asking me questions", asked)[1][-1]
    assert quiet.rule == "asks whether one may"
    assert not quiet.text.endswith("?")


@pytest.mark.parametrize("asked", ["was it rude of me to send her the photo", "was it bad of me"])
def test_what_is_done_is_not_answered_as_if_it_were_ahead(asked: str) -> None:
    for before in range(1, 6):
        reply = talk(*TELLING[:before], asked)[1][-1]
        assert reply.rule == "asks whether one may"
        assert "Would you still" not in reply.text


def test_nothing_is_answered_so_where_somebody_may_be_feared() -> None:
    feared = replace(talk(*TELLING[:2])[0], course=Course(guarded=True))
    asked = heard("i might just send him the photo. is that weird")
    assert take_turn(feared, asked, shelves(""), NOW)[1].rule != "asks whether one may"


@pytest.mark.parametrize(
    ("told", "asks", "line"),
    [
        ("she works on sundays", "is it too much to ask her to knock first?", Leave.ASKING),
        ("she works on sundays", "is it too much to ask her for her password?", Leave.DEED),
        ("she is at her friends", "is it too much to ask her to come home at ten?", Leave.DEED),
        ("we broke up in may", "would it be daft to just knock on her door?", Leave.DEED),
        ("he moved in upstairs", "would it be daft to just knock on his door?", Leave.KIND),
    ],
)
def test_what_may_rule_or_follow_somebody_is_not_open_to_all(
    told: str, asks: str, line: Leave
) -> None:
    state, replies = talk(told, "it was raining all that day", asks)
    assert replies[-1].rule == "asks whether one may"
    assert state.used[-1].startswith(f"{line}.")


@pytest.mark.parametrize(
    ("text", "is_shy"),
    [
        ("Is this only for human nurses? I'm a vet nurse.", True),
        ("hi, i just finished my shift, can i talk here about my sister", True),
        ("this is a bit silly compared to what you must get", True),
        ("can i talk about how he died", False),
        ("my sister can talk for hours", False),
    ],
)
def test_who_asks_whether_it_belongs_here_is_let_in(text: str, *, is_shy: bool) -> None:
    assert (leave_asked(text, is_first=True) is Leave.HERE) is is_shy
    assert leave_asked(text, is_first=False) is not Leave.HERE
