"""Small files of settings in TOML: a ward's legend, what a person prefers."""

import tomllib
from collections.abc import Mapping
from datetime import time
from pathlib import Path
from typing import Any

from aftershift.cli.batch.files import text_of
from aftershift.cli.refusals import Refusal
from aftershift.engines.rosters.hours import CODE_LENGTH, hours_in
from aftershift.engines.rosters.shifts import ClockHours, Kind, Legend, ShiftCode

LEGEND_HELP = """\
A legend says what your ward's codes mean, in TOML:
  [codes.N]
  hours = "19:30-07:30"          a split shift: "06:00-10:00+16:00-21:00"
  meaning = "Night"              optional
  [codes.OC]
  kind = "on_call"               work (with hours), on_call, or off
"""
LEGEND_KEYS = ("hours", "kind", "meaning")


def table_of(path: Path) -> dict[str, Any]:
    """Read one TOML file."""
    try:
        return tomllib.loads(text_of(path))
    except tomllib.TOMLDecodeError as error:
        reason = f"{path}: {error}"
        raise Refusal(reason) from error


def only(found: Mapping[str, Any], known: tuple[str, ...], where: str) -> None:
    """Refuse a key that nobody reads: it is a slip of the pen."""
    for key in found:
        if key not in known:
            reason = f"{where}: {key} is not known; there are {', '.join(known)}"
            raise Refusal(reason)


def time_of(value: object, where: str) -> time:
    """Read a time of day, `"22:30"` or TOML's own."""
    if isinstance(value, time):
        return value
    try:
        return time.fromisoformat(value if isinstance(value, str) else "")
    except ValueError as error:
        reason = f'{where}: give a time such as "22:30"'
        raise Refusal(reason) from error


def legend_of(path: Path | None) -> Legend:
    """Read a person's own legend; without a file it is empty."""
    if path is None:
        return {}
    found = table_of(path)
    only(found, ("codes",), str(path))
    codes = found.get("codes")
    if not isinstance(codes, dict) or not codes:
        reason = f"{path}: there is no [codes.X] in it"
        raise Refusal(reason)
    return {code: _code(code, says, f"{path}: codes.{code}") for code, says in codes.items()}


def _code(code: str, says: object, where: str) -> ShiftCode:
    if not isinstance(says, dict) or not all(isinstance(one, str) for one in says.values()):
        reason = f'{where}: give {", ".join(LEGEND_KEYS)}, each in "quotes"'
        raise Refusal(reason)
    only(says, LEGEND_KEYS, where)
    if len(code) > CODE_LENGTH:
        reason = f"{where}: a code has at most {CODE_LENGTH} characters"
        raise Refusal(reason)
    hours = _hours(says.get("hours", ""), where)
    kind = _kind(says.get("kind", Kind.WORK if hours else Kind.OFF), where)
    if bool(hours) == (kind is Kind.OFF) and kind is not Kind.ON_CALL:
        reason = f"{where}: work needs hours, and a day off has none"
        raise Refusal(reason)
    return ShiftCode(code=code, meaning=says.get("meaning", code), kind=kind, hours=hours)


def _hours(written: str, where: str) -> tuple[ClockHours, ...]:
    if not written:
        return ()
    ways = hours_in(written)
    if len(ways) != 1:
        reason = f'{where}: give hours such as "19:30-07:30"'
        raise Refusal(reason)
    return ways[0]


def _kind(written: str, where: str) -> Kind:
    try:
        return Kind(written)
    except ValueError as error:
        reason = f"{where}: kind is one of {', '.join(Kind)}"
        raise Refusal(reason) from error
