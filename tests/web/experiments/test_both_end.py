"""The end of an experiment of two: numbers handed over by each, and the mean for both, or none."""

import re

import pytest
from tests.people import Account
from tests.web.experiments.evening_desk import (
    after,
    answer,
    answer_all,
    at,
    begin,
    clock_at,
    only,
)
from tests.web.experiments.two_desk import Two, join, live, over, press, read, side
from tests.web.two import link

from aftershift.web.experiments.papers import Both

FIGURE = re.compile(r"points of ten|chance alone would|95 %")


def test_nothing_is_handed_over_before_the_last_evening_is_past(
    joined: Two, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = live(joined)
    clock_at(monkeypatch, at(max(one.days), 23))
    for account in joined:
        press(account, "hand-over", status=409)
        assert all(trial.numbers is None for trial in side(account).trials)
        assert not FIGURE.search(read(account))


def test_the_mean_is_shown_to_both_when_both_handed_over_and_not_before(
    joined: Two, monkeypatch: pytest.MonkeyPatch
) -> None:
    hers, his = joined
    one = live(joined)
    clock_at(monkeypatch, after(one))
    assert "You may hand over your numbers of 14 evenings" in over(hers)
    before = over(his)
    press(hers, "hand-over")
    assert "Handed over. If" in over(hers)
    assert over(his) == before
    press(his, "hand-over")
    for account in joined:
        said = over(account)
        assert (
            "The mean of both of you: It seems to help."
            " On evenings with it: closeness 2.0 points of ten higher." in said
        )
        assert (
            "What these evenings allow for: from 2.0 higher to 2.0 higher, in points of ten" in said
        )
        assert "All 7 blocks counted." in said
    own = "Your own answers alone</h2> "
    said = own + '<p class="lead">It seems to help. On evenings with it: closeness 4.0'
    assert said in over(hers)
    assert own + '<p class="lead">No difference was found' in over(his)


def test_no_number_of_the_others_stands_on_ones_own_page(
    joined: Two, monkeypatch: pytest.MonkeyPatch
) -> None:
    hers, his = joined
    answer_all(hers, only(hers), lambda drawn, _place: 8 if drawn == "with" else 4)
    answer_all(his, only(hers), lambda drawn, place: (9 if drawn == "with" else 3) - place % 2)
    clock_at(monkeypatch, after(only(hers)))
    for account in joined:
        press(account, "hand-over")
    said = over(hers)
    table = said[said.index("<table>") :]
    assert set(re.findall(r"<td>(\d+)</td>", table)) == {"8", "4"}
    assert said.count('<circle class="pair-with"') == 7 + 1  # her own blocks, and the key


def test_less_stress_of_both_is_help(
    couple: Account, partner: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    link(couple, partner)
    begin(couple, outcome="stress")
    press(couple, "both")
    join(partner, only(couple))
    drawn_by = only(couple)
    answer_all(couple, drawn_by, lambda drawn, _place: 3 if drawn == "with" else 5, "stress")
    answer_all(partner, drawn_by, lambda drawn, _place: 2 if drawn == "with" else 6, "stress")
    clock_at(monkeypatch, after(only(couple)))
    for account in (couple, partner):
        press(account, "hand-over")
    assert "both of you: It seems to help. On evenings with it: stress 3.0 points of ten lower" in (
        over(partner)
    )


def test_what_was_handed_over_stays_as_it_was_and_goes_once(
    joined: Two, monkeypatch: pytest.MonkeyPatch
) -> None:
    hers, _his = joined
    one = live(joined)
    clock_at(monkeypatch, after(one))
    press(hers, "hand-over")
    before = side(hers).trials
    answer(hers, min(one.days), value=0)
    press(hers, "hand-over")
    assert side(hers).trials == before
    numbers = before[0].numbers
    assert numbers is not None
    assert set(numbers) == set(one.days)


@pytest.mark.parametrize("who", [0, 1])
@pytest.mark.parametrize("door", ["take-back", "stop", "erase"])
def test_either_withdraws_and_only_ones_own_is_left(
    joined: Two, monkeypatch: pytest.MonkeyPatch, who: int, door: str
) -> None:
    one = live(joined)
    back, stays = joined[who], joined[1 - who]
    if door != "take-back":
        press(back, door)
    clock_at(monkeypatch, after(one))
    for account in (stays,) if door != "take-back" else joined:
        press(account, "hand-over")
    if door == "take-back":
        press(back, door)
        assert "Your own answers alone" not in over(back)
        assert side(back).trials == ()
    assert "Handed over. If" in over(stays)
    assert "The mean of both of you" not in over(stays)


def test_what_was_taken_back_is_not_said_again(joined: Two) -> None:
    hers, his = joined
    press(hers, "take-back")
    assert only(hers).both is Both.BACK
    assert "too?" not in read(hers)
    press(hers, "both", status=409)
    press(his, "take-back")
    assert "wants to try this out" not in read(his)
    assert len(only(his).blocks) == 7  # it goes on as one's own


def test_who_answered_too_little_leaves_no_figure_of_both(
    joined: Two, monkeypatch: pytest.MonkeyPatch
) -> None:
    hers, his = joined
    answer_all(hers, only(hers), lambda drawn, _place: 8 if drawn == "with" else 4)
    for block in only(his).blocks[:5]:
        answer(his, block.with_ritual, value=9)
        answer(his, block.without, value=2)
    clock_at(monkeypatch, after(only(hers)))
    for account in joined:
        press(account, "hand-over")
    said = over(hers)
    assert "Too few evenings that both of you answered: 5 of 7 blocks." in said


def test_blocks_before_the_later_yes_do_not_count(
    pair: Two, monkeypatch: pytest.MonkeyPatch
) -> None:
    hers, his = pair
    press(hers, "both")
    first = min(only(hers).blocks, key=lambda one: one.last)
    clock_at(monkeypatch, at(first.last))
    join(his, only(hers))
    live(pair)
    clock_at(monkeypatch, after(only(hers)))
    for account in pair:
        press(account, "hand-over")
    assert "All 6 blocks counted." in over(hers)
    assert "A taster, and no test. On evenings with it: closeness 2.0" in over(hers)
