"""Drafts of feedback are put where they belong, as often as is said, and with words alone too."""

import pytest
from benchmarks import candour

from aftershift import sending
from aftershift.adapters import encoders
from aftershift.adapters.candid import read_draft, teach
from aftershift.adapters.hearing import TooLong
from aftershift.engines.language.candour import Quadrant
from aftershift.engines.language.cleaning import LONGEST
from aftershift.library.candour import load_candid


def test_plain_drafts_are_put_where_they_belong() -> None:
    read = sending.candour_with(lambda _line: None)
    kind = "I know how tired you are, and I'm glad you're here."
    plain = "On Monday you left the drug cupboard open. Please lock it before you go."
    assert read(f"{kind} {plain}").quadrant is Quadrant.BOTH
    assert read(kind).quadrant is Quadrant.CARE_ALONE
    assert read(plain).quadrant is Quadrant.POINT_ALONE
    assert read("You are so lazy.").quadrant is Quadrant.NEITHER
    with pytest.raises(TooLong):
        read("a" * (LONGEST + 1))


def test_labelled_drafts_land_in_their_quarter_as_often_as_is_said() -> None:
    found = candour.cases()
    assert sum(one.is_ is one.read for one in found) >= 0.8 * len(found)
    for quadrant in Quadrant:
        those = [one for one in found if one.is_ is quadrant]
        assert sum(one.read is quadrant for one in those) >= 0.7 * len(those)


def test_a_house_without_the_weights_goes_by_words() -> None:
    words = encoders.LexicalEncoder()
    heads = teach(load_candid(), words)
    assert read_draft("You left the cupboard open on Monday.", heads, words).quadrant in (
        Quadrant.POINT_ALONE,
        Quadrant.BOTH,
    )
