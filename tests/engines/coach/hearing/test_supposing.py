"""Lines that suppose a shift or a child are for those who told of one."""

import pytest

from aftershift.engines.coach.hearing.supposing import may_be_said


@pytest.mark.parametrize(
    ("line", "told", "may"),
    [
        ("What is the next shift's money for?", "we share the rent", False),
        ("What is the next shift's money for?", "i took an extra sunday", True),
        ("What might your son be afraid of?", "she rings me daily", False),
        ("What might your son be afraid of?", "the kids are asleep", True),
        ("What would be enough, for this month?", "we share the rent", True),
        ("None of it found its way into the letter.", "she shouted it at the till", False),
        ("None of it found its way into the letter.", "they wrote to my boss", True),
        ("Investigations are slow.", "a guest moaned about me at the desk", False),
        ("Many tell nobody.", "i told my wife on the tram", False),
        ("Many tell nobody.", "i have told nobody", True),
        ("What does the first sip do?", "i sit in the van and look at the sea", False),
        ("Which patient got through?", "i stack shelves in a shop", False),
        ("A baby keeps no rota.", "my mother rings me daily", False),
    ],
)
def test_what_a_line_supposes_must_have_been_told(line: str, told: str, *, may: bool) -> None:
    assert may_be_said(line, told) is may
