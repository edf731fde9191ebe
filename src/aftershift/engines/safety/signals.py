"""Authored phrases: the floor under what the heads hear.

Each phrase belongs to a signal, which says what it means when somebody says it of themselves.
Words about others, of the past, or with a "not" before them are spared, as the scope of its
language says. How phrases are written: `engines.safety.authored`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from aftershift.engines.language.cleaning import clean
from aftershift.engines.safety.authored import (
    Phrase,
    SignalError,
    pattern_of,
    phrase_of,
    places_of,
)
from aftershift.engines.safety.risk import LEVELS, Category, Level

NEAR_WORDS = 4  # how far a "not" reaches
AFTER = 40  # letters after a phrase in which "years ago" still belongs to it
BEFORE = 200  # letters before a phrase that are looked at
_CLAUSE = re.compile(
    r"[.!?;:]|, (?:and then|so|now|and now|and i|i|i'm)\b|\b(?:but|aber|mais|pero|maar)\b"
)


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

    @property
    def holds(self) -> bool:
        """Say whether it is a threat to harm oneself by which somebody else is held."""
        return {Category.PARTNER_VIOLENCE, Category.WORRY_FOR_OTHER}.issubset(self.categories)


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
            _Known(signal, phrase_of(one, book.sets), scoping, book.language)
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
        words = places_of(text)
        begun = frozenset(words)
        maybe = sorted({at for key in begun for at in self._by_key.get(key, ())})
        found: dict[int, Heard] = {}  # by signal
        for one in (self._known[at] for at in maybe):
            signal = id(one.signal)
            if signal in found or not one.phrase.may_stand(words, begun):
                continue
            if place := _first(one, text):
                found[signal] = Heard(
                    signal=one.signal,
                    starts=place.start(),
                    ends=place.end(),
                    language=one.language,
                )
        return tuple(found.values())


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
class _Known:
    signal: Signal
    phrase: Phrase
    scoping: "_Scoping"
    language: str


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


def _first(known: _Known, text: str) -> re.Match[str] | None:
    for found in known.phrase.finditer(text):
        before = text[max(0, found.start() - BEFORE) : found.start()]
        after = _CLAUSE.split(text[found.end() : found.end() + AFTER])[0]
        if not known.scoping.spares(before, found.group(), after, anybody=known.signal.anybody):
            return found
    return None


def _any_of(words: Sequence[str]) -> re.Pattern[str] | None:
    return re.compile("|".join(pattern_of(word) for word in words)) if words else None


def _last(pattern: re.Pattern[str] | None, text: str) -> int:
    return max((found.start() for found in pattern.finditer(text)), default=-1) if pattern else -1
