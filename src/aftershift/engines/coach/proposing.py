"""Which small things to propose for a week: by the coach's own rules, without anybody asking.

What fits the week's rosters comes first; what helped this person re-orders it; nothing is random.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from aftershift.engines.coach.choosing import Fit, from_before, helped_first, may_offer
from aftershift.engines.coach.hearing.moves import Move
from aftershift.engines.coach.reading import Reading
from aftershift.engines.coach.state import Known, State
from aftershift.engines.evidence.practices import Practice

SMALL = "it is small, and fits most weeks"


@dataclass(frozen=True, kw_only=True, slots=True)
class Suits:
    """A situation that the rosters of a week show, and how it is said."""

    situation: str
    because: str


def proposed(
    practices: Iterable[Practice], week: Sequence[Suits], known: Known, refused: Iterable[str]
) -> tuple[tuple[Practice, str], ...]:
    """Give what may be proposed, the most fitting first, each with why.

    `week` are the situations that the rosters show, the plainest first. `refused` was put away
    lately and is not asked about again.
    """
    state, reading = State(refused=tuple(refused)), Reading(move=Move.TELLS)
    fits = {one.id: one for one in practices if may_offer(one, state, reading, known)}
    ranked = sorted(fits.values(), key=lambda one: (_rank(one, week), one.grade.value, one.id))
    ordered = helped_first([Fit(practice=one.id, why=_why(one, week)) for one in ranked], known)
    return tuple(
        (fits[one.practice], from_before(one.practice, known) or one.why) for one in ordered
    )


def _rank(practice: Practice, week: Sequence[Suits]) -> int:
    at = (n for n, one in enumerate(week) if one.situation in practice.situations)
    return next(at, len(week))


def _why(practice: Practice, week: Sequence[Suits]) -> str:
    rank = _rank(practice, week)
    return week[rank].because if rank < len(week) else SMALL
