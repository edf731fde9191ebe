"""The shelf of what may be advised: practices, sources, what many have heard, terms."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from aftershift.engines.evidence.practices import EvidenceError, Myth, Practice, Source, Term
from aftershift.library.shelf import CONTENT, ContentError, read_record
from aftershift.library.understanding import situation_names

EVIDENCE = CONTENT / "evidence"


@dataclass(frozen=True, kw_only=True, slots=True)
class Sources:
    """The file of sources."""

    source: tuple[Source, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Myths:
    """The file of what many have heard."""

    myth: tuple[Myth, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Glossary:
    """The file of terms."""

    term: tuple[Term, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence:
    """The whole shelf, each thing by its id."""

    practices: dict[str, Practice]
    sources: dict[str, Source]
    myths: dict[str, Myth]
    terms: dict[str, Term]


@cache
def load_evidence(shelf: Path = EVIDENCE) -> Evidence:
    """Load the shelf; raise ContentError where something is wrong or leads nowhere."""
    sources = {one.key: one for one in read_record(shelf / "sources.toml", Sources).source}
    paths = sorted((shelf / "practices").glob("*.toml"))
    try:
        practices = [read_record(path, Practice) for path in paths]
    except EvidenceError as error:
        raise ContentError(shelf.name, "practices", str(error)) from error
    for path, one in zip(paths, practices, strict=True):
        if path.stem != one.slug:
            reason = "is not the name of its file"
            raise ContentError(path.name, "id", reason)
    found = Evidence(
        practices={one.id: one for one in practices},
        sources=sources,
        myths={one.id: one for one in read_record(shelf / "myths.toml", Myths).myth},
        terms={one.id: one for one in read_record(shelf / "glossary.toml", Glossary).term},
    )
    _check_links(found)
    return found


def _check_links(shelf: Evidence) -> None:
    """Refuse what names a source, a practice or a situation that is not there."""
    situations = set(situation_names())
    for one in shelf.practices.values():
        _all_in(one.sources, shelf.sources, f"{one.slug}.toml", "sources")
        _all_in(one.situations, situations, f"{one.slug}.toml", "situations")
    for myth in shelf.myths.values():
        _all_in(myth.sources, shelf.sources, "myths.toml", myth.id)
    for term in shelf.terms.values():
        _all_in(term.see, shelf.practices, "glossary.toml", term.id)
        _all_in(filter(None, [term.source]), shelf.sources, "glossary.toml", term.id)


def _all_in(
    names: Iterable[str], there: dict[str, Source] | dict[str, Practice] | set[str],
    file: str, key: str,
) -> None:  # fmt: skip
    for name in names:
        if name not in there:
            raise ContentError(file, key, f"there is no {name!r}")


def shelf_digest(*folders: Path) -> str:
    """Tell one state of some folders from another."""
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*.toml")):
            name = path.relative_to(folder).as_posix()
            digest.update(name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()
