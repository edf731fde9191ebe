"""The end of an experiment: one sentence, its figures, or none."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from tests.people import Account
from tests.web.experiments.evening_desk import (
    PAGE,
    after,
    answer,
    answer_all,
    at,
    begin,
    clock_at,
    did,
    only,
    text,
)

from aftershift.web.checkins import actions as checkins
from aftershift.web.checkins.papers import Daily
from aftershift.web.experiments import queries
from aftershift.web.experiments.words import FOUND


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


@pytest.mark.parametrize(
    ("outcome", "low", "high"),
    [("closeness", "1.0 lower", "higher"), ("stress", "1.0 higher", "lower")],
)
def test_the_interval_says_of_each_end_which_way_it_lies(
    couple: Account, monkeypatch: pytest.MonkeyPatch, outcome: str, low: str, high: str
) -> None:
    begin(couple, outcome=outcome)
    one = only(couple)
    better = 1 if outcome == "closeness" else -1

    def said(drawn: str, place: int) -> int:
        return 5 + better * (place % 3 - 1 if drawn == "with" else 0)

    answer_all(couple, one, said, outcome)
    clock_at(monkeypatch, after(one))
    found = re.search(
        r"allow for: from (\S+ \w+) to \S+ (\w+), in points of ten \(a 95 % interval\)",
        text(couple, f"{PAGE}{one.id}"),
    )
    assert found is not None
    assert (found[1], found[2]) == (low, high)


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
    assert "10 evenings, 5 blocks: a taster, not a test" in text(couple)
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
