"""A practice in a real hour: of both, of one's own roster, or none, and why."""

from dataclasses import replace
from datetime import date, timedelta
from html import unescape
from itertools import pairwise
from uuid import uuid4

import pytest
from django.test import Client
from tests.people import Account
from tests.web.hearing import Calm
from tests.web.house.furnished import Rooms, furnish
from tests.web.house.page import Page
from tests.web.observed import seen_by
from tests.web.rosters.desk import LONDON, NOW, keep_line, own
from tests.web.sending.asking import listens_with
from tests.web.windows.couple import HERS, feed_address, items, move_in

from aftershift.engines.basics.spans import daily, is_inside, meets, minute_of
from aftershift.engines.evidence.practices import Practice
from aftershift.engines.rosters.shifts import Kind
from aftershift.engines.windows.moments import Gap
from aftershift.engines.windows.plan import PlanItem
from aftershift.library.evidence import load_evidence
from aftershift.library.week import load_week
from aftershift.web.coach import actions as coach_actions
from aftershift.web.coach import placing, queries
from aftershift.web.coach.models import Talk
from aftershift.web.coach.papers import Said, Step
from aftershift.web.coach.placing import Hour, Missing
from aftershift.web.people import sessions
from aftershift.web.rosters import queries as rosters
from aftershift.web.windows import actions as plan_actions
from aftershift.web.windows import queries as windows
from aftershift.web.windows.ground import own_ground

PLACE, PAGE, PLAN = "/coach/place", "/coach/", "/together/plan"
RITUAL, SBI, THANKS = "self.transition-ritual", "colleague.sbi", "partner.thanks"
NIGHTS = "N N N N - - - N N N N - - -"
OWN = sorted(load_week().own)


@pytest.fixture(autouse=True)
def ear(monkeypatch: pytest.MonkeyPatch) -> Calm:
    return listens_with(monkeypatch, Calm())


@pytest.fixture
def couple(nurse: Account) -> Account:
    move_in(nurse)
    return nurse


def practice(name: str) -> Practice:
    return load_evidence().practices[name]


def hour(who: Account, name: str) -> Hour | Missing | None:
    return placing.hour_for(by=who.by, practice=practice(name), now=NOW)


def agreed_to(who: Account, name: str) -> None:
    """Stand where the coach said a plan last, of this practice."""
    kept = queries.paper(by=who.by)
    said = Said(by_coach=True, text="Then that is the plan.", place=name)
    row = Talk.objects.filter(person=who.person).first() or Talk(person=who.person)
    row.write_from(who.by.vault, replace(kept, said=(*kept.said, said), last=NOW, began=NOW))
    row.save()


def page_of(who: Account) -> str:
    page = who.browser.get(PAGE).text
    assert Page(page).faults() == []
    return unescape(" ".join(page.split()))


def of(who: Account, name: str) -> list[PlanItem]:
    return [one for one in items(who) if one.practice == name]


# --- where it lies ----------------------------------------------------------------------


@pytest.mark.parametrize("line", [HERS, NIGHTS, "LD LD LD LD LD LD - L L L L L - -"])
def test_what_one_does_alone_lies_in_no_sleep_shift_or_hour_that_the_guard_warns_of(
    nurse: Account, line: str
) -> None:
    keep_line(nurse, own(nurse), line)
    plan = windows.plan(by=nurse.by)
    ground = own_ground(by=nurse.by, now=NOW, plan=plan, just_me=False)
    assert ground is not None
    person, (starts, ends) = ground.own.availability, plan.limits.quiet
    quiet = daily(person.covers, LONDON, starts=starts, ends=ends)
    shifts = rosters.shifts_by_member(by=nurse.by)[own(nurse)]
    found = [one for name in OWN if isinstance(one := hour(nurse, name), Hour)]
    assert len(found) > 20
    for one in found:
        span = minute_of(one.starts), minute_of(one.ends)
        assert one.starts > NOW
        assert not meets(span, person.sleep)
        assert not meets(span, quiet)
        assert not any(
            shift.kind is Kind.WORK and shift.starts < one.ends and one.starts < shift.ends
            for shift in shifts
        )
        if one.gap is not Gap.HANDOVER:
            assert is_inside(span, person.rested)


@pytest.mark.parametrize(
    ("line", "name", "gap", "does"),
    [
        (HERS, RITUAL, Gap.HANDOVER, "sit down for five minutes before I set off"),
        (NIGHTS, RITUAL, Gap.ALONE, "sit down for five minutes with nothing in my hands"),
        (HERS, SBI, Gap.HANDOVER, "find them alone, and name one thing I saw and what it led to"),
        (NIGHTS, SBI, Gap.ALONE, "write one line of what a camera would have shown"),
        (HERS, "self.seek-care", Gap.OFFICE, "ring for an appointment"),
        (HERS, "self.reflective-writing", Gap.ALONE, "write for fifteen minutes, and end with one"),
    ],
)
def test_the_end_of_a_shift_is_taken_where_there_is_one_and_else_a_gap_of_ones_own(
    nurse: Account, line: str, name: str, gap: Gap, does: str
) -> None:
    keep_line(nurse, own(nurse), line)
    found = hour(nurse, name)
    assert isinstance(found, Hour)
    assert found.gap is gap
    assert found.does.startswith(does)
    ends = {one.ends for one in rosters.shifts_by_member(by=nurse.by)[own(nurse)]}
    assert (found.starts in ends) is (gap is Gap.HANDOVER)


