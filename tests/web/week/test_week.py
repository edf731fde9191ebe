"""The week: small things proposed, refused, placed, moved; one habit, one bold move, one talk."""

import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from tests.people import Account
from tests.web.hearing import Calm
from tests.web.rosters.desk import LONDON, NOW, keep_line, own
from tests.web.sending.asking import listens_with
from tests.web.windows.couple import feed_address, items, move_in, swap

from aftershift.engines.rosters.shifts import Kind
from aftershift.engines.safety.risk import Category, Level, Risk
from aftershift.engines.windows.moments import FOR_TWO
from aftershift.engines.windows.plan import ItemState, PlanItem
from aftershift.engines.windows.rituals import Tie
from aftershift.engines.wording.scripts import To
from aftershift.web.coach import queries as coach
from aftershift.web.rituals import queries as rituals
from aftershift.web.rosters import queries as rosters
from aftershift.web.week import actions, fitting, queries
from aftershift.web.week.fitting import Proposal
from aftershift.web.week.models import Week

PAGE = "/week/"
FULL = "LD LD LD LD LD LD LD LD LD LD LD LD LD LD"
GRAVE = Risk(level=Level.EMERGENCY, categories=(Category.SUICIDE_PLAN,))


@pytest.fixture
def couple(nurse: Account) -> Account:
    """The nurse and Sam, with both rosters."""
    move_in(nurse)
    return nurse


def proposed(who: Account, now: datetime = NOW) -> tuple[Proposal, ...]:
    return fitting.proposals(queries.view(by=who.by, now=now), by=who.by)


def send(who: Account, to: str, /, **given: Any) -> Any:
    return who.browser.post(f"{PAGE}{to}", given)


def place(who: Account, one: Proposal) -> Any:
    return send(who, "place", name=one.practice.id, starts=one.place.starts.isoformat())


def text_of(who: Account, page: str = PAGE) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", who.browser.get(page).text).split())


def own_item(who: Account) -> PlanItem:
    return next(one for one in items(who) if one.people)


def test_three_at_most_are_proposed_each_on_a_day_of_its_own(couple: Account) -> None:
    found = proposed(couple)
    assert 1 <= len(found) <= 3
    days = [one.place.starts.astimezone(LONDON).date() for one in found]
    assert len(set(days)) == len(days)
    page = text_of(couple)
    assert all(one.practice.name in page for one in found)
    assert "Why this" in page
    assert page.count("Last looked at:") >= len(found)


def test_nothing_lies_in_sleep_work_or_on_the_way(couple: Account) -> None:
    seen = queries.view(by=couple.by, now=NOW)
    assert seen.ground is not None
    shifts = rosters.shifts_by_member(by=couple.by)[own(couple)]
    for one in proposed(couple):
        starts, ends = one.place.span
        person = seen.ground.own.availability
        assert not any(a < ends and starts < b for a, b in person.sleep)
        assert not any(
            shift.kind is Kind.WORK
            and shift.starts < one.place.ends
            and one.place.starts < shift.ends
            for shift in shifts
        )


@pytest.mark.parametrize("cap", [0, 1, 2, 7])
def test_a_week_never_holds_more_than_the_person_allows(couple: Account, cap: int) -> None:
    send(couple, "cap", cap=cap)
    for _time in range(cap + 2):
        for one in proposed(couple)[:1]:
            place(couple, one)
    seen = queries.view(by=couple.by, now=NOW)
    assert len(fitting.placed_this_week(seen)) <= cap
    assert len(proposed(couple)) <= cap


def test_a_full_roster_has_no_more_than_the_cap_either(nurse: Account) -> None:
    keep_line(nurse, own(nurse), FULL)
    assert len(proposed(nurse)) <= 3


def test_a_number_that_is_no_cap_is_refused(couple: Account) -> None:
    assert send(couple, "cap", cap=9).status_code == 422
    assert queries.paper(by=couple.by).cap == 3


