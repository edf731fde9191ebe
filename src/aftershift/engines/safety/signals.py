"""Authored phrases: the floor under what the heads hear.

A phrase is written as people say it, in a small language of its own:

    want to (die|be dead)      words in their order, one of some; brackets may hold brackets
    i'm (so)? tired of living  a part that may be missing
    kill .. tonight            up to four words between, within one sentence; "..." up to eight
    overdos*                   any ending
    <start> suicidal <end>     where a sentence or its part begins and ends
    ({will}) do it             a set of alternatives that the book names once

An apostrophe may be missing, and "i'm" is heard as "i am" too. Each phrase belongs to a signal,
which says what it means when somebody says it of themselves. Words about others, of the past, or
with a "not" before them are spared, as the scope of its language says. A phrase is matched in
time that grows with the text alone: no repetition gives back what it took. Only those phrases are
tried at all whose rarest word begins some word of the text.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from operator import and_

from aftershift.engines.language.cleaning import clean
from aftershift.engines.safety.risk import LEVELS, Category, Level

BETWEEN = r"[^a-z0-9]{1,12}+"
_WITHIN = r"[^a-z0-9.!?;:]{1,12}+"  # stays in its sentence
_OTHER = rf"(?:{_WITHIN}[a-z0-9]++(?:'[a-z0-9]++)*+)"  # a word of whatever kind
GAPS = {"..": rf"{_OTHER}{{0,4}}?{_WITHIN}", "...": rf"{_OTHER}{{0,8}}?{_WITHIN}"}
EDGES = {"<start>": r"(?:\A|(?<=[.!?;:,] ))", "<end>": r"(?= ?(?:[^\w\s'/&%=+*#@<>-]|\Z))"}
JOINT = "\0"  # in a part: here comes what stands before it, if anything does
SPACELESS = {*GAPS.values(), EDGES["<start>"]}
MOST_GAPS = 3
KEY_LETTERS = 8  # of a word that must be there, before a phrase is tried
NEAR_WORDS = 4  # how far a "not" reaches
AFTER = 40  # letters after a phrase in which "years ago" still belongs to it
BEFORE = 200  # letters before a phrase that are looked at
_SET = re.compile(r"\{([a-z_]+)\}")
_TOKEN = re.compile(r"\)\?|\.{2,3}|[()|]|[^\s()|]+")
_CLAUSE = re.compile(
    r"[.!?;:]|, (?:and then|so|now|and now|and i|i|i'm)\b|\b(?:but|aber|mais|pero|maar)\b"
)
_SHORT = re.compile(r"(n't|'m|'re|'ve|'ll|'d|'s)(?![a-z])")
_LONG = {"n't": "not", "'m": "am", "'re": "are", "'ve": "have", "'ll": "will"}
_ODD = {"can't": "can(?:no|'?)t", "won't": "wo(?:n't|nt)"}


class SignalError(Exception):
    """A signal that may not be used; says which and why."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Scope:
    """The words of one language that take a phrase away from the one who speaks.

    `nots` count within four words before a phrase that does not begin with one of `selves`;
    `denials` ("not that", "don't think") within four words before any. `others` count before it in
    its clause, unless one of `selves` stands between or in the phrase; but others with one of
    `sayings` after them always do, for then it is their word. `strangers` (patients, characters)
    take away even what may be said of anybody. `pasts` count before it and shortly after it. What
    stands in double quotes is somebody's words, and taken away too.
    """

    nots: tuple[str, ...] = ()
    denials: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    strangers: tuple[str, ...] = ()
    sayings: tuple[str, ...] = ()
    pasts: tuple[str, ...] = ()
    selves: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Signal:
    """Some phrases that mean one thing: how grave, of what kind, and about whom.

    `means` is "" for a signal that counts alone; else the name of a part that only counts with
    others (see `engines.safety.triage`). `anybody`: it counts whoever it is said of, strangers
    apart. `is_firm`: so plain that whatever the heads make of it, it is asked about at least.
    Every signal carries sentences that it must hear and sentences that it must not.
    """

    id: str
    level: str
    categories: tuple[Category, ...]
    says: tuple[str, ...]
    hears: tuple[str, ...]
    spares: tuple[str, ...]
    anybody: bool = False
    means: str = ""
    is_firm: bool = False

    def __post_init__(self) -> None:
        if self.level not in LEVELS:
            reason = f"{self.id}: level is none of {', '.join(LEVELS)}"
            raise SignalError(reason)
        if not (self.says and self.hears and self.spares):
            reason = f"{self.id}: phrases, a sentence to hear and one to spare are needed"
            raise SignalError(reason)


