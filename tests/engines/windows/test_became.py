"""What became of what was planned: every cause has its own count, and each item is counted once."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from aftershift.engines.windows.became import Became, became
from aftershift.engines.windows.plan import ChangedBy, ItemState, PlanItem
from aftershift.engines.windows.ranking import WindowKind

NOW = datetime(2026, 10, 19, 9, tzinfo=UTC)
STARTS = NOW - timedelta(days=2)
ITEM = PlanItem(
    uid="a",
    kind=WindowKind.TIME,
    starts=STARTS,
    ends=STARTS + timedelta(hours=1),
    sequence=0,
    state=ItemState.HELD,
    changed=STARTS - timedelta(days=5),
)
MOVED = replace(ITEM, sequence=1)
OFF = replace(ITEM, sequence=1, state=ItemState.CANCELLED)
BY = ChangedBy


@pytest.mark.parametrize(
    ("item", "counts"),
    [
        (ITEM, Became(kept=1)),
        (replace(MOVED, changed_by=BY.ROSTER), Became(by_roster=1)),
        (replace(MOVED, changed_by=BY.HOURS), Became(by_hours=1)),
        (replace(OFF, changed_by=BY.ROSTER), Became(lost_to_roster=1)),
        (replace(OFF, changed_by=BY.HOURS), Became(lost_to_hours=1)),
        (replace(OFF, changed_by=BY.CHOICE), Became(let_go=1)),
        (MOVED, Became(unknown=1)),
        (OFF, Became(unknown=1)),
        (replace(OFF, changed_by=BY.REPLACED), Became()),
        (replace(ITEM, practice="self.micro-break"), Became()),
        (replace(ITEM, ends=NOW + timedelta(minutes=1)), Became()),
        (replace(OFF, changed_by=BY.CHOICE, ends=NOW + timedelta(days=1)), Became()),
        (replace(ITEM, ritual="weekly-ritual"), Became(kept=1)),
    ],
)
def test_one_item_is_counted_by_its_last_cause(item: PlanItem, counts: Became) -> None:
    assert became([item], now=NOW) == counts


def test_the_causes_are_split_and_add_up() -> None:
    items = [
        *(ITEM for _time in range(4)),
        *(replace(MOVED, changed_by=BY.ROSTER) for _time in range(3)),
        *(replace(OFF, changed_by=BY.ROSTER) for _time in range(2)),
        replace(OFF, changed_by=BY.CHOICE),
    ]
    found = became(items, now=NOW)
    assert found == Became(kept=4, by_roster=3, lost_to_roster=2, let_go=1)
    assert found.planned == len(items)


def test_nothing_planned_is_nothing() -> None:
    assert became([], now=NOW).planned == 0
