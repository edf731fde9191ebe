"""The shelf that the tests of the engine use, and a line heard by it."""

from aftershift.engines.language.kinds import Kind
from aftershift.engines.rehearsal.moves import Heard, hear
from aftershift.library.rehearsal import load_rehearsal

SHELF = load_rehearsal()


def heard(line: str, *kinds: Kind) -> Heard:
    return hear(line, SHELF.signs, kinds)
