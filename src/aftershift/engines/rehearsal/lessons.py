"""What teaches heads to know a move: lines of hard conversations, each with what it does."""

from collections.abc import Sequence
from dataclasses import dataclass

from aftershift.engines.rehearsal.moves import Move, RehearsalError

NAMES = tuple(move.value for move in Move if move is not Move.OTHER)  # of the heads, in this order


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """A line that teaches, and its moves."""

    says: str
    moves: tuple[Move, ...]

    def __post_init__(self) -> None:
        if not self.moves or (Move.OTHER in self.moves and len(self.moves) > 1):
            reason = f"{self.says!r}: some moves are needed, or {Move.OTHER} alone"
            raise RehearsalError(reason)


def answers_of(lines: Sequence[Line]) -> list[list[bool]]:
    """Give for each line which of the named moves it makes: a row a line, a column a name."""
    return [[Move(name) in one.moves for name in NAMES] for one in lines]
