"""Messages are put where they belong by what was taught, with the encoder and with words alone."""

import pytest

from aftershift import sending
from aftershift.adapters import encoders
from aftershift.adapters.connecting import hear_about, teach
from aftershift.adapters.hearing import TooLong
from aftershift.engines.language.cleaning import LONGEST
from aftershift.engines.language.connection import About, Listener, Way
from aftershift.library.connection import load_groups, load_shorts


def test_plain_messages_are_put_where_they_belong() -> None:
    hear = sending.connection_with(lambda _line: None)
    assert hear("can you fetch the kids at four, the car is at the garage").about is About.LOGISTICS
    told = hear("I miss you, the house is so quiet without you")
    assert (told.about, told.way) == (About.CONNECTION, Way.WARMTH)
    assert hear("ok x").about is About.LOGISTICS
    with pytest.raises(TooLong):
        hear("a" * (LONGEST + 1))


def test_a_house_without_the_weights_goes_by_words() -> None:
    words = encoders.LexicalEncoder()
    listener = Listener(heads=teach(load_groups(), words), shorts=load_shorts())
    assert hear_about("pick up milk and bread at the shop", listener, words).about is (
        About.LOGISTICS
    )
    assert hear_about("I love you so much", listener, words).about is About.CONNECTION
