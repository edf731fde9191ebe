"""Which of its own words carry the point of a message: what readers marked."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from aftershift.engines.coach.own_words.lessons import Pointed
from aftershift.library.coach import COACH
from aftershift.library.shelf import ContentError, read_record

POINTS = COACH / "points"
FEWEST, MOST = 2, 9  # words that are given back


@dataclass(frozen=True, kw_only=True, slots=True)
class Points:
    """What one reader marked."""

    point: tuple[Pointed, ...]


@cache
def load_points(shelf: Path = POINTS) -> dict[str, tuple[Pointed, ...]]:
    """Give what each reader marked, by the name of the file.

    Raises ContentError where words do not stand in their message, or are too few or too many.
    """
    found = {path.stem: read_record(path, Points).point for path in sorted(shelf.glob("*.toml"))}
    for name, points in found.items():
        for one in points:
            for words in (one.words, *one.also):
                if words not in one.text:
                    reason = "these words do not stand in it"
                    raise ContentError(f"{name}.toml", one.text[:40], reason)
                if words and not FEWEST <= len(words.split()) <= MOST:
                    raise ContentError(f"{name}.toml", words, "too few words, or too many")
    return found