def test_what_is_put_away_leaves_nothing_behind_and_is_not_replaced(couple: Account) -> None:
    before = proposed(couple)
    send(couple, "not-this", name=before[0].practice.id)
    after = proposed(couple)
    assert before[0].practice.id not in {one.practice.id for one in after}
    assert len(after) < len(before)
    assert coach.paper(by=couple.by).steps == ()
    for one in after:
        send(couple, "not-this", name=one.practice.id)
    page = text_of(couple)
    assert "Nothing more this week. That is enough." in page
    assert not re.search(r"streak|missed|refused|failed|in a row without", page)
    next_week = proposed(couple, NOW + timedelta(days=7))
    assert before[0].practice.id not in {one.practice.id for one in next_week}


def test_what_is_placed_is_held_and_asked_about_only_after_its_hour(couple: Account) -> None:
    one = proposed(couple)[0]
    assert place(couple, one)["Location"] == PAGE
    assert [item.practice for item in items(couple)] == [one.practice.id]
    kept = coach.paper(by=couple.by)
    assert coach.open_steps(kept, NOW) == ()
    assert len(coach.open_steps(kept, one.place.ends)) == 1


def test_what_is_let_go_is_never_asked_about(couple: Account) -> None:
    one = proposed(couple)[0]
    place(couple, one)
    uid = items(couple)[0].uid
    assert couple.browser.post(f"{PAGE}{uid}/let-go")["Location"] == PAGE
    assert items(couple) == []
    assert coach.paper(by=couple.by).steps == ()
    assert queries.paper(by=couple.by).kept == ()


def test_what_is_let_go_on_the_plan_page_is_never_asked_about_either(couple: Account) -> None:
    first, other = proposed(couple)[:2]
    place(couple, first)
    place(couple, other)
    gone = next(item for item in items(couple) if item.practice == first.practice.id)
    couple.browser.post(f"/together/plan/{gone.uid}/let-go")
    assert [one.practice for one in coach.paper(by=couple.by).steps] == [other.practice.id]


@pytest.mark.parametrize(
    ("to", "what"),
    [
        ("place", {"name": "partner.kiss"}),
        ("not-this", {"name": "no.such"}),
        ("bold", {"move": "hour"}),
    ],
)
def test_what_is_not_proposed_is_answered_with_what_is(
    couple: Account, to: str, what: dict[str, str]
) -> None:
    page = send(couple, to, starts="2026-10-19T03:00:00+01:00", **what)
    assert page.status_code == 409
    assert "not open any more" in page.text
    assert items(couple) == []


def test_ones_own_moment_moves_with_a_swapped_shift_and_is_told(couple: Account) -> None:
    times = fitting.talk_times(queries.view(by=couple.by, now=NOW), To.FRIEND)
    given = {"starts": times[-1].starts.isoformat(), "words": "Have you got ten minutes"}
    send(couple, "conversation", to="friend", **given)
    before = own_item(couple)
    day = before.starts.astimezone(LONDON).day
    swap(couple, day, "LD")
    moved = [one for one in items(couple) if one.uid == before.uid]
    assert not moved or moved[0].starts != before.starts
    assert "had to move" in text_of(couple, "/together/plan")


def first_talk(who: Account, to: To) -> dict[str, str]:
    times = fitting.talk_times(queries.view(by=who.by, now=NOW), to)
    return {"starts": times[0].starts.isoformat(), "words": "Have you got ten minutes"}


# --- one habit -----------------------------------------------------------------------


def begin(who: Account, words: str = "say one thanks aloud", tie: Tie = Tie.AFTER_HANDOVER) -> Any:
    return send(who, "habit", tie=tie.value, words=words)


def test_a_habit_follows_the_shift_that_it_is_tied_to(couple: Account) -> None:
    assert begin(couple)["Location"] == PAGE
    before = queries.habit_times(queries.view(by=couple.by, now=NOW))
    assert "After handover, I say one thanks aloud" in text_of(couple)
    swap(couple, 21, "LD")
    after = queries.habit_times(queries.view(by=couple.by, now=NOW))
    assert len(after) == len(before) + 1


