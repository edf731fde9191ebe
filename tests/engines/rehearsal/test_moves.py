"""What a line does is heard by its words."""

import pytest
from tests.engines.rehearsal.shelf import SHELF, heard

from aftershift.engines.language.kinds import Kind
from aftershift.engines.rehearsal.lessons import Line
from aftershift.engines.rehearsal.moves import HURTS, Move, RehearsalError, hear, without_but

LINES = [
    ("What was it like waiting here?", Move.OPEN),
    ("tell me more about that", Move.OPEN),
    ("you've been on your feet since six, and nobody asked", Move.REFLECT),
    ("It sounds like you felt left alone with it", Move.REFLECT),
    ("Could you sign the charts before half past seven?", Move.PLAIN),
    ("im sorry i shouted on tuesday", Move.PLAIN),
    ("this is all your fault", Move.BLAME),
    ("you don't even care", Move.BLAME),
    ("you never help", Move.GENERALISE),
    ("every single time it's me", Move.GENERALISE),
    ("if you do that again I'll leave", Move.THREAT),
    ("do it or else", Move.THREAT),
    ("never mind, it's nothing", Move.GAVE_IN),
    ("fine, i'll do it", Move.GAVE_IN),
    ("I'm sorry I shouted at you in front of everybody, but you were late", Move.SORRY_BUT),
    ("sorry you feel that way", Move.SORRY_BUT),
    ("I'm sorry but you know what nights are like", Move.SORRY_BUT),
    ("hm", Move.OTHER),
    ("", Move.OTHER),
]


@pytest.mark.parametrize(("line", "move"), LINES)
def test_a_line_is_heard_as_what_it_does(line: str, move: Move) -> None:
    assert heard(line).move is move


@pytest.mark.parametrize("line", ["Sorry, but I can't on Friday", "How do you manage it?", "Hello"])
def test_what_is_harmless_hurts_nobody(line: str) -> None:
    assert heard(line).move not in HURTS


def test_what_hurts_counts_before_what_is_good() -> None:
    one = heard("You had a hard night, and you always leave me the charts")
    assert one.move is Move.GENERALISE
    assert Move.REFLECT in one.moves
    assert not one.understands


@pytest.mark.parametrize(
    ("kind", "move"),
    [
        (Kind.CONTEMPT, Move.BLAME),
        (Kind.ABSOLUTES, Move.GENERALISE),
        (Kind.CONTROL, Move.THREAT),
        (Kind.VAGUE, Move.OTHER),
    ],
)
def test_a_pattern_that_the_ear_found_counts_as_well(kind: Kind, move: Move) -> None:
    assert heard("hm", kind).move is move


def test_few_words_are_given_back() -> None:
    assert heard("you never help").words == "you never"


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("I'm sorry I shouted, but you were late", "I'm sorry I shouted."),
        ("Hi. I'm sorry about Friday but honestly", "I'm sorry about Friday."),
        ("Sorry but no", ""),
    ],
)
def test_an_apology_is_kept_up_to_its_but(line: str, kept: str) -> None:
    assert without_but(line) == kept


def test_every_sentence_that_is_offered_is_itself_heard_as_good() -> None:
    for scene in SHELF.scenes.values():
        better = scene.better
        for line in (*scene.starts, better.say_back, better.ask, better.wish, better.hold):
            assert heard(line).move in (Move.OPEN, Move.REFLECT, Move.PLAIN), (scene.id, line)
        assert heard(better.sorry).move is Move.PLAIN, scene.id
        assert Move.REFLECT in heard(better.say_back).moves, scene.id
        assert Move.PLAIN in heard(better.wish).moves, scene.id


def test_where_heads_listen_the_likeliest_move_is_the_lines_own() -> None:
    likely = dict.fromkeys(Move, -4.0) | {Move.REFLECT: 0.5, Move.PLAIN: 0.0, Move.BLAME: -1.0}
    one = hear("words that no sign knows", SHELF.signs, (), likely)
    assert one.moves == (Move.REFLECT, Move.PLAIN)
    assert one.words == ""


def test_a_sign_adds_to_what_the_heads_hear_and_they_may_doubt_it() -> None:
    likely = dict.fromkeys(Move, -4.0)
    assert hear("you never help", SHELF.signs, (), likely).move is Move.OTHER
    assert hear("you never help", SHELF.signs, (), likely | {Move.GENERALISE: -2}).moves == (
        Move.GENERALISE,
    )


@pytest.mark.parametrize("moves", [(), (Move.OTHER, Move.PLAIN)])
def test_a_line_that_teaches_has_moves(moves: tuple[Move, ...]) -> None:
    with pytest.raises(RehearsalError, match="some moves are needed"):
        Line(says="hm", moves=moves)
