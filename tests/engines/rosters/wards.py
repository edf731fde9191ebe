"""Small wards and events for the roster tests, made by hand and independent of the content."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from aftershift.engines.rosters.codes import Dialect, TitleRule, Ward
from aftershift.engines.rosters.hours import hours_in
from aftershift.engines.rosters.shifts import CalendarEvent, Kind, Shift, ShiftCode

LONDON = ZoneInfo("Europe/London")
BERLIN = ZoneInfo("Europe/Berlin")


def reading(
    code: str, hours: str = "", kind: Kind = Kind.WORK, certainty: float = 0.9
) -> ShiftCode:
    ways = hours_in(hours)
    return ShiftCode(
        code=code, meaning=code, kind=kind, hours=ways[0] if ways else (), certainty=certainty
    )


def dialect(name: str, *readings: ShiftCode, titles: tuple[TitleRule, ...] = ()) -> Dialect:
    codes: dict[str, tuple[ShiftCode, ...]] = {}
    for one in readings:
        codes[one.code.upper()] = (*codes.get(one.code.upper(), ()), one)
    return Dialect(id=name, name=name, zones=(), codes=codes, titles=titles)


def rule(code: str, *, anywhere: tuple[str, ...] = (), alone: tuple[str, ...] = ()) -> TitleRule:
    return TitleRule(code=code, anywhere=anywhere, alone=alone, matches="", refuses="")


ENGLISH = dialect(
    "english",
    reading("D", "07:00-19:30"),
    reading("N", "19:30-07:30"),
    reading("E", "07:00-15:00"),
    reading("L", "13:00-21:00"),
    reading("LD", "07:30-20:00"),
    reading("M", "09:00-17:00", certainty=0.5),
    reading("OC", kind=Kind.ON_CALL),
    reading("C24", "07:00-07:00"),
    reading("28H", "07:00-11:00+1"),
    reading("OFF", kind=Kind.OFF),
    reading("O", kind=Kind.OFF),
    reading("A/L", kind=Kind.OFF),
    titles=(
        rule("N", anywhere=("night shift",), alone=("night",)),
        rule("E", anywhere=("early shift",), alone=("early",)),
        rule("LD", anywhere=("long day",)),
        rule("OC", anywhere=("on call", "oncall")),
        rule("OFF", anywhere=("day off",), alone=("off",)),
    ),
)
GERMAN = dialect(
    "german",
    reading("F", "06:00-14:00"),
    reading("S", "13:30-21:30"),
    reading("N", "21:00-06:30"),
    reading("FREI", kind=Kind.OFF),
    reading("O", kind=Kind.OFF),
    titles=(rule("S", anywhere=("spätdienst",)), rule("N", anywhere=("nachtdienst",))),
)
WARD = Ward(zone=LONDON, dialects=(ENGLISH,))
BOTH = Ward(zone=LONDON, dialects=(ENGLISH, GERMAN))


def utc(text: str) -> datetime:
    """Write a moment shortly: `2026-10-19 07:00` is in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def wall(text: str, zone: ZoneInfo = LONDON) -> datetime:
    """Write a moment as a wall shows it."""
    return datetime.fromisoformat(text).replace(tzinfo=zone).astimezone(UTC)


def event(summary: str, starts: str, ends: str, **told: object) -> CalendarEvent:
    """Make an event of London wall times; anything else may be told by name."""
    zone = ZoneInfo(str(told.get("zone", "Europe/London")))
    first, last = wall(starts, zone), wall(ends, zone)
    fields: dict[str, object] = {
        "uid": f"{summary}-{starts}",
        "recurrence": "",
        "summary": summary,
        "starts": first,
        "ends": last,
        "wall_starts": first,
        "wall_ends": last,
        "zone": "Europe/London",
        "all_day": False,
        "has_end": True,
        "sequence": 0,
        "line": 1,
    }
    return CalendarEvent(**{**fields, **told})  # type: ignore[arg-type]


def shift(starts: str, ends: str, code: str = "D", **told: object) -> Shift:
    """Make a shift of London wall times."""
    first, last = wall(starts), wall(ends)
    fields: dict[str, object] = {
        "identity": f"{starts[:10]}#0",
        "starts": first,
        "ends": last,
        "exact_starts": first,
        "exact_ends": last,
        "zone": "Europe/London",
        "code": code,
        "kind": Kind.WORK,
        "certainty": 1.0,
    }
    return Shift(**{**fields, **told})  # type: ignore[arg-type]


def on_the_wall(one: Shift) -> tuple[str, str]:
    """Read a shift's hours off its wall: `19 07:00`, `19 19:30`."""
    zone = ZoneInfo(one.zone)
    return (
        one.starts.astimezone(zone).strftime("%d %H:%M"),
        one.ends.astimezone(zone).strftime("%d %H:%M"),
    )
