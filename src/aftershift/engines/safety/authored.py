"""Authored phrases as they are read: a pattern, and a sieve that goes before it.

A phrase is written as people say it, in a small language of its own:

    want to (die|be dead)      words in their order, one of some; brackets may hold brackets
    i'm (so)? tired of living  a part that may be missing
    kill .. tonight            up to four words between, within one sentence; "..." up to eight
    overdos*                   any ending
    <start> suicidal <end>     where a sentence or its part begins and ends
    ({will}) do it             a set of alternatives that the book names once

An apostrophe may be missing, and "i'm" is heard as "i am" too. A phrase is matched in time that
grows with the text alone: no repetition gives back what it took.

A pattern of thousands of words takes `re` milliseconds to compile. So only those phrases are tried
whose words stand in a text in their order, as a sieve of whole numbers says, a bit for each word;
what it lets through may still not match, and what it holds back cannot.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from operator import and_
from typing import TypeAlias

from aftershift.engines.language.cleaning import clean

Places: TypeAlias = Mapping[str, int]  # a key of words -> those that have it, a bit for each
Sieve: TypeAlias = Callable[[int, Places], int]  # where it may begin -> what may come after it
Piece: TypeAlias = "str | tuple[Alternatives, bool]"  # a word, or brackets that may be missing
Alternatives: TypeAlias = tuple[tuple[Piece, ...], ...]

BETWEEN = r"[^a-z0-9]{1,12}+"
_WITHIN = r"[^a-z0-9.!?;:]{1,12}+"  # stays in its sentence
_OTHER = rf"(?:{_WITHIN}[a-z0-9]++(?:'[a-z0-9]++)*+)"  # a word of whatever kind
GAPS = {"..": rf"{_OTHER}{{0,4}}?{_WITHIN}", "...": rf"{_OTHER}{{0,8}}?{_WITHIN}"}
EDGES = {"<start>": r"(?:\A|(?<=[.!?;:,] ))", "<end>": r"(?= ?(?:[^\w\s'/&%=+*#@<>-]|\Z))"}
JOINT = "\0"  # in a part: here comes what stands before it, if anything does
SPACELESS = {*GAPS.values(), EDGES["<start>"]}
MOST_GAPS = 3
KEY_LETTERS = 8  # of a word of which only the beginning is known
WHOLE = "."  # after a key: it is all of the word, and not only its beginning
ANYWHERE = -1  # every bit
_SET = re.compile(r"\{([a-z_]+)\}")
_TOKEN = re.compile(r"\)\?|\.{2,3}|[()|]|[^\s()|]+")
_SHORT = re.compile(r"(n't|'m|'re|'ve|'ll|'d|'s)(?![a-z])")
_LONG = {"n't": "not", "'m": "am", "'re": "are", "'ve": "have", "'ll": "will"}
_ODD = {"can't": "can(?:no|'?)t", "won't": "wo(?:n't|nt)"}


class SignalError(Exception):
    """A signal or a phrase that may not be used; says which and why."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A pattern, its sieve, and keys of words: one of each tuple must be there for it to match."""

    pattern: str
    needs: tuple[frozenset[str], ...]
    sieve: Sieve

    @property
    def rarest(self) -> Collection[str]:
        """Give the keys that the fewest texts have: long ones."""
        return max(self.needs, key=lambda keys: min(map(len, keys)))

    def may_stand(self, words: Places, begun: frozenset[str]) -> bool:
        """Say whether a text may hold it, by its words and their keys."""
        for keys in self.needs:  # some hundred thousand times in a thousand texts
            if begun.isdisjoint(keys):
                return False
        return self.sieve(ANYWHERE, words) != 0

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Find it in a clean text."""
        return _compiled(self.pattern).finditer(text)


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of a phrase; a gap and an edge have no keys. `gaps`: the most that it can hold."""

    pattern: str
    sieve: Sieve
    keys: tuple[str, ...] = ()
    optional: bool = False
    gaps: int = 0
    needs: tuple[tuple[str, ...], ...] = ()


