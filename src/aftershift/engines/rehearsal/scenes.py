"""Scenes to rehearse: who stands opposite, what is at stake, and all that they may say.

What the other says is two sentences: how the line reached them, which is the same for everybody who
stands as near or as high, and something of their own matter, which only this scene has.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from aftershift.engines.rehearsal.moves import Move, RehearsalError

COLDEST, WARMEST = 0, 4
TURNS = 6  # then a rehearsal ends by itself
STARTS = 3


class Band(StrEnum):
    """How a line may reach somebody: their warmth, in three."""

    COLD = "cold"  # 0 and 1
    COOL = "cool"  # 2
    WARM = "warm"  # 3 and 4


class Role(StrEnum):
    """As whom somebody stands in a scene at work."""

    NURSE = "nurse"
    RESIDENT = "resident"
    TECH = "tech"
    MANAGER = "manager"


class Where(StrEnum):
    """In which of the situations of a ward a scene stands."""

    HANDOVER = "handover"
    CODE = "code"
    FAMILY = "family"
    BEDS = "beds"
    MISTAKE = "mistake"
    PHONE = "phone"
    ROUND = "round"
    ROTA = "rota"
    TEACHING = "teaching"


class Shape(StrEnum):
    """What the other does with their own matter."""

    TELLS = "tells"  # how it is for them
    ANSWERS = "answers"  # what they say to a wish
    PUSHES = "pushes"  # how they push back


BANDS = (Band.COLD, Band.COLD, Band.COOL, Band.WARM, Band.WARM)
SHAPES: Mapping[Move, Shape] = {
    Move.THREAT: Shape.PUSHES,
    Move.BLAME: Shape.PUSHES,
    Move.GENERALISE: Shape.PUSHES,
    Move.SORRY_BUT: Shape.PUSHES,
    Move.GAVE_IN: Shape.ANSWERS,
    Move.PLAIN: Shape.ANSWERS,
    Move.REFLECT: Shape.TELLS,
    Move.OPEN: Shape.TELLS,
    Move.OTHER: Shape.PUSHES,
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Reaction:
    """How a move reaches somebody, in some ways for each band."""

    move: Move
    cold: tuple[str, ...]
    cool: tuple[str, ...]
    warm: tuple[str, ...]

    def lines(self, band: Band) -> tuple[str, ...]:
        """Give the ways of one band."""
        return {Band.COLD: self.cold, Band.COOL: self.cool, Band.WARM: self.warm}[band]


@dataclass(frozen=True, kw_only=True, slots=True)
class Voice:
    """How those who stand as near or as high take every move."""

    id: str
    reaction: tuple[Reaction, ...]

    def __post_init__(self) -> None:
        if sorted(one.move for one in self.reaction) != sorted(Move):
            reason = f"{self.id}: every move is there once"
            raise RehearsalError(reason)

    def lines(self, move: Move, warmth: int) -> tuple[str, ...]:
        """Give the ways in which a move may reach them."""
        return next(one for one in self.reaction if one.move is move).lines(BANDS[warmth])


@dataclass(frozen=True, kw_only=True, slots=True)
class Level:
    """What the other says of their matter at one warmth, and how it ends there."""

    tells: tuple[str, ...]
    answers: tuple[str, ...]
    pushes: tuple[str, ...]
    ends: str

    def lines(self, shape: Shape) -> tuple[str, ...]:
        """Give the lines of one shape."""
        by_shape = {
            Shape.TELLS: self.tells,
            Shape.ANSWERS: self.answers,
            Shape.PUSHES: self.pushes,
        }
        return by_shape[shape]


@dataclass(frozen=True, kw_only=True, slots=True)
class Steps:
    """By how much each move warms or cools the other."""

    open: int = 1
    reflect: int = 1
    plain: int = 1
    blame: int = -1
    generalise: int = -1
    threat: int = -2
    gave_in: int = 0
    sorry_but: int = -1
    other: int = 0

    def of(self, move: Move) -> int:
        """Give the step of one move."""
        step: int = getattr(self, move.value)
        return step


@dataclass(frozen=True, kw_only=True, slots=True)
class Better:
    """Sentences that would do here what another sentence did not."""

    say_back: str
    ask: str
    wish: str
    hold: str
    sorry: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Scene:
    """One conversation to rehearse; `level` has five, from the coldest to the warmest.

    At work: `roles` as whom one may stand in it, and `where` on a ward it plays.
    """

    id: str
    order: int
    name: str
    who: str
    at: str
    voice: str
    stake: str
    setting: str
    opening: str
    warmth: int
    steps: Steps
    starts: tuple[str, ...]
    better: Better
    human: str
    level: tuple[Level, ...]
    roles: tuple[Role, ...] = ()
    where: Where | None = None

    def __post_init__(self) -> None:
        if bool(self.roles) is not (self.where is not None):
            reason = f"{self.id}: a scene at work has its roles and its situation"
            raise RehearsalError(reason)
        if len(self.level) != WARMEST + 1 or not COLDEST <= self.warmth <= WARMEST:
            reason = f"{self.id}: five levels, and a warmth of {COLDEST} to {WARMEST}, are needed"
            raise RehearsalError(reason)
        if len(self.starts) != STARTS:
            reason = f"{self.id}: {STARTS} starts are needed"
            raise RehearsalError(reason)
        said = [line for one in self.level for shape in Shape for line in one.lines(shape)]
        if len(set(said)) < len(said):
            reason = f"{self.id}: a line is there twice"
            raise RehearsalError(reason)
