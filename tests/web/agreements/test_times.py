"""A time-out that always has a return, and a check-in as long as the week allows."""

import re
from datetime import datetime, timedelta
from html import unescape

import pytest
from tests.people import Account
from tests.web.rosters.desk import LONDON, NOW
from tests.web.two import link, two
from tests.web.windows.couple import THEIRS, items, move_in, swap

from aftershift.engines.basics.spans import is_inside
from aftershift.web.agreements import actions, queries
from aftershift.web.windows import queries as windows

PAGE, OUT, CHECK = "/agreements/", "/agreements/time-out", "/agreements/check-in"


@pytest.fixture
def couple(nurse: Account, partner: Account) -> tuple[Account, Account]:
    """Two linked accounts; the nurse knows both rosters, her partner none."""
    link(nurse, partner)
    move_in(nurse)
    return nurse, partner


def shown(account: Account, to: str = PAGE) -> str:
    answer = account.browser.get(to)
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", answer.text)))


def returns(account: Account) -> datetime:
    running = two(account).time_out(NOW)
    assert running is not None
    return running.returns


@pytest.mark.parametrize("minutes", [20, 60, 240, 1440])
def test_a_time_out_sets_a_return_in_a_window_of_both(
    couple: tuple[Account, Account], minutes: int
) -> None:
    hers, his = couple
    fit = queries.talk_windows(by=hers.by, now=NOW)
    hers.browser.post(OUT, {"minutes_away": str(minutes)})
    back = returns(hers)
    assert back >= NOW + timedelta(minutes=minutes)
    (held,) = items(hers)
    assert held.starts == back == returns(his)
    assert is_inside(held.span, fit)
    when = back.astimezone(LONDON)
    assert f"Back: {when:%a} {when.day} {when:%b}, {when:%H:%M}" in shown(his)


def test_without_rosters_the_return_is_the_time_asked_for(
    couple: tuple[Account, Account],
) -> None:
    his = couple[1]
    his.browser.post(OUT, {"minutes_away": "60"})
    assert returns(his) == NOW + timedelta(minutes=60)
    assert items(his) == []
    his.browser.post(f"{OUT}/hold")
    assert [one.starts for one in items(his)] == [NOW + timedelta(minutes=60)]


@pytest.mark.parametrize("minutes", ["", "0", "-5", "soon", "99999"])
def test_a_time_out_without_a_return_is_none(couple: tuple[Account, Account], minutes: str) -> None:
    assert couple[0].browser.post(OUT, {"minutes_away": minutes}).status_code == 404
    assert two(couple[0]).own.time_out is None


def test_either_moves_it_and_the_last_is_followed(couple: tuple[Account, Account]) -> None:
    hers, his = couple
    his.browser.post(OUT, {"minutes_away": "20"})
    page = hers.browser.get(PAGE).text
    found = re.findall(r'name="starts" value="([^"]+)"', page)
    assert hers.browser.post(f"{OUT}/move", {"starts": found[0]})["Location"] == PAGE
    assert returns(his) == returns(hers) == datetime.fromisoformat(found[0])
    assert [one.starts for one in items(hers)] == [returns(hers)]


def test_a_return_that_is_over_is_no_time_to_come_back_at(couple: tuple[Account, Account]) -> None:
    hers = couple[0]
    hers.browser.post(OUT, {"minutes_away": "20"})
    later = returns(hers) + timedelta(hours=1)
    with pytest.raises(actions.NoSuchReturn):
        actions.move_return(by=hers.by, starts=returns(hers), now=later)


def test_a_time_that_was_not_offered_is_refused(couple: tuple[Account, Account]) -> None:
    hers = couple[0]
    hers.browser.post(OUT, {"minutes_away": "20"})
    answer = hers.browser.post(f"{OUT}/move", {"starts": "2026-10-19T03:00:00+00:00"})
    assert answer.status_code == 409


@pytest.mark.parametrize("ender", [0, 1])
def test_either_says_that_it_is_over(couple: tuple[Account, Account], ender: int) -> None:
    hers = couple[0]
    hers.browser.post(OUT, {"minutes_away": "20"})
    couple[ender].browser.post(f"{OUT}/over")
    for one in couple:
        assert two(one).time_out(NOW) is None
        assert "Take a time-out" in shown(one)
    assert len(items(hers)) == (0 if ender == 0 else 1)  # her own plan is hers to change


def test_a_return_that_a_shift_takes_is_told(couple: tuple[Account, Account]) -> None:
    hers = couple[0]
    hers.browser.post(OUT, {"minutes_away": "20"})
    back = returns(hers)
    swap(hers, back.astimezone(LONDON).day, "LD" if back.hour < 19 else "N")
    (held,) = items(hers)
    if held.starts == back:
        pytest.skip("the shift left it alone")
    assert "A roster changed, and your plan moved it" in shown(hers)
    assert hers.browser.post(f"{OUT}/move", {"starts": held.starts.isoformat()}).status_code == 302
    assert returns(hers) == held.starts


# --- the weekly check-in --------------------------------------------------------------


def test_its_length_follows_what_the_week_shares(nurse: Account) -> None:
    move_in(nurse)
    week = queries.check_in(by=nurse.by, now=NOW)
    assert week.placed is not None
    minutes = week.placed.span[1] - week.placed.span[0]
    assert f"{minutes} minutes" in shown(nurse, CHECK)
    assert "likely awake together at home for" in shown(nurse, CHECK)


def test_a_bad_week_makes_it_shorter(nurse: Account, partner: Account) -> None:
    move_in(nurse, hers="- " * 14, theirs=THEIRS)
    move_in(partner, hers="N " * 13 + "-", theirs="LD " * 10 + "- - - -")
    good, bad = (queries.check_in(by=one.by, now=NOW) for one in (nurse, partner))
    assert good.placed is not None
    assert bad.placed is not None
    assert good.shared_minutes > bad.shared_minutes
    assert good.placed.span[1] - good.placed.span[0] == 30
    assert bad.placed.span[1] - bad.placed.span[0] < 30


def test_one_tap_holds_it_and_it_moves_with_a_shift(nurse: Account) -> None:
    move_in(nurse)
    starts = re.search(r'name="starts" value="([^"]+)"', nurse.browser.get(CHECK).text)
    assert starts is not None
    assert nurse.browser.post(f"{CHECK}/hold", {"starts": starts[1]})["Location"] == CHECK
    (held,) = items(nurse)
    assert held.ritual == queries.CHECK_IN
    assert "Held. If a shift takes its time" in shown(nurse, CHECK)
    swap(nurse, held.starts.astimezone(LONDON).day, "LD")
    moved = items(nurse)
    news = windows.plan(by=nurse.by).news
    assert [one.starts for one in moved] != [held.starts]
    assert [one.move.before.uid for one in news] == [held.uid]


def test_without_rosters_it_is_five_minutes(nurse: Account) -> None:
    page = shown(nurse, CHECK)
    assert "here it is in five minutes" in page
    assert "One sentence each" in page
    assert 'name="starts"' not in nurse.browser.get(CHECK).text


def test_a_place_that_is_gone_is_said(nurse: Account) -> None:
    move_in(nurse)
    answer = nurse.browser.post(f"{CHECK}/hold", {"starts": "2026-10-19T03:00:00+00:00"})
    assert answer.status_code == 409
    assert "not open any more" in answer.text
    assert items(nurse) == []


@pytest.mark.parametrize("door", ["time-out/hold", "time-out/over", "check-in/hold"])
def test_it_refuses_get(nurse: Account, door: str) -> None:
    assert nurse.browser.get(f"{PAGE}{door}").status_code == 405