def test_a_second_habit_is_refused_politely_whichever_was_first(couple: Account) -> None:
    begin(couple)
    page = begin(couple, "ring my sister")
    assert page.status_code == 409
    assert "One habit at a time" in page.text
    assert "ring my sister" not in text_of(couple)
    waits = couple.browser.post("/rituals/take-up", {"ritual": "gratitude"})
    assert waits.status_code == 409
    assert "say one thanks aloud" in waits.text
    couple.browser.post(f"{PAGE}habit/end")
    couple.browser.post("/rituals/take-up", {"ritual": "gratitude"})
    assert begin(couple).status_code == 409


def test_a_habit_that_is_let_go_leaves_room_for_the_next(couple: Account) -> None:
    begin(couple)
    couple.browser.post(f"{PAGE}habit/end")
    assert rituals.taken_up(by=couple.by).own is None
    assert begin(couple, "ring my sister").status_code == 302


def test_small_reminders_stand_in_the_feed_under_a_title_that_says_nothing(
    couple: Account,
) -> None:
    begin(couple)
    address = feed_address(couple)
    assert "Something small" not in couple.browser.get(address).text
    send(couple, "calendar", is_shown="on")
    calendar = couple.browser.get(address).text
    times = queries.habit_times(queries.view(by=couple.by, now=NOW))
    assert calendar.count("SUMMARY:Something small") == len(times)
    assert "say one thanks" not in calendar
    swap(couple, 20, "-")
    fewer = couple.browser.get(address).text
    assert fewer.count("SUMMARY:Something small") < len(times)
    send(couple, "calendar")
    assert "Something small" not in couple.browser.get(address).text


# --- one bold move, one conversation, a text for a break -------------------------------


def test_a_bold_move_lies_in_a_slot_that_both_plans_have(couple: Account) -> None:
    seen = queries.view(by=couple.by, now=NOW)
    offers = fitting.bold_offers(seen)
    assert len(offers) == 4
    assert seen.ground is not None
    assert seen.ground.other is not None
    placed = [one.place for one in offers if one.place and one.move.gap in FOR_TWO]
    assert placed
    for place_ in placed:
        for person in (seen.ground.own, seen.ground.other):
            free = person.availability.home_awake
            assert any(a <= place_.span[0] and place_.span[1] <= b for a, b in free)


def test_there_is_one_bold_move_and_another_takes_its_place(couple: Account) -> None:
    offers = [one for one in fitting.bold_offers(queries.view(by=couple.by, now=NOW)) if one.place]
    for one in offers[:2]:
        assert one.place is not None
        send(couple, "bold", move=one.move.id, starts=one.place.starts.isoformat())
    held = [one.practice for one in items(couple)]
    assert held == [f"bold.{offers[1].move.id}"]
    assert offers[1].move.name in text_of(couple)


def test_the_next_conversation_is_a_time_and_a_line(couple: Account) -> None:
    page = text_of(couple, f"{PAGE}conversation?to=partner")
    assert "How it begins" in page
    given = first_talk(couple, To.PARTNER)
    assert send(couple, "conversation", to="partner", **given)["Location"] == PAGE
    (item,) = items(couple)
    assert item.people == ()
    assert "Have you got ten minutes" in text_of(couple)


def test_a_conversation_without_a_line_is_asked_for_one(couple: Account) -> None:
    given = first_talk(couple, To.FRIEND)
    page = send(couple, "conversation", to="friend", starts=given["starts"])
    assert page.status_code == 422
    assert "Choose a line, or write one." in page.text


