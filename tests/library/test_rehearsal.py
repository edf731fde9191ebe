"""What is authored to rehearse with loads, is enough, and is refused where it is wrong."""

import shutil
from pathlib import Path

import pytest

from aftershift.engines.rehearsal.scenes import Role, Shape, Where
from aftershift.library.rehearsal import REHEARSAL, load_rehearsal
from aftershift.library.shelf import ContentError

LEAST_LINES = 6  # of the other, for each warmth and move


def test_there_is_enough_to_rehearse() -> None:
    shelf = load_rehearsal()
    assert len(shelf.scenes) >= 20
    assert len(shelf.drills) == 6
    assert len(shelf.messages) == 12
    for scene in shelf.scenes.values():
        voice = shelf.voices[scene.voice]
        for warmth, level in enumerate(scene.level):
            for shape in Shape:
                assert len(level.lines(shape)) >= 2
            for one in voice.reaction:
                ways = len(voice.lines(one.move, warmth)) * min(len(level.lines(s)) for s in Shape)
                assert ways >= LEAST_LINES, (scene.id, warmth, one.move)


def test_a_ward_is_covered_for_each_who_works_there() -> None:
    scenes = load_rehearsal().scenes.values()
    covered = {(role, one.where) for one in scenes for role in one.roles}
    for role in Role:
        assert len({where for whose, where in covered if whose is role}) >= 2, role
    assert {where for _role, where in covered} == set(Where)
    assert {role for role, where in covered if where is Where.MISTAKE} >= {
        Role.NURSE,
        Role.RESIDENT,
        Role.TECH,
    }


def test_no_reaction_of_a_voice_is_there_twice() -> None:
    for voice in load_rehearsal().voices.values():
        lines = [text for one in voice.reaction for text in (*one.cold, *one.cool, *one.warm)]
        assert len(set(lines)) == len(lines)


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("signs.toml", 'hears = ["This is your fault"', 'hears = ["Good morning"', "is deaf to"),
        ("signs.toml", 'spares = ["You need to listen"', 'spares = ["no wonder you"', "hears"),
        ("scenes/home-late.toml", 'voice = "close"', 'voice = "afar"', "there is no 'afar'"),
        ("scenes/home-late.toml", "warmth = 1\n", "warmth = 5\n", "five levels"),
        ("scenes/handover-mess.toml", 'where = "handover"\n', "", "its roles and its situation"),
        ("speaking_up.toml", "rung = 2", "rung = 4", "three steps"),
        ("listening.toml", 'spares = ["That\'s awful"', 'spares = ["So you said"', "hears"),
        ("feedback.toml", 'move = "open"', 'move = "hum"', "strength"),
    ],
)
def test_what_is_wrong_is_refused(file: str, old: str, new: str, said: str, tmp_path: Path) -> None:
    shelf = tmp_path / "rehearsal"
    shutil.copytree(REHEARSAL, shelf)
    text = (shelf / file).read_text(encoding="utf-8")
    assert old in text
    (shelf / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError) as refused:
        load_rehearsal(shelf)
    assert said in str(refused.value)
