"""The stories of docs/stories are what would be said today."""

from pathlib import Path

import pytest
from tests.personas.personas import personas, play
from tests.personas.stories import STORIES, pages

PAGES = pages()


@pytest.mark.parametrize("page", PAGES, ids=lambda one: one.stem)
def test_a_story_is_what_would_be_said_today(page: Path) -> None:
    assert page.read_text("utf-8") == PAGES[page], "python -m tests.personas.stories"


def test_there_is_no_story_without_its_person() -> None:
    assert sorted(STORIES.glob("*.md")) == sorted(PAGES)


@pytest.mark.parametrize("persona", personas(), ids=lambda one: one.name)
def test_every_answer_that_is_tapped_was_offered(persona) -> None:  # type: ignore[no-untyped-def]
    told = play(persona)
    assert 3 <= len(told) <= 8
    assert [one.line.taps for one in told if one.line.taps and not one.label] == []
