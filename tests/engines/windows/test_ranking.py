"""What is proposed, what is warned of, and what never is."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engines.sleep.rota import FIRST_DAYS, HABITS, LINES, LONDON, MONDAY, ZONES
from tests.engines.windows.household import LIMITS, at, available, hours, over

from aftershift.engines.basics.spans import Span, is_inside, meets, minute_of, union, wall_minute
from aftershift.engines.sleep.episodes import Habits
from aftershift.engines.windows.availability import sleep_of
from aftershift.engines.windows.finding import Search, find, person_over
from aftershift.engines.windows.limits import Limits
from aftershift.engines.windows.overlap import Availability, WindowsError
from aftershift.engines.windows.packing import packed, unpacked
from aftershift.engines.windows.plan import accept
from aftershift.engines.windows.ranking import (
    Proposals,
    ReasonKind,
    Window,
    WindowKind,
    propose,
)

SAM = "Sam"


def search(days: int, now: datetime | None = None, limits: Limits = LIMITS) -> Search:
    last = MONDAY + timedelta(days=days - 1)
    return Search(zone=LONDON, first=MONDAY, last=last, now=now or at(1, 0), limits=limits)


def proposals(one: str, other: str, days: int, limits: Limits = LIMITS) -> Proposals:
    couple = [hours(one), hours(other, SAM)]
    return find(couple, search(days, limits=limits)).proposals


def span_of(window: Window) -> Span:
    return minute_of(window.starts), minute_of(window.ends)


def test_opposite_twelve_hour_shifts_share_nothing_on_work_days() -> None:
    """Scenario 9: zero windows, and the first after the night worker has slept 4.5 h."""
    couple = [hours("L L L - -"), hours("M M M - -", SAM)]
    found = find(couple, search(3))
    assert [day.awake_together for day in found.days[1:]] == [0, 0]
    later = [one for one in found.proposals.windows if one.starts > at(1, 12)]
    assert later == []
    longer = find(couple, search(5)).proposals.windows
    assert longer
    assert min(one.starts for one in longer) >= at(4, 8, 30) + timedelta(hours=4.5)


def test_there_are_at_most_three_and_one_on_a_day() -> None:
    found = proposals("- - - - - - -", "D - D - E - -", 7).windows
    assert len(found) == 3
    assert len({one.starts.date() for one in found}) == 3
    assert all(0 <= one.score <= 100 for one in found)


def test_a_talk_wants_rest_and_a_tired_afternoon_still_offers_time() -> None:
    """S3-09: a night shift's afternoon is ranked below the rested day after it."""
    found = proposals("M - -", "- - -", 3).windows
    kinds = {one.starts.day: one.kind for one in found}
    assert kinds[2] is WindowKind.TIME
    assert kinds[3] is WindowKind.TALK
    assert found[0].starts.day != 2


def test_a_short_stretch_offers_a_moment() -> None:
    evening = Limits(curfew=time(20), talk_minutes=30)
    assert [one.kind for one in proposals("L", "D", 1, evening).windows] == [WindowKind.MOMENT]


@pytest.mark.parametrize(
    ("one", "other", "days", "kind", "name"),
    [
        ("- -", "- D", 1, ReasonKind.BOTH_SLEPT, ""),
        ("-", "-", 1, ReasonKind.NOBODY_WORKS, ""),
        ("-", "D", 1, ReasonKind.HOME_FROM, SAM),
        ("D", "-", 1, ReasonKind.HOME_FROM, "Alex"),
    ],
)
def test_a_window_says_why(one: str, other: str, days: int, kind: ReasonKind, name: str) -> None:
    reasons = proposals(one, other, days).windows[0].reasons
    assert (kind, name) in [(reason.kind, reason.name) for reason in reasons]


def test_home_from_is_when_the_way_is_done() -> None:
    reasons = proposals("-", "D", 1).windows[0].reasons
    assert [one.at for one in reasons if one.kind is ReasonKind.HOME_FROM] == [at(1, 16, 15)]


def test_the_minutes_before_the_curfew_are_counted() -> None:
    found = proposals("L", "L", 1, Limits(curfew=time(21))).windows
    (near,) = [one for one in found[0].reasons if one.kind is ReasonKind.BEFORE_CURFEW]
    assert found[0].ends + timedelta(minutes=near.minutes) == at(1, 21)


def test_of_somebody_who_shares_no_times_only_the_name_is_said() -> None:
    hidden = replace(hours("N N - -", SAM), shares_times=False)
    found = find([hours("- - - -"), hidden], search(4)).proposals
    kinds = {reason.kind for one in found.windows for reason in one.reasons}
    assert not kinds & {ReasonKind.BOTH_SLEPT, ReasonKind.HOME_FROM}
    assert ReasonKind.YOU_SLEPT in kinds
    assert {(one.reason.kind, one.reason.name) for one in found.not_now} == {
        (ReasonKind.NOT_GOOD_FOR_THEM, SAM),
        (ReasonKind.CURFEW, ""),
    }


