"""The other's warmth follows the words, and they say nothing twice."""

import itertools
from dataclasses import replace

import pytest
from tests.engines.rehearsal.shelf import SHELF

from aftershift.engines.rehearsal.moves import Heard, Move
from aftershift.engines.rehearsal.partner import Stand, answer, begin
from aftershift.engines.rehearsal.scenes import COLDEST, TURNS, WARMEST, Scene

HOME = SHELF.scenes["home-late"]


def after(*moves: Move | tuple[Move, ...], scene: Scene = HOME) -> Stand:
    stand = begin(scene)
    for one in moves:
        heard = Heard(moves=one if isinstance(one, tuple) else (one,))
        stand = answer(stand, heard, scene, SHELF.voices[scene.voice])
    return stand


@pytest.mark.parametrize(
    ("moves", "warmth"),
    [
        ((), 1),
        ((Move.OPEN,), 2),
        ((Move.REFLECT, Move.OPEN), 3),
        ((Move.REFLECT, Move.OPEN, Move.REFLECT), 3),  # only one side is heard
        ((Move.REFLECT, Move.OPEN, Move.PLAIN), 4),
        ((Move.PLAIN,), 1),  # a wish alone warms nobody
        (((Move.PLAIN, Move.REFLECT),), 2),
        ((Move.BLAME,), 0),
        ((Move.OPEN, Move.OPEN, Move.THREAT), 1),
        ((Move.BLAME, Move.THREAT), COLDEST),
        ((Move.GAVE_IN, Move.OTHER), 1),
        ((Move.SORRY_BUT,), 0),
    ],
)
def test_warmth_follows_the_words(moves: tuple[Move, ...], warmth: int) -> None:
    assert after(*moves).warmth == warmth


def test_how_it_moves_is_the_scenes_own() -> None:
    consultant, teenager = SHELF.scenes["consultant-round"], SHELF.scenes["teenager-away"]
    assert after(Move.OPEN, scene=consultant).warmth == consultant.warmth
    assert after(Move.REFLECT, scene=teenager).warmth == teenager.warmth + 2


@pytest.mark.parametrize("scene", SHELF.scenes.values(), ids=lambda one: one.id)
def test_nothing_is_said_twice_and_it_ends_by_itself(scene: Scene) -> None:
    for first, then in itertools.product(Move, repeat=2):
        stand, said = begin(scene), {scene.opening}
        for move in itertools.islice(itertools.cycle((first, first, then)), TURNS):
            assert not stand.is_over
            stand = answer(stand, Heard(moves=(move,)), scene, SHELF.voices[scene.voice])
            assert stand.says not in said
            assert COLDEST <= stand.warmth <= WARMEST
            said.add(stand.says)
        assert stand.is_over
        assert len(set(stand.used)) == TURNS


def test_a_stand_holds_no_word_of_the_person() -> None:
    stand = answer(
        begin(HOME), Heard(moves=(Move.OTHER,), words="zebra"), HOME, SHELF.voices["close"]
    )
    assert "zebra" not in repr(replace(stand))
