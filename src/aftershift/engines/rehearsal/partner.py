"""The scripted other: their warmth follows the words, and nothing that they say comes twice.

They become quite warm only when both are heard: their side, and a wish or fact of the one who
rehearses. Whoever only understands, or only wishes, stays one step below.
"""

from dataclasses import dataclass, replace

from aftershift.engines.rehearsal.moves import HURTS, UNDERSTANDS, Heard, Move
from aftershift.engines.rehearsal.scenes import (
    BANDS,
    COLDEST,
    SHAPES,
    TURNS,
    WARMEST,
    Band,
    Scene,
    Shape,
    Voice,
)

_PLACES = tuple(Shape)
_MOST_LINES = 100  # of one shape at one warmth, so that a number names a line


@dataclass(frozen=True, kw_only=True, slots=True)
class Stand:
    """Where a rehearsal stands, without a word of the person: it travels with the page.

    `says` is what the other said last, `moves` what each line did, `used` which lines were spoken.
    """

    scene: str
    warmth: int
    says: str
    moves: tuple[tuple[Move, ...], ...] = ()
    used: tuple[int, ...] = ()

    @property
    def turns(self) -> int:
        """Say how many lines were taken."""
        return len(self.moves)

    @property
    def is_over(self) -> bool:
        """Say whether it ends here."""
        return self.turns >= TURNS

    @property
    def understood(self) -> bool:
        """Say whether the other's side was taken up at all."""
        return any(one[0] not in HURTS and not UNDERSTANDS.isdisjoint(one) for one in self.moves)

    @property
    def wished(self) -> bool:
        """Say whether a wish or fact was named plainly."""
        return any(one[0] not in HURTS and Move.PLAIN in one for one in self.moves)


def begin(scene: Scene) -> Stand:
    """Stand at the beginning of a scene."""
    return Stand(scene=scene.id, warmth=scene.warmth, says=scene.opening)


def answer(stand: Stand, heard: Heard, scene: Scene, voice: Voice) -> Stand:
    """Have the other answer a line."""
    after = replace(stand, moves=(*stand.moves, heard.moves))
    warmth = warmth_after(stand, after, heard, scene)
    said_before = sum(one[0] is heard.move for one in stand.moves)
    reached = voice.lines(heard.move, warmth)[said_before : said_before + 1]
    number, matter = _matter(stand, scene, warmth, shape_for(heard.move, warmth))
    return replace(
        after,
        warmth=warmth,
        says=" ".join((*reached, matter)),
        used=(*stand.used, number),
    )


def warmth_after(stand: Stand, after: Stand, heard: Heard, scene: Scene) -> int:
    """Say how warm the other is after a line."""
    step = scene.steps.of(heard.move)
    if heard.move is Move.PLAIN and not after.understood:
        step = min(step, 0)  # a wish alone is heard, and warms nobody
    both = after.understood and after.wished
    most = WARMEST if both else max(stand.warmth, WARMEST - 1)
    return max(COLDEST, min(most, stand.warmth + step))


def shape_for(move: Move, warmth: int) -> Shape:
    """Say what the other does with their matter; only the cold push back at what says nothing."""
    if move is Move.OTHER and BANDS[warmth] is not Band.COLD:
        return Shape.TELLS
    return SHAPES[move]


def _matter(stand: Stand, scene: Scene, warmth: int, shape: Shape) -> tuple[int, str]:
    """Find a line that was not spoken yet: here, then at the nearest warmth, then of any shape."""
    shapes = (shape, *(one for one in _PLACES if one is not shape))
    colder = 1 if shape is Shape.PUSHES else -1  # of two as near, who pushes takes the colder
    near = sorted(range(WARMEST + 1), key=lambda one: (abs(one - warmth), colder * one))
    everything = [
        (_number(level, kind, place), line)
        for kind in shapes
        for level in near
        for place, line in enumerate(scene.level[level].lines(kind))
    ]
    return next(one for one in everything if one[0] not in stand.used)


def _number(level: int, shape: Shape, place: int) -> int:
    return (level * len(_PLACES) + _PLACES.index(shape)) * _MOST_LINES + place
