"""The shelf of keys: one file an instrument, numbers and names of scales, never its wording."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from aftershift.engines.checkins.instruments import (
    Count,
    Flag,
    Instrument,
    Item,
    Licence,
    Scale,
    Source,
    Touch,
)
from aftershift.library.shelf import CONTENT, ContentError, read_record

SHELF = CONTENT / "instruments"


@dataclass(frozen=True, kw_only=True, slots=True)
class Special:
    """What one item has of its own."""

    id: str
    answers: tuple[int, ...] = ()
    touches: Touch | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ScaleRow(Scale):
    """A scale as a file has it: without items it is of all of them."""

    items: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class KeyFile:
    """One file. Items are numbered from 1 unless `names` names them; `loinc` is in their order."""

    id: str
    name: str
    about: str
    frame: str
    licence: Licence
    notice: str
    size: int
    answers: tuple[int, ...]
    source: tuple[Source, ...]
    names: tuple[str, ...] = ()
    loinc: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    total_code: str = ""
    special: tuple[Special, ...] = ()
    all_touch: Touch | None = None
    parts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    codings: tuple[str, ...] = ()
    scale: tuple[ScaleRow, ...] = ()
    flag: tuple[Flag, ...] = ()
    count: tuple[Count, ...] = ()
    notes: tuple[str, ...] = ()
    no_total: str = ""
    is_triage: bool = False
    is_of_groups: bool = False
    frame_days: int = 0


@cache
def load_instruments(shelf: Path = SHELF) -> Mapping[str, Instrument]:
    """Load every key by its id; raise ContentError for one that would score something wrong."""
    found = {}
    for path in sorted(shelf.glob("*.toml")):
        file = read_record(path, KeyFile)
        if path.stem != file.id.casefold():
            raise ContentError(path.name, "id", "is not the name of the file")
        instrument = _instrument(file)
        for reason in _faults(file, instrument):
            raise ContentError(path.name, *reason)
        found[instrument.id] = instrument
    return found


def instrument_named(name: str) -> Instrument | None:
    """Find a key by its id, in whatever case it is typed."""
    known = {one.casefold(): instrument for one, instrument in load_instruments().items()}
    return known.get(name.casefold())


def _instrument(file: KeyFile) -> Instrument:
    names = file.names or tuple(str(place + 1) for place in range(file.size))
    special = {one.id: one for one in file.special}
    codes = dict(zip(names, file.loinc, strict=False))
    items = tuple(
        Item(
            id=name,
            answers=(special[name].answers if name in special else ()) or file.answers,
            codes=(codes[name],) if name in codes else (),
            touches=special[name].touches if name in special else file.all_touch,
        )
        for name in names
    )
    return Instrument(
        id=file.id,
        name=file.name,
        about=file.about,
        frame=file.frame,
        licence=file.licence,
        notice=file.notice,
        items=items,
        sources=file.source,
        scales=tuple(replace(one, items=one.items or names) for one in file.scale),
        flags=file.flag,
        counts=file.count,
        codes=file.codes,
        total_code=file.total_code,
        parts=file.parts,
        codings=file.codings,
        notes=file.notes,
        no_total=file.no_total,
        is_triage=file.is_triage,
        is_of_groups=file.is_of_groups,
        frame_days=file.frame_days,
    )


def _faults(file: KeyFile, key: Instrument) -> Iterator[tuple[str, str]]:
    """Give what would score something wrong: the field, and what is wrong with it."""
    known = {one.id for one in key.items}
    if file.names and len(file.names) != file.size:
        yield "names", "is not as long as the form"
    if file.loinc and len(file.loinc) != file.size:
        yield "loinc", "is not as long as the form"
    if key.parts and tuple(one for part in key.parts.values() for one in part) != file.names:
        yield "parts", "do not make up the form in its order"
    if any(one.id not in known for one in file.special):
        yield "special", "names an item that is not on the form"
    if any(one.scale not in {scale.id for scale in key.scales} for one in key.flags):
        yield "flag", "names a scale that is not there"
    if any(not set(one.items) <= known for one in key.counts):
        yield "count", "names an item that is not on the form"
    for scale in key.scales:
        yield from (("scale", f"{scale.id}: {reason}") for reason in _scale_faults(scale, key))


def _scale_faults(scale: Scale, key: Instrument) -> Iterator[str]:
    if not set(scale.items) <= {one.id for one in key.items}:
        yield "names an item that is not on the form"
    if not set(scale.reverse) <= set(scale.items):
        yield "turns an item over that it does not count"
    if len(set(scale.items)) != len(scale.items):
        yield "counts an item twice"
    lows = [one.low for one in scale.bands]
    if lows and (lows != sorted(set(lows)) or lows[0] != scale.low):
        yield "has bands that do not follow each other from its lowest number"
    if scale.bands and not scale.bands_by:
        yield "does not say whose its bands are"
