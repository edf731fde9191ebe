"""Where the hours go: every minute counted once, and nothing said of another but what may be."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.engines.sleep.rota import LONDON
from tests.engines.windows.household import anybody, available, hours, over

from aftershift.engines.basics.spans import Span, Spans, intersect, total, union
from aftershift.engines.windows.overlap import (
    Availability,
    Unfit,
    UnfitRule,
    WindowsError,
    days_together,
    total_together,
)
from aftershift.engines.windows.reckoning import (
    RULES_IN_ORDER,
    Part,
    PartKind,
    Reckoning,
    reckon,
)

OF_OTHERS = {
    PartKind.THEY_WORK, PartKind.THEY_ASLEEP, PartKind.THEY_AWAY, PartKind.NOT_GOOD_FOR_THEM,
}  # fmt: skip


def holds(spans: Spans, minute: int) -> bool:
    return any(starts <= minute < ends for starts, ends in spans)


def with_reasons(person: Availability, data: st.DataObject) -> Availability:
    """Give somebody sleeps and rules anywhere, even where they cannot be."""
    within = person.covers
    edge = st.integers(within[0], within[1])
    some = st.lists(st.tuples(edge, edge), max_size=5).map(
        lambda pairs: union(map(in_order, pairs))
    )
    rules = data.draw(st.lists(st.sampled_from(UnfitRule), unique=True))
    unfit = tuple(Unfit(rule=rule, spans=data.draw(some)) for rule in rules)
    return replace(person, sleep=data.draw(some), unfit=unfit)


def in_order(pair: tuple[int, int]) -> Span:
    return min(pair), max(pair)


def all_that_take(minute: int, people: list[Availability]) -> Iterator[tuple[PartKind, str]]:
    """Name all that takes one minute, by asking one question after another."""
    reader, *others = people
    yield from ((PartKind.YOU_WORK, "") for _ in (1,) if not holds(reader.free, minute))
    yield from ((PartKind.THEY_WORK, one.name) for one in others if not holds(one.free, minute))
    if not holds(reader.home_awake, minute):
        is_asleep = holds(reader.sleep, minute)
        yield (PartKind.YOU_ASLEEP if is_asleep else PartKind.YOU_BOUND), ""
    for one in others:
        if not holds(one.home_awake, minute):
            is_asleep = holds(one.sleep, minute)
            yield (PartKind.THEY_ASLEEP if is_asleep else PartKind.THEY_AWAY), one.name
    if not holds(reader.rested, minute):
        hit = {one.rule for one in reader.unfit if holds(one.spans, minute)}
        yield from ((PartKind(rule.value), "") for rule in RULES_IN_ORDER if rule in hit)
        yield PartKind.YOU_UNFIT, ""
    for one in others:
        if not holds(one.rested, minute):
            yield PartKind.NOT_GOOD_FOR_THEM, one.name


def parts_of(found: Reckoning) -> list[Part]:
    return [*found.at_work, *found.not_home_awake, *found.not_fit]


def minutes_of(parts: tuple[Part, ...]) -> int:
    return sum(one.minutes for one in parts)


@given(data=st.data())
def test_each_minute_is_counted_once_at_the_first_thing_that_takes_it(data: st.DataObject) -> None:
    within = (0, 90)
    names = data.draw(st.sampled_from([["a"], ["a", "b"], ["a", "b", "c"]]))
    people = [with_reasons(data.draw(anybody(name, within)), data) for name in names]
    counted: dict[tuple[PartKind, str], int] = {}
    for minute in range(*within):
        if taken := next(all_that_take(minute, people), None):
            counted[taken] = counted.get(taken, 0) + 1
    assert {
        (one.kind, one.name): one.minutes for one in parts_of(reckon(people, within))
    } == counted


@given(data=st.data())
def test_the_parts_add_up_to_the_three_figures_exactly(data: st.DataObject) -> None:
    zone, first = LONDON, date(2026, 10, 24)  # the clocks go back on the second day
    names = data.draw(st.sampled_from([["a", "b"], ["a", "b", "c"]]))
    within = over(3, first, zone)
    people = [with_reasons(data.draw(anybody(name, within)), data) for name in names]
    last = first + timedelta(days=2)
    figures = total_together(days_together(people, zone=zone, first=first, last=last))
    found = reckon(people, within)
    assert found.known == within[1] - within[0]
    assert found.known - minutes_of(found.at_work) == found.free == figures.free_together
    assert found.free - minutes_of(found.not_home_awake) == found.awake == figures.awake_together
    assert found.awake - minutes_of(found.not_fit) == found.rested == figures.rested_together


def test_a_real_fortnight_is_split_into_what_a_reader_knows_of_it() -> None:
    covers = over(14)
    alex = available(hours("N N - - L L - - D D - - - -"), covers)
    sam = available(hours("D D D - - N N - - D D D - -", "Sam"), covers)
    found = reckon([alex, sam], covers)
    kinds = {one.kind for one in parts_of(found)}
    assert kinds >= {
        PartKind.YOU_WORK, PartKind.THEY_WORK, PartKind.YOU_ASLEEP, PartKind.YOU_BOUND,
        PartKind.THEY_ASLEEP, PartKind.CURFEW, PartKind.JUST_WOKEN, PartKind.AFTER_NIGHTS,
        PartKind.NOT_GOOD_FOR_THEM,
    }  # fmt: skip
    assert PartKind.YOU_UNFIT not in kinds


def test_of_who_does_not_share_times_nobody_is_told_the_sleep() -> None:
    covers = over(7)
    alex = available(hours("D D D - - - -"), covers)
    sam = available(replace(hours("N N N - - - -", "Sam"), shares_times=False), covers)
    kinds = {one.kind for one in parts_of(reckon([alex, sam], covers)) if one.name}
    assert kinds == {PartKind.THEY_WORK, PartKind.THEY_AWAY, PartKind.NOT_GOOD_FOR_THEM}


def test_why_another_is_unfit_changes_nothing_that_is_said() -> None:
    """A partner short of sleep reads as a partner on call: not a good time for them."""
    covers = over(7)
    alex = available(hours("D D D - - - -"), covers)
    sam = available(hours("- N N - - - -", "Sam"), covers)
    silent = replace(sam, unfit=())
    other = replace(sam, unfit=(Unfit(rule=UnfitRule.ON_CALL, spans=sam.home_awake),))
    assert reckon([alex, sam], covers) == reckon([alex, silent], covers)
    assert reckon([alex, sam], covers) == reckon([alex, other], covers)
    assert {one.kind for one in parts_of(reckon([alex, sam], covers)) if one.name} <= OF_OTHERS


def test_only_what_every_roster_speaks_about_is_counted() -> None:
    covers, shorter = over(7), over(3)
    alex, sam = available(hours("- - - - - - -"), covers), available(hours("- - -", "Sam"), shorter)
    found = reckon([alex, sam], covers)
    assert found.known == found.free == 3 * 1440
    nothing = replace(sam, covers=(covers[0], covers[0]), free=(), home_awake=(), rested=())
    assert reckon([alex, nothing], covers).known == 0


def test_every_rule_has_its_place_in_the_order_and_its_part() -> None:
    assert set(RULES_IN_ORDER) == set(UnfitRule)
    assert {PartKind(rule.value) for rule in UnfitRule} < set(PartKind)


def test_nobody_cannot_be_reckoned_for() -> None:
    with pytest.raises(WindowsError):
        reckon([], over(1))


def test_what_a_rule_takes_outside_the_time_together_is_not_counted() -> None:
    covers = over(7)
    alex = available(hours("D D D - - - -"), covers)
    sam = available(hours("D D D - - - -", "Sam"), covers)
    found = reckon([alex, sam], covers)
    curfew = next(one.spans for one in alex.unfit if one.rule is UnfitRule.CURFEW)
    together = intersect(curfew, sam.home_awake)
    assert [one.minutes for one in found.not_fit if one.kind is PartKind.CURFEW] == [
        total(together)
    ]
