"""Only what fits the minutes, the place, the energy, the company and what comes after."""

import pytest

from aftershift.engines.evidence.practices import Company
from aftershift.engines.pocket.fitting import Wish, fitting
from aftershift.engines.pocket.guides import After, Guide, Step, Version


def guide(name: str, *minutes: int, **marks: object) -> Guide:
    """Make a guide in some lengths; it is for one alone, anywhere, with little energy."""
    usual = {"places": ("anywhere",), "energy": "low", "company": Company.ALONE}
    return Guide(
        id=name,
        name=name,
        about="",
        practice="",
        versions=tuple(
            Version(minutes=one, steps=(Step(says="Wait.", seconds=one * 60),)) for one in minutes
        ),
        **(usual | marks),  # type: ignore[arg-type]
    )


SHELF = (
    guide("window", 2, 5, places=("work",)),
    guide("walk", 5, 10, 15, places=("work",), energy="some"),
    guide("lean", 1, places=("home", "bed"), company=Company.TOGETHER),
    guide("note", 2, company=Company.APART),
    guide("eyes-shut", 20, places=("work",), never_before=(After.CARE, After.WHEEL)),
)


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        (Wish(), ["window 2 5", "walk 5 10 15", "lean 1", "note 2", "eyes-shut 20"]),
        (Wish(minutes=1), ["lean 1"]),
        (Wish(minutes=4), ["window 2", "note 2", "lean 1"]),
        (Wish(minutes=10), ["walk 10", "window 5", "note 2", "lean 1"]),
        (Wish(minutes=20, after=After.WHEEL), ["walk 15", "window 5", "note 2", "lean 1"]),
        (Wish(minutes=20, after=After.CARE, company=Company.ALONE), ["walk 15", "window 5"]),
        (
            Wish(minutes=20, after=After.NOTHING, company=Company.ALONE),
            ["eyes-shut 20", "walk 15", "window 5"],
        ),
        (Wish(place="bed"), ["lean 1", "note 2"]),
        (Wish(place="travel"), ["note 2"]),
        (Wish(energy="low"), ["window 2 5", "lean 1", "note 2", "eyes-shut 20"]),
        (Wish(energy="some", place="work", minutes=5), ["window 5", "walk 5", "note 2"]),
        (Wish(company=Company.TOGETHER, place="work"), []),
    ],
)
def test_only_what_fits_is_given_and_in_the_longest_length_there_is_time_for(
    wish: Wish, expected: list[str]
) -> None:
    found = fitting(SHELF, wish)
    shown = [" ".join([one.id, *(str(each.minutes) for each in one.versions)]) for one in found]
    assert shown == expected
