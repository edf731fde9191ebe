"""Two weeks: whose hours are known, what they share, what is proposed and why."""

from datetime import date, timedelta
from urllib.parse import urlencode
from uuid import uuid4

import pytest
from tests.people import Account
from tests.web.rosters.desk import LONDON, MONDAY, NOW, add, keep_line, own
from tests.web.windows.couple import HERS, hold, hold_first, items, move_in, view_of, windows_of

from aftershift.engines.basics.spans import is_inside
from aftershift.engines.windows.finding import find
from aftershift.engines.windows.overlap import UnfitRule
from aftershift.web.windows import queries, words
from aftershift.web.windows.picturing import scene_of

NIGHT_OF_THE_CLOCKS = "- - - - - LN - - - - - - - -"


def fortnight(account: Account, query: str = "") -> str:
    page = account.browser.get(f"/together/{query}")
    assert page.status_code == 200
    return str(page.text)


def test_without_a_roster_it_says_what_to_do(nurse: Account) -> None:
    assert "No roster yet." in fortnight(nurse)


def test_alone_it_shows_her_days_and_no_time_together(nurse: Account) -> None:
    keep_line(nurse, own(nurse), HERS)
    page = fortnight(nurse)
    assert "Only one roster is known so far" in page
    assert "Hold it" not in page
    assert "Your calendars say" not in page


def test_two_see_their_totals_and_at_most_three_windows(nurse: Account) -> None:
    move_in(nurse)
    page = fortnight(nurse)
    assert "Your calendars say" in page
    assert 1 <= page.count(">Hold it<") <= 3
    assert "Monday 19 October" in page or "Mon 19 Oct" in page
    assert "your nights may differ" in page


def test_the_page_shows_the_engines_own_totals_over_a_clock_change(nurse: Account) -> None:
    move_in(nurse, NIGHT_OF_THE_CLOCKS, "LD LD LD LD LD - - LD LD LD LD LD - -")
    view = view_of(nurse)
    known = queries.known_hours(by=nurse.by)
    alone = find(known, view.search)
    assert view.found is not None
    assert view.found.totals == alone.totals
    page = fortnight(nurse)
    for day in alone.days:
        assert words.length_words(day.awake_together) in page
    weeks = (14 * 24 + 1) / (7 * 24)  # an hour longer than two
    free, awake = alone.totals.free_together / weeks, alone.totals.awake_together / weeks
    assert f"Your calendars say {round(free / 60)} h a week" in page
    assert f"Both awake and home: {round(awake / 60)} h" in page
    assert "clocks go back" in page


def test_the_band_that_is_drawn_is_the_one_that_decides(nurse: Account) -> None:
    move_in(nurse)
    view = view_of(nurse)
    found = scene_of(view, calendar_only=False)
    for ribbon, seen in zip(found.ribbons, view.predicted, strict=True):
        person = seen.availability
        [tired] = [one.spans for one in person.unfit if one.rule is UnfitRule.TIRED]
        seen_awake = [
            ((minute, minute + 1), kss)
            for minute, kss in ribbon.alertness
            if is_inside((minute, minute + 1), person.home_awake)
        ]
        assert {kss > 6.4 for _at, kss in seen_awake} == {True, False}
        assert all(is_inside(at, tired) for at, kss in seen_awake if kss > 6.4)
        drawn = [low.cbtmin.timestamp() / 60 for low in ribbon.lows]
        assert len(drawn) == 14
        assert drawn == pytest.approx(seen.body.clock.lows[-15:-1], abs=1 / 60)


def test_other_weeks_and_calendars_only_are_a_link_away(nurse: Account) -> None:
    move_in(nurse)
    assert "not known yet" in fortnight(nurse, "?from=2026-12-07")
    assert fortnight(nurse, "?from=2026-10-26").count("Mon 26 Oct") >= 1
    calendars = fortnight(nurse, "?show=calendar")
    assert 'aria-current="true">Calendars only' in calendars
    real = fortnight(nurse, "?show=real")
    for drawn in ("likely sleep", "body clock’s low about"):
        assert drawn not in calendars
        assert drawn in real


@pytest.mark.parametrize(
    "query",
    [
        "?from=9999-12-31",
        "?from=0001-01-01",
        "?from=2100-01-01",
        "?from=yesterday",
        "?from=",
        "?show=<script>",
        "?from=2020-02-29&show=calendar",
    ],
)
def test_a_strange_address_shows_a_page_all_the_same(nurse: Account, query: str) -> None:
    move_in(nurse)
    assert "<script>" not in fortnight(nurse, query).partition("<h1>")[2]