@dataclass(frozen=True, kw_only=True, slots=True)
class SignalBook:
    """The signals of one language, their scope, and the sets of words that their phrases name."""

    language: str
    scope: Scope
    signals: tuple[Signal, ...]
    sets: Mapping[str, str] = field(default_factory=dict)

    @property
    def phrases(self) -> tuple[str, ...]:
        """Give every phrase, and the alternatives of every set."""
        return (*(one for it in self.signals for one in it.says), *self.sets.values())


@dataclass(frozen=True, kw_only=True, slots=True)
class Heard:
    """One signal in a text, with its place in the clean text, and the language it was said in."""

    signal: Signal
    starts: int
    ends: int
    language: str = ""

    @property
    def level(self) -> Level:
        """How grave it is, alone."""
        return LEVELS[self.signal.level]


@dataclass(frozen=True, slots=True)
class Listener:
    """Listens for all signals of some books; made once, for it reads every phrase."""

    books: tuple[SignalBook, ...]
    _known: tuple["_Known", ...] = field(init=False)
    _by_key: Mapping[str, tuple[int, ...]] = field(init=False)  # the phrases that a key may begin

    def __post_init__(self) -> None:
        known = tuple(
            _Known(signal, _phrase(one, book.sets), scoping, book.language)
            for book in self.books
            for scoping in (_Scoping(book.scope),)
            for signal in book.signals
            for one in signal.says
        )
        by_key: dict[str, list[int]] = {}
        for at, one in enumerate(known):
            for key in one.phrase.rarest:
                by_key.setdefault(key, []).append(at)
        object.__setattr__(self, "_known", known)
        object.__setattr__(self, "_by_key", {key: tuple(all_) for key, all_ in by_key.items()})

    def hear(self, text: str) -> tuple[Heard, ...]:
        """Find every signal that a clean text gives, in the order of the books."""
        begun = _beginnings(text)
        maybe = sorted({at for key in begun for at in self._by_key.get(key, ())})
        found: dict[int, Heard] = {}  # by signal
        for one in (self._known[at] for at in maybe):
            signal = id(one.signal)
            if signal not in found and (place := _first(one, text, begun)):
                found[signal] = Heard(
                    signal=one.signal,
                    starts=place.start(),
                    ends=place.end(),
                    language=one.language,
                )
        return tuple(found.values())


def pattern_of(phrase: str, sets: Mapping[str, str] | None = None) -> str:
    """Turn a phrase into a pattern over clean text. Raises SignalError for one that is none."""
    return _phrase(phrase, sets or {}).pattern


def needs_of(phrase: str, sets: Mapping[str, str] | None = None) -> tuple[frozenset[str], ...]:
    """Give beginnings of words: a text without one of each tuple cannot hold the phrase."""
    return _phrase(phrase, sets or {}).needs


def faults_of(book: SignalBook) -> Iterator[str]:
    """Name every sentence that a book should hear and does not, or hears and should spare."""
    for signal in book.signals:
        one = SignalBook(language="", scope=book.scope, signals=(signal,), sets=book.sets)
        alone = Listener((one,))
        yield from (
            f"{signal.id}: is deaf to {said!r}"
            for said in signal.hears
            if not alone.hear(clean(said).text)
        )
        yield from (
            f"{signal.id}: hears {said!r}" for said in signal.spares if alone.hear(clean(said).text)
        )


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A pattern, and beginnings of words: one of each tuple must be there for it to match."""

    pattern: str
    needs: tuple[frozenset[str], ...]

    @property
    def rarest(self) -> Collection[str]:
        """Give the beginnings that the fewest texts have: long ones."""
        return max(self.needs, key=lambda keys: min(map(len, keys)))


@dataclass(frozen=True, slots=True)
class _Known:
    signal: Signal
    phrase: _Phrase
    scoping: "_Scoping"
    language: str


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of a phrase; a gap and an edge have no keys. `gaps`: the most that it can hold."""

    pattern: str
    keys: tuple[str, ...] = ()
    optional: bool = False
    gaps: int = 0
    needs: tuple[tuple[str, ...], ...] = ()


class _Scoping:
    """Says whether what stands around a phrase takes it away from the one who speaks."""

    def __init__(self, scope: Scope) -> None:
        self._nots = _any_of(scope.nots)
        self._denials = _any_of(scope.denials)
        self._others = _any_of((*scope.others, *scope.strangers))
        self._strangers = _any_of(scope.strangers)
        self._sayings = _any_of(scope.sayings)
        self._pasts = _any_of(scope.pasts)
        self._selves = _any_of(scope.selves)

    def spares(self, before: str, phrase: str, after: str, *, anybody: bool) -> bool:
        """Look at the clause before a phrase, and at the words after it."""
        clause = _CLAUSE.split(before)[-1]
        own = _last(self._selves, phrase) >= 0
        if before.count('"') % 2 or any(_last(self._pasts, one) >= 0 for one in (clause, after)):
            return True
        if anybody:
            return _last(self._strangers, clause if own else before) >= 0
        return self._denied(clause, phrase) or self._anothers(clause, own=own)

    def _anothers(self, clause: str, *, own: bool) -> bool:
        other = _last(self._others, clause)
        if other < 0:
            return False
        if _last(self._sayings, clause) > other:
            return True
        return not own and _last(self._selves, clause) < other

    def _denied(self, clause: str, phrase: str) -> bool:
        near = " ".join(clause.rsplit(", ", 1)[-1].split()[-NEAR_WORDS:])
        if _last(self._denials, near) >= 0:
            return True
        begins = self._selves is not None and self._selves.match(phrase) is not None
        return not begins and _last(self._nots, near) >= 0


