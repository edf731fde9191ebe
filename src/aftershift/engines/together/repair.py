"""Before somebody repairs something: whether it is safe, and whether they are ready.

Safety comes first and one answer is enough: nothing about a repair is offered then. Whoever is not
ready yet is told so kindly, for an apology that is still an argument makes it worse.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from aftershift.engines.together.agreements import AgreementError


class Ready(StrEnum):
    """Where somebody stands before a repair."""

    UNSAFE = "unsafe"
    NOT_YET = "not_yet"
    READY = "ready"


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """One question before a repair, and what a yes to it means; a yes to READY says nothing."""

    id: str
    asks: str
    yes: Ready

    def __post_init__(self) -> None:
        if self.yes is Ready.READY:
            reason = "a question that changes nothing"
            raise AgreementError(reason)


ORDER = (Ready.UNSAFE, Ready.NOT_YET)  # the gravest first


def readiness(questions: Sequence[Question], answers: Mapping[str, bool]) -> Ready:
    """Say where somebody stands; a question that was not answered counts as a yes."""
    said = {one.yes for one in questions if answers.get(one.id, True)}
    return next((one for one in ORDER if one in said), Ready.READY)
