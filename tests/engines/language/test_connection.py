"""What a message is for: short ones are looked up, the others are heard by heads."""

import numpy as np
import pytest

from aftershift.engines.language.cleaning import clean
from aftershift.engines.language.connection import (
    NAMES,
    About,
    Group,
    Heard,
    LessonError,
    Listener,
    Short,
    Way,
    hear,
    lessons_of,
    short_book,
)
from aftershift.engines.language.features import vocabulary_of
from aftershift.engines.language.heads import Heads

SHORTS = short_book(
    (
        Short(about=About.LOGISTICS, says=("ok", "On my way!"), pictures="👍🚗"),
        Short(about=About.CONNECTION, way=Way.WARMTH, says=("night night",), pictures="❤️😘"),
        Short(about=About.NEITHER, says=("hm",), pictures="🤷"),
    )
)
HOUSEHOLD = Heard(about=About.LOGISTICS)
WARM = Heard(about=About.CONNECTION, way=Way.WARMTH)
NEITHER = Heard(about=About.NEITHER)
NOTHING = np.zeros(4, dtype=np.float32)


def leaning(*names: str) -> Listener:
    """Make a listener whose heads lean to some names, whatever is said."""
    biases = np.array([[1.0 if name in names else -1.0 for name in NAMES]], dtype=np.float32)
    heads = Heads(
        names=NAMES,
        vocabulary=vocabulary_of(()),
        words=biases,
        meaning=np.vstack((np.zeros((4, len(NAMES)), dtype=np.float32), biases)),
    )
    return Listener(heads=heads, shorts=SHORTS)


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("ok", HOUSEHOLD),
        ("OK xx", HOUSEHOLD),
        ("on my way 😘", HOUSEHOLD),
        ("👍🏽", HOUSEHOLD),
        ("Night night!! xxx", WARM),
        ("❤️❤️", WARM),
        ("<3", WARM),
        ("xoxo", WARM),
        ("x", WARM),
        ("🤷", NEITHER),
        ("...", NEITHER),
        ("🪐", NEITHER),
    ],
)
def test_a_short_message_is_looked_up_whatever_the_heads_would_say(said: str, heard: Heard) -> None:
    assert hear(clean(said).text, NOTHING, leaning("connection", "play")) == heard


def test_everything_else_is_heard_by_the_heads() -> None:
    said = clean("the bins and I both miss you").text
    play = Heard(about=About.CONNECTION, way=Way.PLAY)
    assert hear(said, NOTHING, leaning("connection", "play")) == play
    assert hear(said, NOTHING, leaning("logistics", "play")) == HOUSEHOLD
    assert hear(said, NOTHING, leaning("neither")) == NEITHER


def test_a_way_is_of_what_is_to_each_other_and_of_nothing_else() -> None:
    with pytest.raises(LessonError):
        Group(about=About.LOGISTICS, way=Way.PLAY, why="x", says=("bins",))
    with pytest.raises(LessonError):
        Group(about=About.CONNECTION, why="x", says=("love you",))
    with pytest.raises(LessonError, match="without messages"):
        Group(about=About.NEITHER, why="x", says=())


def test_a_short_message_that_stands_twice_is_refused() -> None:
    with pytest.raises(LessonError, match="twice"):
        short_book((Short(about=About.NEITHER, says=("hm", "Hm.")),))


def test_messages_teach_what_they_are_for_and_their_way() -> None:
    group = Group(about=About.CONNECTION, way=Way.ASKS, why="x", says=("How ARE you",))
    [(text, right)] = lessons_of((group,))
    assert text == "how are you"
    assert [name for name, is_it in zip(NAMES, right, strict=True) if is_it] == [
        "connection",
        "asks",
    ]
