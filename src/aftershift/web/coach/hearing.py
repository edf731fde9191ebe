"""What the ear makes of a message, and what of it may be kept: nothing that leads to a patient."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from aftershift.engines.coach.hearing.moves import Move
from aftershift.engines.coach.state import Heard
from aftershift.engines.coach.stock.shelves import Shelves
from aftershift.engines.safety.course import Course
from aftershift.web import ears
from aftershift.web.patients import patients_in

SECONDS = 2.0
NO_ROWS = np.zeros((0, 0), dtype=np.float32)


@dataclass(frozen=True, kw_only=True, slots=True)
class Given:
    """What was said or tapped, and where an exchange stands that is not kept."""

    text: str
    tapped: Move | None = None
    purpose: str = ""
    button: str = ""
    course: Course | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Listened:
    """What was heard, what of it may be kept, and whether a patient was masked in it."""

    heard: Heard
    shelves: Shelves
    kept: str
    is_masked: bool


def listen(given: Given, before: Sequence[str]) -> Listened:
    """Hear a message for risk as it was typed, and for everything else without a patient.

    Raises NotInTime and Deaf.
    """
    room, text = ears.room(), given.text
    if given.tapped or given.purpose or given.button:
        told, shelves = room.ask(lambda ear: (ear.told(before), ear.shelves), SECONDS)
        heard = Heard(
            text="",
            clean="",
            rows=NO_ROWS,
            done=NO_ROWS,
            told=told,
            tapped=Move.WORDS if given.purpose else given.tapped,
            purpose=given.purpose,
            button=given.button,
        )
        return Listened(heard=heard, shelves=shelves, kept="", is_masked=False)
    heard, shelves = room.ask(lambda ear: (ear.hear(text, before), ear.shelves), SECONDS)
    found = patients_in(text)
    if found.blocked:
        masked = room.ask(lambda ear: ear.hear(found.masked, before), SECONDS)
        heard = replace(masked, risk=heard.risk, milliseconds=heard.milliseconds)
    kept = found.masked if found.blocked else text
    return Listened(heard=heard, shelves=shelves, kept=kept, is_masked=found.blocked)
