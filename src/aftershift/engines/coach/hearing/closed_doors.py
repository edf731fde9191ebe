"""Doors that somebody has closed, or an order closes: nothing is encouraged through them.

A message that is not wanted can frighten, however kind it is. So whoever tells that they were
blocked, or asked to write no more, is given no words to send and no small thing to do for the two.
"""

import re
from collections.abc import Iterable

_CLOSED = re.compile(
    r"\bblocked (?:me|my)\b|\b(?:restraining|non-?molestation|protection|no-?contact) order|"
    r"\binjunction\b|\bbail conditions?\b|\bno contact\b|"
    r"\b(?:doesn't|don't|does not|do not|didn't) want to hear from me\b|"
    r"\b(?:asked|told|begged|warned) me (?:not to|to stop|never to) (?:contact|text|writ|call|ring|"
    r"messag|com|see)\w*|\bleave (?:her|him|them) alone\b|"
    r"\bfrom (?:another|a new|a different|a friend's|someone else's) (?:number|phone|account)\b",
    re.IGNORECASE,
)


def is_closed(told: Iterable[str]) -> bool:
    """Say whether somebody told of a door that was closed to them."""
    return any(_CLOSED.search(one.replace("’", "'")) for one in told)
