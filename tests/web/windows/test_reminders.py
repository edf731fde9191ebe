"""Reminders: few, chosen, neutral, in the person's own calendar and nowhere else."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from icalendar import Calendar
from tests.people import Account
from tests.web.rosters.desk import LONDON, NOW, at, bytes_of_database, own
from tests.web.windows.couple import feed_address, hold_first, items, move_in, swap

from aftershift.engines.sleep.episodes import Habits
from aftershift.engines.windows.plan import PlanItem
from aftershift.engines.windows.ranking import WindowKind
from aftershift.web.rosters import actions as rosters
from aftershift.web.windows import actions, queries
from aftershift.web.windows.models import Plan
from aftershift.web.windows.papers import PlanPaper

CHOOSE = "/together/plan/reminders"
FIRST = str(UUID(int=0))
TWO_A_DAY = {"a_day": 2, "a_week": 8, "lead_minutes": 30}


def choose(account: Account, **given: int) -> Any:
    return account.browser.post(CHOOSE, {**TWO_A_DAY, **given})


def plan_page(account: Account) -> str:
    return str(account.browser.get("/together/plan").text)


def rings(address: str) -> dict[str, list[timedelta]]:
    """Fetch the feed as a calendar app does: by name, how long before its start each rings."""
    calendar = Calendar.from_ical(Client().get(address).content)
    return {
        str(event["UID"]): [alarm.decoded("TRIGGER") for alarm in event.walk("VALARM")]
        for event in calendar.walk("VEVENT")
    }


@pytest.fixture
def couple(nurse: Account) -> Account:
    """The nurse, with Thursday 22 October 17:30 held."""
    move_in(nurse)
    hold_first(nurse)
    return nurse


@pytest.fixture
def address(couple: Account) -> str:
    return feed_address(couple)


def hold_at(account: Account, *starts: datetime) -> None:
    like = replace(items(account)[0], kind=WindowKind.MOMENT)
    for n, moment in enumerate(starts):
        ends = moment + timedelta(minutes=15)
        held = replace(like, uid=str(UUID(int=n)), starts=moment, ends=ends)
        actions.hold_item(by=account.by, item=held, now=NOW)


def test_without_a_choice_nothing_rings(couple: Account, address: str) -> None:
    assert list(rings(address).values()) == [[]]
    page = plan_page(couple)
    assert "Reminds at" not in page
    assert "No reminder" not in page


def test_what_is_chosen_rings_in_the_feed_and_is_said_on_the_page(
    couple: Account, address: str
) -> None:
    tag = Client().get(address)["ETag"]
    assert choose(couple)["Location"] == "/together/plan"
    assert list(rings(address).values()) == [[timedelta(minutes=-30)]]
    assert "Reminds at 17:00" in plan_page(couple)
    body = Client().get(address)
    assert body["ETag"] != tag
    assert b"ACTION:DISPLAY\r\nDESCRIPTION:Held: time\r\nTRIGGER:-PT30M" in body.content
    choose(couple, lead_minutes=0)
    assert list(rings(address).values()) == [[timedelta()]]
    choose(couple, a_day=0)
    assert list(rings(address).values()) == [[]]


def test_what_the_budget_does_not_reach_is_silent_and_says_so(
    couple: Account, address: str
) -> None:
    choose(couple)
    hold_at(couple, at(22, 14), at(22, 15), at(22, 16))
    assert sum(map(len, rings(address).values())) == 2
    page = plan_page(couple)
    assert page.count("Reminds at") == 2
    assert page.count("No reminder: those of that day or week are used up") == 2
    choose(couple, a_week=1)
    assert sum(map(len, rings(address).values())) == 1


def test_a_reminder_is_never_at_a_minute_of_likely_sleep(couple: Account, address: str) -> None:
    choose(couple)
    hold_at(couple, at(26, 3))
    assert rings(address)[FIRST] == []
    assert "No reminder: you will likely be asleep until then" in plan_page(couple)


def test_where_her_roster_ends_nothing_rings(couple: Account, address: str) -> None:
    choose(couple)
    hold_at(couple, at(30, 12) + timedelta(days=30))
    assert rings(address)[FIRST] == []
    assert "No reminder: your roster says nothing of that time" in plan_page(couple)


def test_a_moved_item_rings_where_it_lies_now(couple: Account, address: str) -> None:
    choose(couple)
    swap(couple, 22, "LD")
    (item,) = items(couple)
    assert item.starts != at(22, 17, 30)
    (lead,) = rings(address)[item.uid]
    rung = (item.starts + lead).astimezone(LONDON)
    assert f"{rung:%H:%M}" in plan_page(couple).partition("Reminds ")[2][:40]


def test_a_change_that_moves_nothing_still_stills_what_would_wake(
    couple: Account, address: str
) -> None:
    choose(couple)
    hold_at(couple, at(22, 10, 30))
    before = items(couple)
    assert rings(address)[FIRST] == [timedelta(minutes=-30)]
    late = Habits(mid_sleep_free=time(6))
    rosters.set_ways(by=couple.by, member=own(couple), zone="Europe/London", habits=late, now=NOW)
    assert items(couple) == before
    assert rings(address)[FIRST] == [timedelta()]


def test_what_rang_stays_spent_whatever_is_changed_after(couple: Account, address: str) -> None:
    choose(couple, a_day=1)
    hold_at(couple, at(22, 14))
    (rang,) = [one.at for one in queries.plan(by=couple.by).alarms if one.at < at(22, 20)]
    hold_late = replace(
        items(couple)[0], uid=str(UUID(int=9)), starts=at(22, 19), ends=at(22, 19, 15)
    )
    actions.hold_item(by=couple.by, item=hold_late, now=rang + timedelta(minutes=1))
    left = [one.at for one in queries.plan(by=couple.by).alarms]
    assert [one for one in left if one.astimezone(LONDON).day == 22] == [rang]


def test_reminders_are_asked_about_beside_the_feed_alone(couple: Account) -> None:
    assert CHOOSE not in plan_page(couple)
    feed_address(couple)
    assert CHOOSE in plan_page(couple)
    assert "Never while you will likely be asleep" in plan_page(couple)


def test_a_feed_opened_later_rings_as_was_chosen(couple: Account) -> None:
    choose(couple)
    assert "Reminds at" not in plan_page(couple)
    assert list(rings(feed_address(couple)).values()) == [[timedelta(minutes=-30)]]


@pytest.mark.parametrize(
    "wrong", [{"a_day": 3}, {"a_week": 9}, {"a_week": 0}, {"lead_minutes": 7}, {"a_day": "often"}]
)
def test_more_than_the_shared_budget_is_refused_in_words(
    couple: Account, address: str, wrong: dict[str, Any]
) -> None:
    page = couple.browser.post(CHOOSE, {**TWO_A_DAY, **wrong})
    assert page.status_code == 422
    assert 'class="error' in page.text
    assert queries.plan(by=couple.by).budget is None
    assert list(rings(address).values()) == [[]]


def test_a_link_chooses_nothing_and_nobody_comes_in(couple: Account, nobody: Client) -> None:
    assert couple.browser.get(CHOOSE).status_code == 405
    assert nobody.post(CHOOSE, TWO_A_DAY)["Location"] == "/locked"


def test_one_chooses_for_oneself_alone(couple: Account, address: str, stranger: Account) -> None:
    choose(stranger)
    assert queries.plan(by=couple.by).budget is None
    assert list(rings(address).values()) == [[]]


def test_what_rings_and_how_often_is_nowhere_in_clear(couple: Account, address: str) -> None:
    choose(couple)
    everything = bytes_of_database()
    for word in (b"VALARM", b"a_week", b"alarms", b"lead_minutes"):
        assert word not in everything


def test_a_paper_sealed_before_there_were_rituals_and_reminders_opens(couple: Account) -> None:
    row = Plan.objects.get(person=couple.person)
    older = row.read(couple.by.vault)
    for field in ("budget", "alarms"):
        del older[field]
    for item in older["items"]:
        del item["ritual"]
    row.write(couple.by.vault, older)
    row.save()
    paper: PlanPaper = queries.plan(by=couple.by)
    assert (paper.budget, paper.alarms) == (None, ())
    item: PlanItem = paper.items[0]
    assert item.ritual == ""
    assert couple.browser.get("/together/plan").status_code == 200
