"""Where a theme of the coach may go on in the house: a scene, written words, a tool."""

from collections.abc import Container
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from aftershift.engines.wording.scripts import To
from aftershift.library.coach import load_coach
from aftershift.library.pocket import load_rooms
from aftershift.library.rehearsal import load_rehearsal
from aftershift.library.shelf import CONTENT, ContentError, read_record
from aftershift.library.wording import load_scripts

FILE = CONTENT / "coach" / "neighbours.toml"
TWO, CLOSE = "two", "close"  # the scope of a theme; the voice of a scene


@dataclass(frozen=True, kw_only=True, slots=True)
class Written:
    """The neighbours of one theme by their ids, "" for none."""

    theme: str
    scene: str = ""
    words: str = ""
    tool: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Neighbours:
    """The file of neighbours."""

    neighbour: tuple[Written, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Tool:
    """A small guide of the pocket, and the room that it lies in."""

    id: str
    name: str
    room: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Neighbour:
    """The neighbours of one theme, each as (id, name); None where it has none.

    `for_two`: the theme is one of the two, or its scene is with somebody close, or its words are
    for the partner.
    """

    scene: tuple[str, str] | None
    words: tuple[str, str] | None
    tool: Tool | None
    for_two: bool


@cache
def load_neighbours(file: Path = FILE) -> dict[str, Neighbour]:
    """Load the neighbours by theme. Raises ContentError for what is on no shelf, or there twice."""
    themes = {one.id: one.scope == TWO for one in load_coach().playbooks}
    played, written = load_rehearsal().scenes, {one.id: one for one in load_scripts().script}
    scenes = {one.id: (one.id, one.name) for one in played.values()}
    words = {one.id: (one.id, one.title) for one in written.values()}
    at_home = {one.id for one in played.values() if one.voice == CLOSE}
    to_partner = {one.id for one in written.values() if one.to is To.PARTNER}
    tools = {
        guide.id: Tool(id=guide.id, name=guide.name, room=name)
        for name, room in load_rooms().items()
        for guide in room.guide
    }
    found: dict[str, Neighbour] = {}
    for one in read_record(file, Neighbours).neighbour:
        if one.theme in found:
            raise ContentError(file.name, one.theme, "is there twice")
        _is_on(file, one.theme, themes)
        for name, shelf in ((one.scene, scenes), (one.words, words), (one.tool, tools)):
            _is_on(file, name, {"", *shelf})
        found[one.theme] = Neighbour(
            scene=scenes.get(one.scene),
            words=words.get(one.words),
            tool=tools.get(one.tool),
            for_two=themes[one.theme] or one.scene in at_home or one.words in to_partner,
        )
    return found


def _is_on(file: Path, name: str, shelf: Container[str]) -> None:
    if name not in shelf:
        raise ContentError(file.name, name, "is on no shelf")
