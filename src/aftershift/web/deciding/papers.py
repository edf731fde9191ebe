"""The shape of what this wing keeps sealed; `engines/together/deciding` has the records in it."""

from dataclasses import dataclass

from aftershift.engines.together.deciding import Decision


@dataclass(frozen=True, kw_only=True, slots=True)
class DecidingPaper:
    """Every decision, the oldest first."""

    decisions: tuple[Decision, ...] = ()
