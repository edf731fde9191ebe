"""Typed text -> the letters it is meant to be read as, each with its place in the original.

People hide words from filters, from a partner who reads over a shoulder, or from themselves: with
look-alike letters, invisible characters, accents. All of it is undone here, once, and everything
that listens listens to the same clean text. `clean` reads for what is meant, in small plain
letters; `kept` undoes the same disguises, and keeps capitals, accents and marks, which show a name.
"""

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

LONGEST = 20_000  # code points of one text that is listened to; a turn has some hundreds
INVISIBLE = frozenset({"Cf", "Mn", "Me", "Cc", "Co", "Cs", "Cn"})  # Unicode's general categories
# Letters of other scripts that look like a Latin one (a judgement, after Unicode's confusables).
LOOK_ALIKE = str.maketrans(
    "аеорсухіѕјһԁԛԝкмнтвгпґєАВЕКМНОРСТУХІЅЈαβεικνορτυχωηɑɡıΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "aeopcyxisjhdqwkmhtbrngeABEKMHOPCTYXISJabeiknoptuxwnagiABEZHIKMNOPTYX",
)
SPELT_OUT = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "þ": "th"}
QUOTES = {
    **dict.fromkeys((0x2018, 0x2019, 0x201A, 0x201B, 0x2032, 0x60, 0xB4, 0x2BC, 0xFF07), "'"),
    **dict.fromkeys((0x201C, 0x201D, 0x201E, 0xAB, 0xBB), '"'),
}
DASHES = dict.fromkeys((*range(0x2010, 0x2016), 0x2043, 0x2212, 0xFE58, 0xFE63, 0xFF0D), "-")


@dataclass(frozen=True, kw_only=True, slots=True)
class Cleaned:
    """Clean text and, for each of its characters and for its end, the place in the original."""

    text: str
    places: tuple[int, ...]

    def original(self, starts: int, ends: int) -> tuple[int, int]:
        """Say where a stretch of the clean text stands in the original, in code points."""
        if starts >= ends:
            return self.places[starts], self.places[starts]
        return self.places[starts], self.places[ends - 1] + 1

    def cleaned(self, starts: int, ends: int) -> tuple[int, int]:
        """Say where a stretch of the original stands in the clean text."""
        return bisect_left(self.places, starts), bisect_left(self.places, ends)


def clean(text: str) -> Cleaned:
    """Undo look-alikes, invisible characters, accents, case and runs of spaces."""
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for letter in _plain(character):
            if letter == " " and (not letters or letters[-1] == " "):
                continue
            letters.append(letter)
            places.append(place)
    while letters and letters[-1] == " ":
        letters.pop()
        places.pop()
    return Cleaned(text="".join(letters), places=(*places, len(text)))


@lru_cache(maxsize=4096)  # a message is made of a hundred characters, over and over
def _plain(character: str) -> str:
    """Give the small Latin letters, digits and marks that one character stands for."""
    if character.isascii():
        return character.lower() if character.isprintable() else " " if character.isspace() else ""
    if character in SPELT_OUT:
        return SPELT_OUT[character]
    decomposed = unicodedata.normalize("NFKD", character.translate(LOOK_ALIKE))
    kept = "".join(one for one in decomposed if unicodedata.category(one) not in INVISIBLE)
    plain = kept.translate(LOOK_ALIKE).translate(QUOTES).translate(DASHES).casefold()
    return re.sub(r"\s+", " ", plain)


def kept(text: str) -> Cleaned:
    """Undo look-alikes, widths, invisible characters, other digits, dashes and blanks only.

    An accent typed apart is joined to its letter. Case, marks and line ends stay.
    """
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        if letters and not character.isascii() and unicodedata.combining(character):
            joined = unicodedata.normalize("NFC", letters[-1] + character)
            letters[-1] = joined if len(joined) == 1 else letters[-1]
            continue
        for letter in _bare(character):
            letters.append(letter)
            places.append(place)
    return Cleaned(text="".join(letters), places=(*places, len(text)))


def _bare(character: str) -> str:
    """Give the letters that one character stands for, in its own case and with its accent."""
    plain = character.translate(LOOK_ALIKE).translate(QUOTES).translate(DASHES)
    if plain.isascii():
        return plain if plain.isprintable() or plain.isspace() else ""
    kind = unicodedata.category(character)
    if kind == "Nd":
        return str(unicodedata.digit(plain))
    fold = {"Cf": "", "Mn": "", "Zs": " "}.get(kind)
    return unicodedata.normalize("NFKC", plain) if fold is None else fold
