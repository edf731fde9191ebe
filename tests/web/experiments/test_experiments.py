"""Experiments of one: drawn, followed through changed rosters, ticked, stopped, read at last."""

import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any
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
    live_together,
    night_on,
    only,
    text,
)
from tests.web.rosters.desk import NOW, bytes_of_database, keep_line, own

from aftershift.engines.checkins.evenings import evening_span, place_in
from aftershift.engines.windows.plan import ItemState
from aftershift.web.checkins import actions as checkins
from aftershift.web.checkins.papers import Daily
from aftershift.web.experiments import actions, personal, queries
from aftershift.web.experiments.models import Experiments
from aftershift.web.experiments.papers import Experiment
from aftershift.web.experiments.words import FOUND
from aftershift.web.windows import queries as windows

SAFE = "/mine/away"


@pytest.fixture
def couple(nurse: Account) -> Account:
    live_together(nurse)
    return nurse


@pytest.fixture
def running(couple: Account) -> Account:
    assert begin(couple).status_code == 302
    return couple


def did(account: Account, one: Experiment, day: date, said: str = "yes") -> Any:
    return account.browser.post(f"{PAGE}{one.id}/tick", {"day": day.isoformat(), "did": said})


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
        ({"what": "own"}, "Say in a few words what it is"),
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


# --- the end --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("with_it", "without", "says"),
    [
        (7, 4, "It seems to help. On evenings with it: closeness 3.0 points of ten higher."),
        (
            4,
            7,
            "It seems to do the opposite. On evenings with it: closeness 3.0 points of ten lower",
        ),
        (5, 5, "No difference was found that chance could not make."),
    ],
)
def test_the_end_says_it_in_one_sentence(
    running: Account,
    monkeypatch: pytest.MonkeyPatch,
    with_it: int,
    without: int,
    says: str,
) -> None:
    one = only(running)
    answer_all(running, one, lambda drawn, _place: with_it if drawn == "with" else without)
    clock_at(monkeypatch, after(one))
    said = text(running, f"{PAGE}{one.id}")
    assert says in said
    assert "All 7 blocks counted." in said
    assert "What these evenings allow for" in said
    assert "chance alone would make as much" in said
    assert "You knew which evening had it" in said
    assert said.count('<circle class="pair-with"') == 7 + 1  # and one in the key
    assert said.count('<th scope="row">') == 7


def test_less_stress_is_help(couple: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    begin(couple, outcome="stress")
    one = only(couple)
    answer_all(couple, one, lambda drawn, _place: 3 if drawn == "with" else 5, "stress")
    clock_at(monkeypatch, after(one))
    said = text(couple, f"{PAGE}{one.id}")
    assert "It seems to help. On evenings with it: stress 2.0 points of ten lower." in said


def test_sleep_is_that_of_the_night_after(couple: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    begin(couple, outcome="slept")
    one = only(couple)
    for day, is_with in one.days.items():
        slept = 8.0 if is_with else 6.5
        said = Daily(day=day + timedelta(days=1), values={}, slept=slept)
        checkins.keep_day(by=couple.by, daily=said)
    clock_at(monkeypatch, after(one))
    assert queries.is_running(by=couple.by, one=one, now=after(one))  # a day longer
    later = after(one) + timedelta(days=1)
    clock_at(monkeypatch, later)
    assert "1.5 hours of sleep more" in text(couple, f"{PAGE}{one.id}")


def test_five_blocks_are_a_taster_with_no_test(
    couple: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "10 evenings in 5 blocks: a taster, not a test" in text(couple)
    begin(couple, blocks="5")
    one = only(couple)
    answer_all(couple, one, lambda drawn, _place: 9 if drawn == "with" else 3)
    clock_at(monkeypatch, after(one))
    said = text(couple, f"{PAGE}{one.id}")
    assert "A taster, and no test. On evenings with it: closeness 6.0 points of ten higher." in said
    assert not re.search("It seems|95 %|chance alone would", said)


def test_too_few_answers_give_no_verdict(running: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    one = only(running)
    for block in one.blocks[:5]:
        answer(running, block.with_ritual, value=9)
        answer(running, block.without, value=2)
    clock_at(monkeypatch, after(one))
    said = text(running, f"{PAGE}{one.id}")
    assert "Too few answers for a verdict: 5 of 7 blocks have both, and 6 are needed." in said
    assert "points of ten" not in said


def test_whether_it_was_kept_to_is_counted_beside_it(
    running: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = only(running)
    answer_all(running, one, lambda drawn, place: (7 if drawn == "with" else 4) + place % 2)
    for place, block in enumerate(one.blocks):
        for day in (block.with_ritual, block.without):
            clock_at(monkeypatch, at(day))
            kept = one.days[day] if place else not one.days[day]  # the first went the other way
            did(running, one, day, "yes" if kept else "no")
    clock_at(monkeypatch, after(one))
    said = text(running, f"{PAGE}{one.id}")
    assert "In 6 of 7 blocks both evenings went as drawn" in said
    assert "That decides nothing." in said


def test_what_the_page_promises_is_what_the_document_prints() -> None:
    lines = Path("docs/experiments.md").read_text(encoding="utf-8").splitlines()
    rows = {cells[1].strip(): cells for line in lines if len(cells := line.split("|")) == 11}
    for blocks, found in FOUND.items():
        cells = rows[str(blocks)]
        printed = tuple(round(100 * float(cells[at].split(",")[1])) for at in (4, 8))
        assert printed == found, blocks


# --- whose it is ----------------------------------------------------------------------


def test_what_is_for_two_goes_away_with_it_and_one_s_own_stays(running: Account) -> None:
    one = only(running)
    assert running.browser.post(SAFE).status_code == 302
    said = text(running)
    assert "Tonight" not in said
    assert "A small date" not in said
    assert "Closeness" not in said
    assert "put away" in text(running, f"{PAGE}{one.id}")
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
