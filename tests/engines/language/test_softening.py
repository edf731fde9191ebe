"""A softer start is near, or is a frame to fill in, or is not offered."""

import numpy as np
import pytest

from aftershift.engines.language.kinds import Kind, Pair, PatternError
from aftershift.engines.language.softening import Frame, Softener

FRAMES = (
    Frame(
        kind=Kind.CRITICISM,
        alone="When [what], could you [one thing]?",
        after="Could you [one thing]?",
    ),
    Frame(kind=Kind.VAGUE, alone="[Name], could you [one thing]?"),
)  # fmt: skip
PAIR = Pair(
    said="you're lazy", marked="<criticism>you're lazy</criticism>", softer="Can you do the bins?",
    kinds=(Kind.CRITICISM,), place="home",
)  # fmt: skip
SOFTENER = Softener(pairs=(PAIR,), said=np.array([[1, 0]], dtype=np.float32), frames=FRAMES)
SAME, OTHER = np.array([1, 0], dtype=np.float32), np.array([0, 1], dtype=np.float32)


@pytest.mark.parametrize(
    ("kinds", "meaning", "own_words", "softer"),
    [
        ((), SAME, "", None),
        ((Kind.CRITICISM,), SAME, "", "Can you do the bins?"),
        ((Kind.CRITICISM, Kind.VAGUE), SAME, "", "When [what], could you [one thing]?"),
        ((Kind.CRITICISM,), OTHER, "", "When [what], could you [one thing]?"),
        (
            *((Kind.CRITICISM,), OTHER, "the bins are full and it rains, "),
            "The bins are full and it rains. Could you [one thing]?",
        ),
        ((Kind.CRITICISM,), OTHER, "hi Tom, ", "When [what], could you [one thing]?"),
        ((Kind.VAGUE,), OTHER, "the bins are full and it rains", "[Name], could you [one thing]?"),
        ((Kind.BLAME,), OTHER, "", None),
        ((Kind.CRITICISM, Kind.THREAT), OTHER, "", None),
        ((Kind.CONTROL,), OTHER, "", None),
    ],
)  # fmt: skip
def test_what_is_offered(
    kinds: tuple[Kind, ...], meaning: np.ndarray, own_words: str, softer: str | None
) -> None:
    assert SOFTENER.softer(kinds, meaning, own_words) == softer


@pytest.mark.parametrize("kind", [Kind.THREAT, Kind.CONTROL])
def test_coercion_has_no_frame(kind: Kind) -> None:
    with pytest.raises(PatternError, match="never softened"):
        Frame(kind=kind, alone="I'm worried. Could you [one thing]?")
