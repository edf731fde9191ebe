"""An apology is read in five parts, and what takes it back is caught."""

import pytest

from aftershift.engines.wording.apology import ApologyAnswers, compose_apology, read_apology
from aftershift.engines.wording.apology_parts import Part, Trap
from aftershift.library.wording import load_apology

WHOLE = (
    "I shouted at you in front of the children last night. That was wrong of me. You were "
    "frightened. I will tell them so tonight. You do not have to say anything."
)


def parts_of(text: str) -> set[Part]:
    reading = read_apology(text, load_apology().book)
    return {part for part in Part if reading.has(part)}


def traps_of(text: str) -> dict[Trap, str]:
    reading = read_apology(text, load_apology().book)
    return {
        trap: text[hits[0].starts : hits[0].ends] for trap, hits in reading.traps.items() if hits
    }


def test_a_whole_apology_has_all_five() -> None:
    assert parts_of(WHOLE) == set(Part)
    assert traps_of(WHOLE) == {}


@pytest.mark.parametrize(
    ("left_out", "missing"),
    [
        ("I shouted at you in front of the children last night. ", Part.DID),
        ("That was wrong of me. ", Part.MINE),
        ("You were frightened. ", Part.HARM),
        ("I will tell them so tonight. ", Part.REPAIR),
    ],
)
def test_a_part_that_is_left_out_is_missed(left_out: str, missing: Part) -> None:
    assert left_out in WHOLE
    assert parts_of(WHOLE.replace(left_out, "")) == set(Part) - {missing}


@pytest.mark.parametrize("asked", ["Please forgive me.", "Can we move on now?", "Are we ok?"])
def test_who_asks_to_be_forgiven_does_not_leave_it_to_the_other(asked: str) -> None:
    assert parts_of(f"{WHOLE} {asked}") == set(Part) - {Part.FREE}


@pytest.mark.parametrize(
    ("text", "trap", "words"),
    [
        ("I’m SORRY, but you started it.", Trap.BUT, "SORRY, but"),
        (
            "Sorry I shouted at you in front of all the kids, but I had no break.",
            Trap.BUT,
            "Sorry I shouted at you in front of all the kids, but",
        ),
        ("sorry if I upset you", Trap.IF, "sorry if"),
        ("I'm sorry you feel that way.", Trap.YOU_FEEL, "sorry you feel"),
        ("I said I was sorry!", Trap.I_SAID, "I said I was sorry"),
    ],
)
def test_the_four_traps_are_caught_with_their_words(text: str, trap: Trap, words: str) -> None:
    assert traps_of(text) == {trap: words}


@pytest.mark.parametrize(
    "text",
    [
        "I am sorry. If you want to talk, I am at the desk at two.",
        "I am sorry that I left. But first tell me how you are.",
        "I am sorry. You felt alone, and that was because of me.",
    ],
)
def test_what_only_looks_like_a_trap_is_spared(text: str) -> None:
    assert traps_of(text) == {}


def test_an_effect_that_is_only_supposed_is_none() -> None:
    assert Part.HARM not in parts_of("I am sorry if I hurt you.")
    assert Part.HARM in parts_of("I am sorry. I hurt you.")


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("I sold the bike.", Part.DID),  # by the tense, no cue knows it
        ("I did not ask.", Part.DID),
        ("You spent the night in the chair.", Part.HARM),
        ("It was spiteful of me.", Part.MINE),
        ("I’ll repaint the shed.", Part.REPAIR),
        ("I have repainted the shed.", Part.REPAIR),
    ],
)
def test_a_part_is_told_by_who_did_it_and_when(text: str, part: Part) -> None:
    assert part in parts_of(text)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("I wanted to say something.", Part.DID),
        ("I apologised.", Part.DID),
        ("You asked me twice.", Part.HARM),
        ("You were on my mind because of me being me, think of me.", Part.MINE),
        ("I will never forget it.", Part.REPAIR),
        ("I have been ill.", Part.REPAIR),
    ],
)
def test_a_sentence_like_one_is_none(text: str, part: Part) -> None:
    assert read_apology(text, load_apology().book).parts[part] == ()


def test_words_are_marked_where_they_were_typed() -> None:
    text = "Sorry…  I  SHOUTED at you"  # clean text is shorter
    hits = read_apology(text, load_apology().book).parts[Part.DID]
    assert any(text[hit.starts : hit.ends].startswith("I  SHOUTED") for hit in hits)


def test_the_builder_adds_that_it_was_wrong_and_asks_for_nothing() -> None:
    made = compose_apology(
        ApologyAnswers(did="I forgot your birthday", harm="You sat there.\n", repair="I will cook")
    )
    assert made == (
        "I forgot your birthday. That was wrong, and it was mine. You sat there. I will cook. "
        "You do not have to answer, and it does not have to be fine yet."
    )
    assert parts_of(made) == set(Part)


def test_what_was_not_said_yet_is_left_open_in_brackets() -> None:
    made = compose_apology(ApologyAnswers(did="I was late."))
    assert "[What it did to them" in made
    assert "I will [what you will do, and by when]." in made
