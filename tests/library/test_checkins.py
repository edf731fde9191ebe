"""Our own items: in plain words of ours, each with the meaning of its ends."""

import pytest
from tests.library.readability import reading_age

from aftershift.engines.checkins.instruments import Better
from aftershift.engines.checkins.items import Moment
from aftershift.engines.safety.output_check import check
from aftershift.library.checkins import items_of, load_footprint, load_items
from aftershift.library.output import load_output
from aftershift.library.shelf import ContentError

BOOK = load_output()


def test_the_day_has_five_items_and_the_week_eight_in_a_fixed_order() -> None:
    assert [one.id for one in items_of(Moment.DAILY)] == [
        "energy", "mood", "stress", "patience", "closeness",
    ]  # fmt: skip
    assert [one.id for one in items_of(Moment.WEEKLY)] == [
        "understood", "cared_for", "fair", "workload", "record", "say", "moral", "stay",
    ]  # fmt: skip


def test_every_item_may_be_shown_and_is_easy_to_read() -> None:
    for one in load_items():
        assert one.better is not Better.NEITHER, one.id
        for words in (one.name, one.asks, one.low, one.high):
            assert check(words, BOOK) == (), words
    assert reading_age(" ".join(one.asks for one in load_items())) <= 13


def test_two_items_of_one_name_are_refused(tmp_path) -> None:
    item = (
        '[[item]]\nid = "a"\nmoment = "daily"\nabout = "me"\nbetter = "higher"\n'
        'name = "A"\nasks = "B"\nlow = "C"\nhigh = "D"\n'
    )
    (tmp_path / "items.toml").write_text(item * 2)
    with pytest.raises(ContentError, match="two items have one id"):
        load_items(tmp_path)


def test_the_three_questions_may_be_shown_and_are_easy_to_read() -> None:
    questions = load_footprint()
    assert [one.id for one in questions] == ["left", "spread", "next"]
    for one in questions:
        for words in (one.asks, one.hint):
            assert check(words, BOOK) == (), words
    assert reading_age(" ".join(f"{one.asks} {one.hint}" for one in questions)) <= 13


def test_two_questions_of_one_name_are_refused(tmp_path) -> None:
    (tmp_path / "footprint.toml").write_text(
        '[[question]]\nid = "a"\nasks = "B?"\nhint = "C"\n' * 2
    )
    with pytest.raises(ContentError, match="two questions have one id"):
        load_footprint(tmp_path)
