"""Rituals: taken up, placed where the rosters leave room, held, and let go."""

import re
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from tests.people import Account
from tests.web.rosters.desk import LONDON, NOW, at, keep_line, own
from tests.web.windows.couple import feed_address, hold_first, items, move_in, swap

from aftershift.engines.rosters.shifts import Kind
from aftershift.engines.windows.plan import PlanItem
from aftershift.engines.windows.ritual_plan import Placed
from aftershift.web.rituals import personal, queries
from aftershift.web.rituals.models import Taken
from aftershift.web.rituals.words import RITUALS
from aftershift.web.services import services
from aftershift.web.windows import queries as windows
from aftershift.web.windows.actions import follow

PAGE, TAKE, DROP, HOLD = "/rituals/", "/rituals/take-up", "/rituals/let-go", "/rituals/hold"


@pytest.fixture
def couple(nurse: Account) -> Account:
    """The nurse and Sam, with both rosters."""
    move_in(nurse)
    return nurse


def take(account: Account, ritual: str) -> Any:
    return account.browser.post(TAKE, {"ritual": ritual})


def taken(account: Account) -> list[str]:
    return [one.ritual for one in queries.taken_up(by=account.by).taken]


def places(account: Account, ritual: str) -> list[Placed]:
    view = queries.month(by=account.by, now=NOW)
    return [one for one in view.placed if one.ritual == ritual]


def hold(account: Account, ritual: str, starts: datetime) -> Any:
    return account.browser.post(HOLD, {"ritual": ritual, "starts": starts.isoformat()})


def plan_text(account: Account) -> str:
    return text_of(account.browser.get("/together/plan").text)


def date_words(one: Placed | PlanItem) -> str:
    starts = one.starts.astimezone(LONDON)
    return f"{starts:%a} {starts.day} {starts:%b}"


