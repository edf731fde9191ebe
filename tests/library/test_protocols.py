"""What is answered at a risk is all there, says what the table wants, and is easy to read."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from tests.library.readability import reading_age
from tests.personas.personas import Exchange, Line, personas
from tests.personas.rubric import ITEMS, OF_WORDS, Item

from aftershift.engines.safety.answering import Answer
from aftershift.engines.safety.course import Course
from aftershift.engines.safety.protocols import SLOT, Protocol, Protocols, Turn
from aftershift.engines.safety.risk import NO_RISK, Level
from aftershift.engines.safety.rows import ASK_IF_SAFE, GUARDED, HELD, ROWS
from aftershift.library.protocols import (
    BACK,
    SHELF,
    load_protocols,
    opening_for,
    prove_replies,
    replies_book,
)
from aftershift.library.shelf import ContentError

PATHS = load_protocols().paths
TURNS = [(path, turn) for path in PATHS.values() for turn in path.turns]
OLDEST_READER = 12
MOST_WORDS = 90  # of one answer, before the lines are filled in


def in_brief(of: object) -> str:
    return of.path if isinstance(of, Protocol) else of.id if isinstance(of, Turn) else ""


def variants() -> Iterator[tuple[str, tuple[str, ...]]]:
    for path, turn in TURNS:
        for at, variant in enumerate(turn.variants):
            yield f"{path.path}.{turn.id}.{at}", variant


def bubbles() -> list[str]:
    return sorted({bubble for _place, variant in variants() for bubble in variant})


def words_of(*paths: str) -> str:
    turns = [turn for path in paths for turn in PATHS[path].turns]
    return " ".join(bubble for turn in turns for variant in turn.variants for bubble in variant)


def opening(path: str) -> list[str]:
    turn = next(one for one in PATHS[path].turns if one.id != "check")
    return [" ".join(variant) for variant in turn.variants]


# --- complete -----------------------------------------------------------------------------------


def test_every_row_of_the_table_has_words() -> None:
    assert {one.row for one in PATHS.values()} == set(ROWS)


@pytest.mark.parametrize(("path", "turn"), TURNS, ids=in_brief)
def test_every_turn_has_three_variants_that_differ(path: Protocol, turn: Turn) -> None:
    assert len({variant[0] for variant in turn.variants}) >= 3, path.path


def test_every_turn_can_be_reached() -> None:
    tapped = {
        (
            "stepping_down" if button.lowers else button.path or path.path,
            button.turn or ("safe" if button.lowers else ""),
        )
        for path, turn in TURNS
        for button in turn.buttons
    }
    by_rule = {
        ("thoughts", "returned"),
        ("stepping_down", "opening"), ("stepping_down", "again"), ("stepping_down", "guarded"),
        ("still_here", "anger"), ("still_here", "opened"), ("still_here", "near"),
    }  # fmt: skip
    asides = {(path.path, turn.id) for path, turn in TURNS if turn.aside}
    assert asides - tapped - by_rule == set()


# --- easy to read -------------------------------------------------------------------------------


def test_a_reader_of_twelve_follows_every_bubble() -> None:
    read = [SLOT.sub("the line", bubble) for bubble in bubbles() if not SLOT.fullmatch(bubble)]
    assert len(read) > 500
    assert [one for one in read if reading_age(one) > OLDEST_READER] == []


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("The cat sat on the mat.", 3.6),  # six words of one syllable: grade -1.45
        ("Nobody is told about it.", 10.2),  # five words, eight syllables: grade 5.24
    ],
)
def test_the_formula_gives_what_its_paper_gives(text: str, age: float) -> None:
    """Kincaid 1975: 0.39 words a sentence + 11.8 syllables a word - 15.59."""
    assert reading_age(text) == pytest.approx(age, abs=0.06)


def test_an_answer_is_short_and_asks_little() -> None:
    sizes = {place: sum(len(bubble.split()) for bubble in one) for place, one in variants()}
    asks = {place: sum(bubble.count("?") for bubble in one) for place, one in variants()}
    assert [place for place, size in sizes.items() if size > MOST_WORDS] == []
    assert [place for place, count in asks.items() if count > 2] == []


@pytest.mark.parametrize(
    "item", [one for one in ITEMS if one.number in OF_WORDS], ids=lambda one: str(one.number)
)
def test_no_bubble_breaks_the_rubric(item: Item) -> None:
    """VERA-MH 9, 25 to 28, 31 to 35, 37: over every sentence, said or not."""
    somebody = personas()[0]
    for bubble in bubbles():
        exchange = Exchange(
            line=Line(),
            label="",
            risk=NO_RISK,
            answer=Answer(),
            words=(bubble,),
            before=Course(),
            after=Course(),
        )
        assert item.holds(somebody, [exchange]), bubble


# --- what the table fixes -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "path", [one.path for one in PATHS.values() if one.grave >= Level.ELEVATED]
)
def test_each_grave_path_says_at_once_that_a_program_reads_and_alerts_nobody(path: str) -> None:
    for words in opening(path):
        assert "program" in words
        assert re.search(r"alert nobody|tell no|tell nobody|no adult is told", words, re.IGNORECASE)


@pytest.mark.parametrize(
    "path", [one.path for one in PATHS.values() if one.grave is Level.EMERGENCY]
)
def test_an_emergency_gives_the_number_first(path: str) -> None:
    turn = PATHS[path].turns[0 if PATHS[path].turns[0].id != "check" else 1]
    for variant in turn.variants:
        places = [at for at, bubble in enumerate(variant) if "{emergency}" in bubble]
        assert places[0] == 0 or path == "welfare"  # there: call them, somebody near, then services


def test_row_2_asks_the_question_with_its_answers() -> None:
    first = PATHS["check_in"].turns[0]
    assert [one.says for one in first.buttons] == [
        "Tired", "Both", "Thoughts of dying", "Something at home", "Rather not say",
    ]  # fmt: skip
    for variant in first.variants:
        assert re.search(r"tired|worn out", variant[-1])
        assert re.search(r"be(ing)? alive", variant[-1])


@pytest.mark.parametrize(
    ("path", "asks"),
    [
        ("reliance", r"who (else )?(could|came)"),
        ("drinking", r"more than|grown"),
        ("eggshells", "afraid"),
    ],
)  # fmt: skip
def test_the_other_check_ins_ask_their_own_question(path: str, asks: str) -> None:
    for words in opening(path):
        assert re.search(asks, words, re.IGNORECASE)


def test_row_4_puts_distance_between_and_then_asks_for_a_person() -> None:
    for variant in PATHS["danger"].turns[0].variants:
        assert re.search(r"distance|walk away|get away", variant[1], re.IGNORECASE)
        assert "ten minutes" in variant[2]
        assert "{crisis}" in " ".join(variant[3:])


def test_row_5_makes_a_patient_of_the_one_who_knows_medicine() -> None:
    for words in opening("medical"):
        assert re.search(r"patient|see to it in others", words)
        assert "{poison}" in words
        assert re.search(r"door", words)


@pytest.mark.parametrize("path", sorted(ASK_IF_SAFE))
def test_row_6_asks_first_whether_it_is_safe_to_read_and_names_the_exit(path: str) -> None:
    for variant in PATHS[path].turns[0].variants:
        assert "?" in variant[0]
        assert re.search(r"safe to read|see this screen|alone with this screen", variant[0])
        assert re.search(r"quick exit|leave quickly", variant[0], re.IGNORECASE)
        assert not re.search(r"\b(violence|partner|he|she|his|her|him|them)\b", " ".join(variant))


def test_row_6_held_by_a_threat_says_who_may_be_called_and_that_nobody_need_go_back() -> None:
    believed = next(one for one in PATHS[HELD].turns if one.id == "believed")
    for variant in believed.variants:
        words = " ".join(variant)
        assert "You may call {emergency} for them" in words or "you may call {emergency}" in words
        assert re.search(r"you need not go back", words, re.IGNORECASE)
        assert "{violence}" in words
        assert re.search(r"fault|Nobody may tie you", words)
    assert HELD in GUARDED


def test_rows_6_and_7_give_no_words_for_the_partner_and_never_tell_to_leave_or_confront() -> None:
    for path in ("violence", "threatened", "eggshells"):
        words = words_of(path)
        assert not re.search(r"(tell|talk to|leave) (him|her|them)\b", words)
        assert not re.search(r"stand up to|set a boundary|apolog", words)


def test_row_7_has_the_silent_way_and_a_doctor_after_the_neck() -> None:
    for words in opening("violence_now"):
        assert "{silent}" in words
        assert re.search(r"doctor|checked", words)
        assert re.search(r"neck|throat|choked", words)


def test_row_8_separates_and_asks_who_is_hurt() -> None:
    for words in opening("hurting"):
        assert re.search(r"distance|step away|make space", words, re.IGNORECASE)
        assert re.search(r"hurt|need a doctor", words)
        assert "can't undo" in words
        assert "{perpetrator}" in words


@pytest.mark.parametrize("path", ["dependant", "dependant_now"])
def test_row_9_names_the_duty_and_reports_nothing(path: str) -> None:
    for words in opening(path):
        assert "This program reports nothing." in words
        assert re.search(r"duty|law|report", words)


def test_row_10_hands_over_and_does_not_lecture() -> None:
    for words in opening("on_duty"):
        assert "unwell" in words
        assert "before the next patient" in words


def test_row_11_neither_argues_nor_agrees() -> None:
    words = words_of("reality", "reality_now")
    assert not re.search(
        r"not real|isn't real|imagin|you are right|i hear them|i see it too|delusion",
        words,
        re.IGNORECASE,
    )


@pytest.mark.parametrize("path", ["eating", "eating_now"])
def test_row_12_knows_no_number(path: str) -> None:
    words = words_of(path)
    assert not re.search(
        r"\d|calor|\bkilo|\bweight|\bbmi\b|\bpounds?\b|\bsize\b", words, re.IGNORECASE
    )


def test_row_14_never_says_that_a_licence_is_safe() -> None:
    for words in opening("licence"):
        assert not re.search(r"licen[cs]e is safe|nothing will happen|cannot lose", words)
        assert re.search(r"not (the same as|to) report|two things", words)


def test_row_15_has_the_path_of_a_welfare_check() -> None:
    for words in opening("welfare"):
        assert re.search(r"(call|ring) them|their phone", words, re.IGNORECASE)
        assert re.search(r"near them|at their door|closest to them", words)
        assert re.search(r"last (place )?you know|where they were last|last place", words)


def test_row_16_asks_for_no_fact_and_once_about_dying() -> None:
    for words in opening("second_victim"):
        assert re.search(
            r"leave out what happened|case itself out|no details", words, re.IGNORECASE
        )
        assert words.count("dying") + words.count("not wanting to live") == 1


def test_row_17_says_that_the_numbers_were_said() -> None:
    first = PATHS["still_here"].turns[0]
    assert first.variants[0][0] == "I've said the numbers; I'll stop repeating. Still here."
    assert [one.says for one in first.buttons] == ["Talk", "Plan", "Distract me", "I'm safe"]
    turns = [turn for turn in PATHS["still_here"].turns if turn.id != "alone"]  # of an emergency
    assert not any("{" in bubble for turn in turns for one in turn.variants for bubble in one)


# --- the shelf is strict ------------------------------------------------------------------------

GOOD = """\
path = "licence"
row = 14
level = "none"
[[turns]]
id = "opening"
variants = [["a b."], ["c d."], ["e f."]]
"""


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (GOOD + "colour = 1\n", "Unexpected"),
        (GOOD.replace('["a b."], ', ""), "fewer than 3"),
        (GOOD.replace("a b.", "call {nobody}"), "nothing fills nobody"),
        (GOOD.replace("a b.", "word " * 31), "more than one idea"),
        (GOOD.replace("a b.", "{health_worker}"), "sleeps at night"),
        (GOOD.replace("row = 14", "row = 19"), "a row, a level and a turn"),
        (GOOD.replace('path = "licence"', 'path = "other"'), "not the name of the file"),
        (GOOD + 'buttons = [{ id = "x", says = "X" }]\n', "leads nowhere"),
        (GOOD + 'buttons = [{ id = "x", says = "X", opens = "door" }]\n', "opens none of"),
    ],
)
def test_a_wrong_file_is_refused_with_the_reason(text: str, reason: str, tmp_path: Path) -> None:
    (tmp_path / "licence.toml").write_text(text, "utf-8")
    with pytest.raises(ContentError, match=reason) as refused:
        load_protocols(tmp_path)
    assert refused.value.file == "licence.toml"


def test_a_shelf_without_one_of_its_paths_is_refused(tmp_path: Path) -> None:
    for path in SHELF.glob("*.toml"):
        if path.stem != "danger":
            (tmp_path / path.name).write_bytes(path.read_bytes())
    with pytest.raises(ContentError, match="danger"):
        load_protocols(tmp_path)


def test_a_button_that_leads_to_nothing_is_refused(tmp_path: Path) -> None:
    for path in SHELF.glob("*.toml"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    text = (
        (SHELF / "check_in.toml").read_text("utf-8").replace('turn = "unsaid" }', 'turn = "gone" }')
    )
    (tmp_path / "check_in.toml").write_text(text, "utf-8")
    with pytest.raises(ContentError, match="leads to nothing"):
        load_protocols(tmp_path)


def test_what_people_say_back_is_heard_and_its_look_alikes_are_spared() -> None:
    prove_replies()
    assert len(replies_book().signals) == 6


def test_a_phrase_that_does_not_keep_its_promise_is_reported(tmp_path: Path) -> None:
    text = BACK.read_text("utf-8").replace('hears = ["Yes", ', 'hears = ["maybe", ')
    (tmp_path / "en.toml").write_text(text, "utf-8")
    with pytest.raises(ContentError, match="is deaf to 'maybe'"):
        prove_replies(tmp_path / "en.toml")


def test_a_touch_without_its_protocol_cannot_be_shown() -> None:
    protocols = load_protocols()
    assert opening_for("disappearing", "a.toml").path == "check_in"
    with pytest.raises(ContentError, match="touches none of"):
        opening_for("weather", "a.toml")
    paths = {name: one for name, one in protocols.paths.items() if name != "check_in"}
    without = SimpleNamespace(paths=paths)
    with pytest.raises(ContentError, match="no protocol check_in"):
        opening_for("disappearing", "a.toml", cast(Protocols, without))
    mute = replace(protocols.paths["check_in"], turns=(_mute(),))
    with pytest.raises(ContentError, match="no protocol check_in"):
        opening_for(
            "disappearing",
            "a.toml",
            cast(Protocols, SimpleNamespace(paths={**paths, "check_in": mute})),
        )


def _mute() -> Turn:
    opening = load_protocols().turn("check_in", "opening")
    return replace(opening, buttons=())
