"""A plain line of a theme stands behind somebody's own words where it is apt, once and early."""

from dataclasses import replace

from benchmarks.judging import NOW
from tests.pointing import CARRIED, pointer
from tests.shelves import heard, shelves

from aftershift.engines.coach.state import Reply, State, Steering
from aftershift.engines.coach.turn import take_turn
from aftershift.engines.language.phrases import PhraseBook

SNAPPED = f"i snapped at my wife the second i got in, and she {CARRIED[0]}"


def talk(*turns: str, theme: str = "home-empty", state: State | None = None) -> list[Reply]:
    state, replies = state or State(), []
    room = shelves(theme)
    cues = PhraseBook({theme: ("snapped at my wife",)} if theme else {})
    room = replace(room, pointer=pointer(), theming=replace(room.theming, cues=cues))
    for turn in turns:
        state, reply = take_turn(state, heard(turn), room, NOW)
        replies.append(reply)
    return replies


def meets(reply: Reply) -> bool:
    book = shelves("home-empty").playbooks["home-empty"]
    return any(line in reply.text for line in book.meets)


def test_a_theme_that_is_named_meets_it_behind_their_own_words_and_asks_nothing() -> None:
    (reply,) = talk(SNAPPED)
    assert CARRIED[0] in reply.text
    assert meets(reply)
    assert "?" not in reply.text
    book = shelves("home-empty").playbooks["home-empty"]
    supposing = [line for one in book.parts for line in one.reflections]
    assert not any(line in reply.text for line in supposing)


def test_it_does_so_once_and_not_where_only_listening_is_wanted_or_the_theme_is_none() -> None:
    assert not meets(talk(SNAPPED, f"{SNAPPED} again")[1])
    assert not meets(talk(SNAPPED, state=State(steering=(Steering.LISTEN,)))[0])
    assert not meets(talk(SNAPPED, theme="")[0])
