"""A rant -> situation, behaviour, impact and a request, with the words that judge left out.

Situation, behaviour, impact is the feedback form of the Center for Creative Leadership. A camera
could have seen a behaviour; a judgement says what somebody is, or how often, or why.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from aftershift.engines.language.cleaning import clean
from aftershift.engines.wording.cues import Hit, WordBook
from aftershift.engines.wording.lines import as_sentence, sentences_of
from aftershift.engines.wording.tenses import Told, is_participle, is_past, told


class Says(StrEnum):
    """What one sentence of a rant is."""

    BEHAVIOUR = "behaviour"
    JUDGEMENT = "judgement"
    IMPACT = "impact"
    REQUEST = "request"


SITUATION = "situation"
SIGNS = frozenset({*Says, SITUATION})
# What a sentence shows wins in this order; one that shows nothing is told by whom it begins with.
ORDER = (Says.REQUEST, Says.JUDGEMENT, Says.BEHAVIOUR, Says.IMPACT)
_JOINS = r"(?:so |and |then |now |because of (?:it|that),? )*"
_OWN = re.compile(rf"^{_JOINS}(?:i|we|my|our|it|me)\b", re.I)
_SUBJECT = "(?:and |but |that )?(?:you|u|he|she|they|you people|that family)"
_IS = re.compile(r"(?:(?:you|they|he|she|it|u)'(?:re|s)|ur|you are|they are|he is|she is) ")
_CLAUSE = re.compile(
    r"\s*[,;:]\s+|\s+(?=(?:and|but|because|so) (?:you|he|she|they|i|we|it)\b)", re.I
)
HAPPENED = frozenset({"didn't", "didnt", "wouldn't", "were", "was"})
LEAST_WORDS = 3  # a shorter clause goes with the one before
MOST_PLACES = 2  # a time and a place are enough to know which moment is meant


@dataclass(frozen=True, kw_only=True, slots=True)
class Sentence:
    """A sentence, or a clause of one: what it is, and its words that judge."""

    text: str
    says: Says
    judges: tuple[Hit, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Sorted:
    """A rant, sorted; an empty field is what the writer is asked for."""

    sentences: tuple[Sentence, ...]
    situation: str = ""
    behaviour: str = ""
    impact: str = ""
    request: str = ""


def label(sentence: str, book: WordBook) -> Says:
    """Say what one sentence is."""
    signs = {hit.sign for hit in book.find(sentence)}
    shown = next((one for one in ORDER if one in signs), None)
    return shown or _by_grammar(clean(sentence).text)


def _by_grammar(text: str) -> Says:
    """Tell by whom a sentence begins with, and whether it tells of the past."""
    if _OWN.search(text):
        return Says.IMPACT
    verbs = list(told(_SUBJECT, text))
    if any(is_past(one.verb) or one.verb in HAPPENED for one in verbs):
        return Says.BEHAVIOUR
    is_now = any(_is_now(one) for one in verbs) or _IS.match(text)
    return Says.JUDGEMENT if is_now else Says.BEHAVIOUR


def _is_now(one: Told) -> bool:
    """Say whether something is said of somebody as it always is; "have left" tells of once."""
    if one.verb in ("have", "has", "haven't", "hasn't"):
        return not (is_participle(one.after) or one.after == "not")
    return one.verb not in ("were", "was", "weren't", "wasn't")


def sort_rant(text: str, book: WordBook) -> Sorted:
    """Sort what somebody typed."""
    sentences = tuple(_read(text, book))
    behaviour = _those(sentences, Says.BEHAVIOUR)
    return Sorted(
        sentences=sentences,
        situation=", ".join(_places(text, book)),
        behaviour=behaviour,
        impact=_those(sentences, Says.IMPACT),
        request=_those(sentences, Says.REQUEST),
    )


def compose_sbi(found: Sorted) -> str:
    """Put the lines together; what is missing is left open in [brackets]."""
    place = found.situation
    lines = (
        as_sentence(place[:1].upper() + place[1:]) or "[When and where: one time, one place.]",
        found.behaviour or "[What was done or said, as a camera would have seen it.]",
        found.impact or "[What it did to you, or to the work.]",
        found.request or "Next time, could you [one thing]?",
    )
    return "\n".join(lines)


def _read(text: str, book: WordBook) -> Iterator[Sentence]:
    for sentence in sentences_of(text):
        whole = _sentence(sentence, book)
        parts = [_sentence(one, book) for one in _clauses(sentence)]
        is_mixed = whole.says is Says.JUDGEMENT and any(not one.judges for one in parts)
        yield from parts if is_mixed else (whole,)


def _sentence(text: str, book: WordBook) -> Sentence:
    judges = tuple(hit for hit in book.find(text) if hit.sign == Says.JUDGEMENT)
    return Sentence(text=text, says=label(text, book), judges=judges)


def _clauses(sentence: str) -> Iterable[str]:
    found: list[str] = []
    for piece in _CLAUSE.split(sentence):
        if found and min(len(found[-1].split()), len(piece.split())) < LEAST_WORDS:
            found[-1] = f"{found[-1]}, {piece}"
        else:
            found.append(piece)
    return found


def _those(sentences: Iterable[Sentence], says: Says) -> str:
    return " ".join(as_sentence(_begun(one.text)) for one in sentences if one.says is says)


def _begun(text: str) -> str:
    """Begin a clause as a sentence, without what joined it to another."""
    bare = re.sub(r"^(?:and|but|because|so)\s+", "", text.strip(), flags=re.I)
    return bare[:1].upper() + bare[1:]


def _places(text: str, book: WordBook) -> list[str]:
    """Give the times and places that are named, each once."""
    found: list[str] = []
    for hit in book.find(text):
        words = text[hit.starts : hit.ends]
        if hit.sign == SITUATION and words.lower() not in (one.lower() for one in found):
            found.append(words)
    return found[:MOST_PLACES]