def test_a_time_that_was_taken_while_somebody_wrote_is_said_and_the_words_stay(
    couple: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = first_talk(couple, To.FRIEND) | {"line": "", "words": "Shall we walk on Sunday?"}
    plan_talk = actions.plan_talk

    def late(**asked: Any) -> None:
        monkeypatch.setattr(fitting, "talk_times", lambda *_: ())
        plan_talk(**asked)

    monkeypatch.setattr(actions, "plan_talk", late)
    page = send(couple, "conversation", to="friend", **given)
    assert page.status_code == 422
    assert "That time is not free any more." in page.text
    assert "Shall we walk on Sunday?" in page.text
    assert items(couple) == []


def test_a_text_waits_for_its_break_and_is_sent_by_nobody_but_its_writer(couple: Account) -> None:
    page = couple.browser.get(PAGE).text
    at = re.search(r'value="(2026-10-19/\d+)"', page)
    assert at is not None
    send(couple, "text", to="Sam", text="Thinking of you", at=at[1])
    text = queries.paper(by=couple.by).texts[0]
    assert queries.texts_due(by=couple.by, now=NOW) == ()
    opens = queries.due(text, queries.own_shifts(by=couple.by))
    assert opens is not None
    assert queries.texts_due(by=couple.by, now=opens) == (text,)
    opened = couple.browser.get(f"{PAGE}text/{text.id}").text
    assert "Written earlier by you, Mon 19 Oct" in opened
    assert "(Written earlier, Mon 19 Oct" in opened
    assert "sms:?body=Thinking%20of%20you" in opened
    couple.browser.post(f"{PAGE}text/{text.id}/erase")
    assert queries.paper(by=couple.by).texts == ()


def test_a_moved_shift_moves_the_break_and_a_lost_one_is_said(couple: Account) -> None:
    page = couple.browser.get(PAGE).text
    at = re.findall(r'value="(2026-10-20/\d+)"', page)[0]
    send(couple, "text", to="Sam", text="Thinking of you", at=at)
    swap(couple, 20, "-")
    assert "no shift on that day any more" in text_of(couple)


# --- the load, what is put away, and what is heard --------------------------------------


def test_an_overloaded_roster_is_named_before_any_step_of_ones_own(nurse: Account) -> None:
    keep_line(nurse, own(nurse), "N N N N N - - - - - - - - -")
    page = text_of(nurse)
    assert "5 nights in a row" in page
    assert page.index("your roster is the load") < page.index("Small steps")
    assert "Ask whoever makes the rota" in page


def test_a_roster_within_its_limits_is_not_blamed(couple: Account) -> None:
    assert "your roster is the load" not in text_of(couple)


def test_what_is_for_two_is_not_there_where_it_was_put_away(couple: Account) -> None:
    couple.browser.post("/mine/away")
    seen = queries.view(by=couple.by, now=NOW)
    assert not seen.has_other
    assert all(one.place.idea.gap not in FOR_TWO for one in proposed(couple))
    page = text_of(couple)
    assert "My partner" not in page
    assert "Protect one hour" not in page
    assert "Put away" in text_of(couple, f"{PAGE}conversation?to=partner")


def test_words_about_danger_are_answered_with_people(
    couple: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    listens_with(monkeypatch, Calm(risk=GRAVE))
    page = begin(couple, "end it tonight")
    assert page.status_code == 200
    assert "People to call" in page.text
    assert "end it tonight" not in page.text


def test_a_patients_name_is_asked_about_before_anything_is_kept(couple: Account) -> None:
    page = begin(couple, "ring Mrs Okafor in bed 12")
    assert page.status_code == 422
    assert "not a patient" in page.text
    assert rituals.taken_up(by=couple.by).own is None


def test_without_a_roster_the_page_says_what_is_needed(nurse: Account) -> None:
    assert "is needed first" in text_of(nurse)


def test_one_never_sees_anothers_week(couple: Account, partner: Account) -> None:
    begin(couple)
    assert "say one thanks aloud" not in partner.browser.get(PAGE).text
    place(couple, proposed(couple)[0])
    uid = items(couple, ItemState.HELD)[0].uid
    assert partner.browser.post(f"{PAGE}{uid}/let-go").status_code == 404
    assert len(items(couple)) == 1
    assert Week.objects.filter(person=partner.person).count() == 0
