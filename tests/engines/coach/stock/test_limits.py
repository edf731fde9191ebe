"""What somebody sets for a small thing is heard in many ways, and kept wherever one is offered."""

import pytest

from aftershift.engines.coach.stock.limits import Limits, Moment, limits_of
from aftershift.engines.coach.stock.needs import Need, needed_by
from aftershift.library.coach import load_coach

NO_SPEECH = """
not talking, she doesn't want talking first
i don't want a speech, one small thing
what can i do without a speech
something with no talking please
he doesn't want to talk when he gets in, so what then
no chat, just a small thing
she hates talking in the mornings. one idea
without talking, what could i do
not making a speech of it, what could i do
nothing that i have to say out loud
no words please, one wee thing
i dinnae want a speech aboot it
nae talking, whit can i dae
they don't want to be talked to after nights. any idea
i don't want to talk, only do something
not have to say anything, is there a thing like that
i'm not up for a conversation, one small thing
a quiet thing i could do
something silent one could do, a silent thing
no speeches, hey
i do not want to say anything, what could i do for him
what could i do for her that's not talking
no need to talk, just a step
what can i do that's not making a speech of it, she hates a scene
"""
SPEECH_IS_FINE = """
what could i say to her
we talk all the time, what else could i do
she talks to the cat more than to me, one idea
i'd like to talk to him tonight, give me a first step
he talked for an hour. what could i do
how do i get her to talk to me
not a big talk, i've got ten minutes
talking helps us, what small thing could start it
my words come out wrong. what could i do
she gave a speech at the wedding. one thing for sunday
he is not talking to me, what can i do
"""
NOT_BOTH = """
something that doesn't need the two of us awake
it can't need both of us
nothing that needs the two of us
something for when we're not in the same room
without us both being awake
what can i do while he's asleep
one thing i can do on my own
doesn't take the both of us
something i can do by myself for her
what could i do while she's at work
without him there, what could i do
it doesn't need us both
that works when we're apart
one of us is always asleep, so what
no need for both of us, one idea
something that doesn't involve both of us
without being in the same house
nothing which takes both of us
don't need her awake for it, do i? give me one
what could i do as she's sleeping
i can do alone, is there one thing
"""
BOTH_IS_FINE = """
something for the two of us
we are both awake at six, what could we do
she needs both of us at the meeting
he was asleep when i rang. what now
what could we do together on sunday
both of us are tired, one idea
i want us both to laugh again
is there one thing we could do at teatime
we sleep in two rooms. what's a small step back
he's at work all week. what could we do on saturday
"""
ONLY_ONE = """
just one
only one please
just one thing
only one thing, not a list
one thing, no list
give me just one wee thing
just the one
one idea only
one is enough
please don't give me a list
no lists
i can't choose, so just the one
i'm no good with lists
not a list please
not two things. one
one small thing, not three
only tell me one
yin thing, nae lists
no options please
i'm bad at choosing, give me one
just one idea for tonight
one thing alone
only one small step
"""
MORE_IS_FINE = """
what is one small thing i could do
i am the only one who knows i'm on strike
she has only one brother. what could i do
there's just one night left, what could i do
one small thing please
give me something small
i've one day off. any ideas
he is the only one awake. what now
what are two small things
we had just one good day. what could i do
can you give me one thing
"""
TINY = """
really small because i'm shy
two minutes at most
a really small one
something tiny
the tiniest thing
what's the smallest thing i could do
however small
something i can do in two minutes
it has to be very short
under a minute please
i've nothing left, so
thirty seconds is what i have
a teeny thing
as in dead easy, dead small
one minute and no more
a couple of minutes is all there is
small as possible
nothing big
so small nobody sees it
proper wee
no more than a minute
"""
ANY_SIZE = """
one small thing please
give me a small step
i have an evening free
is there a little thing i could do
something for the weekend
two nights to go. what could i do
what would you try
he's small for his age. what can i do
"""
THIS_DAY = """
what can i do tonight
one thing for today
what could i do tomorrow
something for this evening
in the morning, before school
at 7 in the corridor
give me something for right now
before i go in
for tomorra, one thing
the night, when i'm hame
something for tonite
tmrw pls
before she gets up
at 6:40
this afternoon, one thing
in ten minutes he's off
straight away, what could i do
this morning still
at 8 o'clock, what
for the morrow
"""


def lines(text: str) -> list[str]:
    return [one for one in text.splitlines() if one]


