"""Teach every head by what lies in content/ today, and put it with the package.

    python -m training.heads

Some minutes on one core; only what is due is taught. A test says when it has to be run again.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from aftershift.adapters import (
    candid,
    connecting,
    encoder_files,
    encoders,
    hearing,
    reading,
    recalling,
    rehearsing,
    replies,
    speaking,
    understanding,
)
from aftershift.adapters.choices import taught_chooser, taught_pointer
from aftershift.adapters.encoders import Encoder
from aftershift.adapters.learnt import SHIPPED
from aftershift.library.candour import candour_digest, load_candid
from aftershift.library.coach import coach_digest, coach_texts
from aftershift.library.coach_lessons import (
    TUNED,
    aim_lessons,
    lessons_of_choices,
    occasion_lessons,
    pointing_lessons,
    purpose_lessons,
)
from aftershift.library.connection import connection_digest, load_groups
from aftershift.library.empathy import empathy_digest, load_labelled
from aftershift.library.output import load_spoken, spoken_digest
from aftershift.library.patterns import load_marked, patterns_digest
from aftershift.library.rehearsal import lines_digest, load_lines
from aftershift.library.triage import (
    LEARNT,
    all_lessons,
    lessons_digest,
    load_phrases,
    words_digest,
)
from aftershift.library.understanding import load_taxonomy, taxonomy_digest


@dataclass(frozen=True, kw_only=True, slots=True)
class Kinds:
    """MiniLM as it is, and as it was tuned for the ear, the coach and messages about to be sent."""

    plain: Encoder
    ear: Encoder
    coach: Encoder
    messages: Encoder


def all_kinds(tell: Callable[[str], None]) -> Kinds:
    """Make all encoders ready."""
    best = partial(encoders.best_encoder, encoder_files.cache_folder(), tell)
    return Kinds(plain=best(), ear=best(LEARNT), coach=best(TUNED), messages=best(reading.TUNED))


def teach_all(kinds: Kinds, to: Path, tell: Callable[[str], None]) -> None:
    """Teach all that the package does not bring yet, and put it into a folder."""
    plain = kinds.plain
    taxonomy = load_taxonomy()
    hearing.taught_words(all_lessons, words_digest(), load_phrases(), to)
    hearing.taught_heads(all_lessons, lessons_digest(), kinds.ear, to, tell)
    reading.pattern_heads(load_marked, patterns_digest(), kinds.messages, to, tell)
    candid.candour_heads(load_candid, candour_digest(), kinds.messages, to, tell)
    rehearsing.move_heads(load_lines, lines_digest(), kinds.messages, to, tell)
    connecting.connection_heads(load_groups, connection_digest(), plain, to, tell)
    understanding.taught_understanding(taxonomy, taxonomy_digest(), plain, to, tell)
    replies.empathy_heads(load_labelled, empathy_digest(), plain, to, tell)
    speaking.output_heads(load_spoken, spoken_digest(), plain, to, tell)
    recalling.recalls(coach_texts(), coach_digest(), plain, to, tell)
    for kind, lessons in lessons_of_choices().items():
        taught_chooser(kind, lessons, plain, to, tell)
    taught_chooser("purposes", purpose_lessons(), kinds.coach, to, tell)
    taught_chooser("aims", aim_lessons(), encoders.Joined(plain, kinds.coach), to, tell)
    taught_chooser("occasions", occasion_lessons(), encoders.Joined(plain, kinds.coach), to, tell)
    taught_pointer(*pointing_lessons(), to, tell)


def main() -> None:
    """Teach what is due, and take away what it replaces."""
    teach_all(all_kinds(_tell), SHIPPED, _tell)
    newest: dict[str, Path] = {}
    for file in sorted((*SHIPPED.glob("*.npz"), *SHIPPED.glob("*.json")), key=_written):
        kind = file.name.partition("-")[0]
        if kind in newest:
            newest[kind].unlink()
        newest[kind] = file


def _written(file: Path) -> float:
    return file.stat().st_mtime


def _tell(line: str) -> None:
    sys.stderr.write(f"{line}\n")


if __name__ == "__main__":
    main()
