"""First messages with the real coach: prefaces, leave to tell, and what of a message comes back."""

import pytest
from tests.conversations.talking import talk

from aftershift.listening import Coach


@pytest.mark.parametrize(
    ("says", "back", "never"),
    [
        ("bit embarrassing this one. I haven't wanted sex since the move", "the move", "mbarr"),
        ("not sure where to start. my brother sold our boat in spring", "sold your boat", "start"),
        ("haven't a clue where to begin, she feeds my dinner to the dog", "feeds your", "clue"),
        ("Hello. I don't really know what to put. I drive a bus, 40 stops and not one thank you",
         "not one thank you", "know what to put"),
        ("no idea what to write here. we moved in march and I still know nobody",
         "you still know nobody", "write"),
        ("Sorry for my English. The pupils laugh when I say thirty. Every time", "Every time",
         "nglish"),
    ],
)  # fmt: skip
def test_a_preface_is_not_given_back(says: str, back: str, never: str, coach: Coach) -> None:
    reply = talk([says], coach)[1][0].text
    assert back in reply
    assert never not in reply


@pytest.mark.parametrize(
    ("says", "first", "back"),
    [
        ("hey. this might be dumb. my flatmate had a party and i heard it from the neighbours",
         "Not dumb", "our flatmate had a party"),
        ("tis only a small thing. she never says my name at the rehearsal", ("Not too small", "It"),
         "says my name"),
    ],
)  # fmt: skip
def test_what_is_belittled_is_said_to_be_none_once(
    says: str, first: str | tuple[str, ...], back: str, coach: Coach
) -> None:
    _state, replies = talk([says, "she does it every week, to me alone"], coach)
    assert replies[0].text.startswith(first)
    assert back in replies[0].text
    assert not replies[1].text.startswith(first)


@pytest.mark.parametrize(
    ("says", "back"),
    [
        ("Can I vent. My sister and I got into it on the phone and I'm still shaking mad",
         "you're still shaking mad"),
        ("oi, can I tell you about a lad on my course? we shared notes and now he sits at the back",
         "now he sits at the back"),
        ("Evening. My uncle is not speaking to me and I want to talk it through with somebody new",
         "our uncle is not speaking to you."),
        ("is it ok if i offload here? My mum rang nine times on my one day off", "rang nine times"),
        ("I need to tell somebody, my sister is having twins", "our sister is having twins"),
        ("nobody up so youre getting it: the wean said his first word", "first word"),
    ],
)  # fmt: skip
def test_leave_to_tell_is_given_first_and_nothing_is_asked(
    says: str, back: str, coach: Coach
) -> None:
    reply = talk([says], coach)[1][0]
    assert reply.rule == "asks leave to tell"
    assert back in reply.text
    assert "?" not in reply.text


def test_leave_is_given_too_where_a_greeting_came_first_or_no_word_may_be_given_back(
    coach: Coach,
) -> None:
    _state, replies = talk(["hello", "can I vent? they lost my tent at the festival"], coach)
    assert replies[1].rule == "asks leave to tell"
    assert replies[1].text.endswith("hey lost your tent at the festival.")
    bare = talk(
        ["Right this is a silly one but I've 31 six-year-olds all day and I need to tell an adult"],
        coach,
    )[1][0]
    assert bare.rule == "asks leave to tell"
    assert "31" not in bare.text


@pytest.mark.parametrize(
    "says",
    ["got some good news and naebody to tell so youre getting it", "some braw news for once"],
)
def test_news_that_was_not_told_is_asked_for(says: str, coach: Coach) -> None:
    assert talk([says], coach)[1][0].text.endswith("hat's the news?")


@pytest.mark.parametrize(
    "says",
    [
        "can I talk to a real person",
        "can i vent? what should i say to my boss about the rota",
        "can I tell him I'm tired",
        "hello. we moved in march",
    ],
)
def test_what_asks_for_something_else_is_not_only_let(says: str, coach: Coach) -> None:
    assert talk([says], coach)[1][0].rule != "asks leave to tell"


@pytest.mark.parametrize(
    ("says", "back"),
    [
        ("The tenants can't always, I don't mind that. Its the agents. One left a note on my bins",
         "It's the agents"),
        ("he calls me by the old dog's name the odd time, that's a killer", "that's a killer"),
        ("The look like I am a child with a plan. He is fair but he counts. He will get a pen",
         "child with a plan"),
        ("my lad has asked me to be his best man. ME. thought it would be his mate", "ME"),
        ("they gave the window stall to the new lad, and me eleven years there. Eleven", "Eleven."),
        ("I said to the plumber do I look like I was born yesterday and he laughed", "do I look"),
        ("she couldn't find her boots and i said for the love of god do i have to do it all",
         "do i have to"),
    ],
)  # fmt: skip
def test_no_hole_is_left_in_what_is_given_back(says: str, back: str, coach: Coach) -> None:
    assert back in talk(["long day", says], coach)[1][1].text
