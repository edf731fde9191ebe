"""What a message wants is taken where its form says nothing, and what it never wants is not."""

from dataclasses import replace

import numpy as np
import pytest
from benchmarks.judging import NOW
from tests.pointing import CARRIED, pointer
from tests.shelves import WIDTH, heard, shelves

from aftershift.engines.coach.hearing.wants import NOTHING_KNOWN, SURE, Want, Wanting, Wants
from aftershift.engines.coach.state import Act, Heard, Reply, State, Steering
from aftershift.engines.coach.stock.shelves import Shelves
from aftershift.engines.coach.turn import take_turn
from aftershift.engines.safety.course import Course

BEFORE = ("my sister sings in the choir", "the shelf came down on sunday", "she laughed about it")
LATE = (*BEFORE, "we had soup", "i swept it up", "her mug was under it")


def wanting(text: str, **shares: float) -> Heard:
    return replace(heard(text), wants=Wants(shares={Want(one): at for one, at in shares.items()}))


def talk(
    *turns: str | Heard, state: State | None = None, room: Shelves | None = None
) -> tuple[State, Reply]:
    state, reply, at = state or State(), None, room or shelves("")
    for turn in turns:
        state, reply = take_turn(state, heard(turn) if isinstance(turn, str) else turn, at, NOW)
    assert reply is not None
    return state, reply


def test_a_head_hears_each_want_apart_in_the_window_that_says_most() -> None:
    head = np.zeros((WIDTH + 1, len(Want)), dtype=np.float32)
    head[0, 0], head[-1, 1] = 1.0, -1.0
    rows = np.zeros((3, WIDTH), dtype=np.float32)
    rows[0, 0], rows[2, 0] = 9.0, 0.5  # the whole is not read where there are windows
    wants = Wanting(head=head).heard(rows)
    first, second = wants.shares[Want.WORDS], wants.shares[Want.CHANGE]
    assert first == pytest.approx(1 / (1 + np.exp(-4.0)))
    assert second == pytest.approx(1 / (1 + np.exp(1.0)))
    assert wants.surely(Want.WORDS)
    assert not wants.surely(Want.STEP)


def test_without_a_head_nothing_is_wanted_and_nothing_ruled_out() -> None:
    wants = Wanting(head=None).heard(np.ones((1, WIDTH), dtype=np.float32))
    assert wants is NOTHING_KNOWN
    assert not any(wants.surely(one) or wants.hardly(one) or wants.perhaps(one) for one in SURE)


@pytest.mark.parametrize(
    ("says", "want", "share", "act", "is_taken"),
    [
        ("a note for the coffee machine, in a small hand", Want.WORDS, 0.9, Act.SCRIPT, True),
        ("a note for the coffee machine, in a small hand", Want.WORDS, 0.3, Act.SCRIPT, False),
        ("something for sunday then, and the dog may come", Want.STEP, 0.9, Act.OFFER, True),
    ],
)
def test_what_is_surely_wanted_needs_no_form(
    says: str, want: Want, share: float, act: Act, *, is_taken: bool
) -> None:
    _state, reply = talk(*BEFORE, wanting(says, **{want: share}))
    assert (reply.act is act) is is_taken


@pytest.mark.parametrize(
    ("before", "says", "share", "is_taken"),
    [
        (BEFORE, "there is the bus, tot ziens and mind the cat", 0.9, True),
        (BEFORE, "there is the bus, tot ziens and mind the cat", 0.85, False),
        (LATE, "there is the bus, mind the cat", 0.6, True),
        (LATE, "putain", 0.76, False),  # a word or two says it plainly, or is a sigh
        (LATE, "three gates so far", 0.85, True),
    ],
)
def test_what_may_be_a_goodbye_is_left_open(
    before: tuple[str, ...], says: str, share: float, *, is_taken: bool
) -> None:
    state, reply = talk(*before, wanting(says, leaves=share))
    assert reply.act is not Act.CLOSE
    assert state.used[-1].startswith("may_leave.") is is_taken


