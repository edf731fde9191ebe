"""The shelf of reflection checklists: content/reflections, one file each, in our own words."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from aftershift.engines.checkins.reflections import Checklist, Item, ReflectionError, Scope
from aftershift.library.evidence import load_evidence
from aftershift.library.protocols import opening_for
from aftershift.library.shelf import CONTENT, ContentError, read_record

SHELF = CONTENT / "reflections"
# The rooms that a list may lead to; the other lists of the shelf besides.
ROOMS = frozenset(
    {
        *("agreements", "check_in", "journal", "people", "planned", "rehearsal"),
        *("rituals", "strong_one", "windows"),
    }
)


@cache
def load_reflections(shelf: Path = SHELF) -> Mapping[str, Checklist]:
    """Load every list by its id, ordered by whom it is about.

    Raises ContentError where a practice, a room or what has to be asked first is missing: a list
    with an item that touches harm cannot be shown without the question that comes before it.
    """
    lists = [_checklist(path) for path in sorted(shelf.glob("*.toml"))]
    rooms = ROOMS | {one.id for one in lists}
    for one in lists:
        for way in one.ways:
            known = load_evidence().practices if way.practice else rooms
            if bool(way.to) is bool(way.practice) or (way.to or way.practice) not in known:
                raise ContentError(f"{one.id}.toml", "ways", "leads to no one place of the house")
    scopes = list(Scope)
    return {one.id: one for one in sorted(lists, key=lambda one: scopes.index(one.scope))}


def _checklist(path: Path) -> Checklist:
    try:
        checklist = read_record(path, Checklist, id=path.stem)
    except ReflectionError as error:
        raise ContentError(path.name, "", str(error)) from error
    for item in checklist.items:
        _check(path.name, item)
    return checklist


def _check(file: str, item: Item) -> None:
    if item.practice and item.practice not in load_evidence().practices:
        raise ContentError(file, item.id, "names a practice that is not on its shelf")
    if item.touches:
        opening_for(item.touches, file)
