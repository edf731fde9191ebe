"""docs/a-turn.md walks a turn that the coach takes so."""

import re
from pathlib import Path

from tests.conversations.talking import talk

from aftershift.listening import Coach

PAGE = (Path(__file__).parents[2] / "docs" / "a-turn.md").read_text(encoding="utf-8")


def test_the_page_shows_what_is_really_said(coach: Coach) -> None:
    said = re.findall(r"Somebody types \"(.+?)\" This is", PAGE)
    _state, (reply,) = talk(said, coach)
    assert f'"{reply.text}"' in PAGE
    assert f'Here: "{reply.rule}"' in PAGE
