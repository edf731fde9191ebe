"""The lines of a country put into what is said, with a plain word where a line is missing."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from aftershift.engines.safety.protocols import SLOT, TONGUES
from aftershift.engines.safety.resources import Country, Line, Purpose, lines_for

DIRECTORY = "findahelpline.com"
ALWAYS = "day and night"  # how a line's hours begin when it never sleeps
NOWHERE = "your emergency number (112, 911, 999, 000 or 111)"  # no country was chosen yet
# What is said once an answer where no country was chosen, for then all lines are one list.
DANGER = "In danger now: {emergency}."
ANYWHERE = "Somebody who listens, day and night: {directory} lists the lines of your country."
LONE = re.compile(r"[^.?!{]*\{crisis\}")  # a bubble that says nothing but whom to call
OPEN_LINE = "If you cannot speak, call and leave the line open."
# What a missing line is missing for.
MISSING = {
    "crisis": "a crisis line",
    "violence": "a line about violence at home",
    "child": "a line for children and old people at risk",
    "substance": "a line about drink and drugs",
    "health_worker": "a line for people who work in health",
    "poison": "a poison line",
    "eating": "a line about eating",
    "perpetrator": "a line for people who hurt others and want to stop",
    "youth": "a line for young people",
}
SILENT = frozenset(
    {"poison"}
)  # only emergencies ask for it, and there nobody reads what is missing


@dataclass(frozen=True, kw_only=True, slots=True)
class Bubble:
    """One idea as it is shown, and what in it can be dialled: `text` is whole without them.

    `directory` says that the list of lines is named and may be linked, `tongue` in which language
    it speaks of the help card, whose page may be linked.
    """

    text: str
    lines: tuple[Line, ...] = ()
    directory: bool = False
    tongue: str = ""


def filled(bubbles: Sequence[str], country: Country | None, today: date) -> tuple[Bubble, ...]:
    """Fill each bubble with the lines of a country.

    Where none was chosen a number and the list are named once. A line that only an emergency asks
    for, and that is missing, takes its bubble with it.
    """
    said = _once(bubbles) if country is None else (one for one in bubbles if _has(one, country))
    return tuple(_filled(one, country, today) for one in said)


def _has(bubble: str, country: Country) -> bool:
    needed = SILENT.intersection(SLOT.findall(bubble))
    return all(any(one.purpose == slot for one in country.lines) for slot in needed)


def _once(bubbles: Sequence[str]) -> Iterator[str]:
    """Keep one bubble of those that name lines, that of the crisis line before any other."""
    naming = [one for one in bubbles if MISSING.keys() & set(SLOT.findall(one))]
    worth = [one for one in naming if not SILENT.intersection(SLOT.findall(one))]
    kept = next((one for one in worth if "{crisis}" in one), next(iter(worth), ""))
    has_number = any("{emergency}" in one for one in bubbles)
    for bubble in bubbles:
        if bubble not in naming:
            yield bubble
        elif bubble == kept:
            if not has_number:
                yield DANGER
            yield ANYWHERE if LONE.fullmatch(bubble) else bubble


def _filled(bubble: str, country: Country | None, today: date) -> Bubble:
    lines: list[Line] = []

    def put(slot: str) -> str:
        words, found = FILLS.get(slot, _purpose)(slot, country, today)
        lines.extend(found)
        return words

    text = SLOT.sub(lambda match: put(match.group(1)), bubble)
    tongue = next((one for one in SLOT.findall(bubble) if one in TONGUES), "")
    return Bubble(text=text, lines=tuple(lines), directory=DIRECTORY in text, tongue=tongue)


def _emergency(_slot: str, country: Country | None, _today: date) -> tuple[str, Sequence[Line]]:
    if country is None:
        return NOWHERE, ()
    return country.emergency.phone, (country.emergency,)


def _silent(_slot: str, country: Country | None, _today: date) -> tuple[str, Sequence[Line]]:
    note = country.emergency.note if country else ""
    return (note if "speak" in note else OPEN_LINE), ()


def _tongue(slot: str, _country: Country | None, _today: date) -> tuple[str, Sequence[Line]]:
    return TONGUES[slot], ()


def _directory(_slot: str, _country: Country | None, _today: date) -> tuple[str, Sequence[Line]]:
    return DIRECTORY, ()


def _purpose(slot: str, country: Country | None, today: date) -> tuple[str, Sequence[Line]]:
    known = [one for one in Purpose if one.value == slot]
    if country is None:
        return f"{DIRECTORY} lists the lines of your country.", ()
    lines = lines_for(country, known[0], today) if known else ()
    if not lines:
        missing = f"{country.name}: {MISSING[slot]} that we could check is missing here."
        return f"{missing} {DIRECTORY} opens the current list.", ()
    best = min(lines, key=lambda one: (bool(one.audience), not one.hours.startswith(ALWAYS)))
    words = _named(best)
    if slot == "crisis" and not best.hours.startswith(ALWAYS):
        words += f" Lines here change: {DIRECTORY} opens the current list."
    elif slot == "health_worker" and len(lines) > 1:
        words += " There are more on the help page."
    elif best.audience and slot != "health_worker":
        words += f" For anybody else, {DIRECTORY} opens the current list."
    return words, lines


def _named(line: Line) -> str:
    """Name a line in one sentence: who it is for, how it is reached, and when."""
    whom = f" (for {line.audience})" if line.audience else ""
    reached = line.phone or (f"text {line.text_word} to {line.text_to}" if line.text_to else "")
    return f"{', '.join(filter(None, (line.name + whom, reached or line.web, line.hours)))}."


Fill = Callable[[str, Country | None, date], tuple[str, Sequence[Line]]]
FILLS: dict[str, Fill] = {
    **dict.fromkeys(TONGUES, _tongue),
    "emergency": _emergency,
    "silent": _silent,
    "directory": _directory,
}