def pattern_of(phrase: str, sets: Mapping[str, str] | None = None) -> str:
    """Turn a phrase into a pattern over clean text. Raises SignalError for one that is none."""
    return phrase_of(phrase, sets or {}).pattern


def needs_of(phrase: str, sets: Mapping[str, str] | None = None) -> tuple[frozenset[str], ...]:
    """Give keys of words: a text without one of each tuple cannot hold the phrase."""
    return phrase_of(phrase, sets or {}).needs


def phrase_of(phrase: str, sets: Mapping[str, str]) -> Phrase:
    """Read a phrase. Raises SignalError for one that is none."""
    try:
        whole = _SET.sub(lambda found: sets[found.group(1)], phrase)
    except KeyError as error:
        reason = f"no set {error} for {phrase!r}"
        raise SignalError(reason) from error
    return _read(whole)


def places_of(text: str) -> dict[str, int]:
    """Say of each key which words of a clean text have it: its beginnings, and the whole of it."""
    places: dict[str, int] = {}
    for at, word in enumerate(re.findall(r"[a-z0-9]+", text)):
        bit = 1 << at
        places[word + WHOLE] = places.get(word + WHOLE, 0) | bit
        for size in range(1, min(len(word), KEY_LETTERS) + 1):
            key = word[:size]
            places[key] = places.get(key, 0) | bit
    return places


# --- reading ------------------------------------------------------------------------------


@cache
def _read(whole: str) -> Phrase:
    try:
        part = _either(_nested(whole.lower() if whole.isascii() else clean(whole).text))
    except IndexError:
        part = None
    if part is None or not part.keys or part.gaps > MOST_GAPS:
        reason = f"no phrase: {whole!r}"
        raise SignalError(reason)
    bare = part.pattern.replace(JOINT, "")
    pattern = rf"(?<![a-z0-9]){bare}(?![a-z0-9])"
    return Phrase(pattern, tuple(map(frozenset, part.needs)), part.sieve)


def _nested(whole: str) -> Alternatives:
    """Cut a phrase into pieces, brackets in brackets. Raises IndexError where they do not pair."""
    still_open: list[list[list[Piece]]] = [[[]]]
    for sign in _TOKEN.findall(whole):
        if sign == "(":
            still_open.append([[]])
        elif sign == "|":
            still_open[-1].append([])
        elif sign in {")", ")?"}:
            inner = tuple(map(tuple, still_open.pop()))
            still_open[-1][-1].append((inner, sign == ")?"))
        else:
            still_open[-1][-1].append(sign)
    if len(still_open) > 1:
        raise IndexError
    return tuple(map(tuple, still_open[0]))


@cache  # the sets of a book stand in hundreds of phrases
def _either(alternatives: Alternatives) -> _Part:
    """Read alternatives. Raises IndexError for an empty one."""
    some = [_in_order(one) for one in alternatives]
    keys = tuple(dict.fromkeys(key for one in some for key in one.keys))
    return _Part(
        _any_pattern([one.pattern for one in some]),
        _any_sieve(some),
        keys if all(one.keys for one in some) else (),
        gaps=max(one.gaps for one in some),
        needs=some[0].needs if len(some) == 1 else (keys,),
    )


def _in_order(pieces: Sequence[Piece]) -> _Part:
    """Read parts that follow each other; the rarest of those that must be there gives the keys."""
    parts = [_part(one) for one in pieces]
    gaps = [one.pattern in GAPS.values() for one in parts]
    if gaps[0] or gaps[-1] or any(map(and_, gaps, gaps[1:])):
        raise IndexError
    if len(parts) == 1 and not parts[0].optional:
        return parts[0]
    sure = [one.keys for one in parts if one.keys and not one.optional]
    keys = max(sure, key=lambda keys: min(len(key) for key in keys), default=())
    return _Part(
        "".join(_joined(parts)),
        _sieve_in_order(parts),
        keys,
        gaps=sum(one.gaps for one in parts),
        needs=tuple(sorted(set(sure), key=len)),
    )


