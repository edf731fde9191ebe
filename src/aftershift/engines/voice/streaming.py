"""A stream of letters -> whole sentences, as soon as each is whole; and a bound on all of it."""

import re
import unicodedata
from dataclasses import dataclass

from aftershift.engines.language.cleaning import QUOTES

MOST_LETTERS = 2_000  # of one answer, whatever comes after
LONGEST_SENTENCE = 400  # letters without an end
_END = re.compile(r"[.!?…]+[\"')\]]{0,2}(?=\s)")
_SPACE = re.compile(r"\s+")
# Ways of writing that are taste and no fault: dashes become commas, a shout a full stop.
_DASH = re.compile(r"\s*[\u2012-\u2015]\s*|\s+-{1,2}\s+")
_SHOUT = re.compile(r"(?<=\w)!+")


class TooMuch(Exception):
    """More came than any answer needs: too many letters, or a sentence that does not end."""


@dataclass(kw_only=True, slots=True)
class Cutter:
    """Takes pieces as they come, gives sentences; what waits for its end is never longer than one.

    The only thing here that changes: it lives as long as one answer.
    """

    _waiting: str = ""
    _letters: int = 0

    def feed(self, piece: str) -> list[str]:
        """Take a piece; give the sentences that it ends. Raises TooMuch."""
        self._letters += len(piece)
        if self._letters > MOST_LETTERS:
            raise TooMuch
        self._waiting += piece
        found, at = [], 0
        for end in _END.finditer(self._waiting):
            found.append(tidied(self._waiting[at : end.end()]))
            at = end.end()
        self._waiting = self._waiting[at:]
        if len(self._waiting) > LONGEST_SENTENCE:
            raise TooMuch
        return [one for one in found if one]

    def rest(self) -> str:
        """Give what is left when nothing more comes."""
        left, self._waiting = tidied(self._waiting), ""
        return left


def tidied(text: str) -> str:
    """Write a sentence in our own marks: plain quotes, no dash, no shout, one space."""
    plain = unicodedata.normalize("NFKC", text).translate(QUOTES)
    return _SPACE.sub(" ", _SHOUT.sub(".", _DASH.sub(", ", plain))).strip()
