"""Two changes of one person's plan at the same moment lose nothing."""

import pytest
from tests.people import Account
from tests.web.rosters.at_once import at_once, slowly
from tests.web.rosters.desk import MONDAY, NOW
from tests.web.windows.couple import hold, items, move_in, swap, windows_of

from aftershift.engines.windows.ranking import Window
from aftershift.web.windows import actions, queries
from aftershift.web.windows.models import OutFeed, Plan

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _slow_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "plan", slowly(queries.plan))


def test_two_windows_accepted_at_once_are_both_held(nurse: Account) -> None:
    move_in(nurse)
    by, (first, _second, third) = nurse.by, windows_of(nurse)  # the second hangs on the first

    def accept(window: Window) -> None:
        actions.accept_window(by=by, first=MONDAY, starts=window.starts, now=NOW)

    assert at_once(lambda: accept(first), lambda: accept(third)) == [None, None]
    assert {one.starts for one in items(nurse)} == {first.starts, third.starts}
    assert Plan.objects.count() == 1


def test_the_same_window_is_held_once(nurse: Account) -> None:
    """Two taps on "Hold it", or two browsers of one person."""
    move_in(nurse)
    window = windows_of(nurse)[0]
    pages = at_once(*[lambda: hold(nurse, window.starts)] * 3)
    assert sorted(page.status_code for page in pages) == [302, 409, 409]
    assert len(items(nurse)) == 1


def test_a_swap_and_an_acceptance_at_once_leave_nothing_in_work(nurse: Account) -> None:
    move_in(nurse)
    window = windows_of(nurse)[0]
    at_once(
        lambda: swap(nurse, window.starts.day, "LD"),
        lambda: hold(nurse, window.starts),
    )
    busy = queries.known_hours(by=nurse.by)[0].shifts
    for item in items(nurse):
        assert all(item.ends <= one.starts or item.starts >= one.ends for one in busy)


def test_two_feeds_opened_at_once_leave_one_that_works(nurse: Account) -> None:
    by = nurse.by
    assert at_once(*[lambda: actions.open_feed(by=by, now=NOW)] * 2) == [None, None]
    (feed,) = OutFeed.objects.all()
    assert feed.token_hash == actions.hashed(queries.feed_token(by=by))
