"""The shelf of what may be advised: practices, sources, what many have heard, terms."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

from aftershift.engines.evidence.browsing import searchable
from aftershift.engines.evidence.citing import unsourced
from aftershift.engines.evidence.practices import EvidenceError, Myth, Practice, Source, Term
from aftershift.engines.evidence.retrieval import Words
from aftershift.library.shelf import CONTENT, ContentError, read_record
from aftershift.library.understanding import situation_names

EVIDENCE = CONTENT / "evidence"
READ = "excerpt"  # what `checked` says where something of a source was read

Record = TypeVar("Record")


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
        practices=_named(practices, lambda one: one.id, "practices"),
        sources=_named(_source_file(shelf), lambda one: one.key, "sources.toml"),
        myths=_named(_myth_file(shelf), lambda one: one.id, "myths.toml"),
        terms=_named(_term_file(shelf), lambda one: one.id, "glossary.toml"),
    )
    _check_sources(found.sources.values())
    _check_links(found)
    _check_figures(found)
    return found


def _source_file(shelf: Path) -> tuple[Source, ...]:
    return read_record(shelf / "sources.toml", Sources).source


def _myth_file(shelf: Path) -> tuple[Myth, ...]:
    return read_record(shelf / "myths.toml", Myths).myth


def _term_file(shelf: Path) -> tuple[Term, ...]:
    return read_record(shelf / "glossary.toml", Glossary).term


def _named(
    records: Iterable[Record], name: Callable[[Record], str], file: str
) -> dict[str, Record]:
    """Put records under their names; refuse two of one name."""
    found: dict[str, Record] = {}
    for one in records:
        if name(one) in found:
            raise ContentError(file, name(one), "stands here twice")
        found[name(one)] = one
    return found


@cache
def evidence_words() -> Words:
    """Make the practices ready to be searched by words alone."""
    shelf = load_evidence()
    about = {one.id: " ".join((one.about, *one.plain)) for one in situation_names().values()}
    return searchable(shelf.practices.values(), tuple(shelf.terms.values()), about)


def _check_links(shelf: Evidence) -> None:
    """Refuse what names a source, a practice or a situation that is not there."""
    situations = set(situation_names())
    for one in shelf.practices.values():
        if not one.sources:
            raise ContentError(f"{one.slug}.toml", "sources", "there is none")
        _all_in(one.sources, shelf.sources, f"{one.slug}.toml", "sources")
        _all_in(one.situations, situations, f"{one.slug}.toml", "situations")
    for myth in shelf.myths.values():
        _all_in(myth.sources, shelf.sources, "myths.toml", myth.id)
    for term in shelf.terms.values():
        _all_in(term.see, shelf.practices, "glossary.toml", term.id)
        _all_in(filter(None, [term.source]), shelf.sources, "glossary.toml", term.id)


def _check_sources(sources: Iterable[Source]) -> None:
    """Refuse a DOI or an address of something that nobody read anything of."""
    for one in sources:
        if (one.doi or one.url) and one.checked != READ:
            file, reason = "sources.toml", "its DOI or address was not seen"
            raise ContentError(file, one.key, reason)


def _check_figures(shelf: Evidence) -> None:
    """Refuse a figure that none of its sources says."""
    for file, key, text, names in _told(shelf):
        sources = (shelf.sources[name] for name in names)
        noted = [note for one in sources for note in (one.finding, one.cite)]
        if missing := unsourced(text, noted):
            raise ContentError(file, key, f"no source of it says {', '.join(missing)}")


def _told(shelf: Evidence) -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    """List what says something of the world: its file, key, text and sources."""
    for one in shelf.practices.values():
        for key in ("about", "say", "design", "effect", "caveat", "why_grade", "smaller"):
            yield f"{one.slug}.toml", key, getattr(one, key), one.sources
        for text in (*one.steps, *one.offers):
            yield f"{one.slug}.toml", "steps", text, one.sources
    for myth in shelf.myths.values():
        yield "myths.toml", myth.id, myth.say, myth.sources
    for term in shelf.terms.values():
        yield "glossary.toml", term.id, term.plain, (term.source,) if term.source else ()


def _all_in(
    names: Iterable[str], there: dict[str, Source] | dict[str, Practice] | set[str],
    file: str, key: str,
) -> None:  # fmt: skip
    for name in names:
        if name not in there:
            raise ContentError(file, key, f"there is no {name!r}")
