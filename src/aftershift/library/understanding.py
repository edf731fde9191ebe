"""The shelf of what can be understood: situations, feelings, needs, and what teaches them."""

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from aftershift.engines.language.taxonomy import (
    Emotion,
    Need,
    Says,
    Situation,
    Taxonomy,
    TaxonomyError,
)
from aftershift.library.shelf import CONTENT, ContentError, read_record

UNDERSTANDING = CONTENT / "understanding"


@dataclass(frozen=True, kw_only=True, slots=True)
class Situations:
    """The file of situations."""

    situation: tuple[Situation, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Emotions:
    """The file of feelings."""

    emotion: tuple[Emotion, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Needs:
    """The file of needs."""

    need: tuple[Need, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Sentences:
    """One file of sentences that teach."""

    group: tuple[Says, ...]


def load_taxonomy(shelf: Path = UNDERSTANDING) -> Taxonomy:
    """Load all names and all that teaches them; raise ContentError where one is wrong."""
    says = tuple(
        group
        for path in sorted(shelf.glob("says_*.toml"))
        for group in read_record(path, Sentences).group
    )
    try:
        return Taxonomy(
            situations=read_record(shelf / "situations.toml", Situations).situation,
            emotions=read_record(shelf / "emotions.toml", Emotions).emotion,
            needs=read_record(shelf / "needs.toml", Needs).need,
            says=says,
        )
    except TaxonomyError as error:
        raise ContentError(shelf.name, "", str(error)) from error


def taxonomy_digest(shelf: Path = UNDERSTANDING) -> str:
    """Tell one state of the shelf from another."""
    digest = hashlib.sha256()
    for path in sorted(shelf.glob("*.toml")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def situation_names(shelf: Path = UNDERSTANDING) -> dict[str, Situation]:
    """Load the situations alone, each by its id; raise ContentError where one is wrong."""
    return {one.id: one for one in read_record(shelf / "situations.toml", Situations).situation}


@cache
def emotion_names(shelf: Path = UNDERSTANDING) -> dict[str, Emotion]:
    """Load the feelings alone, each by its id; raise ContentError where one is wrong."""
    return {one.id: one for one in read_record(shelf / "emotions.toml", Emotions).emotion}
