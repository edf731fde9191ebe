"""Texts of a page -> pieces, of which the first mention of each term leads to its meaning."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from aftershift.engines.evidence.practices import Term

_SEVERAL = re.compile(r"\s+(?:or|and)\s+|[()]")


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """A stretch of a text, and the id of the term that it mentions, if it does."""

    text: str
    term: str = ""


@dataclass(slots=True)
class Linker:
    """Goes through one page from its top and links each term once."""

    terms: Iterable[Term]
    _forms: dict[str, str] = field(init=False)
    _pattern: re.Pattern[str] = field(init=False)
    met: list[str] = field(default_factory=list, init=False)

    def __post_init__(self) -> None:
        self._forms = {form.casefold(): one.id for one in self.terms for form in forms_of(one)}
        longest_first = sorted(self._forms, key=len, reverse=True)
        self._pattern = re.compile(
            rf"(?<![\w-])({'|'.join(map(re.escape, longest_first))})s?(?![\w-])", re.IGNORECASE
        )

    def pieces(self, text: str) -> tuple[Piece, ...]:
        """Cut one text; its pieces put together are the text."""
        found: list[Piece] = []
        done = 0
        for match in self._pattern.finditer(text):
            term = self._forms[match[1].casefold()]
            if term in self.met:
                continue
            self.met.append(term)
            found.append(Piece(text=text[done : match.start()]))
            found.append(Piece(text=match[0], term=term))
            done = match.end()
        found.append(Piece(text=text[done:]))
        return tuple(piece for piece in found if piece.text)


def forms_of(term: Term) -> tuple[str, ...]:
    """Give the words by which a term is met: "handoff or handover" is met by either."""
    return tuple(form.strip() for form in _SEVERAL.split(term.term) if form.strip())