@cache
def _part(piece: Piece) -> _Part:
    if isinstance(piece, tuple):
        return replace(_either(piece[0]), optional=piece[1])
    if piece in GAPS:
        return _Part(GAPS[piece], lambda starts, _words: _onward(starts), gaps=1)
    if piece in EDGES:
        return _Part(EDGES[piece], lambda starts, _words: starts)
    key = _key(piece)
    return _Part(JOINT + _word(piece), _word_sieve(key), (key,), needs=((key,),))


# --- patterns -----------------------------------------------------------------------------


def _word(word: str) -> str:
    """Write one word: an apostrophe may be missing, what it left out may stand, a star ends any."""
    if word in _ODD:
        return _ODD[word]
    end = "[a-z0-9']*+" if word.endswith("*") else ""
    plain = re.escape(word.rstrip("*")).replace("'", "'?") + end
    short = _SHORT.search(word)
    if short is None or short.group() not in _LONG:
        return plain
    return f"(?:{plain}|{re.escape(word[: short.start()])}{BETWEEN}{_LONG[short.group()]})"


def _any_pattern(some: Sequence[str]) -> str:
    """Write a joint that all begin with once: a third less for `re` to compile."""
    if all(one.startswith(JOINT) for one in some):
        return f"{JOINT}(?:{'|'.join(one.removeprefix(JOINT) for one in some)})"
    return f"(?:{'|'.join(some)})"


def _joined(parts: Sequence[_Part]) -> Iterator[str]:
    """Put between the parts what stands between; one that may be missing takes its space along."""
    space = JOINT
    for part in parts:
        if not part.optional:
            yield part.pattern.replace(JOINT, space)
            space = "" if part.pattern in SPACELESS else BETWEEN
        elif space == BETWEEN:
            yield f"(?:{part.pattern.replace(JOINT, BETWEEN)})?"
        else:
            yield f"{space}(?:{part.pattern.replace(JOINT, '')}{BETWEEN})?"
            space = ""


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


# --- sieves -------------------------------------------------------------------------------


def _key(word: str) -> str:
    """Give the beginning that all spellings of a word share; a plain word is its own."""
    if word == "can't":
        return "can"
    if re.fullmatch("[a-z0-9]+", word):
        return word + WHOLE
    return re.split(r"n't|[^a-z0-9]", word.lstrip("'"))[0][:KEY_LETTERS]


def _onward(starts: int) -> int:
    """Give the first of some places and all after it."""
    return -(starts & -starts)


def _word_sieve(key: str) -> Sieve:
    """Sift one word; what is not plain may be written as several."""
    if key.endswith(WHOLE):
        return lambda starts, words: (starts & words.get(key, 0)) << 1
    return lambda starts, words: _onward(starts & words.get(key, 0)) << 1


def _sieve_in_order(parts: Sequence[_Part]) -> Sieve:
    def sieve(starts: int, words: Places) -> int:
        for one in parts:
            after = one.sieve(starts, words)
            starts = starts | after if one.optional else after
            if not starts:
                break
        return starts

    return sieve


def _any_sieve(some: Sequence[_Part]) -> Sieve:
    """Sift alternatives: those that need one word are looked at only where it is there."""
    by_key: dict[str, list[Sieve]] = {}
    for one in some:
        by_key.setdefault(one.keys[0] if len(one.keys) == 1 else "", []).append(one.sieve)
    others = by_key.pop("", [])

    def sieve(starts: int, words: Places) -> int:
        after = 0
        for key in by_key.keys() & words.keys():
            for one in by_key[key]:
                after |= one(starts, words)
        for one in others:
            after |= one(starts, words)
        return after

    return some[0].sieve if len(some) == 1 else sieve
