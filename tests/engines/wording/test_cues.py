"""A cue is held against its own sentences, and shows where it stands."""

from typing import Any

import pytest

from aftershift.engines.wording.cues import Hit, WordBook, WordCue, WordingError

SOUND: dict[str, Any] = {
    "sign": "but",
    "says": ("sorry but",),
    "finds": ("Sorry, but no",),
    "spares": ("Sorry. But",),
}


def test_a_cue_is_found_where_it_was_typed() -> None:
    book = WordBook((WordCue(**SOUND),))
    assert book.find("Well …  SORRY,  but no") == (Hit(sign="but", starts=8, ends=19),)
    assert book.find("sorry about that") == ()


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"finds": ("Sorry about that",)}, "deaf"),
        ({"spares": ("sorry but no",)}, "finds"),
        ({"says": ()}, "needed"),
        ({"spares": ()}, "needed"),
        ({"says": ("(maybe)? sorry",)}, "no phrase"),
    ],
)
def test_a_cue_that_breaks_its_word_is_refused(wrong: dict[str, Any], reason: str) -> None:
    with pytest.raises(WordingError, match=reason):
        WordCue(**{**SOUND, **wrong})


def test_a_cue_that_opens_is_found_only_at_a_beginning() -> None:
    opens = WordCue(
        sign="mine", says=("petty",), finds=("I left. Petty.",), spares=("so petty",), opens=True
    )
    assert len(WordBook((opens,)).find("Petty. It was petty, petty.")) == 2