def test_outside_the_rosters_nothing_is_known_and_nothing_is_proposed(nurse: Account) -> None:
    """Her roster ends on 1 November; Sam's on 26 October."""
    sam = add(nurse)
    keep_line(nurse, own(nurse), HERS)
    keep_line(nurse, sam, "LD LD - - - - - -")
    found = view_of(nurse).found
    assert found is not None
    last = date(2026, 10, 26)
    assert all(one.starts.astimezone(LONDON).date() <= last for one in found.proposals.windows)
    silent = [day for day in found.days if day.day > last]
    assert {(d.free_together, d.awake_together, d.rested_together) for d in silent} == {(0, 0, 0)}
    assert "not known" in fortnight(nurse)


def test_nothing_is_proposed_in_the_past(nurse: Account) -> None:
    move_in(nurse)
    view = queries.fortnight(by=nurse.by, first=MONDAY, now=NOW + timedelta(days=30))
    assert view.found is not None
    assert view.found.proposals.windows == ()


def why(account: Account, **given: str) -> tuple[int, str]:
    page = account.browser.get("/together/window?" + urlencode(given))
    return page.status_code, page.text


def test_a_window_says_why(nurse: Account) -> None:
    move_in(nurse)
    window = windows_of(nurse)[0]
    status, page = why(nurse, first="2026-10-19", starts=window.starts.isoformat())
    assert status == 200
    assert "Both slept over" in page
    assert "Hold it" in page


@pytest.mark.parametrize(
    "given",
    [
        {"first": "2026-10-19", "starts": "2026-10-19T09:00:00+00:00"},
        {"first": "2026-10-19", "starts": "soon"},
        {"first": "9999-12-31", "starts": "2026-10-19T09:00:00+00:00"},
        {},
    ],
)
def test_a_window_that_is_not_proposed_is_not_there(nurse: Account, given: dict[str, str]) -> None:
    move_in(nurse)
    status, page = why(nurse, **given)
    assert status == 404
    assert "Hold it" not in page


def test_a_window_of_somebody_else_is_not_there(nurse: Account, stranger: Account) -> None:
    move_in(nurse)
    window = windows_of(nurse)[0]
    assert why(stranger, first="2026-10-19", starts=window.starts.isoformat())[0] == 404
    assert hold(stranger, window.starts).status_code == 409
    assert items(stranger) == []


def test_a_window_that_is_held_is_shown_as_held_and_not_proposed_again(nurse: Account) -> None:
    move_in(nurse)
    window = hold_first(nurse)
    (item,) = items(nurse)
    assert (item.starts, item.ends) == (window.starts, window.ends)
    for one in windows_of(nurse):
        assert one.ends <= item.starts or one.starts >= item.ends
    assert "Held · " in fortnight(nurse)


def test_a_window_is_held_once(nurse: Account) -> None:
    move_in(nurse)
    window = hold_first(nurse)
    page = hold(nurse, window.starts)
    assert page.status_code == 409
    assert "Nothing was held" in page.text
    assert len(items(nurse)) == 1


@pytest.mark.parametrize("minutes", [15, -600])
def test_what_was_never_proposed_is_not_held(nurse: Account, minutes: int) -> None:
    move_in(nurse)
    starts = windows_of(nurse)[0].starts + timedelta(minutes=minutes)
    assert hold(nurse, starts).status_code == 409
    assert items(nurse) == []


def test_a_window_is_not_held_once_a_roster_has_changed_it(nurse: Account) -> None:
    move_in(nurse)
    window = windows_of(nurse)[0]
    keep_line(nurse, own(nurse), " ".join(["LD"] * 14))
    assert hold(nurse, window.starts).status_code == 409
    assert items(nurse) == []


@pytest.mark.parametrize("given", [{}, {"first": "now", "starts": "now"}])
def test_a_form_that_says_nothing_holds_nothing(nurse: Account, given: dict[str, str]) -> None:
    assert nurse.browser.post("/together/accept", given).status_code == 404


def test_letting_go_frees_the_time(nurse: Account, stranger: Account) -> None:
    move_in(nurse)
    window = hold_first(nurse)
    (item,) = items(nurse)
    stranger.browser.post(f"/together/plan/{item.uid}/let-go")
    nurse.browser.post(f"/together/plan/{uuid4()}/let-go")
    assert items(nurse) == [item]
    assert nurse.browser.post(f"/together/plan/{item.uid}/let-go")["Location"] == "/together/plan"
    assert items(nurse) == []
    assert window.starts in [one.starts for one in windows_of(nurse)]
    assert "Nothing yet." in nurse.browser.get("/together/plan").text
