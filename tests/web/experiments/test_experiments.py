"""Experiments of one: drawn, followed through changed rosters, ticked, stopped, read at last."""

import re
from dataclasses import replace
from datetime import timedelta
from html import unescape
from uuid import uuid4

import pytest
from tests.people import Account
from tests.web.experiments.evening_desk import (
    BEGIN,
    PAGE,
    WISH,
    after,
    answer,
    answer_all,
    at,
    begin,
    clock_at,
    did,
    live_together,
    night_on,
    only,
    text,
)
from tests.web.rosters.desk import NOW, bytes_of_database, keep_line, own

from aftershift.engines.checkins.evenings import evening_span, place_in
from aftershift.engines.evidence.practices import Stop
from aftershift.engines.windows.plan import ItemState, Move, MoveCause
from aftershift.library.evidence import load_evidence
from aftershift.web.experiments import actions, personal, queries
from aftershift.web.experiments.models import Experiments
from aftershift.web.experiments.words import OF_AN_EVENING
from aftershift.web.windows import actions as plans
from aftershift.web.windows import queries as windows

SAFE = "/mine/away"


# --- drawn ----------------------------------------------------------------------------


def test_the_plan_lies_on_evenings_when_both_are_awake_and_home(running: Account) -> None:
    one = only(running)
    land = queries.ground(by=running.by, two=True, first=NOW.date(), now=NOW)
    zone = windows.own_zone(by=running.by)
    assert len(one.blocks) == 7
    for day in one.days:
        assert day > NOW.date()
        assert place_in(land.awake, evening_span(day, zone), minutes=15)
    for block in one.blocks:
        assert 1 <= abs((block.with_ritual - block.without).days) <= 2


def test_the_coin_says_which_evening_has_it(
    couple: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(actions, "coin", lambda: True)
    begin(couple)
    assert all(block.with_ritual < block.without for block in only(couple).blocks)


def test_the_coin_falls_on_both_sides() -> None:
    assert {actions.coin() for _time in range(200)} == {True, False}


def test_a_plan_is_drawn_once(running: Account) -> None:
    before = only(running)
    assert begin(running).status_code == 409
    running.browser.get(PAGE)
    keep_line(running, own(running), night_on(before.blocks[0].with_ritual + timedelta(days=40)))
    assert only(running) == before


def test_too_few_evenings_say_how_far_the_rosters_reach_and_offer_fewer(nurse: Account) -> None:
    live_together(nurse, fortnights=2)
    page = begin(nurse, blocks="21")
    assert page.status_code == 409
    said = re.search(
        r"Known up to (\d+ \w+): room for (\d+) blocks. Choose (\d+) blocks", page.text
    )
    assert said is not None
    assert said[1] == "15 November"
    assert int(said[3]) <= int(said[2]) < 21
    assert "checked" in page.text  # what was chosen stays
    assert begin(nurse, blocks=said[3]).status_code == 302


def test_a_practice_of_the_shelf_can_be_tried_with_its_grade_beside_it(couple: Account) -> None:
    said = text(couple)
    shelf = load_evidence().practices
    for name in OF_AN_EVENING:
        one = shelf[name]
        assert f"{one.name} ({one.grade.value}: {one.grade.words})" in unescape(said)
        assert set(one.stops) == {Stop.VIOLENCE}  # that goes away with all that is for two
    assert begin(couple, what="partner.plan-future").status_code == 302
    one_drawn = only(couple)
    assert one_drawn.wish.two
    assert queries.minutes_of(one_drawn.wish.ritual) == shelf["partner.plan-future"].minutes == 30
    assert "One thing to look forward to" in text(couple)


def test_what_answers_a_quarrel_is_not_drawn_by_a_coin(couple: Account) -> None:
    assert begin(couple, what="partner.repair").status_code == 422
    couple.browser.post(SAFE)
    assert "Five undivided minutes" not in text(couple)
    assert begin(couple, what="partner.five-present").status_code == 422


def test_without_a_roster_nothing_is_drawn_and_the_way_is_shown(nurse: Account) -> None:
    assert "No evening to come is known for this yet." in text(nurse)
    page = begin(nurse)
    assert page.status_code == 409
    assert "bring rosters that reach further" in page.text
    assert queries.paper(by=nurse.by).experiments == ()


def test_one_person_alone_has_more_evenings_than_two(nurse: Account) -> None:
    couple, sam = nurse, live_together(nurse)
    keep_line(couple, sam, " ".join(["N N N - - - -"] * 8))
    own_words = {"what": "own", "words": "A walk before dinner", "whom": "me"}
    assert begin(couple, **own_words, outcome="mood").status_code == 302
    one = only(couple)
    assert (one.wish.words, one.wish.two) == ("A walk before dinner", False)
    alone = queries.reach(by=couple.by, two=False, minutes=0, now=NOW)
    both = queries.reach(by=couple.by, two=True, minutes=0, now=NOW)
    assert alone.blocks > both.blocks > 0


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"what": "own"}, "Choose a ritual, or say in a few words what it is."),
        ({"what": "own", "words": "Tea"}, "Choose who takes part"),
        ({"outcome": ""}, "Choose what to compare."),
        ({"outcome": "weight"}, "Choose what to compare."),
        ({"blocks": "8"}, "Choose how many evenings."),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_drawn(
    couple: Account, wrong: dict[str, str], says: str
) -> None:
    page = begin(couple, **wrong)
    assert page.status_code == 422
    assert says in page.text
    assert queries.paper(by=couple.by).experiments == ()


