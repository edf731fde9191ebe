"""Two counts of one list meet when both said yes; lines only where both chose that."""

from dataclasses import replace
from datetime import date

import pytest

from aftershift.engines.together.listing import Filled, met_lists

DAY = date(2026, 10, 19)
HERS = Filled(checklist="rc-1", day=DAY, true=2, of=5, lines=("logistics", "unsolved"))
HIS = Filled(checklist="rc-1", day=DAY, true=2, of=5, lines=("unsolved", "too-tired"))


def test_nothing_meets_before_both_said_yes_to_the_same_list() -> None:
    assert met_lists((HERS,), ()) == ()
    assert met_lists((), (HIS,)) == ()
    assert met_lists((HERS,), (replace(HIS, checklist="rc-2"),)) == ()


def test_the_lines_of_both_are_those_that_ring_true_for_both() -> None:
    (one,) = met_lists((HERS,), (HIS,))
    assert (one.own, one.other, one.lines) == (HERS, HIS, ("unsolved",))


@pytest.mark.parametrize(("hers", "his"), [(None, HIS.lines), (HERS.lines, None), (None, None)])
def test_no_line_is_shown_unless_both_chose_that(
    hers: tuple[str, ...] | None, his: tuple[str, ...] | None
) -> None:
    (one,) = met_lists((replace(HERS, lines=hers),), (replace(HIS, lines=his),))
    assert one.lines is None


def test_lines_that_both_chose_to_show_may_be_none_in_common() -> None:
    (one,) = met_lists((HERS,), (replace(HIS, lines=()),))
    assert one.lines == ()
