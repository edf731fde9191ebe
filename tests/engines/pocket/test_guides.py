"""A guide fills its minutes to the second, and refuses what nobody could follow."""

from dataclasses import replace

import pytest

from aftershift.engines.evidence.practices import Company
from aftershift.engines.pocket.guides import Guide, PocketError, Room, Saying, Step, Version

TWO = Version(minutes=2, steps=(Step(says="Drink.", seconds=90), Step(says="Look.", seconds=30)))
WATER = Guide(
    id="water",
    name="Water",
    about="Stand still and drink.",
    practice="self.micro-break",
    places=("work",),
    energy="low",
    company=Company.ALONE,
    versions=(TWO,),
)
BREAK = Room(title="A break", lead="Say how long.", asks=("minutes",), lengths=(2,), guide=(WATER,))


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"places": ("moon",)}, "no such place: moon"),
        ({"places": ()}, "are needed"),
        ({"energy": "endless"}, "are needed"),
        ({"versions": ()}, "are needed"),
        ({"versions": (replace(TWO, minutes=3),)}, "120 seconds are not 3 minutes"),
        ({"versions": (Version(minutes=0, steps=()),)}, "0 seconds are not 0 minutes"),
    ],
)
def test_a_guide_that_nobody_could_follow_is_refused(wrong: dict[str, object], reason: str) -> None:
    with pytest.raises(PocketError, match=f"water: .*{reason}"):
        replace(WATER, **wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"asks": ("mood",)}, "nobody can ask for mood"),
        ({"lengths": (5,)}, "lengths are not those of its guides"),
        ({"saying": (Saying(when="Ready", says="On my way."),)}, "need a title"),
        ({"sayings_title": "Ready or not", "sayings_lead": "Choose."}, "need a title"),
    ],
)
def test_a_room_that_does_not_fit_its_guides_is_refused(
    wrong: dict[str, object], reason: str
) -> None:
    with pytest.raises(PocketError, match=reason):
        replace(BREAK, **wrong)  # type: ignore[arg-type]
