"""A line of the canary test: something that is sent, and where it may be found afterwards."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from django.core.files.uploadedfile import SimpleUploadedFile

# Where it may be found. Whatever is not named here may have it nowhere.
NOWHERE: frozenset[str] = frozenset()
ECHOED = frozenset({"answer"})  # in the page that answers, to put right what was typed
KEPT = frozenset({"answer", "own pages", "export"})  # sealed; its owner's alone
IN_CLEAR = KEPT | {"database"}  # the account's name, and nothing else

Value: TypeAlias = "str | Callable[[str], SimpleUploadedFile | str]"


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """Something that is sent. In its values `{C}` is the canary, `{own}` a member's id."""

    fields: tuple[str, ...]
    by: str = "nurse"
    to: str
    sends: Mapping[str, Value] = field(default_factory=dict)
    asks: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    found: frozenset[str] = NOWHERE


def event(*lines: str, starts: str = "20261103T070000") -> str:
    """Write one event of a calendar."""
    times = (f"DTSTART:{starts}", f"DTEND:{starts[:9]}193000", "DTSTAMP:20261001T000000Z")
    return "\r\n".join(("BEGIN:VEVENT", f"UID:{starts}", *times, *lines, "END:VEVENT"))


def calendar(*events: str) -> bytes:
    """Write a calendar around some events."""
    head = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN"
    return "\r\n".join((head, *events, "END:VCALENDAR\r\n")).encode()


def ics(*lines: str) -> Callable[[str], SimpleUploadedFile]:
    """Make a calendar file whose event holds these lines."""

    def make(said: str) -> SimpleUploadedFile:
        return SimpleUploadedFile(
            "roster.ics", calendar(event(*(one.format(C=said) for one in lines)))
        )

    return make


def table(text: str, name: str = "roster.csv") -> Callable[[str], SimpleUploadedFile]:
    """Make a file of a table."""
    return lambda said: SimpleUploadedFile(name.format(C=said), text.format(C=said).encode())


DAYS = "name,2026-10-19,2026-10-20\n"
BRING = {"member": "{own}", "zone": "Europe/London", "anchor": "2026-10-19"}
WORDS = "{C} weeps at dawn"
RECOVERY = "/account/recovery-key"
WITH_TEXT = ("BringForm", "MessageForm", "SayForm", "CardForm", "CheckForm", "RantForm", "OwnForm")


def brought(what: str, file: Value, found: frozenset[str] = NOWHERE) -> Line:
    """Bring a file."""
    fields = ("rosters.BringForm.file",)
    sends = {**BRING, "file": file, "place": what}
    return Line(fields=fields, to="/rosters/bring", sends=sends, found=found)


def typed(form: str, to: str, *names: str, found: frozenset[str] = ECHOED) -> tuple[Line, ...]:
    """Type the canary where a number, a day or a choice is meant: refused, and shown again."""
    sends = {"text": "D N -", **BRING} if form.endswith(WITH_TEXT) else {}
    return tuple(
        Line(fields=(f"{form}.{name}",), to=to, sends={**sends, name: "{C}"}, found=found)
        for name in names
    )
