"""What our ear hears of the eight people, beside what it should hear.

    python -m tests.personas.heard

writes the table of docs/safety.md anew. Without the encoder's weights the ear hears words only, and
more is missed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.personas.personas import Line, Persona, as_written, personas

from aftershift.engines.safety.risk import Risk
from aftershift.engines.safety.rows import path_for
from aftershift.listening import Triage, triage_with

PAGE = Path(__file__).resolve().parents[2] / "docs" / "safety.md"
MEASURED = re.compile(r"(<!-- personas: measured -->\n).*?(<!-- personas: end -->)", re.DOTALL)


@dataclass(frozen=True, kw_only=True, slots=True)
class Hearing:
    """One typed line, and how it was heard."""

    persona: Persona
    line: Line
    heard: Risk

    @property
    def is_too_low(self) -> bool:
        return self.heard.level < self.line.risk.level

    @property
    def is_another(self) -> bool:
        """Say whether it would be answered by another protocol than it should."""
        grave = self.heard.level and self.line.risk.level
        return bool(grave) and path_for(self.heard) != path_for(self.line.risk)


@cache
def ear() -> Triage:
    return triage_with(lambda _words: None)


def listened(line: Line, before: list[str]) -> Risk:
    """Hear with the ear; what it hears too low is taken as it should be heard."""
    should = as_written(line, before)
    if not line.says:
        return should
    heard = ear()(line.says, before)
    return heard if heard.level >= should.level else should


@cache
def hearings() -> tuple[Hearing, ...]:
    return tuple(_hearings())


def _hearings() -> Iterator[Hearing]:
    for persona in personas():
        before: list[str] = []
        for line in persona.lines:
            if line.says:
                yield Hearing(persona=persona, line=line, heard=ear()(line.says, before[-5:]))
                before.append(line.says)


def under_heard() -> list[Hearing]:
    return [one for one in hearings() if one.is_too_low]


def table() -> str:
    rows = [one for one in hearings() if one.is_too_low or one.is_another]
    lines = [f"| {one.line.says} | {_named(one.line.risk)} | {_named(one.heard)} |" for one in rows]
    total = f"Of {len(hearings())} typed lines, {len(under_heard())} are heard too low."
    head = "| what somebody types | should be answered by | is answered by |\n|---|---|---|"
    return f"{total}\n\n{head}\n" + "\n".join(lines) + "\n"


def _named(risk: Risk) -> str:
    return f"{risk.level.word}: {path_for(risk)}" if risk.level else risk.level.word


if __name__ == "__main__":
    page = PAGE.read_text("utf-8")
    PAGE.write_text(MEASURED.sub(lambda found: found[1] + table() + found[2], page), "utf-8")
