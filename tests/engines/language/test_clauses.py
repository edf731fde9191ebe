"""A message is cut where people breathe, and never into crumbs."""

import pytest

from aftershift.engines.language.clauses import clauses


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("the bins are full. you are lazy", ["the bins are full.", "you are lazy"]),
        ("i was late but you were late on sunday", ["i was late", "but you were late on sunday"]),
        ("fine. ok. night.", ["fine. ok. night."]),
        ("you left because you always do", ["you left because you always do"]),
        ("you left us because you always do", ["you left us", "because you always do"]),
        ("whatever", ["whatever"]),
        ("", []),
    ],
)  # fmt: skip
def test_clauses_are_cut_at_marks_and_joining_words(text: str, given: list[str]) -> None:
    assert [text[starts:ends] for starts, ends in clauses(text, (0, len(text)))] == given


def test_only_the_window_is_cut() -> None:
    assert clauses("one two three. four five six. seven", (15, 29)) == ((15, 29),)
