"""The outline of a calendar file: which lines belong to which event.

Only BEGIN and END are looked at, so a line that cannot be read costs its own event and no
other. Components inside events (alarms) are dropped unread.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from aftershift.adapters.calendar_limits import Limits, Why
from aftershift.engines.rosters.shifts import Omission, RosterError

_Keep: TypeAlias = Callable[[str], None]

_FIRST_OF_MARKS = frozenset("BbEe")
_BEGINNING = 64  # bytes; UTF-16 shows itself there
_NOT_TEXT = "this file is not plain text; export the calendar again as an .ics file in UTF-8"
_NOT_A_CALENDAR = (
    "this is not a calendar file: it has no BEGIN:VCALENDAR line; export the roster as .ics, "
    "or type its codes"
)


@dataclass(slots=True)
class Component:
    """A component's own lines, unfolded, and the line of the file on which it begins."""

    line: int
    lines: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Outline:
    """What stands in a calendar: its own lines, its events, the time zones that it describes."""

    properties: list[str] = field(default_factory=list)
    events: list[Component] = field(default_factory=list)
    zones: list[Component] = field(default_factory=list)
    omissions: list[Omission] = field(default_factory=list)


def outline(data: bytes, limits: Limits) -> Outline:
    """Split a calendar into its parts, each with its line number.

    Raises: RosterError for what is no calendar, or is larger or deeper than the limits allow.
    """
    if len(data) > limits.size:
        message = f"this calendar is larger than {limits.size // 1_000_000} MB; export fewer months"
        raise RosterError(message)
    numbers, lines = _logical_lines(data)
    splitter = _Splitter(limits)
    keep = splitter.current.append
    for number, line in zip(numbers, lines, strict=True):
        if line[:1] not in _FIRST_OF_MARKS:
            keep(line)
        elif line[:6].upper() == "BEGIN:":
            keep = splitter.begin(number, line)
        elif line[:4].upper() == "END:":
            keep = splitter.end(line)
        else:
            keep(line)
    return splitter.finished()


def _logical_lines(data: bytes) -> tuple[Iterable[int], Sequence[str]]:
    """Undo the folding before decoding: a fold may stand inside a character (RFC 5545, 3.1)."""
    if b"\0" in data[:_BEGINNING] or data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise RosterError(_NOT_TEXT)
    plain = data.removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"").replace(b"\r\n", b"\n")
    if b"\n" not in plain:
        plain = plain.replace(b"\r", b"\n")
    if b"\n " not in plain and b"\n\t" not in plain:
        lines = _decoded(plain).split("\n")
        return range(1, len(lines) + 1), lines
    numbers: list[int] = []
    pieces: list[list[bytes]] = []
    for number, piece in enumerate(plain.split(b"\n"), 1):
        if piece[:1] in (b" ", b"\t") and pieces:
            pieces[-1].append(piece[1:])
        else:
            numbers.append(number)
            pieces.append([piece])
    return numbers, _decoded(b"\n".join(map(b"".join, pieces))).split("\n")


def _decoded(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:  # an old export; its times are ASCII in any case
        return data.decode("cp1252", errors="replace")


class _Splitter:
    """Follows BEGIN and END; both say where the lines that come next are kept."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._found = Outline()
        self._is_calendar = False
        self._open: list[tuple[str, list[str]]] = []
        self._event: Component | None = None
        self.current: list[str] = []  # lines outside of any component: dropped

    def begin(self, number: int, line: str) -> _Keep:
        name = line[6:].strip().upper()
        if len(self._open) >= self._limits.depth:
            message = f"line {number}: this calendar is nested too deeply"
            raise RosterError(message)
        if name == "VCALENDAR":
            self._begin_calendar()
        elif name == "VEVENT":
            self._begin_event(number)
        elif name == "VTIMEZONE":
            self._found.zones.append(Component(number))
            self.current = self._found.zones[-1].lines
        elif "VTIMEZONE" in [outer for outer, _ in self._open]:
            self.current.append(line)  # a time zone keeps its parts whole
        else:
            self.current = []
        self._open.append((name, self.current))
        return self.current.append

    def _begin_calendar(self) -> None:
        self._is_calendar = True
        self._open.clear()
        self._give_up_event()
        self.current = self._found.properties

    def _begin_event(self, number: int) -> None:
        if self._event:
            self._give_up_event()
            self._open = [outer for outer in self._open if outer[0] == "VCALENDAR"]
        self._event = Component(number)
        self.current = self._event.lines

    def end(self, line: str) -> _Keep:
        name = line[4:].strip().upper()
        if not self._open or self._open[-1][0] != name:
            if not any(name == outer for outer, _ in self._open):
                return self.current.append
            while self._open[-1][0] != name:
                self._open.pop()
        self._open.pop()
        if name in ("STANDARD", "DAYLIGHT"):
            self.current.append(line)
        self.current = self._open[-1][1] if self._open else []
        if name == "VEVENT" and self._event:
            self._close(self._event)
        return self.current.append

    def _close(self, event: Component) -> None:
        self._found.events.append(event)
        self._event = None
        if len(self._found.events) > self._limits.events:
            message = (
                f"this calendar holds more than {self._limits.events} events; export fewer months"
            )
            raise RosterError(message)

    def _give_up_event(self) -> None:
        if self._event:
            place = f"line {self._event.line}"
            self._found.omissions.append(Omission(place=place, reason=Why.UNFINISHED.value))
            self._event = None

    def finished(self) -> Outline:
        self._give_up_event()
        if not self._is_calendar and not self._found.events:
            raise RosterError(_NOT_A_CALENDAR)
        return self._found