def _first(known: "_Known", text: str, begun: frozenset[str]) -> re.Match[str] | None:
    if any(begun.isdisjoint(keys) for keys in known.phrase.needs):
        return None
    for found in _compiled(known.phrase.pattern).finditer(text):
        before = text[max(0, found.start() - BEFORE) : found.start()]
        after = _CLAUSE.split(text[found.end() : found.end() + AFTER])[0]
        if not known.scoping.spares(before, found.group(), after, anybody=known.signal.anybody):
            return found
    return None


def _beginnings(text: str) -> frozenset[str]:
    """Give every beginning, up to some letters, of every word."""
    words = set(re.findall(r"[a-z0-9]+", text))
    return frozenset(word[:size] for word in words for size in range(1, KEY_LETTERS + 1))


def _phrase(phrase: str, sets: Mapping[str, str]) -> _Phrase:
    try:
        whole = _SET.sub(lambda found: sets[found.group(1)], phrase)
    except KeyError as error:
        reason = f"no set {error} for {phrase!r}"
        raise SignalError(reason) from error
    return _read(whole)


@cache
def _read(whole: str) -> _Phrase:
    tokens = _TOKEN.findall(whole.lower() if whole.isascii() else clean(whole).text)
    try:
        part = _either(tokens)
    except IndexError:
        part = None
    if part is None or tokens or not part.keys or part.gaps > MOST_GAPS:
        reason = f"no phrase: {whole!r}"
        raise SignalError(reason)
    bare = part.pattern.replace(JOINT, "")
    return _Phrase(rf"(?<![a-z0-9]){bare}(?![a-z0-9])", tuple(map(frozenset, part.needs)))


def _either(tokens: list[str]) -> _Part:
    """Read alternatives up to a closing bracket or the end. Raises IndexError for none."""
    some = [_in_order(tokens)]
    while tokens and tokens[0] == "|":
        tokens.pop(0)
        some.append(_in_order(tokens))
    keys = tuple(dict.fromkeys(key for one in some for key in one.keys))
    return _Part(
        f"(?:{'|'.join(one.pattern for one in some)})",
        keys if all(one.keys for one in some) else (),
        gaps=max(one.gaps for one in some),
        needs=some[0].needs if len(some) == 1 else (keys,),
    )


def _in_order(tokens: list[str]) -> _Part:
    """Read parts that follow each other; the rarest of those that must be there gives the keys."""
    parts = []
    while tokens and tokens[0] not in {"|", ")", ")?"}:
        parts.append(_part(tokens))
    gaps = [one.pattern in GAPS.values() for one in parts]
    if gaps[0] or gaps[-1] or any(map(and_, gaps, gaps[1:])):
        raise IndexError
    sure = [one.keys for one in parts if one.keys and not one.optional]
    keys = max(sure, key=lambda keys: min(len(key) for key in keys), default=())
    return _Part(
        "".join(_joined(parts)),
        keys,
        gaps=sum(one.gaps for one in parts),
        needs=tuple(sorted(set(sure), key=len)),
    )


def _part(tokens: list[str]) -> _Part:
    piece = tokens.pop(0)
    if piece in GAPS:
        return _Part(GAPS[piece], gaps=1)
    if piece in EDGES:
        return _Part(EDGES[piece])
    if piece != "(":
        return _Part(JOINT + _word(piece), (_key(piece),))
    inner = _either(tokens)
    closing = tokens.pop(0)
    return replace(inner, optional=closing == ")?")


@cache
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


@cache
def _key(word: str) -> str:
    """Give the beginning that all spellings of a word share."""
    if word == "can't":
        return "can"
    return re.split(r"n't|[^a-z0-9]", word.lstrip("'"))[0][:KEY_LETTERS]


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


def _any_of(words: Sequence[str]) -> re.Pattern[str] | None:
    return re.compile("|".join(pattern_of(word) for word in words)) if words else None


def _last(pattern: re.Pattern[str] | None, text: str) -> int:
    return max((found.start() for found in pattern.finditer(text)), default=-1) if pattern else -1
