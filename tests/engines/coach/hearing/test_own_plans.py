"""What somebody means to do is given back, and no step of ours is set against it."""

from dataclasses import replace

import pytest
from tests.engines.coach.answers.test_giving_back import FIRST, NOW, TELLING, talk
from tests.pointing import pointer
from tests.shelves import heard, shelves

from aftershift.engines.coach.hearing.own_plans import own_plan, own_words, takes_words
from aftershift.engines.coach.state import NOBODY, Act, State
from aftershift.engines.coach.turn import take_turn
from aftershift.engines.safety.course import Course


@pytest.mark.parametrize(
    ("text", "plan"),
    [
        ("I'll bring the trailer on Monday", "I'll bring the trailer on Monday"),
        ("right so I’ll ring him after tea, he naps before", "I’ll ring him after tea"),
        ("gonna send it from the till so i cant think", "gonna send it from the till"),
        ("ill ask her on sunday", "ill ask her on sunday"),
        ("I'm going to leave the label on, and I'll say why", "I'm going to leave the label on"),
        (
            "I'll tell him. I will tell him about the chips tonight",
            "I will tell him about the chips tonight",
        ),
        ("I reckon I'll make a pot of grits on Tuesday", "I'll make a pot of grits on Tuesday"),
        ("ok ill do it sunday thanks", "ill do it sunday"),
        ("Okay, let me think about it till tomorrow", ""),
        ("okay. I could start with the radiator", "I could start with the radiator"),
        ("I'd say unoccupied", ""),
        ("What if I ask her to show me the jam?", "I ask her to show me the jam"),
        ("give me one sentence I could say standing up", ""),
    ],
)
def test_the_fullest_plan_is_found_as_it_was_typed(text: str, plan: str) -> None:
    assert own_plan(text, pointer()) == plan


@pytest.mark.parametrize(
    "text",
    [
        "he's gonna leave the dishes",
        "I'll never know what he meant",
        "I'll be late again on Sunday",
        "I'm ill today with a cold",
        "I'll hit him if he does it again",
        "I'll take the lot tonight",
        "I'm going to finish it after the shift",
        "I'll write them each a letter first",
        "I'll tell them all goodbye on Sunday",
        "I'm going to go away for good",
        "I'll say good night to you then",
        "I'll tell you what he said",
        "i'll go",
        "they were gonna move us anyway",
        "they go quiet because they think I will tell her everything",
        "i said put the phone away or i'll put it in the freezer",
        "i could ask the others what he likes but that's cheating",
        "I'll tell her that",
    ],
)
def test_what_is_no_plan_or_is_grave_is_left_alone(text: str) -> None:
    assert own_plan(text, pointer()) == ""


@pytest.mark.parametrize(
    ("text", "after_words", "found"),
    [
        ("I might simply say, \"It's ten past six.\" She'd laugh at that", False, True),
        ("wait. “swap you for yours.” that could work", True, True),
        ("wait. “swap you for yours.” that could work", False, False),
        ("alright. 'Not the loft yet, Tom.' and I'll tell him why", False, True),
        ("Just 'the soup was right'. Because it was", False, True),
        ("Leave out 'mate'. 'Somebody who mended the tap.' She is quick", True, True),
        ("hers: 'at last, bring me a stone from there'. a STONE", True, False),
        ("yes that. 'i should've told you first.' off to the car park", True, True),
        ("she'll go 'who are you'", True, False),
        ('she said "you never come over" and put the phone down', False, False),
        ('maybe just "is the pan still going". safe', False, True),
        ('he might say "what of it"', False, False),
        ("i might say something", False, False),
        ('maybe "no"', False, False),
        ("I told him 'it is late' and he'd laugh", False, False),
        ("yes. 'Selamat.' it is the only word", True, True),
        ("and the first thing i hear is 'she plays the harp'", True, False),
        ("lol ouch. using that. 'i was checking the floor'", False, True),
        ('only all I had was "you\'ve never fed a child in your life"', True, False),
        ('maybe "you always leave it to me"', True, False),
        ('I could say "he is a useless cow of a man"', True, False),
        ("ive thought about 'want a go or want a cuppa'. might be too cheeky", False, True),
        ("Maybe plain. 'You do the drops, I'll do the ice cream.' She'd laugh.", False, True),
        ("ok ive wrote 'spag bol sunday'. sent it", False, True),
        ("'You were the best and three weeks early.' Is that too much?", False, True),
        ("ok draft: 'it was about a parrot. i hid my hands.' too much? too little?", False, True),
        ("I've written 'I'm sorry you heard it so.' Does that sound honest?", False, True),
        ("best ive got is 'that joke was cheap'", False, True),
        ("'She only answers the phones.' that's what he said", False, False),
        ("he wrote 'no dog on thursday' on the fridge", False, False),
        ('I say "I think the list" and he says "we will manage"', False, False),
        ('I can\'t say "only Jade may", can I', False, False),
        ("could say 'come sunday, you don't have to fix nothing.' He fixes.", False, True),
        ("Yes: 'Please tell me at the back.' This is it. I'll say it kindly", False, True),
        ("'I'd like us to show it together.' Mm. Keep that.", False, True),
        ("'the coat and I are very happy'. she'd choke", True, True),
        ("'the coat and I are very happy'. she'd choke", False, False),
        ("'best sleep in years' he said, and that's it", False, False),
    ],
)
def test_a_line_that_somebody_would_say_is_their_own(
    text: str, *, after_words: bool, found: bool
) -> None:
    assert own_words(text, after_words=after_words) is found


