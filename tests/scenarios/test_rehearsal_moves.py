"""What a line of a rehearsal does is heard as often as was measured; docs/rehearsal.md."""

import pytest
from benchmarks.rehearsal import Read, hurts, lines_read

from aftershift.engines.rehearsal.moves import HURTS, hear
from aftershift.library.rehearsal import load_rehearsal
from aftershift.sending import LikelyMoves, moves_with


@pytest.fixture(scope="module")
def likely() -> LikelyMoves:
    return moves_with(lambda _words: None)


@pytest.fixture(scope="module")
def blind() -> list[Read]:
    return lines_read("blind")


def test_the_first_move_is_heard_in_four_of_five_lines(blind: list[Read]) -> None:
    assert len(blind) == 160
    assert sum(one.heard.move is one.line.moves[0] for one in blind) >= 126  # measured 128
    assert sum(one.by_signs.move is one.line.moves[0] for one in blind) <= 90  # 87, signs alone


def test_what_hurts_is_told_from_the_rest(blind: list[Read]) -> None:
    cold = [one for one in blind if hurts(one.line)]
    warm = [one for one in blind if not hurts(one.line)]
    assert sum(one.heard.move in HURTS for one in cold) >= 59  # of 72
    assert sum(one.heard.move in HURTS for one in warm) <= 5  # of 88


def test_nothing_that_a_scene_offers_is_heard_as_what_hurts(likely: LikelyMoves) -> None:
    shelf = load_rehearsal()
    for scene in shelf.scenes.values():
        better = scene.better
        offered = (better.ask, better.say_back, better.wish, better.hold, better.sorry)
        for line in (*scene.starts, *offered):
            assert hear(line, shelf.signs, (), likely(line)).move not in HURTS, line


@pytest.mark.parametrize("line", ["", "hm", "Hello", "Sorry, but I can't on Friday"])
def test_little_words_and_a_no_hurt_nobody(line: str, likely: LikelyMoves) -> None:
    assert hear(line, load_rehearsal().signs, (), likely(line)).move not in HURTS
