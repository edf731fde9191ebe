"""The shelf of explanations: content/explanations/*.toml, each named after its kind of number.

A word in braces is a figure of the engines, filled in when the file is read; the words name it and
cannot change it.
"""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

from aftershift.engines.windows.explaining import Chapter, Explanation
from aftershift.engines.windows.figures import FIGURES
from aftershift.engines.windows.overlap import WindowsError
from aftershift.library.shelf import CONTENT, ContentError, read_record

SHELF = CONTENT / "explanations"
SLOT = re.compile(r"\{(\w*)\}")
CHAPTERS = tuple(Chapter)


@cache
def load_explanations(shelf: Path = SHELF) -> tuple[Explanation, ...]:
    """Load every explanation in the order of the page.

    Raises ContentError with file and key when one is wrong, or names a figure that there is not.
    """
    found = [_load(path) for path in sorted(shelf.glob("*.toml"))]
    return tuple(sorted(found, key=lambda one: (CHAPTERS.index(one.chapter), one.place)))


@cache
def explanation(id_: str) -> Explanation:
    """Give one explanation; a KeyError names one that there is not."""
    return {one.id: one for one in load_explanations()}[id_]


def _load(path: Path) -> Explanation:
    try:
        written = read_record(path, Explanation)
        if written.id != path.stem:
            raise ContentError(path.name, "id", "is not the name of the file")
        return replace(
            written,
            title=_filled(written.title, path, "title"),
            short=_filled(written.short, path, "short"),
            says=_filled(written.says, path, "says"),
            rule=tuple(_filled(step, path, "rule") for step in written.rule),
            model=_filled(written.model, path, "model"),
            sure=_filled(written.sure, path, "sure"),
            judgement=_filled(written.judgement, path, "judgement"),
        )
    except WindowsError as error:
        raise ContentError(path.name, "", str(error)) from error


def _filled(words: str, path: Path, key: str) -> str:
    """Write the engines' figures into the words."""
    unknown = [name for name in SLOT.findall(words) if name not in FIGURES]
    if unknown:
        raise ContentError(path.name, key, "names a figure that the engines do not have")
    filled = SLOT.sub(lambda slot: FIGURES[slot[1]], words)
    if {*"{}"} & {*filled}:
        raise ContentError(path.name, key, "has a brace that is no figure")
    return filled
