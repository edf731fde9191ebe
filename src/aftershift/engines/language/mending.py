"""Words that are misspelt, split, run together or disguised -> the words that are meant.

Cleaning undoes what letters look like; this undoes what was done to words, by a thumb at 03:00 or
so that a filter or a reader over the shoulder does not see them. A word that anybody knows is left
alone, so ordinary text passes untouched; the rest is mended only towards words that the ear was
taught, and where nothing fits it stays as it is.

Reference: Damerau 1964 (four slips of a typist); neighbours by deletion, Garbe 2012 (SymSpell);
a first letter is rarely wrong, Pollock & Zamora 1984.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import inf, log

from aftershift.engines.language.cleaning import Cleaned

SHORTEST_SLIP = 4  # letters of a word that a slip is looked for in
SHORTEST_RUN = 7  # letters of words without a space between them
SHORTEST_SPLIT = 6  # letters of a word that a space has cut, where both halves are words too
OFTEN = 8  # texts that know a word, before others are mended towards it
LONGEST_WORD = 24
LEET = {"0": "o", "1": "il", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "9": "g"}
KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")  # who lies beside whom; QWERTZ and AZERTY nearly so
ENDINGS = ("ness", "ing", "est", "ly", "ed", "er", "es", "en", "'s", "s", "d", "n", "y")
SIGNS = {"@": "a", "$": "s", "!": "i", "|": "l", "+": "t", "€": "e", "(": "c"}
_EDGES = ".,;:?\"')]}"
_DISGUISE = re.compile(r"[a-z']*[0-9@$!|+€(][a-z0-9@$!|+€(']*")
AMOUNT = re.compile(  # 4am, 20mg, 2nd: nobody hides in these
    r"[0-9.,:/x-]+(?:[ap]m|hrs?|hours?|mins?|st|nd|rd|th|mc?g|k?g|m?l|mmol|iu|units?|wks?|yo|[hmskxdwyg])?"
)
_SPELT = re.compile(r"(?<![a-z0-9'])[a-z0-9@$!](?:[-._*~ ][a-z0-9@$!]){2,}(?![a-z0-9'])")
_TAUGHT = re.compile(r"[a-z]+(?:'[a-z]+)*")
_WORD = re.compile(r"\S+")
_STRETCHED = re.compile(r"([a-z])\1{2,}")
_STARRED = re.compile(r"[a-z]+[*#][a-z*#]*[a-z]")
_PARTS = re.compile(r"[-'/]")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Which words are known, and how many texts knew each of those that were taught."""

    known: frozenset[str]
    taught: Mapping[str, int]
    _neighbours: Mapping[str, tuple[str, ...]] = field(init=False)

    def __post_init__(self) -> None:
        near: dict[str, list[str]] = {}
        for word, texts in self.taught.items():
            if texts >= OFTEN and len(word) >= SHORTEST_SLIP and word.isalpha():
                for one in (word, *_shorter(word)):
                    near.setdefault(one, []).append(word)
        object.__setattr__(self, "_neighbours", {one: tuple(all_) for one, all_ in near.items()})

    def knows(self, word: str) -> bool:
        """Say whether a word, or each part of a joined one, is known."""
        return all(not part or self._knows(part) for part in _PARTS.split(word))

    def _knows(self, word: str) -> bool:
        if word in self.known or word in self.taught:
            return True
        stems = (word[: -len(end)] for end in ENDINGS if word.endswith(end))
        return any(
            len(one) > 2
            and (one in self.known or f"{one}e" in self.known or one[:-1] in self.known)
            for one in stems
        )

    def near(self, word: str) -> str:
        """Give the word that one slip away was meant, two letters exchanged before any other slip.

        Of several the one that was taught most often; "" for none.
        """
        some = {
            one
            for start in (word, *_shorter(word))
            for one in self._neighbours.get(start, ())
            if _one_slip(word, one)
        }
        exchanged = [one for one in some if sorted(one) == sorted(word)]
        return max(exchanged or some, key=lambda one: (self.taught[one], one), default="")

    def weight(self, word: str) -> float:
        """Say how surprising a word is among those that run together; inf where unheard of."""
        texts = self.taught.get(word, 0)
        long_enough = len(word) > 2 or word in {"i", "a", "to", "my", "me", "it", "im", "be", "no"}
        return -log(texts) + 10 if texts >= OFTEN and long_enough else inf


