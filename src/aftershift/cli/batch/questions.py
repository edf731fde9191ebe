"""What a roster leaves open and what was left out of it, in words and for machines."""

import textwrap
from collections.abc import Sequence
from datetime import date

from aftershift.cli.batch.printing import WIDTH, day_name, printable
from aftershift.engines.rosters.shifts import (
    ClockHours,
    Kind,
    Omission,
    Question,
    Reading,
    ShiftCode,
)

KIND_WORDS = {Kind.WORK: "", Kind.ON_CALL: " (on call)", Kind.OFF: " (off)"}
MOST_DAYS = 3
MOST_OMISSIONS = 12


def question_shape(question: Question) -> dict[str, object]:
    """Shape one question for machines; the title behind it stays out."""
    return {
        "code": question.code,
        "days": [day.isoformat() for day in question.days],
        "suggestions": [
            {
                "meaning": meaning.meaning,
                "kind": meaning.kind.value,
                "hours": [clock_words(hours) for hours in meaning.hours],
            }
            for meaning in question.suggestions
        ],
    }


def omission_shape(omission: Omission) -> dict[str, object]:
    """Shape for machines what was left out."""
    return {"place": omission.place, "reason": omission.reason}


def remarks(reading: Reading) -> str:
    """Write a reading's questions and what was left out, each as a sentence."""
    lines: list[str] = []
    if reading.questions:
        lines += ["", "Questions (answer in a legend, --codes; see --help)"]
        lines += [
            _wrapped(question_words(one, reading.labels.get(one.code, "")))
            for one in reading.questions
        ]
    if reading.warnings:
        lines += ["", "Left out"]
        lines += [
            _wrapped(f"{one.place}: {one.reason}.") for one in reading.warnings[:MOST_OMISSIONS]
        ]
        more = len(reading.warnings) - MOST_OMISSIONS
        lines += [f"  and {more} more (--json lists all)"] if more > 0 else []
    return "\n".join([*lines, ""]) if lines else ""


def question_words(question: Question, label: str) -> str:
    """Ask about one code: where it stands, what it may be, what it counts as until answered."""
    named = f'{question.code}, "{label}"' if label else question.code
    asked = f"{named} on {days_words(question.days)}:"
    if not question.suggestions:
        return f"{asked} what is it? It does not count until you say."
    likeliest, *others = (meaning_words(one) for one in question.suggestions)
    alternatives = f", or {' or '.join(others[:2])}" if others else ""
    return f"{asked} is it {likeliest}{alternatives}? It counts as {likeliest} until you say."


def meaning_words(meaning: ShiftCode) -> str:
    """Name a meaning with its hours: `Night 19:30-07:30`."""
    hours = " + ".join(clock_words(one) for one in meaning.hours)
    return f"{meaning.meaning} {hours}".strip() + KIND_WORDS[meaning.kind]


def clock_words(hours: ClockHours) -> str:
    """Write planned hours as the wall shows them, `19:30-07:30`; a day later as `+1`."""
    ends, days = hours.ends % 1440, (hours.ends - hours.starts) // 1440
    later = f"+{days}" if days else ""
    return f"{_wall(hours.starts)}-{_wall(ends)}{later}"


def _wall(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def days_words(days: Sequence[date]) -> str:
    """List a few days; the rest as a number."""
    shown = days if len(days) <= MOST_DAYS + 1 else days[:MOST_DAYS]
    more = len(days) - len(shown)
    named = ", ".join(" ".join(day_name(day).split()) for day in shown)
    return f"{named} and {more} more days" if more else named


def _wrapped(sentence: str) -> str:
    return textwrap.fill(printable(sentence), WIDTH, initial_indent="  ", subsequent_indent="    ")