def test_what_is_for_two_takes_a_window_of_both_and_nothing_at_work_does(couple: Account) -> None:
    found = hour(couple, THANKS)
    assert isinstance(found, Hour)
    assert found.gap is None
    for name in ("colleague.feedforward", "colleague.task-feedback", "team.read-back"):
        assert hour(couple, name) is None
    at_work = [one for one in load_evidence().practices.values() if placing.is_for_two(one)]
    assert all({"partner", "family"} & set(one.scope) for one in at_work)


@pytest.mark.parametrize("name", ["self.calm-not-vent", "self.micro-break", "safety.stop-rule"])
def test_what_answers_an_event_and_what_is_for_the_afraid_has_no_hour(
    couple: Account, name: str
) -> None:
    agreed_to(couple, name)
    assert hour(couple, name) is None
    assert "Place it there" not in page_of(couple)
    assert couple.browser.post(PLACE, {"practice": name}).status_code == 409
    assert of(couple, name) == []


# --- one tap -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "plan"),
    [
        (RITUAL, "“After handover, I sit down for five minutes before I set off.”"),
        (SBI, "“After handover, I find them alone, and name one thing I saw and what it led to.”"),
        ("self.three-good-things", ", I write down three things that went well.”"),
        (THANKS, f"“{practice(THANKS).plan}”"),
    ],
)
def test_one_tap_places_an_if_then_plan_and_a_second_does_not_double_it(
    couple: Account, name: str, plan: str
) -> None:
    agreed_to(couple, name)
    page = page_of(couple)
    assert plan in page
    assert page.count("Place it there") == 1
    expected = hour(couple, name)
    assert isinstance(expected, Hour)
    for _tap in range(2):
        assert couple.browser.post(PLACE, {"practice": name})["Location"] == PLAN
    (item,) = of(couple, name)
    assert (item.starts, item.ends) == (expected.starts, expected.ends)
    assert item.people == (() if expected.gap is None else (windows.own_name(by=couple.by),))
    assert queries.paper(by=couple.by).steps[-1].due == item.ends
    assert practice(name).name in unescape(couple.browser.get(PLAN).text)
    assert "Place it there" not in page_of(couple)


def test_two_steps_never_lie_on_each_other(couple: Account) -> None:
    for name in ("self.three-good-things", "self.bite-sized-positive", RITUAL, SBI):
        couple.browser.post(PLACE, {"practice": name})
    spans = sorted(one.span for one in items(couple))
    assert len(spans) == 4
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


# --- what is missing -------------------------------------------------------------------------


@pytest.mark.parametrize("name", [RITUAL, SBI, THANKS])
def test_without_a_roster_it_says_so_in_a_sentence_and_the_plan_stands(
    nurse: Account, name: str
) -> None:
    agreed_to(nurse, name)
    page = page_of(nurse)
    assert "Your roster for the days to come is not here, so it has no hour yet." in page
    assert f"“{practice(name).plan}”" in page
    assert '<a href="/rosters/bring">Bring a roster</a>' in page
    assert "Place it there" not in page
    assert nurse.browser.post(PLACE, {"practice": name}).status_code == 409
    assert items(nurse) == []


def test_what_is_for_two_says_that_the_others_hours_are_missing(nurse: Account) -> None:
    keep_line(nurse, own(nurse), HERS)
    agreed_to(nurse, THANKS)
    assert "The other’s hours are not known here" in page_of(nurse)
    agreed_to(nurse, RITUAL)
    assert "Place it there" in page_of(nurse)


def test_where_no_stretch_fits_no_roster_is_asked_for(nurse: Account) -> None:
    keep_line(nurse, own(nurse), NIGHTS)
    agreed_to(nurse, "colleague.mentor")
    page = page_of(nurse)
    assert "No stretch of the next two weeks fits it" in page
    assert "Bring a roster" not in page


# --- only mine ---------------------------------------------------------------------------------


def test_in_just_me_ones_own_is_placed_and_nobody_else_can_tell(
    nurse: Account, partner: Account, nobody: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sessions, "see", lambda session, now: None)  # their own minute
    rooms: Rooms = furnish(nurse)
    furnish(partner)
    nurse.browser.post("/mine/away")
    others = (partner.browser, nobody)
    before = seen_by(others, rooms)
    assert nurse.browser.post(PLACE, {"practice": RITUAL})["Location"] == PLAN
    assert seen_by(others, rooms) == before  # the feed is among it
    (item,) = of(nurse, RITUAL)
    assert item.unlisted
    assert practice(RITUAL).name in nurse.browser.get(PLAN).text
    for name in (THANKS, "partner.voice-note", "partner.reappraise-7"):
        assert nurse.browser.post(PLACE, {"practice": name}).status_code == 409


