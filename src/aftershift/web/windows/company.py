"""With whom: whose days are known in a household, and who of them takes part in what is looked at.

What an address says is a word of ours or members' ids, never a name. The reader takes part in
everything that she looks at.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from aftershift.engines.windows.availability import KnownHours
from aftershift.engines.windows.family import MOST_PEOPLE, Child
from aftershift.engines.windows.overlap import Role

FAMILY, EVERYONE = "family", "everyone"


@dataclass(frozen=True, kw_only=True, slots=True)
class Known:
    """Somebody whose days are known: by a roster, as usually at home, or as a child's hours."""

    id: UUID
    hours: KnownHours | Child

    @property
    def name(self) -> str:
        """What the household calls them."""
        return self.hours.name

    @property
    def role(self) -> Role:
        """What they are to the household."""
        return Role.CHILD if isinstance(self.hours, Child) else self.hours.role


@dataclass(frozen=True, kw_only=True, slots=True)
class Company:
    """Who takes part, out of everybody whose days are known; the reader comes first in both.

    `asked` is how an address says it, empty for what is usual: the partners, or everybody where
    there are not two of them. `is_too_many` says that more were asked for than can be.
    """

    everybody: tuple[Known, ...]
    people: tuple[Known, ...]
    asked: tuple[str, ...] = ()
    is_too_many: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Name them as a plan item does: nobody where they are the partners."""
        names = tuple(one.name for one in self.people)
        return () if names == tuple(one.name for one in partners(self.everybody)) else names

    @property
    def has_child(self) -> bool:
        """Say whether a child takes part."""
        return any(one.role is Role.CHILD for one in self.people)


def company_of(everybody: Sequence[Known], asked: Sequence[str] = ()) -> Company:
    """Choose who takes part by what an address asks for; what it says of strangers is left out."""
    everyone = tuple(everybody)
    usual = usual_of(everyone)
    chosen = _chosen(everyone, frozenset(asked)) if asked else usual
    if chosen == usual or not 2 <= len(chosen) <= MOST_PEOPLE:
        is_too_many = chosen != usual and len(chosen) > MOST_PEOPLE
        return Company(everybody=everyone, people=usual, is_too_many=is_too_many)
    return Company(everybody=everyone, people=chosen, asked=asked_for(everyone, chosen))


def usual_of(everybody: tuple[Known, ...]) -> tuple[Known, ...]:
    """Take the partners; everybody, where there are not two of them."""
    couple = partners(everybody)
    return couple if len(couple) > 1 else everybody


def partners(everybody: Sequence[Known]) -> tuple[Known, ...]:
    """Take the partners."""
    return tuple(one for one in everybody if one.role is Role.PARTNER)


def family(everybody: Sequence[Known]) -> tuple[Known, ...]:
    """Take the partners and the children."""
    return tuple(one for one in everybody if one.role is not Role.RELATIVE)


def asked_for(everybody: tuple[Known, ...], people: tuple[Known, ...]) -> tuple[str, ...]:
    """Say some people as an address does; nothing for what is usual."""
    if people == usual_of(everybody):
        return ()
    if people == everybody:
        return (EVERYONE,)
    if people == family(everybody):
        return (FAMILY,)
    return tuple(str(one.id) for one in people[1:])


def _chosen(everybody: tuple[Known, ...], asked: frozenset[str]) -> tuple[Known, ...]:
    if EVERYONE in asked:
        return everybody
    if FAMILY in asked:
        return family(everybody)
    return tuple(one for n, one in enumerate(everybody) if not n or str(one.id) in asked)
