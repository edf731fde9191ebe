"""Lines that suppose a shift or a child are for those who told of one."""

import pytest

from aftershift.engines.coach.supposing import may_be_said


@pytest.mark.parametrize(
    ("line", "told", "may"),
    [
        ("What is the next shift's money for?", "we share the rent", False),
        ("What is the next shift's money for?", "i took an extra sunday", True),
        ("What might your son be afraid of?", "she rings me daily", False),
        ("What might your son be afraid of?", "the kids are asleep", True),
        ("What would be enough, for this month?", "we share the rent", True),
    ],
)
def test_what_a_line_supposes_must_have_been_told(line: str, told: str, *, may: bool) -> None:
    assert may_be_said(line, told) is may