def lexicon_of(
    texts: Iterable[str], known: frozenset[str], *, wanted: Iterable[str] = ()
) -> Lexicon:
    """Learn the words of some clean texts, beside those that are known anyway.

    The words of `wanted` phrases count as taught often, however rare they are.
    """
    taught = Counter(word for text in texts for word in set(_TAUGHT.findall(text)))
    for phrase in wanted:
        taught |= Counter(dict.fromkeys(_TAUGHT.findall(phrase), OFTEN))
    return Lexicon(known, taught)


def mend(cleaned: Cleaned, lexicon: Lexicon) -> Cleaned:
    """Give the text with its broken words mended; each letter keeps its place in the original."""
    return replaced(cleaned, _mendings(cleaned.text, lexicon))


def replaced(cleaned: Cleaned, changes: Iterable[tuple[int, int, str]]) -> Cleaned:
    """Put other words for some stretches, in their order; each letter keeps its place."""
    text, places = cleaned.text, cleaned.places
    letters: list[str] = []
    kept: list[int] = []
    done = 0
    for starts, ends, meant in changes:
        letters.append(text[done:starts] + meant)
        last = ends - 1
        kept += places[done:starts]
        kept += [places[min(starts + at, last)] for at in range(len(meant) - 1)] + [places[last]]
        done = ends
    if not letters:
        return cleaned
    return Cleaned(text="".join((*letters, text[done:])), places=(*kept, *places[done:]))


def _mendings(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int, str]]:
    """Give stretches and the words that are meant, in their order and apart from each other."""
    done = 0
    for found in _SPELT.finditer(text):
        letters = re.sub(r"[-._*~ ]", "", found.group())
        meant = letters if _is_taught(letters, lexicon) else _meant(letters, lexicon)
        if meant != letters or _is_taught(letters, lexicon):
            yield from _words_mended(text, done, found.start(), lexicon)
            yield found.start(), found.end(), meant
            done = found.end()
    yield from _words_mended(text, done, len(text), lexicon)


def _words_mended(
    text: str, starts: int, ends: int, lexicon: Lexicon
) -> Iterator[tuple[int, int, str]]:
    found = (_core(text, *word.span()) for word in _WORD.finditer(text, starts, ends))
    words = [(first, last) for first, last in found if first < last]
    joined = False
    for (first, last), after in pairwise([*words, (ends, ends)]):
        if joined:
            joined = False
            continue
        word, next_ = text[first:last], text[slice(*after)]
        if text[last : after[0]] == " " and next_ and _is_cut(word, next_, lexicon):
            joined = True
            yield first, after[1], word + next_
        elif (meant := _meant(word, lexicon)) != word:
            yield first, last, meant


def _core(text: str, starts: int, ends: int) -> tuple[int, int]:
    """Leave the marks around a word out."""
    word = text[starts:ends]
    left = len(word) - len(word.lstrip(_EDGES + "([{"))
    right = len(word) - len(word.rstrip(_EDGES))
    return starts + left, max(starts + left, ends - right)


def _is_taught(word: str, lexicon: Lexicon) -> bool:
    return len(word) >= SHORTEST_SLIP and lexicon.taught.get(word, 0) > 0


def _is_cut(word: str, after: str, lexicon: Lexicon) -> bool:
    """Say whether two words are one that a space has cut."""
    whole = word + after
    if lexicon.taught.get(whole, 0) < OFTEN or not whole.isalpha():
        return False
    are_words = all(lexicon.taught.get(one, 0) >= OFTEN for one in (word, after))
    return len(whole) >= (SHORTEST_SPLIT if are_words else SHORTEST_SLIP)


