"""The figures of a text, and whether one of its sources says them."""

import re
from collections.abc import Iterable

_FIGURE = re.compile(r"(?<![\w.])\d*\.?\d+(?:,\d{3})*(?:\.\d+)?(?![\w])")
_PART = re.compile(r"[;:]|,(?!\d{3})")
_DENIES = re.compile(r"\b(?:no|neither|nor)\b")
_SPELT = {"one": 1.0, "two": 2.0, "three": 3.0}


def figures_in(text: str) -> list[str]:
    """List the figures of a text, as they are written."""
    return [match[0].replace(",", "") for match in _FIGURE.finditer(text)]


def unsourced(text: str, noted: Iterable[str]) -> tuple[str, ...]:
    """Name the figures of a text that nothing noted of its sources says.

    A figure may be rounded: 20 stands where 19.6 was noted, 0.4 where 0.37 was. What a note denies
    ("no 80% figure in it") is not said by it.
    """
    parts = [part for note in noted for part in _PART.split(note) if not _DENIES.search(part)]
    known = [number for part in parts for number in _numbers(part)]
    return tuple(figure for figure in figures_in(text) if not _is_among(figure, known))


def _is_among(figure: str, known: Iterable[float]) -> bool:
    decimals = len(figure.partition(".")[2])
    return any(abs(float(figure) - one) <= 0.5 * 10.0**-decimals + 1e-9 for one in known)


def _numbers(note: str) -> list[float]:
    spelt = (_SPELT[word] for word in re.findall(r"[a-z]+", note.casefold()) if word in _SPELT)
    return [*(float(figure) for figure in figures_in(note)), *spelt]
