"""The time together, shaped for machines."""

from aftershift.cli.batch.household import Household
from aftershift.cli.batch.printing import iso
from aftershift.cli.batch.questions import omission_shape, question_shape
from aftershift.cli.batch.window_words import reason_words
from aftershift.engines.windows.finding import Found
from aftershift.engines.windows.overlap import DayTogether, TotalTogether
from aftershift.engines.windows.ranking import NotNow, Reason, Window


def shape(found: Found, home: Household) -> dict[str, object]:
    """Shape all of it."""
    people = list(zip(home.names, home.readings, strict=False))  # who has no roster comes last
    return {
        "days": [{"day": day.day.isoformat(), **minutes_shape(day)} for day in found.days],
        "totals": minutes_shape(found.totals),
        "windows": [window_shape(window, home) for window in found.proposals.windows],
        "not_now": [not_now_shape(warning, home) for warning in found.proposals.not_now],
        "questions": [
            {"person": name, **question_shape(question)}
            for name, reading in people
            for question in reading.questions
        ],
        "warnings": [
            {"person": name, **omission_shape(omission)}
            for name, reading in people
            for omission in reading.warnings
        ],
    }


def minutes_shape(counted: DayTogether | TotalTogether) -> dict[str, object]:
    """Shape the three counts, in minutes."""
    return {
        "free_together": counted.free_together,
        "awake_together": counted.awake_together,
        "rested_together": counted.rested_together,
    }


def window_shape(window: Window, home: Household) -> dict[str, object]:
    """Shape one proposal."""
    return {
        "starts": iso(window.starts),
        "ends": iso(window.ends),
        "kind": window.kind.value,
        "score": window.score,
        "reasons": [reason_shape(reason, home) for reason in window.reasons],
    }


def not_now_shape(warning: NotNow, home: Household) -> dict[str, object]:
    """Shape one warning."""
    return {
        "starts": iso(warning.starts),
        "ends": iso(warning.ends),
        "reason": reason_shape(warning.reason, home),
        "better": iso(warning.better) if warning.better else None,
    }


def reason_shape(reason: Reason, home: Household) -> dict[str, object]:
    """Shape one reason: its kind, its facts, and the words for it."""
    facts = {
        "name": reason.name,
        "minutes": reason.minutes,
        "at": iso(reason.at) if reason.at else "",
    }
    said = {name: fact for name, fact in facts.items() if fact}
    return {"kind": reason.kind.value, **said, "words": reason_words(reason, home.names, home.zone)}
