"""One answered instrument, as it is kept, taken out and brought back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

COMPLETED = "completed"
CLOSE = 0.005  # two decimals: other programs round their means


class BadFilled(ValueError):
    """Answers that cannot be meant; says why, and never what was answered."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Filled:
    """Answers by item of the key; an item that is not there was not answered.

    `form` names the official form, as `Wording.canonical` does; `subject` is a pseudonym;
    `scores` are the totals that came along: never trusted, always recomputed (`mismatches`).
    """

    instrument: str
    answers: Mapping[str, int]
    authored: datetime  # with its offset
    subject: str = ""
    id: str = ""
    status: str = COMPLETED
    form: str = ""
    key_version: str = ""
    rule: str = ""
    scores: Mapping[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.authored.tzinfo is None:
            reason = "a moment without its offset from UTC"
            raise BadFilled(reason)

    @property
    def may_be_scored(self) -> bool:
        """Was it finished? A draft, a withdrawn or a broken-off one has no score."""
        return self.status == COMPLETED


@dataclass(frozen=True, kw_only=True, slots=True)
class Mismatch:
    """A total that came with the answers and is not what the answers come to."""

    scale: str
    stored: float
    computed: float | None  # None: the answers have no score


def mismatches(stored: Mapping[str, float], computed: Mapping[str, object]) -> tuple[Mismatch, ...]:
    """Hold the totals that came along against those of our key, scale by scale.

    A scale that our key does not have cannot be checked and is left alone.
    """
    found = []
    for scale, said in stored.items():
        ours = computed.get(scale, said)
        number = ours if isinstance(ours, int | float) else None
        if number is None or abs(number - said) > CLOSE:
            found.append(Mismatch(scale=scale, stored=said, computed=number))
    return tuple(found)
