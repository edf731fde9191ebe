"""The conversations of our eight people, written so that anybody can read and judge them.

    python -m tests.personas.stories

writes docs/stories anew. A test compares what is there with what would be said today, so that no
word of a card changes without somebody reading the story it belongs to.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tests.personas.personas import Exchange, Persona, personas, play

STORIES = Path(__file__).resolve().parents[2] / "docs" / "stories"
HEAD = """\
# {title}

{about}

An invented person. *Heard* is how each line should be heard; what our ear hears today stands in
[safety](../safety.md). Written by `python -m tests.personas.stories`; change the words in
`content/protocols` and the person in `tests/sets/personas`, not here.
"""
NOWHERE = """\
# Where no country was chosen

What each of the eight is told in other words when nobody knows their country. All else is as in
their own story. Written by `python -m tests.personas.stories`.
"""


def story(persona: Persona) -> str:
    """Write one conversation down."""
    parts = [HEAD.format(title=persona.title, about=persona.about)]
    parts += ["\n".join(_exchange(one)) for one in play(persona)]
    return "\n".join(parts)


def _exchange(one: Exchange) -> Iterator[str]:
    yield "---\n"
    yield f"**{one.line.says}**" if one.line.says else f"**[ {one.label} ]**"
    if one.risk.level:
        yield f"*heard: {one.risk.level.word}, {', '.join(one.risk.categories)}*"
    yield ""
    if not one.answer.interrupts:
        yield f"*no card: the usual answer goes ahead{_link(one)}*\n"
        return
    for bubble in one.words:
        yield f"> {bubble}\n>"
    if one.answer.buttons:
        yield f"> {' · '.join(f'[ {button.says} ]' for button in one.answer.buttons)}"
    yield f"\n*{_state(one)}*\n"


def _link(one: Exchange) -> str:
    return "; the link to help stays" if one.answer.help_link else ""


def _state(one: Exchange) -> str:
    parts = [f"{one.answer.path}, {one.answer.turn}", f"level: {one.answer.level.word}"]
    if one.answer.private:
        parts.append("nothing is written")
    return "; ".join(parts)


def nowhere() -> str:
    """Write down what changes for each of them without a country."""
    parts = [NOWHERE]
    for persona in personas():
        told = zip(play(persona), play(replace(persona, country="")), strict=True)
        changed = [other for one, other in told if one.words != other.words]
        parts += [f"## {persona.title}\n", *("\n".join(_exchange(one)) for one in changed)]
    return "\n".join(parts)


def pages() -> dict[Path, str]:
    """Give each story with its place."""
    told = {STORIES / f"{one.name}.md": story(one) for one in personas()}
    return {**told, STORIES / "without-a-country.md": nowhere()}


if __name__ == "__main__":
    STORIES.mkdir(exist_ok=True)
    for place, text in pages().items():
        place.write_text(text, "utf-8")
