"""One strict door for authored files: TOML into the records that the engines define."""

import json
import tomllib
from collections.abc import Hashable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter, ValidationError

Record = TypeVar("Record")

CONTENT = Path(__file__).resolve().parent.parent / "content"


class ContentError(Exception):
    """An authored file that may not be used: names the file, the key and the reason."""

    def __init__(self, file: str, key: str, reason: str) -> None:
        super().__init__(f"{file}: {key}: {reason}" if key else f"{file}: {reason}")
        self.file = file
        self.key = key
        self.reason = reason


def read_record(path: Path, shape: type[Record], **given: str) -> Record:
    """Read one TOML file as a record, without any coercion.

    `given` are fields that the file may not hold, such as an id that is the name of the file.
    Raises ContentError for a file that is no TOML, an unknown key, a missing key or a wrong type.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ContentError(path.name, "", "is not TOML in UTF-8") from error
    if stray := sorted(table.keys() & given.keys()):
        raise ContentError(path.name, stray[0], "may not stand in the file")
    try:
        record: Record = _reader(cast(Hashable, shape)).validate_json(
            json.dumps(table | given, default=str), strict=True, extra="forbid"
        )
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        key = ".".join(str(part) for part in first["loc"])
        raise ContentError(path.name, key, first["msg"]) from error
    return record


@cache
def _reader(shape: Any) -> TypeAdapter[Any]:
    """Make ready to read one kind of record; making it takes longer than reading a file."""
    return TypeAdapter(shape)