def text_of(page: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", page).split())


def test_every_ritual_on_the_shelf_has_our_words() -> None:
    assert RITUALS.keys() == {one.id for one in services().rituals}


def test_what_is_taken_up_shows_its_next_times_and_leaves_the_choice(couple: Account) -> None:
    assert "Choose one to begin with" in couple.browser.get(PAGE).text
    assert take(couple, "micro-date")["Location"] == PAGE
    assert taken(couple) == ["micro-date"]
    page = text_of(couple.browser.get(PAGE).text)
    first = places(couple, "micro-date")[0].starts.astimezone(LONDON)
    assert f"{first:%a} {first.day} {first:%b, %H:%M} 15 min, at home" in page
    assert "Take it up A small date" not in page
    assert "Take it up A long hug" in page


def test_a_hug_takes_seconds(couple: Account) -> None:
    take(couple, "hug")
    assert "30 seconds, at home" in text_of(couple.browser.get(PAGE).text)


def test_what_needs_children_is_not_offered_to_two(couple: Account) -> None:
    assert "An hour with the children" not in couple.browser.get(PAGE).text


def test_a_hug_never_lies_in_work(couple: Account) -> None:
    take(couple, "hug")
    hugs = places(couple, "hug")
    assert len(hugs) >= 5
    for person in windows.known_hours(by=couple.by):
        work = [one for one in person.shifts if one.kind is Kind.WORK]
        assert work
        assert not [
            hug for hug in hugs for one in work if hug.starts < one.ends and one.starts < hug.ends
        ]


def test_a_moved_shift_moves_the_placement(couple: Account) -> None:
    take(couple, "weekly-ritual")
    before = places(couple, "weekly-ritual")
    day = before[0].starts.astimezone(LONDON).day
    swap(couple, day, "00:00-23:45")
    after = places(couple, "weekly-ritual")
    assert before[0] not in after
    assert not [one for one in after if one.starts.astimezone(LONDON).day == day]


def test_a_voice_note_says_when_it_can_be_heard(nurse: Account) -> None:
    move_in(nurse, " ".join(["LD"] * 14), " ".join(["N"] * 14))
    take(nurse, "voice-note")
    notes = places(nurse, "voice-note")
    assert notes
    assert all(note.heard_at for note in notes)
    assert "a voice note, to be heard from" in nurse.browser.get(PAGE).text
    assert hold(nurse, "voice-note", notes[0].starts).status_code == 409


def test_who_meets_every_day_needs_no_voice_note(nurse: Account) -> None:
    move_in(nurse, " ".join(["-"] * 14), " ".join(["-"] * 14))
    take(nurse, "voice-note")
    assert "You meet on every day that the rosters know" in nurse.browser.get(PAGE).text


def test_what_fits_nowhere_is_said_early(nurse: Account) -> None:
    move_in(nurse, " ".join(["LD"] * 13 + ["-"]), " ".join(["N"] * 14))
    take(nurse, "lazy-morning")
    assert places(nurse, "lazy-morning") == []
    page = nurse.browser.get(PAGE).text
    assert "Not by Sun 1 Nov, where the rosters end; no near time is known yet." in page


def test_a_second_habit_is_refused_with_its_reason(couple: Account) -> None:
    take(couple, "gratitude")
    page = take(couple, "no-work-talk")
    assert page.status_code == 409
    assert "One habit at a time" in page.text
    assert "“One thank-you” is on its way since 19 October" in page.text
    assert taken(couple) == ["gratitude"]


def test_what_is_no_habit_may_stand_beside_one(couple: Account) -> None:
    for ritual in ("gratitude", "hug", "check-in", "hug"):
        assert take(couple, ritual).status_code == 302
    assert taken(couple) == ["gratitude", "hug", "check-in"]


def test_a_habit_let_go_makes_room_for_the_next(couple: Account) -> None:
    take(couple, "gratitude")
    assert couple.browser.post(DROP, {"ritual": "gratitude"})["Location"] == PAGE
    assert take(couple, "no-work-talk").status_code == 302
    assert taken(couple) == ["no-work-talk"]


def test_a_held_place_appears_in_the_feed_and_is_held_once(couple: Account) -> None:
    address = feed_address(couple)
    take(couple, "weekly-ritual")
    (first, *_rest) = places(couple, "weekly-ritual")
    assert hold(couple, "weekly-ritual", first.starts)["Location"] == "/together/plan"
    hold(couple, "weekly-ritual", first.starts)
    (item,) = items(couple)
    assert (item.starts, item.ends) == (first.starts, first.ends)
    feed = Client().get(address).content.decode()
    assert f"{first.starts.astimezone(LONDON):%Y%m%dT%H%M}00" in feed
    assert "SUMMARY:Held: time" in feed
    assert "ritual" not in feed.casefold()
    assert ">Held<" in couple.browser.get(PAGE).text


def test_a_held_place_moves_with_a_roster(couple: Account) -> None:
    take(couple, "weekly-ritual")
    (first, *_rest) = places(couple, "weekly-ritual")
    hold(couple, "weekly-ritual", first.starts)
    swap(couple, first.starts.astimezone(LONDON).day, "00:00-23:45")
    assert [one.starts for one in items(couple)] != [first.starts]
    assert "This had to move" in couple.browser.get("/together/plan").text


def test_what_is_held_says_which_ritual_it_is(couple: Account) -> None:
    take(couple, "micro-date")
    (first, *_rest) = places(couple, "micro-date")
    hold(couple, "micro-date", first.starts)
    assert items(couple)[0].ritual == "micro-date"
    when = f"{first.starts.astimezone(LONDON):%H:%M}"
    assert f"A small date · 15 min {date_words(first)}, {when}" in plan_text(couple)
    assert "A small date" in text_of(couple.browser.get("/together/").text)


def test_a_swap_moves_a_held_ritual_within_its_week_and_the_news_names_both(
    couple: Account,
) -> None:
    take(couple, "micro-date")
    for place in places(couple, "micro-date")[:2]:
        hold(couple, "micro-date", place.starts)
    first, second = items(couple)
    swap(couple, first.starts.astimezone(LONDON).day, "00:00-23:45")
    moved, stayed = items(couple)
    assert stayed == second
    assert (moved.uid, moved.ritual, moved.sequence) == (first.uid, "micro-date", 1)
    assert moved.starts.isocalendar().week == first.starts.isocalendar().week
    page = plan_text(couple)
    assert f"A small date, {date_words(first)}" in page
    assert "because you now work 0000-2345 from" in page
    follow(by=couple.by, now=NOW, sender=Taken)
    assert items(couple) == [moved, stayed]


def test_without_a_place_left_that_week_a_ritual_is_called_off_in_plain_words(
    couple: Account,
) -> None:
    take(couple, "micro-date")
    hold(couple, "micro-date", places(couple, "micro-date")[0].starts)
    keep_line(couple, own(couple), " ".join(["00:00-23:45"] * 7 + ["-"] * 7))
    assert items(couple) == []
    page = plan_text(couple)
    assert "A small date" in page
    assert "That week, from Monday to Sunday, has no other time for it." in page


def test_a_week_in_which_it_is_held_has_no_second_place(couple: Account) -> None:
    take(couple, "weekly-ritual")
    (_first, second) = places(couple, "weekly-ritual")
    hold(couple, "weekly-ritual", second.starts)
    weeks = [one.starts.isocalendar().week for one in places(couple, "weekly-ritual")]
    assert len(weeks) == len(set(weeks)) == 2
    assert second.starts in [one.starts for one in places(couple, "weekly-ritual")]


def test_no_ritual_is_proposed_on_top_of_a_held_window(couple: Account) -> None:
    window = hold_first(couple)
    for ritual in ("hug", "micro-date", "check-in", "weekly-ritual"):
        take(couple, ritual)
    view = queries.month(by=couple.by, now=NOW)
    assert view.placed
    assert not [one for one in view.placed if queries.is_held(one, view.held)]
    assert [one.starts for one in items(couple)] == [window.starts]


def test_in_the_middle_of_a_week_what_was_held_on_its_monday_still_counts(couple: Account) -> None:
    take(couple, "weekly-ritual")
    (first, *_rest) = places(couple, "weekly-ritual")
    hold(couple, "weekly-ritual", first.starts)
    later = first.ends + timedelta(hours=1)
    left = [one.starts.isocalendar().week for one in queries.month(by=couple.by, now=later).placed]
    assert first.starts.isocalendar().week not in left


def test_a_ritual_let_go_keeps_what_is_held_as_a_window(couple: Account) -> None:
    take(couple, "micro-date")
    hold(couple, "micro-date", places(couple, "micro-date")[0].starts)
    (before,) = items(couple)
    couple.browser.post(DROP, {"ritual": "micro-date"})
    assert items(couple) == [replace(before, ritual="")]
    assert "A small date" not in plan_text(couple)


def test_a_place_that_is_gone_is_not_held(couple: Account) -> None:
    take(couple, "hug")
    page = hold(couple, "hug", at(20, 3))
    assert page.status_code == 409
    assert "That time is not open any more" in page.text
    assert items(couple) == []


@pytest.mark.parametrize("address", [TAKE, HOLD])
@pytest.mark.parametrize("ritual", ["", "no-such-thing", "x" * 99])
def test_what_is_no_ritual_is_not_found(couple: Account, address: str, ritual: str) -> None:
    given = {"ritual": ritual, "starts": NOW.isoformat()}
    assert couple.browser.post(address, given).status_code == 404
    assert taken(couple) == []


def test_without_a_roster_the_page_asks_for_one(nurse: Account) -> None:
    take(nurse, "hug")
    assert "Bring a roster" in nurse.browser.get(PAGE).text


@pytest.mark.parametrize("address", [TAKE, DROP, HOLD])
def test_a_link_changes_nothing(couple: Account, address: str) -> None:
    assert couple.browser.get(address, {"ritual": "hug"}).status_code == 405
    assert taken(couple) == []


@pytest.mark.parametrize("address", [PAGE, TAKE, DROP, HOLD])
def test_nobody_comes_in(nobody: Client, address: str) -> None:
    page = nobody.get(address) if address == PAGE else nobody.post(address, {"ritual": "hug"})
    assert (page.status_code, page["Location"]) == (302, "/locked")


def test_one_sees_and_changes_nothing_of_another(couple: Account, stranger: Account) -> None:
    take(couple, "hug")
    assert 'id="hug"' not in stranger.browser.get(PAGE).text
    stranger.browser.post(DROP, {"ritual": "hug"})
    assert taken(couple) == ["hug"]
    assert taken(stranger) == []


def test_it_is_taken_along_and_erased(couple: Account) -> None:
    take(couple, "hug")
    found = personal.export(couple.by)
    assert found == {"taken": [{"ritual": "hug", "since": "2026-10-19"}], "own": None}
    personal.erase(couple.person)
    assert not Taken.objects.exists()