@pytest.mark.parametrize(("mine", "theirs"), [("N N - -", "- - - -"), ("- - - -", "N N - -")])
def test_after_nights_it_is_not_now_and_only_ones_own_sleep_is_named(
    mine: str, theirs: str
) -> None:
    """S3-02: fires after nights, says when is better; the other's sleep is never named."""
    first = proposals(mine, theirs, 4).not_now[0]
    own = mine.startswith("N")
    assert first.starts.day == first.starts.astimezone(LONDON).day == 3
    assert first.better == at(4, 9, 45)
    if own:
        assert first.reason.kind is ReasonKind.AFTER_NIGHTS
        assert 200 < first.reason.minutes < 400
    else:
        assert (first.reason.kind, first.reason.name) == (ReasonKind.NOT_GOOD_FOR_THEM, SAM)
        assert first.reason.minutes == 0


def test_the_guard_is_silent_when_both_are_rested() -> None:
    assert {one.reason.kind for one in proposals("- -", "- -", 2).not_now} == {ReasonKind.CURFEW}


def test_nothing_is_better_where_the_range_ends() -> None:
    assert proposals("N -", "- -", 2).not_now[0].better is None


def test_what_is_held_is_not_proposed_again() -> None:
    couple = [hours("D D"), hours("D D", SAM)]
    first = find(couple, search(2)).proposals.windows[0]
    held = accept(first, uid="a", now=at(1, 0))
    again = find(couple, replace(search(2), held=(held,)))
    assert again.days == find(couple, search(2)).days
    assert again.proposals.windows
    assert not any(meets(span_of(one), [held.span]) for one in again.proposals.windows)
    warned = [(minute_of(one.starts), minute_of(one.ends)) for one in again.proposals.not_now]
    assert not meets(held.span, warned)


def test_the_past_is_not_proposed() -> None:
    found = find([hours("-"), hours("-", SAM)], search(1, now=at(1, 20, 10))).proposals
    assert all(one.starts >= at(1, 20, 10) for one in found.windows)
    assert found.windows


def test_a_window_may_cross_midnight_where_the_curfew_lets_it() -> None:
    """Cal.com #19139: a slot from 23:00 to 01:00."""
    span = (minute_of(at(1, 23)), minute_of(at(2, 1)))
    late = Limits(curfew=time(2))
    person = Availability(name="a", covers=span, free=[span], home_awake=[span], rested=())
    found = propose([person, person], zone=LONDON, span=span, now=at(1, 0), limits=late).windows
    assert [(one.starts, one.ends) for one in found] == [(at(1, 23), at(2, 1))]


def test_one_row_of_bytes_from_the_other_is_enough_to_propose() -> None:
    looked = search(7)
    me = person_over(hours("D D - - E E -"), looked).availability
    sam = person_over(hours("E - - D D - -", SAM), looked).availability
    read = unpacked(packed(sam, now=at(1, 0)), name=SAM, now=at(1, 0))
    whole = propose([me, sam], zone=LONDON, span=over(7), now=at(1, 0), limits=LIMITS)
    row = propose([me, read], zone=LONDON, span=over(7), now=at(1, 0), limits=LIMITS)
    assert [one.starts for one in row.windows] == [one.starts for one in whole.windows]


def test_nobody_gets_no_proposal() -> None:
    with pytest.raises(WindowsError):
        propose([], zone=LONDON, span=over(1), now=at(1, 0), limits=LIMITS)


@settings(max_examples=60)
@given(LINES, LINES, HABITS, ZONES, FIRST_DAYS, st.integers(0, 5000))
def test_nothing_is_proposed_over_work_sleep_curfew_or_the_past(
    one: str, other: str, habits: Habits, zone: ZoneInfo, first: date, minutes: int
) -> None:
    """S3-08: never while one is at work; nor does any window cut a predicted sleep."""
    covers = over(9, first, zone)
    couple = [hours(one, "a", first, zone, habits), hours(other, "b", first, zone)]
    people = [available(known, covers) for known in couple]
    now = datetime.fromtimestamp((covers[0] + minutes) * 60, tz=zone)
    found = propose(people, zone=zone, span=covers, now=now, limits=LIMITS)
    assert found == propose(people, zone=zone, span=covers, now=now, limits=LIMITS)
    for window in found.windows:
        span = span_of(window)
        assert window.starts >= now
        assert span[1] - span[0] >= (10 if window.kind is WindowKind.MOMENT else 20)
        assert span[1] <= wall_minute(window.starts.astimezone(zone).date(), 1350, zone)
        for known, person in zip(couple, people, strict=True):
            assert not meets(span, person.work)
            assert not meets(span, union(e.span for e in sleep_of(known, covers=covers)))
            assert window.kind is not WindowKind.TALK or is_inside(span, person.rested)
    for warning in found.not_now:
        assert warning.better is None or warning.better >= warning.ends
        assert warning.starts < warning.ends
        edges = (warning.starts, warning.ends, warning.better or warning.ends)
        assert all(minute_of(edge) % 15 == 0 for edge in edges)