def test_thanks_and_goodbyes_that_surely_end_nothing_are_only_told() -> None:
    told = "i waited at the gate and he said no problem, bye"
    assert talk(*LATE, wanting(told, leaves=0.9))[1].act is Act.CLOSE
    assert talk(*LATE, wanting(told, leaves=0.01))[1].act is not Act.CLOSE


def test_what_has_the_form_of_a_request_and_surely_is_none_only_tells() -> None:
    asks = "what do i say to her"
    assert talk(*BEFORE, asks)[1].act is Act.SCRIPT
    assert talk(*BEFORE, wanting(asks, words=0.01))[1].act is not Act.SCRIPT


def test_words_go_before_a_goodbye() -> None:
    _state, reply = talk(*LATE, wanting("a line for the tin. i run", words=0.8, leaves=0.95))
    assert reply.act is Act.SCRIPT


def test_a_line_of_their_own_is_left_as_it_is_also_at_the_end() -> None:
    line = "'the shelf is up and so am i', that one"
    assert not talk(*BEFORE, wanting(line, own_words=0.8))[0].used[-1].startswith("words_own.")
    assert talk(*LATE, wanting(line, own_words=0.8))[0].used[-1].startswith("words_own.")
    state, reply = talk(*LATE, wanting(f"{line}. good night", own_words=0.8, leaves=0.9))
    assert reply.act is Act.CLOSE
    assert state.used[-2].startswith("words_own.")


def test_a_line_that_is_to_be_judged_is_not_called_good() -> None:
    line = "'sorry if it came over wrong, it was not meant', be my judge"
    state, _reply = talk(*LATE, wanting(line, own_words=0.8, may=0.7))
    assert state.used[-1].startswith("words_judged.")
    goes = wanting(f"{line}. good night", own_words=0.8, may=0.5, leaves=0.9)
    assert not any(name.startswith("words_own.") for name in talk(*LATE, goes)[0].used)


@pytest.mark.parametrize(
    "line",
    [
        "she wrote 'the shelf is up and so am i'",  # another's
        "'you never hold a shelf in your life'",  # accuses
        "'i could kill you with that choir robe'",  # is grave
    ],
)
def test_what_is_anothers_accuses_or_is_grave_is_no_line(line: str) -> None:
    state, _reply = talk(*LATE, wanting(line, own_words=0.95))
    assert not any(name.startswith("words_own.") for name in state.used)


def test_how_words_shall_be_is_asked_back_wherever_it_is_said() -> None:
    state, reply = talk(*BEFORE, wanting("more like a man on a fence", change=0.9))
    assert reply.act is Act.SCRIPT
    assert state.used[-1].startswith("words_how.")


def test_no_tone_is_found_for_words_to_who_may_be_feared_or_wants_none() -> None:
    change = wanting("more like a man on a fence", change=0.9)
    feared = State(said=BEFORE, acts=(Act.EXPLORE,) * 3, course=replace(Course(), guarded=True))
    closed = talk("she has blocked me everywhere", "it rains", "i sit here")[0]
    had_words = replace(feared, acts=(Act.SCRIPT,), used=("words_home.0",))
    for state in (feared, closed, had_words):
        for says in (change, "shorter", "it can't sound formal"):
            assert talk(says, state=state)[1].act is not Act.SCRIPT


def test_who_only_wants_to_be_heard_is_not_asked_back_into_a_step_by_a_guess() -> None:
    listened = State(
        said=BEFORE, acts=(Act.REFLECT,) * 3, asked=(False,) * 3, steering=(Steering.LISTEN,)
    )
    says = "something for sunday then, and the dog may come"
    assert talk(wanting(says, step=0.7), state=listened)[1].act is not Act.OFFER
    assert talk(wanting(says, step=0.9), state=listened)[1].act is Act.OFFER


def test_an_objection_is_taken_behind_an_offer_or_before_one() -> None:
    no = wanting("a list is for shops, she would frame it", declines=0.9)
    assert not talk(*BEFORE, no)[0].used[-1].startswith("not_that.")
    offered = State(said=BEFORE, acts=(Act.EXPLORE, Act.EXPLORE, Act.OFFER), asked=(True,) * 3)
    assert any(one.startswith("not_that.") for one in talk(no, state=offered)[0].used)
    state, reply = talk(*BEFORE, wanting("don't say 'open up' or i'll bin it", declines=0.9))
    assert state.used[-1].startswith("spared.")
    assert "open up" not in reply.text


