"""The level that six yes-or-no questions about suicide lead to.

Source: the Columbia protocol's own triage page: intent, a plan, or behaviour within three months
leads to the highest level (seen); the two below are from memory. It is triage, never a trend.
"""

from collections.abc import Mapping

HIGH = ("q4", "q5", "q6_3mo")
MODERATE = ("q3", "q6_lifetime")
LOW = ("q1", "q2")


def triage(given: Mapping[str, int | None]) -> str | None:
    """Give the level, none to high; None where an answer that could raise it is missing."""
    for level, items in (("high", HIGH), ("moderate", MODERATE), ("low", LOW)):
        if any(given[name] for name in items):
            return level
        if any(given[name] is None for name in items):
            return None
    return "none"
