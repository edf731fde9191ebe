"""Answers that come back from a file: what matched, what did not, and nothing kept yet."""

import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, tzinfo
from io import BytesIO
from typing import Any
from uuid import UUID, uuid4
from zipfile import BadZipFile, ZipFile

from aftershift.engines.checkins.fhir_back import ReadBack, read_responses
from aftershift.engines.checkins.filled import Filled, Mismatch, mismatches
from aftershift.engines.checkins.flat import answers_csv, read_answers
from aftershift.engines.checkins.forms import FormRefused
from aftershift.engines.checkins.instruments import Instrument
from aftershift.engines.checkins.scoring import ScoringError
from aftershift.engines.safety.touches import gravest
from aftershift.library.instruments import load_instruments
from aftershift.web.instruments import cards, queries
from aftershift.web.instruments.actions import is_here
from aftershift.web.instruments.papers import Kept
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.rosters import queries as rosters

LARGEST = 5_000_000  # bytes of a table or a bundle, also inside a ZIP
MOST = 200  # filled forms of one file
IN_ZIP = ("answers.csv", "answers.json")  # the table first: it has forms without a wording too
YEARS = range(1990, 2200)  # in which something may have been answered


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One filled form of the file: what it is, what is odd, and whether it would be kept.

    `is_finished`, `is_past` and `is_new` say why not where one of them is false.
    """

    kept: Kept
    name: str
    day: date
    left_out: int
    mismatches: tuple[tuple[str, Mismatch], ...] = ()
    unknown: int = 0
    is_finished: bool = True
    is_past: bool = True
    is_new: bool = True

    @property
    def is_to_keep(self) -> bool:
        """Say whether a yes would keep it."""
        return self.is_finished and self.is_past and self.is_new


@dataclass(frozen=True, kw_only=True, slots=True)
class Brought:
    """All lines of a file, and those to keep as the table that a yes sends back."""

    lines: tuple[Line, ...]

    @property
    def to_keep(self) -> tuple[Kept, ...]:
        """Give those that a yes would keep."""
        return tuple(one.kept for one in self.lines if one.is_to_keep)

    @property
    def table(self) -> str:
        """Write those to keep, in the form in which `brought` reads them again."""
        return answers_csv([as_filled(one) for one in self.to_keep])

    def touch(self) -> str:
        """Name the gravest of what the newest one of each form says above its lowest."""
        newest = {one.instrument: one for one in sorted(self.to_keep, key=lambda one: one.at)}
        keys = load_instruments()
        return gravest(
            found
            for one in newest.values()
            if (found := cards.touched(keys[one.instrument], one.answers))
        )


def brought(data: bytes, *, now: datetime, by: SignedIn) -> Brought:
    """Read a bundle of FHIR responses, our table of answers, or our ZIP with both.

    Raises FormRefused, in words for the person, where it is none, or of more than one person.
    """
    read = _read(data)
    if len(read) > MOST:
        raise FormRefused(f"more than {MOST} filled forms; bring them in smaller files")
    if len({one.filled.subject for one in read}) > 1:
        reason = "these are answers of more than one person; bring back your own only"
        raise FormRefused(reason)
    here = queries.paper(by=by).kept
    zone, lines = rosters.own_zone(by=by), list[Line]()
    for one in read:
        line = _line(one, now, zone)
        seen = (*here, *(other.kept for other in lines))
        if line.kept.id in {other.id for other in seen}:  # two of one name would go together
            line = replace(line, kept=replace(line.kept, id=str(uuid4())))
        lines.append(replace(line, is_new=not is_here(line.kept, seen)))
    return Brought(lines=tuple(lines))


def all_filled(*, by: SignedIn) -> list[Filled]:
    """Give all that was kept, in the shape in which answers travel, with today's scores."""
    keys = load_instruments()
    return [as_filled(one) for one in queries.paper(by=by).kept if one.instrument in keys]


def as_filled(one: Kept) -> Filled:
    """Give what was kept in the shape in which answers travel, scored by today's key."""
    key = load_instruments()[one.instrument]
    scores = cards.scored(key, one.answers).scores
    return Filled(
        instrument=one.instrument,
        answers=one.answers,
        authored=one.at,
        id=one.id,
        form=one.form,
        key_version=key.version,
        rule=key.rule,
        scores={
            name: float(value) for name, value in scores.items() if isinstance(value, int | float)
        },
    )


# --- out of the file -----------------------------------------------------------------


def _read(data: bytes) -> Sequence[ReadBack]:
    data = _unzipped(data)
    if len(data) > LARGEST:
        raise FormRefused(f"larger than {LARGEST // 1_000_000} MB")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        reason = "this is no text in UTF-8; a FHIR bundle, a table with commas or our ZIP is needed"
        raise FormRefused(reason) from None
    if not text.lstrip().startswith("{"):
        return [ReadBack(filled=one) for one in read_answers(text)]
    wordings = {one.key.id: one.wording for one in queries.offered().values()}
    return read_responses(_json(text), wordings)


def _unzipped(data: bytes) -> bytes:
    if not data.startswith(b"PK\x03\x04"):
        return data
    try:
        with ZipFile(BytesIO(data)) as archive:
            name = next((one for one in IN_ZIP if one in archive.namelist()), None)
            if name is None:
                raise FormRefused(f"this ZIP holds none of {' and '.join(IN_ZIP)}")
            with archive.open(name) as file:
                return file.read(LARGEST + 1)
    except (BadZipFile, RuntimeError, EOFError, zlib.error):  # encrypted, packed otherwise, cut off
        reason = "this ZIP cannot be opened"
        raise FormRefused(reason) from None


def _json(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        reason = "this is no sound JSON"
        raise FormRefused(reason)
    return found


def _line(read: ReadBack, now: datetime, zone: tzinfo) -> Line:
    filled, key = read.filled, load_instruments().get(read.filled.instrument)
    if key is None or not queries.is_for_one(key):
        raise FormRefused(f"{filled.instrument[:40]!r} is no questionnaire that is answered here")
    kept = _kept(filled, key)
    scores = _scored(key, kept)
    names = {one.id: one.name for one in key.scales}
    return Line(
        kept=kept,
        name=key.name,
        day=kept.at.astimezone(zone).date(),
        left_out=len(key.items) - len(kept.answers),
        mismatches=tuple(
            (names[one.scale], one)
            for one in mismatches(filled.scores, scores)
            if one.scale in names
        ),
        unknown=len(read.unknown) + len(read.notes) + len(filled.answers) - len(kept.answers),
        is_finished=filled.may_be_scored and bool(kept.answers),
        is_past=kept.at <= now,
    )


def _kept(filled: Filled, key: Instrument) -> Kept:
    if filled.authored.year not in YEARS:
        raise FormRefused(f"{key.id}: was answered in a year that cannot be meant")
    known = {one.id for one in key.items}
    return Kept(
        id=str(_identity(filled.id)),
        instrument=key.id,
        at=filled.authored.astimezone(UTC),
        answers={name: value for name, value in filled.answers.items() if name in known},
        form=filled.form[:300],
        key=key.version,
    )


def _identity(said: str) -> UUID:
    try:
        return UUID(said)
    except ValueError:
        return uuid4()


def _scored(key: Instrument, kept: Kept) -> dict[str, object]:
    try:
        return dict(cards.scored(key, kept.answers).scores)
    except ScoringError as error:
        raise FormRefused(f"{key.id}: {error}") from None
