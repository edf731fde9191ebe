"""Counting both partners: a yes that nobody is told of, numbers at the end, the mean for both."""

from datetime import timedelta
from uuid import uuid4

import pytest
from tests.people import Account
from tests.web.experiments.evening_desk import (
    PAGE,
    after,
    answer,
    at,
    begin,
    clock_at,
    did,
    only,
    text,
)
from tests.web.experiments.two_desk import Two, join, live, over, press, read, side
from tests.web.rosters.desk import NOW, bytes_of_database, keep_line, own
from tests.web.two import link, not_afraid

from aftershift.engines.together.trying import MOST, Trial
from aftershift.web.experiments import personal, queries, sharing
from aftershift.web.pairing.models import Side as SideRow

# --- the two yeses --------------------------------------------------------------------


def test_nothing_crosses_before_one_says_so(pair: Two) -> None:
    hers, his = pair
    assert side(hers).trials == ()
    assert "wants to try this out with you" not in read(his)
    assert f"Count {his.name} too?" in read(hers)


def test_who_asks_shows_the_plan_and_no_number(pair: Two) -> None:
    hers, his = pair
    answer(hers, NOW.date(), value=9)
    press(hers, "both")
    said = read(his)
    assert f"{hers.name} wants to try this out with you" in said
    assert "A small date" in said
    assert "Closeness, on 14 evenings" in said
    (trial,) = side(hers).trials
    assert trial.numbers is None
    assert len(trial.pairs) == 7


def test_a_yes_a_no_and_silence_look_the_same_to_who_asked(pair: Two) -> None:
    hers, his = pair
    press(hers, "both")
    before = read(hers)
    join(his, only(hers), "aside")
    assert "wants to try this out" not in read(his)
    assert read(hers) == before
    assert "told to nobody" in before


def test_a_yes_is_seen_by_nobody_and_makes_a_plan_of_ones_own(pair: Two) -> None:
    hers, his = pair
    press(hers, "both")
    before = read(hers)
    join(his, only(hers))
    assert read(hers) == before
    assert (only(his).blocks, only(his).wish.outcome) == (
        only(hers).blocks,
        only(hers).wish.outcome,
    )
    assert only(his).joined
    assert "wants to try this out" not in read(his)
    (yes,) = side(his).trials
    assert (yes.ritual, yes.words, yes.numbers) == ("", "", None)


def test_what_is_no_item_of_both_or_of_one_alone_cannot_be_asked(
    couple: Account, partner: Account
) -> None:
    link(couple, partner)
    for wish in ({"outcome": "slept"}, {"what": "own", "words": "Tea", "whom": "me"}):
        begin(couple, **wish)
        assert "too?" not in read(couple)
        press(couple, "both", status=409)
        couple.browser.post(f"{PAGE}{only(couple).id}/erase")
    assert side(couple).trials == ()


def test_who_is_not_linked_is_led_to_the_link(running: Account) -> None:
    door = f"{PAGE}{only(running).id}/both"
    assert "One question first" in running.browser.post(door).text
    not_afraid(running)
    assert running.browser.post(door)["Location"] == "/linked/"


def test_nobody_joins_what_was_not_asked_or_twice_or_beside_another(
    pair: Two, monkeypatch: pytest.MonkeyPatch
) -> None:
    hers, his = pair
    assert join(his, only(hers)).status_code == 409
    assert his.browser.post(f"{PAGE}join", {"trial": str(uuid4())}).status_code == 409
    assert his.browser.post(f"{PAGE}join", {"trial": "it"}).status_code == 404
    assert queries.paper(by=his.by).experiments == ()
    press(hers, "both")
    assert join(his, only(hers)).status_code == 302
    assert join(his, only(hers)).status_code == 409
    assert len(queries.paper(by=his.by).experiments) == 1


def test_who_comes_late_joins_the_blocks_to_come_and_too_late_is_not_asked(
    pair: Two, monkeypatch: pytest.MonkeyPatch
) -> None:
    hers, his = pair
    press(hers, "both")
    blocks = sorted(only(hers).blocks, key=lambda one: one.last)
    clock_at(monkeypatch, at(blocks[0].last))
    assert "on 12 evenings" in read(his)
    clock_at(monkeypatch, at(blocks[2].last))
    assert "wants to try this out" not in read(his)
    assert join(his, only(hers)).status_code == 409
    clock_at(monkeypatch, at(blocks[0].last))
    join(his, only(hers))
    assert only(his).blocks == tuple(blocks[1:])


def test_under_just_me_nothing_of_it_is_there(pair: Two) -> None:
    hers, his = pair
    press(hers, "both")
    his.browser.post("/mine/away")
    assert "wants to try this out" not in read(his)
    assert join(his, only(hers)).status_code == 200  # the page that says so, and nothing else
    assert queries.paper(by=his.by).experiments == ()


def test_a_plan_that_the_other_drew_keeps_to_the_others_rosters(joined: Two) -> None:
    _hers, his = joined
    before = only(his)
    keep_line(his, own(his), "N N N N - - - N N N N - - -")
    assert only(his) == before
    assert (
        his.browser.post(
            f"{PAGE}{before.id}/hold", {"day": min(before.days).isoformat()}
        ).status_code
        == 409
    )


# --- what is kept ---------------------------------------------------------------------


def test_the_side_keeps_its_size_and_the_words_are_sealed(
    couple: Account, partner: Account
) -> None:
    link(couple, partner)
    sizes = {len(row.body.envelope) for row in SideRow.objects.all()}
    begin(couple, what="own", words="Zebra\u202e at dusk", whom="two")
    press(couple, "both")
    assert "Zebra at dusk" in read(partner)
    assert {len(row.body.envelope) for row in SideRow.objects.all()} == sizes
    assert b"Zebra" not in bytes_of_database()


def test_the_last_three_stay(running: Account, partner: Account) -> None:
    link(running, partner)
    one = only(running)
    for place in range(5):
        trial = Trial(id=str(place), item="mood", said=NOW.date(), pairs=())
        sharing.say(by=running.by, trial=trial)
    assert len(side(running).trials) == MOST
    assert side(running).trials[-1].id == "4"
    assert only(running) == one


def test_it_is_taken_along_and_gone_with_the_link(
    joined: Two, monkeypatch: pytest.MonkeyPatch
) -> None:
    hers, his = joined
    one = live(joined)
    clock_at(monkeypatch, after(one))
    press(his, "hand-over")
    (laid,) = personal.export(his.by)["counts_both"]
    assert set(laid["numbers"].values()) == {5}
    assert personal.export(hers.by)["counts_both"][0]["numbers"] == {}
    his.browser.post("/linked/end")
    press(hers, "hand-over")
    assert "The mean of both of you" not in over(hers)
    assert "It seems to help" in over(hers)


def test_ticking_and_the_end_are_ones_own(joined: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    hers, his = joined
    day = min(only(his).days)
    clock_at(monkeypatch, at(day))
    assert did(his, only(his), day).status_code == 302
    assert only(his).done == {day: True}
    assert only(hers).done == {}
    clock_at(monkeypatch, at(day + timedelta(days=1), 13))
    assert "Your own days stay" in text(his)
