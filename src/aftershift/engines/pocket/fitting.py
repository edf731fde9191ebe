"""Which guides fit the minutes, the place, the energy and the company that there are."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from aftershift.engines.evidence.browsing import ANYWHERE, ENERGIES
from aftershift.engines.evidence.practices import Company
from aftershift.engines.pocket.guides import After, Guide


@dataclass(frozen=True, kw_only=True, slots=True)
class Wish:
    """What there is. None and "" leave a thing open.

    `after` is what comes straight after: where it is open, nothing is left out, and what may not
    come before driving or critical work says so itself.
    """

    minutes: int | None = None
    place: str = ""
    energy: str = ""
    company: Company | None = None
    after: After | None = None

    @property
    def is_open(self) -> bool:
        """Say whether anything will do."""
        return self == Wish()


def fitting(guides: Iterable[Guide], wish: Wish) -> tuple[Guide, ...]:
    """Give what fits, each in the longest version there is time for, what fills most of it first.

    Without minutes each keeps all its versions, in the order of the shelf. The page's own script
    does the same without a network.
    """
    cut = (_cut(one, wish.minutes) for one in guides if _grants(one, wish))
    found = [one for one in cut if one is not None]
    if wish.minutes is not None:
        found.sort(key=lambda one: -one.versions[0].minutes)
    return tuple(found)


def _grants(guide: Guide, wish: Wish) -> bool:
    return (
        (not wish.place or not {wish.place, ANYWHERE}.isdisjoint(guide.places))
        and (not wish.energy or ENERGIES.index(guide.energy) <= ENERGIES.index(wish.energy))
        and wish.company in (None, guide.company)
        and wish.after not in guide.never_before
    )


def _cut(guide: Guide, minutes: int | None) -> Guide | None:
    if minutes is None:
        return guide
    short = [one for one in guide.versions if one.minutes <= minutes]
    if not short:
        return None
    return replace(guide, versions=(max(short, key=lambda one: one.minutes),))
