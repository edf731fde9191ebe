"""Lines of the tables, written at once: a year of them in a template takes ten times as long."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from django.utils import dateformat
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

TWO_YEARS = 730
DIGITS = 100  # different numbers that are kept written out


def lines_of(rows: Iterable[tuple[date, SafeString]]) -> SafeString:
    """Write a line for each day with what stands beside it."""
    language = get_language()
    told = ((date_words(day, language), words) for day, words in rows)
    return SafeString(  # of two that are safe; `format_html` asks each of them again
        "".join([f'<tr><th scope="row">{day}</th><td>{words}</td></tr>' for day, words in told])
    )


@lru_cache(maxsize=TWO_YEARS)
def date_words(day: date, _language: str | None) -> SafeString:
    """Write a day out, once for all the tables in which it stands."""
    return format_html("{}", dateformat.format(day, "D j M Y"))


@lru_cache(maxsize=DIGITS)
def number_words(value: float) -> SafeString:
    """Write a number out, once for all the lines in which it stands."""
    return format_html("{}", f"{value:g}")
