"""The ward dialects of `content/rosters`, and a person's own legend in the same form."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from aftershift.engines.basics.text import fold, fold_code
from aftershift.engines.rosters.codes import Dialect, TitleRule, speaks_for
from aftershift.engines.rosters.hours import CODE_LENGTH, HoursOfDay, hours_in
from aftershift.engines.rosters.shifts import Kind, Legend, ShiftCode
from aftershift.library.shelf import CONTENT, ContentError, read_record

SHELF = CONTENT / "rosters"


@dataclass(frozen=True, kw_only=True, slots=True)
class CodeEntry:
    """One reading of a code as a file writes it; hours as `07:30-20:00`, `07:00-11:00+1`."""

    meaning: str
    kind: Kind
    certainty: float
    hours: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class DialectFile:
    """A file of `content/rosters`: its name is the dialect's id."""

    name: str
    zones: tuple[str, ...]
    source: str
    written: date
    codes: Mapping[str, tuple[CodeEntry, ...]]
    titles: tuple[TitleRule, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class LegendEntry:
    """What a person says that one of her codes means; without a kind it is work."""

    hours: tuple[str, ...] = ()
    kind: Kind = Kind.WORK
    meaning: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class LegendFile:
    """A person's own legend as a file (`--codes`)."""

    codes: Mapping[str, LegendEntry] = field(default_factory=dict)


def load_dialects(shelf: Path = SHELF) -> tuple[Dialect, ...]:
    """Load every dialect of a shelf, by file name. Raises ContentError."""
    return tuple(load_dialect(path) for path in sorted(shelf.glob("*.toml")))


def load_dialect(path: Path) -> Dialect:
    """Load one dialect and run its examples. Raises ContentError."""
    file = read_record(path, DialectFile)
    codes: dict[str, tuple[ShiftCode, ...]] = {}
    for code, entries in file.codes.items():
        key = f"codes.{code}"
        if fold_code(code) in codes or not entries:
            raise ContentError(path.name, key, "stands twice, or is empty")
        codes[fold_code(code)] = tuple(_reading(path, code, entry) for entry in entries)
    for rule in file.titles:
        _prove(path, rule, codes)
    return Dialect(id=path.stem, name=file.name, zones=file.zones, codes=codes, titles=file.titles)


def load_legend(path: Path) -> Legend:
    """Load a person's own legend: `[codes.N]` with `hours`, `kind`, `meaning`.

    Raises ContentError.
    """
    file = read_record(path, LegendFile)
    legend: dict[str, ShiftCode] = {}
    for code, entry in file.codes.items():
        told = CodeEntry(
            meaning=entry.meaning or code, kind=entry.kind, certainty=1.0, hours=entry.hours
        )
        legend[code] = _reading(path, code, told)
    return legend


def _reading(path: Path, code: str, entry: CodeEntry) -> ShiftCode:
    key = f"codes.{code}"
    if not 1 <= len(code) <= CODE_LENGTH:
        raise ContentError(path.name, key, f"a code has 1 to {CODE_LENGTH} characters")
    if not 0 < entry.certainty <= 1:
        raise ContentError(path.name, f"{key}.certainty", "lies between 0 and 1")
    hours = _hours(path, key, entry.hours)
    if entry.kind is Kind.OFF and hours:
        raise ContentError(path.name, f"{key}.hours", "a day off has no hours")
    if entry.kind is Kind.WORK and not hours:
        raise ContentError(path.name, f"{key}.hours", "work needs hours")
    return ShiftCode(
        code=code,
        meaning=entry.meaning,
        kind=entry.kind,
        hours=hours,
        certainty=entry.certainty,
    )


def _hours(path: Path, key: str, texts: tuple[str, ...]) -> HoursOfDay:
    """Read hours that must be plain: one way of reading each, in order, without overlap."""
    if not texts:
        return ()
    ways = hours_in("+".join(texts))
    if len(ways) != 1:
        raise ContentError(path.name, f"{key}.hours", "hours are written 07:30-20:00, in order")
    return ways[0]


def _prove(path: Path, rule: TitleRule, codes: Mapping[str, tuple[ShiftCode, ...]]) -> None:
    key = f"titles.{rule.code}"
    if fold_code(rule.code) not in codes:
        raise ContentError(path.name, key, "names a code that is not in the file")
    if any(phrase != fold(phrase) for phrase in (*rule.anywhere, *rule.alone)):
        raise ContentError(path.name, key, "phrases are written small, with spaces for hyphens")
    if not speaks_for(rule, rule.matches):
        raise ContentError(path.name, f"{key}.matches", "is not matched by its own rule")
    if speaks_for(rule, rule.refuses):
        raise ContentError(path.name, f"{key}.refuses", "is matched by its own rule")
