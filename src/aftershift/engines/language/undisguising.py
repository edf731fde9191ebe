"""Words with digits or spaces inside -> another reading, in which all of them are plain letters.

Mending undoes a disguise only towards words that it was taught, one at a time. Where a message is
disguised throughout, the words between are lost too, and with them what is meant. So such a message
is read a second time, every digit as a letter and every row of letters as words.
"""

import re
from collections.abc import Iterator
from itertools import product
from math import inf

from aftershift.engines.language.cleaning import Cleaned
from aftershift.engines.language.mending import AMOUNT, LEET, Lexicon, replaced

FEWEST = 2  # words with digits inside, before a message is taken for disguised
SHORTEST = 4  # letters of such a word: "b4" and "t3" are what they are
MOST_ONES = 3  # in one word; each may be an "i" or an "l"
KNOWN_WEIGHT = 9.0  # of a word that is known and was never taught: less likely than any taught
LONGEST = 24  # letters of a word
LONGEST_ROW = 120  # letters of a row; a longer one is no sentence
_TOKEN = re.compile(r"[a-z0-9']+")
_INSIDE = re.compile(r"(?=.*[a-z])(?![a-z]+\d\d+$)[a-z']*[0134578][a-z0134578']*")
_ROW = re.compile(r"(?<![a-z0-9'])[a-z0-9](?: [a-z0-9]){3,}(?![a-z0-9'])")
_ALONE = {"1": "i", "4": "a", "4m": "am", "1s": "is"}


def undisguised(cleaned: Cleaned, lexicon: Lexicon) -> Cleaned | None:
    """Read a clean text with all disguises undone; None where there is none."""
    text = cleaned.text
    rows = [
        (row.start(), row.end(), said)
        for row in _ROW.finditer(text)
        if (said := _words_of(row.group(), lexicon))
    ]
    inside = [one for one in _TOKEN.finditer(text) if _is_disguised(one.group())]
    read = [(one.start(), one.end(), _letters(one.group(), lexicon)) for one in inside]
    known = [word for *_place, word in read if len(word) >= SHORTEST and lexicon.knows(word)]
    if len(known) < FEWEST:
        read = []
    else:
        read += [(*one.span(), _ALONE[one[0]]) for one in _TOKEN.finditer(text) if one[0] in _ALONE]
    changes = tuple(_apart(sorted([*rows, *read])))
    return replaced(cleaned, changes) if changes else None


def _is_disguised(word: str) -> bool:
    return bool(_INSIDE.fullmatch(word)) and not AMOUNT.fullmatch(word)


def _letters(word: str, lexicon: Lexicon) -> str:
    """Read digits as letters, a one as whichever makes a word."""
    ones = min(word.count("1"), MOST_ONES)
    tries = (_read(word, choice) for choice in product("il", repeat=ones))
    return next((one for one in tries if lexicon.knows(one)), _read(word, ("i",) * ones))


def _read(word: str, ones: tuple[str, ...]) -> str:
    for one in ones:
        word = word.replace("1", one, 1)
    return "".join(LEET[sign][0] if sign in LEET else sign for sign in word)


def _words_of(row: str, lexicon: Lexicon) -> str:
    """Join a row of letters and cut it into words; "" where it is none."""
    letters = _read(row.replace(" ", ""), ())
    if len(letters) > LONGEST_ROW:
        return ""
    best: list[tuple[float, str]] = [(0.0, "")]
    for end in range(1, len(letters) + 1):
        ways = (
            (
                best[start][0] + _weight(letters[start:end], lexicon),
                f"{best[start][1]} {letters[start:end]}",
            )
            for start in range(max(0, end - LONGEST), end)
        )
        best.append(min(ways))
    weight, said = best[-1]
    return said.strip() if weight < inf else ""


def _weight(word: str, lexicon: Lexicon) -> float:
    taught = lexicon.weight(word)
    fits = len(word) > 2 and lexicon.knows(word)
    return min(taught, KNOWN_WEIGHT if fits else inf)


def _apart(changes: list[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """Leave out what lies in a stretch before it."""
    done = 0
    for starts, ends, meant in changes:
        if starts >= done:
            yield starts, ends, meant
            done = ends
