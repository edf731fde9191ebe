"""The shelf of wordings that a host imported: one strict JSON file for each instrument.

They lie in the host's data folder, because published wording is never shipped with this project.
"""

import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from aftershift.engines.checkins.wordings import Wording
from aftershift.library.shelf import ContentError

FOLDER = "instruments"  # below the data folder
_READER = TypeAdapter(Wording)


def folder_of(data: Path) -> Path:
    """Say where the wordings lie, or would lie, below a host's data folder."""
    return data / FOLDER


def installed(folder: Path) -> Mapping[str, Wording]:
    """Read every kept wording, by the id of its instrument; none where there is no folder.

    Raises ContentError with file and key for a file that was changed into something else.
    """
    files = sorted(folder.glob("*.json")) if folder.is_dir() else []
    return {wording.instrument: wording for wording in map(_read, files)}


def file_name(instrument: str) -> str:
    """Name the file of an instrument's wording: `phq-9.json` for PHQ-9."""
    return f"{instrument.lower()}.json"


def keep(folder: Path, wording: Wording) -> Path:
    """Write a wording, whole or not at all, over an older one of its instrument."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / file_name(wording.instrument)
    text = json.dumps(asdict(wording), ensure_ascii=False, indent=1) + "\n"
    handle, draft = tempfile.mkstemp(dir=folder, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(draft).replace(path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
    return path


def _read(path: Path) -> Wording:
    try:
        wording = _READER.validate_json(path.read_bytes(), strict=True, extra="forbid")
    except OSError as error:
        raise ContentError(path.name, "", "cannot be read") from error
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        key = ".".join(str(part) for part in first["loc"])
        raise ContentError(path.name, key, first["msg"]) from error
    if path.name != file_name(wording.instrument):
        raise ContentError(path.name, "instrument", "is not the one of the file's name")
    return wording
