"""The brake: what it says when, never too often, never in danger, never less than the laws ask."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aftershift.engines.safety.brake import (
    BETWEEN,
    LOOK_BACK,
    MOST_WHO_ELSE,
    REMIND_AFTER,
    WHO_ELSE_AGAIN,
    Brake,
    BrakeError,
    BrakeWords,
    Conversation,
    History,
    Moment,
    Shown,
    Sign,
    brake,
    signs,
    sitting_starts,
)

NOW = datetime(2026, 11, 26, 20, 0, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def talk(ago, lasted=10 * MINUTE, **more):
    return Conversation(starts=NOW - ago, ends=NOW - ago + lasted, turns=3, **more)


def shown(kind, ago):
    return Shown(brake=kind, at=NOW - ago)


def pulled(history, **moment):
    return brake(history, Moment(now=NOW, **moment)).brake


def going_on(since, *lines, **more):
    """Give a history in which somebody has talked without a pause."""
    return History(conversations=(talk(since, since),), shown=lines, **more)


def test_a_first_turn_is_told_that_this_is_a_program():
    assert pulled(History()) is Brake.NOTICE


def test_a_new_sitting_is_told_again_and_one_that_goes_on_is_not():
    told = shown(Brake.NOTICE, 20 * MINUTE)
    assert pulled(going_on(20 * MINUTE, told)) is Brake.NONE
    old = History(conversations=(talk(DAY),), shown=(shown(Brake.NOTICE, DAY),))
    assert pulled(old) is Brake.NOTICE


@pytest.mark.parametrize(("hours", "due"), [(2.9, False), (3, True)])  # the laws' own three hours
def test_after_three_hours_it_says_again_what_it_is(hours, due):
    history = going_on(
        hours * HOUR, shown(Brake.NOTICE, hours * HOUR), shown(Brake.BREAK, HOUR / 2)
    )
    assert (pulled(history) is Brake.PROGRAM) is due


def test_closing_and_opening_again_does_not_begin_anew():
    parts = (talk(3 * HOUR, 80 * MINUTE), talk(90 * MINUTE, 80 * MINUTE))
    history = History(conversations=parts, shown=(shown(Brake.NOTICE, 3 * HOUR),))
    assert sitting_starts(history, Moment(now=NOW)) == NOW - 3 * HOUR
    assert pulled(history) is Brake.PROGRAM


@pytest.mark.parametrize(
    ("minutes", "is_at_rest", "due"),
    [
        (29, True, False),
        (30, True, True),
        (30, False, False),
        (59, False, False),
        (60, False, True),
    ],
)
def test_a_break_is_offered_sooner_in_ones_own_hours_of_sleep(minutes, is_at_rest, due):
    history = going_on(minutes * MINUTE, shown(Brake.NOTICE, minutes * MINUTE))
    assert (pulled(history, is_at_rest=is_at_rest) is Brake.BREAK) is due


def test_a_night_worker_awake_by_the_roster_is_not_sent_to_bed():
    at_four = NOW.replace(hour=4)
    history = History(
        conversations=(Conversation(starts=at_four - 40 * MINUTE, ends=at_four, turns=9),),
        shown=(Shown(brake=Brake.NOTICE, at=at_four - 40 * MINUTE),),
    )
    assert brake(history, Moment(now=at_four)).brake is Brake.NONE


def test_who_else_is_asked_once_it_was_said_and_gives_its_reason():
    history = going_on(15 * MINUTE, shown(Brake.NOTICE, 15 * MINUTE), heard=(NOW - MINUTE,))
    answer = brake(history, Moment(now=NOW))
    assert (answer.brake, answer.because) == (Brake.WHO_ELSE, (Sign.SAID,))


@pytest.mark.parametrize(
    ("history", "found"),
    [
        (History(conversations=tuple(talk(day * DAY) for day in range(1, 7))), {Sign.MANY_DAYS}),
        (History(conversations=(talk(2 * DAY, 5 * HOUR),)), {Sign.LONG_WEEK}),
        (
            History(conversations=tuple(talk(day * DAY, is_at_rest=True) for day in (1, 2, 3))),
            {Sign.AT_REST},
        ),
        (History(heard=(NOW - 8 * DAY,)), set()),
        (History(conversations=tuple(talk(day * DAY) for day in range(8, 20))), set()),
    ],
)
def test_signs_are_counted_over_seven_days(history, found):
    assert set(signs(history, Moment(now=NOW))) == found


def test_one_counted_sign_is_not_enough_and_two_are():
    told = shown(Brake.NOTICE, 5 * MINUTE)
    week = tuple(talk(day * DAY) for day in range(1, 7))
    once = History(conversations=(*week, talk(5 * MINUTE, 5 * MINUTE)), shown=(told,))
    assert pulled(once) is Brake.NONE
    shown_long_ago = replace(once, shown=(shown(Brake.NOTICE, 11 * MINUTE),))
    long_week = (*week, talk(3.5 * DAY, 5 * HOUR), talk(11 * MINUTE, 11 * MINUTE))
    assert pulled(replace(shown_long_ago, conversations=long_week)) is Brake.WHO_ELSE


@pytest.mark.parametrize(("times", "due"), [(2, True), (3, False)])
def test_who_else_is_asked_three_times_a_week_at_most(times, due):
    lines = [shown(Brake.WHO_ELSE, (1.5 + day) * DAY) for day in range(times)]
    history = going_on(15 * MINUTE, shown(Brake.NOTICE, 15 * MINUTE), *lines, heard=(NOW,))
    assert (pulled(history) is Brake.WHO_ELSE) is due


def test_nothing_is_said_while_a_risk_is_open():
    history = going_on(9 * HOUR, shown(Brake.NOTICE, 9 * HOUR), heard=(NOW,))
    assert pulled(history) is not Brake.NONE
    assert pulled(history, is_at_risk=True) is Brake.NONE
    assert pulled(History(), is_at_risk=True) is Brake.NONE


@pytest.mark.parametrize(
    "wrong",
    [
        {"ends": NOW - 2 * DAY},
        {"turns": 0},
        {"starts": NOW.replace(tzinfo=None)},
    ],
)
def test_a_conversation_that_cannot_be_is_refused(wrong):
    with pytest.raises(BrakeError):
        replace(talk(DAY), **wrong)


def test_lines_are_shown_in_turn():
    words = BrakeWords(kind=Brake.BREAK, says=("one", "two", "three"))
    lines = [
        words.next_line(History(shown=(shown(Brake.BREAK, HOUR),) * times)) for times in range(4)
    ]
    assert lines == ["one", "two", "three", "one"]
    with pytest.raises(BrakeError):
        BrakeWords(kind=Brake.BREAK, says=("one", "one", "two"))


# --- whole evenings, with every line shown when it is due --------------------------------

PACES = st.lists(st.integers(1, 40), min_size=5, max_size=120)  # minutes between two turns


def lived(paces, *, heard_every=0, at_rest=False, at_risk=frozenset()):
    """Live through turns at such a pace; give what was shown, and the moments of the turns."""
    at, history, turns = NOW, History(), []
    for number, minutes in enumerate(paces):
        at += timedelta(minutes=minutes)
        turns.append(at)
        last = history.conversations[-1:] and history.conversations[-1]
        goes_on = last and at - last.ends <= timedelta(minutes=20)
        now = replace(last, ends=at, turns=last.turns + 1) if goes_on else None
        one = now or Conversation(starts=at, ends=at, turns=1, is_at_rest=at_rest)
        kept = history.conversations[:-1] if goes_on else history.conversations
        heard = (*history.heard, at) if heard_every and number % heard_every == 0 else history.heard
        history = replace(history, conversations=(*kept, one), heard=heard)
        moment = Moment(now=at, is_at_rest=at_rest, is_at_risk=number in at_risk)
        kind = brake(history, moment).brake
        if kind is not Brake.NONE:
            assert not moment.is_at_risk
            history = replace(history, shown=(*history.shown, Shown(brake=kind, at=at)))
    return history, turns


@given(PACES, st.integers(0, 3), st.booleans())
@settings(deadline=None, max_examples=60)
def test_nobody_talks_on_for_more_than_three_hours_without_being_told(paces, heard, at_rest):
    history, turns = lived(paces, heard_every=heard, at_rest=at_rest)
    told = [one.at for one in history.shown if one.brake in (Brake.NOTICE, Brake.PROGRAM)]
    for at in turns:
        last = max(one for one in told if one <= at)
        assert at - last < REMIND_AFTER


@given(PACES, st.integers(1, 3), st.booleans())
@settings(deadline=None, max_examples=60)
def test_no_line_comes_more_often_than_it_may(paces, heard, at_rest):
    history, _turns = lived(paces, heard_every=heard, at_rest=at_rest)
    who = [one.at for one in history.shown if one.brake is Brake.WHO_ELSE]
    assert all(later - sooner >= WHO_ELSE_AGAIN for sooner, later in pairwise(who))
    assert all(sum(at - LOOK_BACK <= one <= at for one in who) <= MOST_WHO_ELSE for at in who)
    own = {Brake.BREAK, Brake.WHO_ELSE}
    for sooner, later in pairwise(history.shown):
        assert later.brake not in own or later.at - sooner.at >= BETWEEN


@given(PACES, st.sets(st.integers(0, 119)))
@settings(deadline=None, max_examples=40)
def test_a_risk_silences_it_whatever_came_before(paces, at_risk):
    history, turns = lived(paces, heard_every=1, at_risk=frozenset(at_risk))
    silent = {turns[number] for number in at_risk if number < len(turns)}
    assert not silent & {one.at for one in history.shown}


@given(st.permutations([talk(day * DAY) for day in range(1, 8)]))
@settings(deadline=None, max_examples=20)
def test_the_order_of_the_papers_does_not_matter(conversations):
    history = History(conversations=tuple(conversations), heard=(NOW,))
    straight = History(conversations=tuple(talk(day * DAY) for day in range(1, 8)), heard=(NOW,))
    moment = Moment(now=NOW)
    assert brake(history, moment) == brake(straight, moment)
    assert signs(history, moment) == signs(straight, moment)
