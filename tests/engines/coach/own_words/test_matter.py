"""What was told and could be said to somebody: the lines, how they are read, and what is given."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from benchmarks.judging import NOW
from tests.shelves import WIDTH, heard, shelves

from aftershift.engines.coach.hearing.moves import TOLD, Told
from aftershift.engines.coach.hearing.wants import Want, Wants
from aftershift.engines.coach.own_words.matter import Line, Matter, lines_of, read_together
from aftershift.engines.coach.state import Act, Heard, State
from aftershift.engines.coach.turn import take_turn

CAKE = ("She gives me ginger cake every friday. I don't like ginger", "what do i say to her?")


def lines(*said: str) -> list[str]:
    return [one.says for one in lines_of(said)]


@pytest.mark.parametrize(
    ("said", "says"),
    [
        (CAKE, "You give me ginger cake every Friday."),
        (CAKE, "I don't like ginger."),
        (("Steph held the torch, she did it all night", "words for Steph please"),
         "You held the torch, you did it all night."),
        (("and he never once said it's cold", "a line to him"), "You never once said it's cold."),
        (("'the car park is fine'", "tell him that for me"), "The car park is fine."),
        (("she was so kind, i'm a porter", "a card for her"), "You were so kind, I'm a porter."),
    ],
)  # fmt: skip
def test_what_was_told_is_turned_to_them(said: tuple[str, ...], says: str) -> None:
    assert says in lines(*said)


@pytest.mark.parametrize(
    "told",
    [
        "can he swap with me on friday?",  # a question is asked of us
        "he said he would kill himself over the match",
        "i'm a failure of a son",
        "the man in [bed 4] told him so",
        "no.",
    ],
)
def test_what_asks_is_grave_or_masked_is_no_line(told: str) -> None:
    assert lines(told, "a text to him") in ([], ["A text to you."])


def test_what_may_be_about_anybody_is_no_line() -> None:
    told = "he's a sweetheart. they're coming. she is not"
    assert lines(told, "a card please, i owe it") == ["A card please, I owe it."]


def test_no_line_is_had_twice_and_the_latest_come_first() -> None:
    found = lines("i miss the shed. it is cold here", "i miss the shed", "something to him")
    assert found[0] == "Something to you."
    assert found[1:].count("I miss the shed.") == 1
    assert found.index("I miss the shed.") < found.index("It is cold here.")


def test_lines_stand_in_what_is_read_together() -> None:
    said = ("The  Choir sang. I cried at the back", "how do I say that to her")
    found = lines_of(said)
    text, stretches = read_together(said, found)
    assert text.startswith("how do i say that to her / the choir sang")
    read = [text[slice(*one)] for one in stretches]
    assert {"the choir sang", "i cried at the back"} <= set(read)


def test_a_head_says_how_likely_each_line_could_be_sent() -> None:
    found = lines_of(("I miss you lot. The bus was late", "a note for the team, to them"))
    rows = np.zeros((len(found), WIDTH), dtype=np.float32)
    place = next(at for at, one in enumerate(found) if one.says == "I miss you lot.")
    rows[place, 0] = 1.0
    head = np.zeros((WIDTH + 1, 1), dtype=np.float32)
    head[0] = 1.0
    weighed = Matter(head=head).weighed(found, rows)
    assert weighed[0].says == "I miss you lot."
    assert weighed[0].share > 0.9
    assert weighed[1].share == pytest.approx(0.5)
    assert Matter(head=None).weighed(found, rows) == ()


def asking(text: str, found: Sequence[Line]) -> Heard:
    asked = replace(heard(text), wants=Wants(shares={Want.WORDS: 0.9}))
    return replace(asked, told=Told(text=text, rows=asked.rows, lines=tuple(found)))


SENT = (
    Line(0, (0, 30), "I like the kissing, just not there.", 0.9),
    Line(0, (40, 60), "The park is fine, behind the compost.", 0.8),
    Line(1, (0, 20), "My manager makes a noise.", 0.2),
)


def told(
    found: Sequence[Line],
    *,
    times: int = 1,
    guarded: bool = False,
    before: str = "he kisses me at the till",
) -> list[str]:
    state, replies, room = State(), [], shelves("")
    for turn in (
        heard(before),
        heard("we laughed about it"),
        *[asking("how do i put it to him", found)] * times,
    ):
        state, reply = take_turn(state, turn, room, NOW)
        replies.append(reply.text if reply.act is Act.SCRIPT else "")
        if guarded:
            state = replace(state, course=replace(state.course, guarded=True))
    return replies


def test_two_lines_are_given_the_likelier_first_and_asked_for_what_else_it_may_be() -> None:
    *_, reply = told(SENT)
    kissing, park = (reply.index(f"“{one.says}”") for one in SENT[:2])
    assert kissing < park
    asks = shelves("").lines["words_ask_else"]
    assert reply.endswith(asks)


def test_what_overlaps_is_given_once() -> None:
    *_, reply = told((SENT[0], replace(SENT[1], told=(20, 60))))
    assert "park" not in reply


def test_a_line_is_given_once() -> None:
    *_, first, second = told((SENT[0], SENT[2]), times=2)
    assert "I like the kissing" in first
    assert "I like the kissing" not in second


def test_what_could_hardly_be_sent_is_not_given() -> None:
    *_, reply = told(SENT[2:])
    assert "noise" not in reply


@pytest.mark.parametrize("says", ["He's a good one, Keith.", "I could write it in the card."])
def test_what_is_about_them_or_the_words_is_no_line(says: str) -> None:
    *_, reply = told((Line(0, (0, 20), says, 0.9),))
    assert says not in reply


def test_nothing_tender_is_given_to_be_said_at_work() -> None:
    tender = (Line(0, (0, 20), "I miss you on the late shift.", 0.9),)
    *_, reply = told(tender)
    assert "I miss you" in reply
    *_, reply = told(tender, before="my manager left the ward")
    assert "I miss you" not in reply


def test_nothing_is_given_towards_who_may_be_feared() -> None:
    assert not any("kissing" in reply for reply in told(SENT, guarded=True))


def test_a_talk_keeps_its_latest_messages_as_they_were_typed() -> None:
    state, room = State(said=("before it kept them",), acts=(Act.REFLECT,)), shelves("")
    for at in range(TOLD + 1):
        state, _reply = take_turn(state, heard(f"We had Soup, {at}"), room, NOW)
    assert state.typed[-1] == f"We had Soup, {TOLD}"
    assert len(state.typed) == TOLD
    assert state.heard_before[:2] == ("before it kept them", state.said[1])
    assert state.lately == state.typed[1:]
