"""The whole of `content/` as one pack: its version, its evidence date, a digest of each file.

A release carries a seal: these digests as they were when it went out, with a signature. Where a
file differs from its seal, `differences` names it.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from aftershift.library.evidence import load_evidence
from aftershift.library.shelf import CONTENT, ContentError

SEAL = "pack.json"


@dataclass(frozen=True, kw_only=True, slots=True)
class Pack:
    """What is on all shelves: `version` follows from every byte, `evidence` is the last review."""

    version: str
    evidence: date
    digests: Mapping[str, str]  # SHA-256 in hexadecimal digits, by the path below `content`

    @property
    def signed(self) -> bytes:
        """Give the bytes that a signature is over: the same for the same pack on any machine."""
        held = {**asdict(self), "evidence": self.evidence.isoformat()}
        return json.dumps(held, sort_keys=True, separators=(",", ":")).encode()


@dataclass(frozen=True, kw_only=True, slots=True)
class Seal:
    """A pack as it went out; the sender's public key and the signature in hexadecimal digits."""

    pack: Pack
    key: str
    signature: str


@cache
def this_pack() -> Pack:
    """Read every file of the content once and say what it is together."""
    reviewed = max(one.reviewed for one in load_evidence().practices.values())
    return pack_of(CONTENT, evidence=reviewed)


def pack_of(folder: Path, *, evidence: date) -> Pack:
    """Take the digests of a folder's files, the seal itself apart."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != SEAL)
    digests = {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in files
        if "__pycache__" not in path.parts
    }
    whole = sha256(json.dumps(digests, sort_keys=True).encode()).hexdigest()
    version = f"{evidence:%Y.%m.%d}-{whole[:8]}"
    return Pack(version=version, evidence=evidence, digests=digests)


def differences(sealed: Pack, here: Pack) -> tuple[str, ...]:
    """Name the files that are not as they were sealed, those that came and those that went."""
    names = sorted(sealed.digests.keys() | here.digests.keys())
    return tuple(one for one in names if sealed.digests.get(one) != here.digests.get(one))


def read_seal(folder: Path = CONTENT) -> Seal | None:
    """Read the seal of a release; None where this is none. Raises ContentError."""
    path = folder / SEAL
    if not path.exists():
        return None
    try:
        return TypeAdapter(Seal).validate_json(path.read_bytes(), strict=True, extra="forbid")
    except ValidationError as error:
        raise ContentError(SEAL, "", "is no seal of a release") from error


def write_seal(seal: Seal, folder: Path = CONTENT) -> None:
    """Write the seal beside what it is about."""
    written = TypeAdapter(Seal).dump_json(seal, indent=1)
    (folder / SEAL).write_bytes(written + b"\n")