def test_else_it_stands_in_the_feed_without_a_name(couple: Account, nobody: Client) -> None:
    feed = feed_address(couple)
    before = nobody.get(feed).content.count(b"BEGIN:VEVENT")
    couple.browser.post(PLACE, {"practice": RITUAL})
    after = nobody.get(feed).content
    assert after.count(b"BEGIN:VEVENT") == before + 1
    assert practice(RITUAL).name.encode() not in after


# --- when a roster changes -----------------------------------------------------------------------


def test_what_the_coach_placed_moves_with_the_roster_within_its_week(nurse: Account) -> None:
    keep_line(nurse, own(nurse), "- - LD - - - - - - - - - - -")
    nurse.browser.post(PLACE, {"practice": RITUAL})
    (item,) = of(nurse, RITUAL)
    assert item.starts.astimezone(LONDON).date() == date(2026, 10, 21)
    keep_line(nurse, own(nurse), "- - - LD - - - - - - - - - -")
    (moved,) = of(nurse, RITUAL)
    assert moved.uid == item.uid
    assert moved.starts - item.starts == timedelta(days=1)
    keep_line(nurse, own(nurse), "N N N N N N N N N N N N N N")
    (quiet,) = of(nurse, RITUAL)
    assert quiet.gap is Gap.ALONE  # no step at the end of a night
    keep_line(nurse, own(nurse), "LD LD LD LD LD LD LD LD LD LD LD LD LD LD")
    ends = {one.ends for one in rosters.shifts_by_member(by=nurse.by)[own(nurse)]}
    assert all(one.starts in ends or one.gap is Gap.ALONE for one in of(nurse, RITUAL))


# --- let go on the plan page ---------------------------------------------------------------


def let_go(who: Account, item: PlanItem) -> None:
    assert who.browser.post(f"{PLAN}/{item.uid}/let-go")["Location"] == PLAN


def test_a_step_whose_hour_is_let_go_on_the_plan_page_is_never_asked_about(
    couple: Account,
) -> None:
    for name in (RITUAL, THANKS):
        couple.browser.post(PLACE, {"practice": name})
    (gone,), (stays,) = of(couple, RITUAL), of(couple, THANKS)
    let_go(couple, gone)
    kept = queries.paper(by=couple.by)
    assert [one.practice for one in kept.steps] == [THANKS]
    assert [one.practice for one in queries.open_steps(kept, stays.ends)] == [THANKS]
    assert queries.known(by=couple.by, kept=kept, now=gone.ends).last_step == ""
    let_go(couple, stays)
    assert queries.paper(by=couple.by).steps == ()


def test_what_was_told_of_a_step_stays_when_its_next_hour_is_let_go(couple: Account) -> None:
    kept = queries.paper(by=couple.by)
    told = Step(practice=RITUAL, planned=NOW - timedelta(days=3), outcome="helped")
    row = Talk(person=couple.person)
    row.write_from(couple.by.vault, replace(kept, steps=(told,)))
    row.save()
    couple.browser.post(PLACE, {"practice": RITUAL})
    let_go(couple, of(couple, RITUAL)[0])
    assert queries.paper(by=couple.by).steps == (told,)


def test_a_step_with_another_hour_is_asked_about_after_that(couple: Account) -> None:
    couple.browser.post(PLACE, {"practice": RITUAL})
    (first,) = of(couple, RITUAL)
    later = replace(
        first,
        uid=str(uuid4()),
        starts=first.starts + timedelta(days=7),
        ends=first.ends + timedelta(days=7),
    )
    plan_actions.hold_item(by=couple.by, item=later, now=NOW)
    let_go(couple, first)
    assert [one.due for one in queries.paper(by=couple.by).steps] == [later.ends]
    let_go(couple, later)
    assert queries.paper(by=couple.by).steps == ()


def test_a_window_or_somebody_elses_hour_closes_no_step(couple: Account, partner: Account) -> None:
    couple.browser.post(PLACE, {"practice": RITUAL})
    steps = queries.paper(by=couple.by).steps
    (held,) = of(couple, RITUAL)
    plain = replace(held, uid=str(uuid4()), practice="")
    plan_actions.hold_item(by=couple.by, item=plain, now=NOW)
    let_go(couple, plain)
    let_go(partner, held)
    assert queries.paper(by=couple.by).steps == steps
    assert of(couple, RITUAL) == [held]
    assert not Talk.objects.filter(person=partner.person).exists()


def test_what_the_coach_forgets_stays_held(couple: Account) -> None:
    couple.browser.post(PLACE, {"practice": RITUAL})
    held = of(couple, RITUAL)
    coach_actions.forget_steps(by=couple.by)
    assert of(couple, RITUAL) == held
    let_go(couple, held[0])
    assert queries.paper(by=couple.by).steps == ()
