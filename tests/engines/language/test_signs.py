"""A labelled reply refuses what no label can be."""

import pytest

from aftershift.engines.language.signs import HEADS, EmpathyError, Labelled, Scene


def test_there_is_a_head_for_each_sign_and_level() -> None:
    assert HEADS[:2] == ("emotional_reaction_1", "emotional_reaction_2")
    assert len(HEADS) == 6


@pytest.mark.parametrize(
    ("reply", "levels", "reason"),
    [
        (" ", (0, 0, 0), "without words"),
        ("x", (0, 3, 0), "none of 0 to 2"),
        ("x", (-1, 0, 0), "none of 0 to 2"),
    ],
)
def test_a_reply_without_words_or_with_another_level_is_refused(
    reply: str, levels: tuple[int, int, int], reason: str
) -> None:
    with pytest.raises(EmpathyError, match=reason):
        Labelled(said="y", reply=reply, levels=levels)


def test_a_scene_gives_each_reply_with_what_it_replies_to() -> None:
    scene = Scene(said="tired", voice="nurse", replies=((1, 0, 2, "Oh love?"), (0, 0, 0, "k")))
    assert list(scene.labelled()) == [
        Labelled(said="tired", reply="Oh love?", levels=(1, 0, 2)),
        Labelled(said="tired", reply="k", levels=(0, 0, 0)),
    ]


@pytest.mark.parametrize(
    ("said", "replies"),
    [
        ("", ((0, 0, 0, "x"),)),
        ("y", ()),
        ("y", ((0, 0, 0, "x"), (1, 0, 0, "X"))),
        ("y", ((0, 9, 0, "x"),)),
    ],
)
def test_a_scene_that_teaches_nothing_or_twice_is_refused(
    said: str, replies: tuple[tuple[int, int, int, str], ...]
) -> None:
    with pytest.raises(EmpathyError):
        Scene(said=said, voice="nurse", replies=replies)