@pytest.mark.parametrize(
    ("text", "is_taken"),
    [
        ("yeah, I could say that", True),
        ("ha, the start I can use", True),
        ("Mm. The second one is nice", True),
        ("I will copy it with the good pen", True),
        ("that's closer", True),
        ("Sharp. I'm using those words exactly", True),
        ("ok i like the second one but without 'late'", True),
        ("too sweet, but the chai line i'll keep", True),
        ("That is close. I would make it shorter.", True),
        ("The second sentence is better than mine. I shall leave out the last one", True),
        ("too long. He reads slowly", False),
        ("can you say that again, I could use that", False),
        ("the first shift was nothing, the second one he slept", False),
    ],
)
def test_words_that_were_just_given_are_taken_whole_or_in_part(
    text: str, *, is_taken: bool
) -> None:
    assert takes_words(text) is is_taken
    asked = "what do I say to her"
    state, _replies = talk(FIRST, asked, text)
    assert any(name.startswith("words_taken.") for name in state.used) is is_taken


def test_who_has_found_a_line_is_given_none() -> None:
    asked = "what do I say to her"
    _state, replies = talk(FIRST, asked, 'wait, "is the kettle on" could work')
    assert replies[-1].rule == "has words of their own"
    assert "?" not in replies[-1].text


def test_late_in_a_talk_a_plan_is_given_back_and_nothing_is_asked() -> None:
    state, replies = talk(FIRST, *TELLING[:3], "I'll ring my sister after tea")
    assert replies[-1].rule == "has a step of their own"
    assert "“I'll ring my sister after tea”" in replies[-1].text
    assert "?" not in replies[-1].text
    assert replies[-1].act is Act.REFLECT
    assert state.pointed[-1][1] == "I'll ring my sister after tea"


def test_early_in_a_talk_it_is_told_like_everything_else() -> None:
    room = replace(shelves(""), pointer=pointer())
    _state, reply = take_turn(State(), heard("I'll ring my sister after tea"), room, NOW)
    assert reply.rule != "has a step of their own"


def test_who_takes_it_up_has_a_step_from_the_second_message_on() -> None:
    for begins, is_left in (("ok, ", True), ("", False)):
        _state, replies = talk(FIRST, f"{begins}I'll ring my sister after tea")
        assert (replies[-1].rule == "has a step of their own") is is_left


def test_nothing_is_encouraged_towards_somebody_who_may_be_feared() -> None:
    room, plan = replace(shelves(""), pointer=pointer()), heard("I'll tell him tonight after tea")
    told, _replies = talk(FIRST, *TELLING[:3])
    for state, known in (
        (replace(told, course=Course(guarded=True)), NOBODY),
        (told, replace(NOBODY, is_two=False)),
    ):
        _state, reply = take_turn(state, plan, room, NOW, known)
        assert reply.rule != "has a step of their own"
        said = heard('maybe just "I am going to my sister on Sunday"')
        _state, reply = take_turn(state, said, room, NOW, known)
        assert reply.rule != "has words of their own"


def test_no_words_are_given_where_somebody_at_home_is_feared() -> None:
    state = State(course=Course(guarded=True))
    _state, reply = take_turn(state, heard("what do I say to him"), shelves(), NOW)
    assert "help page" in reply.text
    assert reply.act is Act.REFLECT


@pytest.mark.parametrize(
    ("text", "is_settled"),
    [
        ("Right. Friday then, in the canteen", True),
        ("ok then, saying it tonight with the coat on", True),
        ("cool, I'll think about that. I have to sleep", True),
        ("right is right, he says, whatever it costs", False),
        ("Right. Is Friday better", True),
        ("Right. Is Friday better?", False),
        ("right, so nobody is coming then", False),
        ("ok, whatever, i'll do it by myself", False),
        ("good. i can't be bothered with him", False),
    ],
)
def test_what_is_settled_late_in_a_talk_is_left_at_that(text: str, *, is_settled: bool) -> None:
    state, replies = talk(FIRST, *TELLING[:6], text)
    assert any(name.startswith("settled.") for name in state.used) is is_settled
    assert replies[-1].act in (Act.REFLECT, Act.EXPLORE, Act.ASK_LEAVE)


def test_who_asks_for_luck_is_wished_it() -> None:
    turns = [*TELLING[:6], "I'm going to send her something tonight. Wish me luck"]
    reply = talk(*turns)[1][-1]
    assert "You're going to send her something tonight. Good luck with it." in reply.text
    assert "Good luck with it." in reply.text
