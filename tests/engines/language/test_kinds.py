"""Marks come out of a message, and what is badly marked is refused."""

import pytest

from aftershift.engines.language.kinds import Kind, Mark, PatternError, read_marks


def test_marks_inside_marks_keep_their_places_in_the_bare_text() -> None:
    read = read_marks("so <blame>he fails as you are <absolutes>never home</absolutes></blame>.")
    assert read.text == "so he fails as you are never home."
    assert read.marks == (
        Mark(kind=Kind.ABSOLUTES, starts=23, ends=33),
        Mark(kind=Kind.BLAME, starts=3, ends=33),
    )


@pytest.mark.parametrize(
    ("message", "reason"),
    [
        ("<blame>you did", "does not close"),
        ("you did</blame>", "opens or closes twice"),
        ("<blame>a <blame>b</blame></blame>", "opens or closes twice"),
        ("<rage>you did</rage>", "rage is no kind"),
    ],
)
def test_a_mark_that_is_none_is_refused(message: str, reason: str) -> None:
    with pytest.raises(PatternError, match=reason):
        read_marks(message)