@pytest.mark.parametrize(
    ("asks", "key"),
    [
        ("to ask her for one shelf, what you think", "allowed_asking."),
        ("and if i put it back where she had it", "allowed_deed."),
        ("purple, and that counts for neat", "asked."),
        ("put it in writing, and that counts for neat", "allowed_or_not."),
        ("i'm jealous of a shelf. isn't that a fright", "allowed_feeling."),
        ("rule on it: entitled to be angry or not", "allowed_feeling."),
        ("write to the aunt or ring her at work", "whether_open."),
        ("look in her phone or ring the aunt", "allowed_deed."),  # may rule somebody
        ("two of his tablets, and that counts for rest", ""),  # never ours to allow
    ],
)
def test_a_judgement_that_is_asked_for_in_no_known_form_is_answered(asks: str, key: str) -> None:
    state, _reply = talk(*BEFORE, wanting(asks, may=0.9))
    assert state.used[-1].startswith(key or "goes_on.")


def test_who_corrects_in_a_longer_message_has_it_given_back() -> None:
    says = (
        "no you have it another way, my sister is not in this, it is only me and the choir master"
    )
    state, reply = talk(*BEFORE, wanting(says, corrects=0.8))
    assert reply.act is Act.REPAIR
    assert state.used[-1].startswith(("repair.", "meant."))
    assert talk(*BEFORE, wanting("i swept the choir room alone", corrects=0.8))[1].act is not (
        Act.REPAIR
    )


def test_two_ways_that_we_are_to_pick_from_are_weighed_however_they_were_named() -> None:
    says = "the card on friday and nothing said. or the garage. you, you would take which?"
    assert talk(*BEFORE, says)[0].used[-1].startswith("whether_open.")
    of_a_phone = "look at her messages or sit it out, you would pick which?"
    assert not talk(*BEFORE, of_a_phone)[0].used[-1].startswith("whether_open.")


def test_shorter_behind_words_is_said_of_the_words() -> None:
    state, reply = talk(*BEFORE, "what do i say to her", "shorter")
    assert reply.act is Act.SCRIPT
    assert not any(name.startswith("steer_short.") for name in state.used)
    assert talk(*BEFORE, "shorter")[0].used[-1].startswith("steer_short.")


def test_a_step_of_their_own_is_left_as_it_is_and_no_question_is_one() -> None:
    plan = f"the flat on top of the boot, but she {CARRIED[0]}"
    rules = [
        talk(*LATE, wanting(plan, **shares), room=replace(shelves(""), pointer=pointer()))[1].rule
        for shares in ({"own_step": 0.9}, {"own_step": 0.9, "which": 0.5}, {"own_step": 0.5})
    ]
    assert [rule == "has a step of their own" for rule in rules] == [True, False, False]


def test_what_hides_something_or_cannot_be_is_called_no_plan() -> None:
    room = replace(shelves(""), pointer=pointer())
    for plan in ("i could reseal it, but she", "i can't go and tell him, she"):
        says = wanting(f"{plan} {CARRIED[0]}", own_step=0.9)
        assert talk(*LATE, says, room=room)[1].rule != "has a step of their own"


@pytest.mark.parametrize(
    ("text", "want", "key"),
    [
        ("how many eggs is a clutch of a goose", "fact", "fact_open"),
        ("and what do most families have on a sunday", "fact", "allowed_normal"),
        ("she left the gate open again. a hint, would you say", "mind", "mind_open"),
        ("the blue one and the green one are both clean, so?", "which", "whether_open"),
        ("am i talking to a machine or what", "us", "about_you"),
    ],
)
def test_a_question_in_no_known_form_is_answered_as_what_it_is(
    text: str, want: str, key: str
) -> None:
    room = shelves("")
    _state, reply = talk(*BEFORE, wanting(text, **{want: 0.9}), room=room)
    assert reply.text in room.lines[key]


