"""A small thing keeps to what was set, comes first for who was kind, and is asked about first."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from tests.shelves import heard, shelves

from aftershift.engines.coach.answers.opening import asks_only_for_a_step
from aftershift.engines.coach.hearing.moves import Move
from aftershift.engines.coach.state import Act, Known, Reply, State
from aftershift.engines.coach.stock.limits import limits_of
from aftershift.engines.coach.stock.needs import Need, needed_by
from aftershift.engines.coach.stock.shelves import Shelves
from aftershift.engines.coach.turn import take_turn
from aftershift.engines.coach.wishing import wish_of
from aftershift.engines.safety.course import Course

NOW = datetime(2026, 10, 19, 12, tzinfo=UTC)
NAMES = SimpleNamespace(names=frozenset({"jenny", "camila", "kwame", "ewa"}))
SAID = "my wife and i are on opposite shifts"


def asked(
    *told: str, aims: Sequence[tuple[str, float]] = (), theme: str = "", known: Known | None = None
) -> Reply:
    """Tell some messages, the last of which asks for a step, with aims as they were heard."""
    room, state = shelves(theme), State()
    for turn in told:
        said = heard(turn)
        if turn == told[-1]:
            said = replace(said, told=replace(said.told, aims=tuple(aims)))
        state, reply = take_turn(state, said, room, NOW, known or Known())
    return reply


def wish(*told: str, aims: Sequence[tuple[str, float]] = (), **where: object):
    *before, now = told
    said = heard(now)
    said = replace(said, told=replace(said.told, aims=tuple(aims)))
    room: Shelves = shelves("")
    state = State(said=tuple(one.lower() for one in before), typed=tuple(before), **where)  # type: ignore[arg-type]
    return wish_of(state, said, Known(), replace_names(room))


def replace_names(room: Shelves) -> Shelves:
    return SimpleNamespace(aims=room.aims, names=NAMES.names)  # type: ignore[return-value]


@pytest.mark.parametrize("theme", ["partner-struggles", "opposite-shifts", "text-fight", ""])
@pytest.mark.parametrize(
    ("asks", "need"),
    [
        ("what is one small thing i could do today, without talking", Need.SPEECH),
        ("what is one small thing i could do, nothing that needs the two of us", Need.BOTH),
        ("what is one small thing i could do, two minutes at most", Need.LONG),
        ("what is one small thing i could do when she gets in", Need.APART),
        ("what is one small thing i could do tonight", Need.LATER),
    ],
)
def test_whatever_is_offered_keeps_to_what_was_set(theme: str, asks: str, need: Need) -> None:
    assert need in limits_of([asks]).without
    reply = asked(SAID, asks, theme=theme)
    room = shelves(theme)
    texts = [one for book in room.finder.practices.values() for one in (*book.offers, book.smaller)]
    texts += [one for doing in room.doings for one in doing.says]
    texts += [one.text for aim in room.aims.values() for one in aim.thing]
    given = [one for one in texts if one and one.lower() in reply.text.lower()]
    assert given, reply.text
    assert all(need not in needed_by(one) for one in given), reply.text


@pytest.mark.parametrize("theme", ["opposite-shifts", "home-empty", ""])
def test_who_asks_for_only_one_is_given_no_other(theme: str) -> None:
    room = shelves(theme)
    openings = room.lines["alternative"]
    many = asked(SAID, "what is one small thing i could do", theme=theme).text
    one = asked(SAID, "what is one small thing i could do. just one", theme=theme).text
    assert any(opening in many for opening in openings)
    assert not any(opening in one for opening in openings)


JENNY = "there is one girl in xray, jenny. she waved to me in the bus twice"


def test_who_was_kind_is_who_a_thing_is_for() -> None:
    found = wish("i work nights in a lab", JENNY, "one small thing please")
    assert found.warm is not None
    assert found.warm.called == "Jenny"
    assert found.reaching == ("lonely",)


def test_nobody_is_reached_for_where_a_risk_was_heard_or_somebody_may_be_feared() -> None:
    guarded = wish(JENNY, "one small thing please", course=Course(guarded=True))
    assert guarded.warm is None


def test_a_friend_gone_cold_is_met_as_one() -> None:
    found = wish(
        "there's a person at work, we were friends, now she is ice", "Camila. we shared it all",
        "what could i do tomorrow, we cross at 7 in the corridor",
    )  # fmt: skip
    assert found.reaching == ("colleague-cold",)


@pytest.mark.parametrize(
    ("told", "aims"),
    [
        (("my wife comes home and sits in the car", "what can i do when she comes in"),
         ("support-partner", "near-without-talk")),
        (("they all sit together and laugh on the ward", "what do i do at break tomorrow"),
         ("belong-team", "lonely")),
        (("my husband and i share a bed by turns", "something that can't need both of us"),
         ("near-apart",)),
        (("my manager is short", "what can i do tonight"), ()),
    ],
)  # fmt: skip
def test_a_moment_or_a_limit_speaks_for_an_aim_where_none_is_plain(
    told: tuple[str, ...], aims: tuple[str, ...]
) -> None:
    assert wish(*told, aims=(("numb", 0.3),)).fitting == aims
    assert wish(*told, aims=(("numb", 0.9),)).fitting == ()


def test_a_thing_for_somebody_stands_in_no_other_reply() -> None:
    for aim, known in shelves("").aims.items():
        reply = asked(
            f"{SAID}. {' '.join(known.anchors[:1])}", "what is one small thing i could do",
            aims=((aim, 0.95),),
        )  # fmt: skip
        assert "{who}" not in reply.text


def test_there_are_forty_things_for_somebody_who_was_kind() -> None:
    things = [one for aim in shelves("").aims.values() for one in aim.thing if "{who}" in one.text]
    assert len(things) >= 40
    assert len({one.text for one in things}) == len(things)


@pytest.mark.parametrize(
    "told",
    [
        "what is one small thing i could do, not a talk",
        "one small thing please",
        "any wee thing i could try? just the one",
        "hiya, give me something small i can do tonight",
        "gie me yin wee thing",
        "is there a small step i could take, nothing that needs the two of us",
        "Please tell me one thing I can do today.",
        "what's one tiny thing i could do, two minutes",
    ],
)
def test_a_request_by_which_nothing_was_told_is_known(told: str) -> None:
    assert asks_only_for_a_step(told.lower())


@pytest.mark.parametrize(
    "told",
    [
        "give me one small thing i can do about my mum ringing ten times a day",
        "my wife comes home silent. what is one small thing i could do",
        "one thing about my shift makes me cry",
        "hi, can i tell you something",
        "i need help with a text to my sister",
        "it was one small step for her and a slap for me",
    ],
)
def test_a_request_that_tells_its_matter_is_none_of_those(told: str) -> None:
    assert not asks_only_for_a_step(told)


@pytest.mark.parametrize(
    ("told", "begins"),
    [
        ("what is one small thing i could do, not a talk", "One small thing, and no talk."),
        ("one small thing please", "One small thing."),
        ("give me one small thing. just one", "One small thing, only the one."),
        ("a small thing that doesn't need both of us", "One small thing, and nothing that needs "),
    ],
)
def test_such_a_request_is_taken_up_and_its_matter_asked_for(told: str, begins: str) -> None:
    state, reply = take_turn(State(), heard(told), shelves(""), NOW)
    assert reply.text.startswith(begins)
    assert state.awaits_step


def test_after_it_the_matter_alone_is_answered_with_a_thing() -> None:
    room = shelves("")
    state, _ = take_turn(State(), heard("one small thing please, no talk. just one"), room, NOW)
    said = replace(heard("my husband and i only meet in the hall"), tapped=Move.TELLS)
    state, reply = take_turn(state, replace(said, tapped=None), room, NOW)
    assert reply.act is Act.OFFER
    assert not any(opening in reply.text for opening in room.lines["alternative"])
    assert not state.awaits_step
