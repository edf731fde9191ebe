"""The weekly check-in: as long as the week allows, and every minute of it shared out."""

from itertools import pairwise

import pytest

from aftershift.engines.together.check_in import Form, Prompt, form_for, steps
from aftershift.engines.windows.rituals import minutes_in_week
from aftershift.library.rituals import load_rituals
from aftershift.library.together import load_check_in, load_ground_rules

CHECK_IN = next(one for one in load_rituals() if one.id == "check-in")


@pytest.mark.parametrize(
    ("shared_hours", "minutes", "form"),
    [
        (0, 5, Form.SENTENCE),
        (5, 5, Form.SENTENCE),
        (11, 15, Form.QUARTER),
        (12.5, 15, Form.QUARTER),
        (20, 30, Form.HALF_HOUR),
        (35, 30, Form.HALF_HOUR),
    ],
)
def test_its_length_follows_the_shared_awake_time(
    shared_hours: float, minutes: int, form: Form
) -> None:
    assert minutes_in_week(CHECK_IN, round(shared_hours * 60)) == minutes
    assert form_for(minutes) is form


def test_less_time_together_never_makes_it_longer() -> None:
    lengths = [minutes_in_week(CHECK_IN, hours * 60) for hours in range(30)]
    assert all(one <= other for one, other in pairwise(lengths))
    assert set(lengths) == {5, 10, 15, 20, 25, 30}


@pytest.mark.parametrize("minutes", [5, 10, 15, 20, 25, 30])
def test_every_minute_is_shared_out(minutes: int) -> None:
    laid = steps(load_check_in(), minutes)
    assert sum(one.minutes for one in laid) == minutes
    assert all(one.minutes >= 1 for one in laid)
    assert [one.id for one in laid] == ["thanks", "hard", "wish", "small"]


def test_the_hard_thing_has_the_most_time() -> None:
    assert [one.minutes for one in steps(load_check_in(), 30)] == [6, 12, 6, 6]


def test_five_minutes_ask_for_a_sentence_each() -> None:
    assert all(one.asks.startswith("One ") for one in steps(load_check_in(), 5))


def test_four_prompts_need_four_minutes() -> None:
    with pytest.raises(ValueError, match="as many minutes"):
        steps(load_check_in(), 3)


def test_remainders_go_to_the_earlier_of_equals() -> None:
    said = {"name": "", "sentence": "", "quarter": "", "half_hour": ""}
    two = [Prompt(id=name, share=1, **said) for name in ("a", "b")]
    assert [one.minutes for one in steps(two, 5)] == [3, 2]


def test_ground_rules_are_short_sentences() -> None:
    assert all(one.words.endswith(".") for one in load_ground_rules())
