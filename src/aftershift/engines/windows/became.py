"""What became of what two people planned: a count with its cause, and nobody's fault.

Whether a held hour was spent together is known to nobody here; "kept" says that it still stood
when its time came.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from aftershift.engines.windows.plan import ChangedBy, ItemState, PlanItem


@dataclass(frozen=True, kw_only=True, slots=True)
class Became:
    """How many of all times that came stood as planned, moved or were lost, and because of what.

    `by_roster` and `by_hours` moved and took place at another time; `lost_to_roster` and
    `lost_to_hours` found none. `unknown` changed before causes were noted.
    """

    kept: int = 0
    by_roster: int = 0
    by_hours: int = 0
    lost_to_roster: int = 0
    lost_to_hours: int = 0
    let_go: int = 0
    unknown: int = 0

    @property
    def planned(self) -> int:
        """Count everything."""
        moved = self.by_roster + self.by_hours
        lost = self.lost_to_roster + self.lost_to_hours
        return self.kept + moved + lost + self.let_go + self.unknown


_HELD = {ChangedBy.ROSTER: "by_roster", ChangedBy.HOURS: "by_hours"}
_OFF = {
    ChangedBy.ROSTER: "lost_to_roster",
    ChangedBy.HOURS: "lost_to_hours",
    ChangedBy.CHOICE: "let_go",
}


def became(items: Iterable[PlanItem], *, now: datetime) -> Became:
    """Count what was planned for two or more and has come by now, each once, by its last cause.

    A small practice of one's own is no plan of two, and what another time was held in place of is
    counted with that one.
    """
    counts: dict[str, int] = {}
    for item in items:
        if item.ends > now or item.practice or item.changed_by is ChangedBy.REPLACED:
            continue
        name = _name_of(item)
        counts[name] = counts.get(name, 0) + 1
    return Became(**counts)


def _name_of(item: PlanItem) -> str:
    if item.state is ItemState.CANCELLED:
        return _OFF.get(item.changed_by, "unknown")
    if item.changed_by is ChangedBy.NOTHING:
        return "unknown" if item.sequence else "kept"
    return _HELD.get(item.changed_by, "kept")