def test_a_patient_is_asked_about_before_anything_is_kept(couple: Account) -> None:
    words = {"what": "own", "words": "Talk of Mrs Kowalski in bed 12", "whom": "me"}
    page = begin(couple, **words)
    assert page.status_code == 422
    assert "Nothing was kept yet" in page.text
    assert begin(couple, **words, not_a_patient="on").status_code == 302


# --- while it runs --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("is_with", "says"), [(True, "Tonight with."), (False, "Tonight without.")]
)
def test_the_page_says_what_tonight_is(
    running: Account, monkeypatch: pytest.MonkeyPatch, says: str, *, is_with: bool
) -> None:
    block = only(running).blocks[0]
    clock_at(monkeypatch, at(block.with_ritual if is_with else block.without))
    assert says in text(running)


def test_a_day_in_no_block_says_so(running: Account) -> None:
    assert "No block today." in text(running)
    assert did(running, only(running), NOW.date()).status_code == 409


def test_an_evening_is_ticked_that_night_or_until_noon(
    running: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    day = only(running).blocks[0].with_ritual
    clock_at(monkeypatch, at(day))
    assert did(running, only(running), day).status_code == 302
    clock_at(monkeypatch, at(day + timedelta(days=1), 11))
    assert did(running, only(running), day, "no").status_code == 302
    assert only(running).done == {day: False}
    clock_at(monkeypatch, at(day + timedelta(days=1), 13))
    assert did(running, only(running), day).status_code == 409
    assert did(running, only(running), day, "perhaps").status_code == 422
    assert only(running).done == {day: False}


def test_nobody_peeks_before_noon_of_the_day_after(
    running: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = only(running)
    answer_all(running, one, lambda drawn, _place: 9 if drawn == "with" else 3)
    late = at(after(one).date(), 11)
    for now in (at(min(one.days)), at(max(one.days)), late):
        clock_at(monkeypatch, now)
        result = queries.result_of(by=running.by, one=one, now=now)
        assert (result.difference, result.p, result.nap) == (None, None, None)
        said = text(running)
        assert "Until then no result is shown" in said
        assert not re.search(r"higher|lower|points of ten|It seems", said)
        assert running.browser.get(f"{PAGE}{one.id}").status_code == 302
    taken = str(personal.export(running.by))
    assert "difference" not in taken
    clock_at(monkeypatch, after(one))
    assert "It seems to help" in text(running, f"{PAGE}{one.id}")


def test_a_changed_roster_drops_a_block_before_anything_of_it_is_known(running: Account) -> None:
    before = only(running)
    lost = before.blocks[2]
    keep_line(running, own(running), night_on(lost.without))
    now = only(running)
    assert lost in now.dropped
    assert set(now.blocks) == set(before.blocks) - set(now.dropped)
    said = text(running)
    assert "dropped before anything of" in said


def test_a_block_is_never_dropped_once_an_evening_of_it_is_known(
    running: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    block = only(running).blocks[0]
    first, second = sorted((block.with_ritual, block.without))
    answer(running, first)
    keep_line(running, own(running), night_on(second), now=at(first))
    assert block in only(running).blocks
    assert block not in only(running).dropped


def test_an_evening_with_it_can_be_held_and_is_let_go_with_its_block(running: Account) -> None:
    one = only(running)
    day = min(each.with_ritual for each in one.blocks)
    assert running.browser.post(f"{PAGE}{one.id}/hold", {"day": day.isoformat()}).status_code == 302
    (item,) = windows.plan(by=running.by).items
    assert item.starts.astimezone(windows.own_zone(by=running.by)).date() == day
    assert "held in your plan" in text(running)
    keep_line(running, own(running), night_on(day))
    assert only(running).held == {}
    states = {each.state for each in windows.plan(by=running.by).items}
    assert states == {ItemState.CANCELLED}


def test_a_held_time_that_the_plan_moved_to_another_day_is_let_go(running: Account) -> None:
    one = only(running)
    day = min(each.with_ritual for each in one.blocks)
    running.browser.post(f"{PAGE}{one.id}/hold", {"day": day.isoformat()})
    (item,) = windows.plan(by=running.by).items
    later = timedelta(days=1)
    moved = replace(item, starts=item.starts + later, ends=item.ends + later)
    move = Move(before=item, after=moved, cause=MoveCause.WORK)
    plans.take_moves(by=running.by, moves=(move,), now=NOW)
    actions.follow(by=running.by, now=NOW, sender=None)
    assert only(running).held == {}
    assert only(running).blocks == one.blocks
    assert {each.state for each in windows.plan(by=running.by).items} == {ItemState.CANCELLED}


def test_an_evening_without_it_cannot_be_held(running: Account) -> None:
    one = only(running)
    day = one.blocks[0].without
    page = running.browser.post(f"{PAGE}{one.id}/hold", {"day": day.isoformat()})
    assert page.status_code == 409
    assert windows.plan(by=running.by).items == ()


def test_stopping_early_gives_no_verdict_ever(
    running: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = only(running)
    answer_all(running, one, lambda drawn, _place: 9 if drawn == "with" else 3)
    assert running.browser.post(f"{PAGE}{one.id}/stop").status_code == 302
    for now in (NOW, after(one)):
        clock_at(monkeypatch, now)
        said = text(running, f"{PAGE}{one.id}")
        assert "You stopped it, so there is no verdict" in said
        assert not re.search(r"higher|lower|<svg class=\"trend\"|<table", said)
    assert begin(running).status_code == 302  # and another may begin


def test_what_is_over_is_not_stopped_afterwards(
    running: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = only(running)
    clock_at(monkeypatch, after(one))
    running.browser.post(f"{PAGE}{one.id}/stop")
    assert only(running).stopped is None


# --- whose it is ----------------------------------------------------------------------


def test_what_is_for_two_goes_away_with_it_and_one_s_own_stays(
    running: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = only(running)
    assert running.browser.post(SAFE).status_code == 302
    said = text(running)
    assert "Tonight" not in said
    assert "A small date" not in said
    assert "Closeness" not in said
    assert "You put this part away" in text(running, f"{PAGE}{one.id}")
    clock_at(monkeypatch, at(min(one.days)))
    assert "You put this part away" in did(running, one, min(one.days)).text
    assert only(running).done == {}
    clock_at(monkeypatch, NOW)
    own_words = {"what": "own", "words": "A walk", "outcome": "mood"}
    assert begin(running, **own_words, blocks="5").status_code == 302
    assert begin(running, blocks="5").status_code == 422  # a ritual for two is not on the form


def test_another_account_finds_nothing(running: Account, stranger: Account) -> None:
    one = only(running)
    assert stranger.browser.get(f"{PAGE}{one.id}").status_code == 404
    for what in ("tick", "hold", "stop", "erase"):
        assert stranger.browser.post(f"{PAGE}{one.id}/{what}").status_code == 404
    assert running.browser.get(f"{PAGE}{uuid4()}").status_code == 404
    assert only(running) == one


def test_one_row_of_one_size_says_nothing(couple: Account) -> None:
    words = {"what": "own", "words": "Zebra at dusk", "whom": "me", "outcome": "mood"}
    begin(couple, **words)
    row = Experiments.objects.get(person=couple.person)
    size = len(row.body.envelope)
    couple.browser.post(f"{PAGE}{only(couple).id}/erase")
    assert queries.paper(by=couple.by).experiments == ()
    row.refresh_from_db()
    assert len(row.body.envelope) == size
    assert b"Zebra" not in bytes_of_database()


def test_everything_is_taken_and_erased(running: Account) -> None:
    (taken,) = personal.export(running.by)["experiments"]
    assert taken["tries"] == "A small date"
    assert len(taken["blocks"]) == 7
    personal.erase(running.person)
    assert not Experiments.objects.filter(person=running.person).exists()


def test_twelve_are_as_many_as_fit(couple: Account) -> None:
    for _time in range(12):
        assert begin(couple, blocks="5").status_code == 302
        *_, last = queries.paper(by=couple.by).experiments
        couple.browser.post(f"{PAGE}{last.id}/stop")
    page = couple.browser.post(BEGIN, {**WISH, "blocks": "5"})
    assert page.status_code == 409
    assert "Erase one first" in page.text
