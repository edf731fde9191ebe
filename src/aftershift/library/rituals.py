"""The shelf of rituals: content/rituals/*.toml, each named after its ritual."""

from functools import cache
from pathlib import Path

from aftershift.engines.windows.overlap import WindowsError
from aftershift.engines.windows.rituals import Ritual
from aftershift.library.shelf import CONTENT, ContentError, read_record

SHELF = CONTENT / "rituals"


@cache
def load_rituals(shelf: Path = SHELF) -> tuple[Ritual, ...]:
    """Load every ritual by id; raise ContentError with file and key when one is wrong."""
    return tuple(_load(path) for path in sorted(shelf.glob("*.toml")))


def _load(path: Path) -> Ritual:
    try:
        ritual = read_record(path, Ritual)
    except WindowsError as error:
        raise ContentError(path.name, "", str(error)) from error
    if ritual.id != path.stem:
        raise ContentError(path.name, "id", "is not the name of the file")
    return ritual
