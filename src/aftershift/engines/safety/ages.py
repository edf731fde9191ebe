"""A date of birth that somebody gives as their own -> whether they are a child on a given day.

An age that is said ("I am fifteen") is a phrase (`content/signals`). A year of birth is none, for
what it means changes with the day; so it is reckoned here, from the day that is handed in.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from aftershift.engines.language.cleaning import clean
from aftershift.engines.safety.risk import Category, Level, Risk

ADULT = 18  # Convention on the Rights of the Child (1989), article 1
YOUNGEST = 6  # years; who types is no younger, so it was a slip or somebody else's
_OWN = re.compile(
    r"(?:\b(?:(?:i|i've)(?: was| were| am|'m| been)?|im|i'm)(?: only| just)? born(?: in| on)?\b"
    r"|\bmy (?:date of birth|dob|birth ?date|birthday|year of birth)(?: is|'s| was|:)?"
    r"|\b(?:naci|yo naci)(?: el| en)?\b|\bmi fecha de nacimiento(?: es)?"
    r"|\bich (?:bin|wurde)(?: erst| im| am)?|\bmein geburts(?:datum|jahr|tag)(?: ist)?"
    r"|\bje suis nee?(?: le| en)?\b|\bma date de naissance(?: est)?"
    r"|\bik ben(?: pas)?(?: in| op)?|\bmijn geboorte(?:datum|jaar)(?: is)?)"
    r"[\s:]+(?P<when>(?:[^.!?;,\n]|(?<=\d)\.(?=\d)){4,30})"
)
_BORN = re.compile(r"\b(?:born|dob|birth|birthday|naci|nacimiento|geburts|nee?|naissance|gebo)")
_YEAR = re.compile(
    r"(?<![\d/.-])(?:in |en |im )?(19\d\d|20\d\d)(?![\d])|[/. -](19\d\d|20\d\d)(?!\d)"
)
_DAY = re.compile(r"\b(\d{1,2})[/. -](\d{1,2})[/. -](20\d\d)\b|\b(20\d\d)-(\d{2})-(\d{2})\b")


def is_child(text: str, today: date) -> bool:
    """Say whether somebody gives a birth of their own by which they are a child on that day.

    A year alone counts where every day of it makes a child; of a day whose order is not known
    ("03/05/2011") the later counts as well, so that nobody is taken for older than they may be.
    """
    return any(YOUNGEST <= age < ADULT for age in _ages(clean(text).text, today))


def _ages(text: str, today: date) -> Iterator[int]:
    for found in _OWN.finditer(text):
        if not _BORN.search(text, found.start(), found.end()):
            continue
        when = found["when"]
        yield from (_age(one, today) for one in _days(when))
        if not _DAY.search(when) and (year := _YEAR.search(when)):
            yield today.year - int(year[1] or year[2])


def _days(when: str) -> Iterator[date]:
    for found in _DAY.finditer(when):
        one, other, year, iso, month, day = found.groups()
        tries = ((iso, month, day),) if iso else ((year, one, other), (year, other, one))
        for parts in tries:
            try:
                yield date(*map(int, parts))
            except ValueError:
                continue


def _age(born: date, today: date) -> int:
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def with_child(risk: Risk, text: str, today: date) -> Risk:
    """Give what was heard, and that somebody is a child by the birth they give."""
    if Category.MINOR in risk.categories or not is_child(text, today):
        return risk
    kinds = (*risk.categories, Category.MINOR)
    return replace(risk, level=max(risk.level, Level.CHECK_IN), categories=kinds)
