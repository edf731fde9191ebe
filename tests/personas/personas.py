"""Eight people whom we invented, and how a conversation with each of them goes.

Each line of theirs says how it should be heard. The story is told with that hearing, so that it
does not change with the ear; what the ear hears itself is measured beside it.
"""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from aftershift.engines.safety.answering import Answer, Said, step
from aftershift.engines.safety.course import Course, Note, begin
from aftershift.engines.safety.filling import filled
from aftershift.engines.safety.resources import Country
from aftershift.engines.safety.risk import LEVELS, Category, Risk
from aftershift.library.protocols import load_protocols
from aftershift.library.resources import countries

SET = Path(__file__).resolve().parents[1] / "sets" / "personas"
NOW = datetime(2026, 11, 26, 3, 40, tzinfo=UTC)
TODAY = date(2026, 11, 26)
Hear = Callable[["Line", list[str]], Risk]


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """What somebody typed, and how it should be heard; or the answer they tapped."""

    says: str = ""
    taps: str = ""
    level: str = "none"
    categories: tuple[Category, ...] = ()

    @property
    def risk(self) -> Risk:
        return Risk(level=LEVELS[self.level], categories=self.categories)


@dataclass(frozen=True, kw_only=True, slots=True)
class Persona:
    name: str
    title: str
    about: str
    country: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Exchange:
    """One line of the person, what it was heard as, what was answered, and where that led."""

    line: Line
    label: str  # of the answer they tapped
    risk: Risk
    answer: Answer
    words: tuple[str, ...]
    before: Course
    after: Course


def personas() -> list[Persona]:
    return [_persona(tomllib.loads(path.read_text("utf-8"))) for path in sorted(SET.glob("*.toml"))]


def _persona(table: dict[str, Any]) -> Persona:
    turns = table.pop("turns")
    lines = tuple(
        Line(**{**one, "categories": tuple(map(Category, one.get("categories", ())))})
        for one in turns
    )
    return Persona(**table, lines=lines)


def as_written(line: Line, _before: list[str]) -> Risk:
    """Hear a line as its author says that it should be heard."""
    return line.risk


def play(persona: Persona, hear: Hear = as_written) -> list[Exchange]:
    """Let somebody speak, line by line, three minutes apart."""
    protocols = load_protocols()
    country = country_of(persona)
    course, told, before = begin(Note(), NOW), [], []
    for count, line in enumerate(persona.lines):
        risk = hear(line, before)
        label = next((one.says for one in _buttons(told) if one.id == line.taps), "")
        said = Said(text=line.says, risk=risk, button=line.taps)
        after, answer = step(course, said, protocols, NOW + timedelta(minutes=3 * count))
        words = tuple(one.text for one in filled(answer.bubbles, country, TODAY))
        told.append(
            Exchange(
                line=line,
                label=label,
                risk=risk,
                answer=answer,
                words=words,
                before=course,
                after=after,
            )
        )
        course, before = after, [*before, *filter(None, [line.says])][-5:]
    return told


def country_of(persona: Persona) -> Country | None:
    """Give the country that somebody chose; None for who chose none."""
    return next((one for one in countries() if one.code == persona.country), None)


def _buttons(told: list[Exchange]) -> list[Any]:
    return list(told[-1].answer.buttons) if told else []