def _meant(word: str, lexicon: Lexicon) -> str:
    """Give what a word is meant to be, by the first rule that finds anything; else itself."""
    if len(word) > LONGEST_WORD * 3 or lexicon.knows(word) or AMOUNT.fullmatch(word):
        return word
    return next((meant for rule in RULES if (meant := rule(word, lexicon))), word)


def _undisguised(word: str, lexicon: Lexicon) -> str:
    """Read digits and signs as the letters they look like."""
    if not _DISGUISE.fullmatch(word) or not any(one.isalpha() for one in word):
        return ""
    bare = word.rstrip("!")
    for one in ("i", "l"):
        table = {ord(sign): letters for sign, letters in (LEET | SIGNS).items()}
        table[ord("1")] = one
        plain = bare.translate(table)
        if lexicon.taught.get(plain, 0) or (len(plain) >= SHORTEST_SLIP and lexicon.knows(plain)):
            return plain
        if apart := _apart(plain, lexicon):
            return apart
    return ""


def _shortened(word: str, lexicon: Lexicon) -> str:
    """Take letters back that were held down: first to two of each, then to one."""
    if not _STRETCHED.search(word):
        return ""
    shorter = (_STRETCHED.sub(r"\1" * count, word) for count in (2, 1))
    return next((one for one in shorter if lexicon.knows(one)), "")


def _unstarred(word: str, lexicon: Lexicon) -> str:
    """Fill stars in where only one taught word fits."""
    if not _STARRED.fullmatch(word):
        return ""
    shape = re.compile(re.sub(r"[*#]", "[a-z]", word))
    fitting = [one for one in lexicon.taught if len(one) == len(word) and shape.fullmatch(one)]
    return fitting[0] if len(fitting) == 1 else ""


def _unslipped(word: str, lexicon: Lexicon) -> str:
    """Undo one slip of the thumb."""
    fits = word.isalpha() and SHORTEST_SLIP <= len(word) <= LONGEST_WORD
    return lexicon.near(word) if fits else ""


def _apart(word: str, lexicon: Lexicon) -> str:
    """Cut words that run together apart, as the likeliest way to cut them goes."""
    if not (word.isalpha() and SHORTEST_RUN <= len(word) <= LONGEST_WORD):
        return ""
    best: list[tuple[float, str]] = [(0.0, "")]
    for end in range(1, len(word) + 1):
        lasts = (word[start:end] for start in range(end))
        ways = (
            (before + lexicon.weight(last), f"{cut} {last}")
            for (before, cut), last in zip(best, lasts, strict=True)
        )
        best.append(min(ways))
    weight, cut = best[-1]
    return cut.strip() if weight < inf else ""


RULES: Sequence[Callable[[str, Lexicon], str]] = (
    _undisguised,
    _shortened,
    _unstarred,
    _unslipped,
    _apart,
)


def _shorter(word: str) -> Iterator[str]:
    return (word[:at] + word[at + 1 :] for at in range(len(word)))


def _one_slip(word: str, other: str) -> bool:
    """Say whether one letter was missed, added, taken for its neighbour, or two were exchanged."""
    if word[0] != other[0] or abs(len(word) - len(other)) > 1:
        return False
    start = next(
        (at for at, (a, b) in enumerate(zip(word, other, strict=False)) if a != b),
        min(len(word), len(other)),
    )
    mine, its = word[start:], other[start:]
    return (
        (mine[1:] == its[1:] and mine[:1] + its[:1] in _BESIDE)
        or mine[1:] == its
        or mine == its[1:]
        or (mine[2:] == its[2:] and mine[:2] == its[1::-1])
    )


_BESIDE = frozenset(
    pair
    for row, below in pairwise((*KEYS, ""))
    for at, key in enumerate(row)
    for other in (*row[at + 1 : at + 2], *below[max(0, at - 1) : at + 1])
    for pair in (key + other, other + key)
)
