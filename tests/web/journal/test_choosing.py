"""A prompt is chosen by the feeling and by which was shown longest ago, never by chance."""

from datetime import UTC, datetime, timedelta

import pytest

from aftershift.library.journal import Prompt
from aftershift.web.journal.choosing import chosen, is_due

NOW = datetime(2026, 10, 19, 8, tzinfo=UTC)
DAY = timedelta(days=1)
SHELF = (
    Prompt(id="any", says="Any?"),
    Prompt(id="any-2", says="Any two?"),
    Prompt(id="anger", says="Anger?", feelings=("anger",)),
    Prompt(id="anger-2", says="Anger two?", feelings=("anger", "hurt")),
)


@pytest.mark.parametrize(
    ("feelings", "shown", "expected"),
    [
        ((), {}, "any"),
        ((), {"any": NOW}, "any-2"),
        ((), {"any": NOW - DAY, "any-2": NOW}, "any"),
        (("anger",), {}, "anger"),
        (("hurt",), {}, "anger-2"),
        (("anger",), {"anger": NOW - DAY, "anger-2": NOW - 2 * DAY}, "anger-2"),
        (("joy",), {}, "any"),  # a feeling without a prompt of its own
    ],
)
def test_the_one_for_the_feeling_that_was_shown_longest_ago_comes_next(
    feelings: tuple[str, ...], shown: dict[str, datetime], expected: str
) -> None:
    assert chosen(SHELF, feelings, shown).id == expected


def test_going_round_shows_every_prompt_once_before_any_twice() -> None:
    shown: dict[str, datetime] = {}
    for step in range(4):
        shown[chosen(SHELF, ("anger", "hurt"), shown).id] = NOW + step * DAY
    assert shown.keys() == {"anger", "anger-2"}
    assert shown == {"anger": NOW + 2 * DAY, "anger-2": NOW + 3 * DAY}


@pytest.mark.parametrize(("days_ago", "due"), [(0, False), (119, False), (120, True)])
def test_a_friends_view_is_offered_again_after_four_months(days_ago: int, *, due: bool) -> None:
    assert is_due(NOW - days_ago * DAY, NOW) is due


def test_a_friends_view_that_was_never_written_may_be_offered() -> None:
    assert is_due(None, NOW)
