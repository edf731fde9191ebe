"""The gate before a language model: a text leaves only as `Cleared`, and only the gate makes one.

Whatever is not sure to be clean does not leave: an open span, a text too long to look through, a
rule that broke. So a model's adapter asks for `Cleared` and cannot be handed anything else.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import NoReturn

from aftershift.engines.language.cleaning import LONGEST
from aftershift.engines.safety.phi import Phi, PhiSpan

_KEY = object()  # what only this module holds


class Why(StrEnum):
    """Why a text was not cleared."""

    PATIENT = "patient"  # something in it leads to a patient
    TOO_LONG = "too_long"
    BROKEN = "broken"  # a rule failed, so that nobody has looked


@dataclass(frozen=True, kw_only=True, slots=True)
class Stopped:
    """A text that stays here, and why; `spans` say where, in code points of the text as given."""

    why: Why
    spans: tuple[PhiSpan, ...] = ()


class Cleared:
    """A text that was looked through and found clean. Shows itself only to who asks for `.text`."""

    __slots__ = ("__text",)

    def __init__(self, text: str, key: object) -> None:
        if key is not _KEY:
            reason = "a text is cleared by the gate and by nobody else"
            raise TypeError(reason)
        self.__text = text

    @property
    def text(self) -> str:
        """Give the words themselves."""
        return self.__text

    def __repr__(self) -> str:
        """Show nothing of what a person wrote."""
        return "<cleared>"

    def __reduce__(self) -> NoReturn:
        """Refuse to be copied or stored: another text could come back."""
        reason = "a cleared text is not stored"
        raise TypeError(reason)

    def __init_subclass__(cls) -> NoReturn:
        """Refuse heirs, who could be made without the gate."""
        reason = "a cleared text has no other kinds"
        raise TypeError(reason)


def clear(text: str, look: Callable[[str], Phi]) -> Cleared | Stopped:
    """Have a text looked through, and clear it when nothing in it leads to a patient."""
    if len(text) > LONGEST:
        return Stopped(why=Why.TOO_LONG)
    try:
        found = look(text)
    except Exception:
        return Stopped(why=Why.BROKEN)
    if found.blocked:
        return Stopped(why=Why.PATIENT, spans=found.spans)
    return Cleared(text, _KEY)