@pytest.mark.parametrize(
    "told",
    [
        "she asked my sister, is this the lady with the hens?",
        "she does not know that i know. or maybe she does",
    ],
)
def test_what_asks_nobody_or_somebody_else_is_no_question_to_us(told: str) -> None:
    assert talk(*BEFORE, wanting(told, mind=0.9))[1].rule != "asks what another meant"


def test_asked_to_pick_we_take_the_way_that_was_named_first_and_never_an_unkind_one() -> None:
    room = shelves("")
    asked = "should i bring the jam or take the bread? you decide"
    _state, reply = talk(*BEFORE, asked, room=room)
    assert reply.text in {
        one.replace("{one}", "Bring the jam") for one in room.lines["whether_picked"]
    }
    picked = tuple(one.partition("{one}")[0] for one in room.lines["whether_picked"])
    for unkind in ("should i ignore her or take the bread? you decide", "lie or cry? pick one"):
        assert not talk(*BEFORE, unkind, room=room)[1].text.startswith(picked)


def test_whom_to_tell_first_has_a_rule() -> None:
    room = shelves("")
    for first, other in (("clay", "brandon"), ("your wife", "her mother")):
        both = f"{first.replace('your', 'my')} or {other}"
        asked = wanting(f"so who hears it first, {both}", which=0.9)
        reply = talk(*BEFORE, asked, room=room)[1].text
        assert reply.lower().startswith(f"{first}, or {other}")
        assert reply.partition(other)[2] in {
            one.partition("{other}")[2] for one in room.lines["whether_first"]
        }


@pytest.mark.parametrize(
    ("text", "want", "both"),
    [
        ("text tonight or leave it til sunday over the roast", "which",
         "Text tonight, or leave it til sunday over the roast"),
        ("'evening driver'. joke or warning you reckon", "mind", "Joke, or warning"),
    ],
)  # fmt: skip
def test_two_ways_or_readings_in_no_known_form_are_given_back(
    text: str, want: str, both: str
) -> None:
    assert talk(*BEFORE, wanting(text, **{want: 0.9}))[1].text.startswith(both)


def test_what_is_worse_is_no_choice_of_two_ways() -> None:
    worse = wanting("the hair or me driving past, what's the worse", which=0.9)
    assert talk(*BEFORE, worse)[1].rule != "asks which way"


def test_of_what_is_done_nobody_is_told_to_ask_beforehand() -> None:
    room = shelves("")
    for _ in range(3):
        reply = talk(
            *BEFORE, wanting("was it wrong to keep quiet at her table", may=0.9), room=room
        )
        assert "beforehand" not in reply[1].text


def test_what_is_not_to_be_said_is_taken_so_where_it_is_hardly_certain() -> None:
    room = shelves("")
    told = wanting("dont you dare say it was the weather", declines=0.2)
    _state, reply = talk(*BEFORE, told, room=room)
    assert reply.rule == "objects"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("how many of his tablets is a week of them", ""),
        ("is a promise to a child of seven a promise", "asked."),
    ],
)
def test_neither_medicine_nor_conscience_is_to_be_looked_up(text: str, key: str) -> None:
    state, reply = talk(*BEFORE, wanting(text, fact=0.9))
    assert reply.text not in shelves("").lines["fact_open"]
    assert state.used[-1].startswith(key)


@pytest.mark.parametrize(
    ("shares", "is_own"),
    [({"own_words": 0.3}, True), ({"own_words": 0.01}, False), ({"words": 0.9}, False)],
)
def test_a_line_in_marks_is_theirs_unless_it_is_known_to_be_none(
    shares: dict[str, float], *, is_own: bool
) -> None:
    before = State(said=BEFORE, acts=(Act.EXPLORE, Act.EXPLORE, Act.SCRIPT))
    text = "maybe just 'we are thinking about you'"
    _state, reply = talk(wanting(text, **shares), state=before)
    assert (reply.rule == "has words of their own") is is_own