@pytest.mark.parametrize(
    ("need", "told"),
    [
        *((Need.SPEECH, one) for one in lines(NO_SPEECH)),
        *((Need.BOTH, one) for one in lines(NOT_BOTH)),
        *((Need.LONG, one) for one in lines(TINY)),
        *((Need.LATER, one) for one in lines(THIS_DAY)),
    ],
)
def test_a_limit_is_heard(need: Need, told: str) -> None:
    assert need in limits_of([told]).without


@pytest.mark.parametrize(
    ("need", "told"),
    [
        *((Need.SPEECH, one) for one in lines(SPEECH_IS_FINE)),
        *((Need.BOTH, one) for one in lines(BOTH_IS_FINE)),
        *((Need.LONG, one) for one in lines(ANY_SIZE)),
    ],
)
def test_no_limit_is_heard_where_none_was_set(need: Need, told: str) -> None:
    assert need not in limits_of([told]).without


@pytest.mark.parametrize("told", lines(ONLY_ONE))
def test_only_one_is_heard(told: str) -> None:
    assert limits_of([told]).only_one


@pytest.mark.parametrize("told", lines(MORE_IS_FINE))
def test_one_small_thing_alone_sets_no_number(told: str) -> None:
    assert not limits_of([told]).only_one


@pytest.mark.parametrize(
    ("moment", "told"),
    [
        (Moment.ARRIVES, "what can i do today when she comes"),
        (Moment.ARRIVES, "something for when he gets in"),
        (Moment.ARRIVES, "when my wife walks in, what then"),
        (Moment.ARRIVES, "the minute he comes through, what could i do"),
        (Moment.ARRIVES, "once they're home"),
        (Moment.ARRIVES, "she's home at six, what could i do"),
        (Moment.PASSES, "we cross at 7 in the corridor"),
        (Moment.PASSES, "we pass each other on the stairs, one thing"),
        (Moment.PASSES, "i see her at the bus stop every day"),
        (Moment.PASSES, "next time i see him, what"),
        (Moment.PASSES, "we overlap for ten minutes, we meet at the lockers"),
        (Moment.BREAK, "this week at the break"),
        (Moment.BREAK, "what do i do at break tomorrow"),
        (Moment.BREAK, "on my tea break"),
        (Moment.BREAK, "in the canteen, one thing"),
        (Moment.BREAK, "at smoko"),
    ],
)
def test_a_moment_that_was_named_is_heard(moment: Moment, told: str) -> None:
    found = limits_of([told])
    assert moment in found.moments
    assert not found.allows("Ten seconds of your voice for when they wake.")
    assert not found.allows("One thing for the days when you miss each other: a voice note.")


@pytest.mark.parametrize(
    "told",
    ["she came home at six", "we never pass notes", "it broke my heart", "he lunched without me"],
)
def test_no_moment_is_heard_where_none_was_named(told: str) -> None:
    assert not limits_of([told]).moments


@pytest.mark.parametrize(
    ("text", "needs", "spares"),
    [
        ("Ask them what they saw.", {Need.SPEECH}, {Need.APART}),
        ('One question: "Do you want me to listen?"', {Need.SPEECH, Need.TALK}, set()),
        ("Put a cup down where they will sit. No questions.", set(), {Need.SPEECH}),
        ("Leave a line on their cup: I am glad that you are here.", set(), {Need.SPEECH}),
        ("Find the two hours when both of you are awake.", {Need.BOTH}, {Need.SPEECH}),
        ("A small heart drawn on yesterday's shopping list.", set(), {Need.BOTH, Need.SPEECH}),
        ("Ten minutes side by side.", {Need.LONG}, {Need.SPEECH}),
        ("Forty seconds of your voice, for the days when you miss each other.",
         {Need.APART, Need.LATER, Need.PHONE}, set()),
        ("One picture a day for a week.", {Need.LATER}, {Need.SPEECH}),
    ],
)  # fmt: skip
def test_what_a_thing_needs_is_read_from_its_text(
    text: str, needs: set[Need], spares: set[Need]
) -> None:
    found = needed_by(text)
    assert needs <= found
    assert spares.isdisjoint(found)


def test_within_every_limit_something_is_left_for_a_partner() -> None:
    [home] = [one for one in load_coach().aims if one.id == "near-without-talk"]
    for need in (Need.SPEECH, Need.LONG, Need.LATER, Need.APART):
        limits = Limits(without=frozenset({need}))
        assert sum(limits.allows(one.text, one.needs) for one in home.thing) >= 3, need
