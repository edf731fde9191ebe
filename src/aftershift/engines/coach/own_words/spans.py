"""A message as words, their kinds and the seams between them; and what may be said of each run.

A seam is what stands before a word: "^" begins the text, "." a sentence, then ";", "," and "'", and
"" where only a space is. Kinds are small closed classes, and endings for the rest.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from aftershift.engines.language.cleaning import Cleaned

Whole: TypeAlias = NDArray[np.int64]

FEWEST, MOST = 2, 9  # words of a run
LATEST = 120  # words, from the end, among which runs are looked for: what matters comes late
_WORD = re.compile(r"[a-z0-9£$%&]+(?:['.-][a-z0-9]+)*")
_CLOSED = {
    "I": "i i'm im i've ive i'd i'll",
    "he": (
        "he she they we it you he's she's they're we're it's you're he'd she'd they'd we'd he'll "
        "she'll they'll we'll they've we've nobody everyone everybody someone somebody there's "
        "who's nothing hes shes theyre thats"
    ),
    "me": "me him us them myself himself herself themselves yourself",
    "my": "my his her their our your",
    "the": "the a an this that that's these those some any no every each all both another one",
    "and": "and or then so",
    "but": "but yet though although except",
    "if": (
        "because cos cause if when while since until till unless before after as than where "
        "whenever once like"
    ),
    "what": "what which who whose why how",
    "of": (
        "of in on at to for with from by about into over under through without between behind off "
        "up down out round around across past near against toward towards for during inside outside"
    ),
    "is": "is was are were be been being am isn't wasn't aren't weren't isnt wasnt",
    "has": "have has had haven't hasn't hadn't having",
    "do": "do does did don't doesn't didn't dont doesnt didnt",
    "can": (
        "can could will would should must may might can't couldn't won't wouldn't shouldn't cant "
        "couldnt wont wouldnt"
    ),
    "not": "not never none no-one",
    "even": "even just still again always ever already only alone almost",
    "very": "very too really quite such bit more less most least much",
    "now": (
        "today yesterday tonight tomorrow monday tuesday wednesday thursday friday saturday sunday "
        "morning night week last next ago now later"
    ),
    "two": (
        "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty "
        "hundred half twice first"
    ),
    "said": "said says say told tells asked asks ask",
    "yes": (
        "yeah yes ok okay lol haha honestly well anyway oh sorry thanks thank please tbh idk god"
    ),
}
_KIND_OF = {word: kind for kind, words in reversed(_CLOSED.items()) for word in words.split()}
_ENDINGS = ("n't", "ed", "ing", "ly", "'s")
KINDS = (*_CLOSED, *_ENDINGS, "s", "short", "plain")
SEAMS = ("", "'", ",", ";", ".", "^", "$")
_CONTENT = frozenset({"plain", "ed", "ing", "s", "short", "ly", "'s", "two"})
_SUBJECTS = frozenset({"I", "he"})
_VERBS = frozenset({"is", "has", "do", "can", "ed"})
_JOINS = frozenset({"and", "but", "if"})
# What is counted over a run: of which kinds, and up to how many.
_COUNTED = (
    (_CONTENT, 4),
    (frozenset({"not", "n't"}), 1),
    (frozenset({"even"}), 1),
    (_SUBJECTS, 2),
    (_VERBS, 1),
    (_JOINS, 2),
)
_NO_WORD = "#"
_PLACES = {kind: at for at, kind in enumerate(KINDS)}
_SEAM_PLACES = {seam: at for at, seam in enumerate(SEAMS)}


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    """The words of a clean text. `seams` has one more: "$" after the last word.

    `starts` and `ends` are places in the clean text; `sentences` counts them from 0.
    """

    words: tuple[str, ...]
    kinds: tuple[str, ...]
    seams: tuple[str, ...]
    sentences: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    is_asked: bool

    def word(self, at: int) -> str:
        """Give a word; "#" where none is."""
        return self.words[at] if 0 <= at < len(self.words) else _NO_WORD

    def kind(self, at: int) -> str:
        """Give the kind of a word; "#" where none is."""
        return self.kinds[at] if 0 <= at < len(self.kinds) else _NO_WORD


def words_of(cleaned: Cleaned) -> Words:
    """Cut a clean text into the words that may be given back, the last ones of a long one."""
    text = cleaned.text
    found = list(_WORD.finditer(text))[-LATEST:]
    words = tuple(one[0] for one in found)
    edges = [0, *(one.end() for one in found)], [*(one.start() for one in found), len(text)]
    gaps = [text[ends:starts] for ends, starts in zip(*edges, strict=True)]
    seams = ["^", *(_seam(gap) for gap in gaps[1:-1]), "$"] if words else ["^"]
    sentences, at = [], -1
    for seam in seams[: len(words)]:
        at += seam in ("^", ".")
        sentences.append(at)
    return Words(
        words=words,
        kinds=tuple(_kind(word) for word in words),
        seams=tuple(seams),
        sentences=tuple(sentences),
        starts=tuple(one.start() for one in found),
        ends=tuple(one.end() for one in found),
        is_asked=text.endswith("?"),
    )


def _seam(gap: str) -> str:
    if any(mark in gap for mark in ".!?\n"):
        return "."
    if any(mark in gap for mark in (";", ":", "(", ")", " - ", "--")):
        return ";"
    if "," in gap:
        return ","
    return "'" if "'" in gap or '"' in gap else ""


def _kind(word: str) -> str:
    if kind := _KIND_OF.get(word):
        return kind
    if word[0].isdigit():
        return "two"
    for ending in _ENDINGS:
        if word.endswith(ending):
            return ending
    if len(word) <= FEWEST + 1:
        return "short"
    return "s" if word.endswith("s") else "plain"


def runs_of(said: Words) -> Whole:
    """Give every run inside one sentence, (runs, first and last word)."""
    many = len(said.words)
    runs = [
        (first, last)
        for first in range(many)
        for last in range(first + FEWEST - 1, min(many, first + MOST))
        if said.sentences[first] == said.sentences[last]
    ]
    return np.array(runs, dtype=np.int64).reshape(-1, 2)


# --- what is said of a word that begins a run, ends it, or stands in it ------------------------


def signs_of_first(said: Words, at: int) -> Iterator[str]:
    """Say what a run would begin with."""
    word, kind, seam = said.word, said.kind, said.seams[at]
    before, here, after = kind(at - 1), kind(at), kind(at + 1)
    sentences, many = said.sentences[-1] + 1, len(said.words)
    from_end = min(sentences - 1 - said.sentences[at], 3)
    yield from (f"s {word(at)}", f"s+ {word(at + 1)}", f"s- {word(at - 1)}")
    yield from (f"sk {here}", f"sk- {before}", f"sk-- {kind(at - 2)} {before}")
    yield from (f"skk- {before} {here}", f"skk {here} {after}")
    yield f"skkk {here} {after} {kind(at + 2)}"
    yield from (f"sg {seam}", f"sgk {seam} {here}", f"sgkk {seam} {before} {here}")
    yield from (f"s. {min(said.sentences[at], 2)}", f"s.. {min(sentences, 4)} {from_end}")
    yield from (f"s$ {from_end}", f"s/ {5 * at // many}", f"sb {'but' in said.kinds[:at]}")


def signs_of_last(said: Words, at: int) -> Iterator[str]:
    """Say what a run would end with."""
    word, kind, seam = said.word, said.kind, said.seams[at + 1]
    before, here, after = kind(at - 1), kind(at), kind(at + 1)
    yield from (f"e {word(at)}", f"e- {word(at - 1)}", f"e+ {word(at + 1)}")
    yield from (f"ek {here}", f"ek+ {after}", f"ek++ {after} {kind(at + 2)}")
    yield from (f"ekk {here} {after}", f"ekk- {before} {here}", f"ekkk {before} {here} {after}")
    yield from (f"eg {seam}", f"egk {seam} {here}", f"egk+ {seam} {here} {after}")
    yield f"e/ {5 * at // len(said.words)}"


def signs_inside(said: Words, at: int, often: Counter[str]) -> Iterator[str]:
    """Say what a word would bring to a run; `often` counts the words of the message."""
    word = said.words[at]
    yield from (f"i {word}", f"ik {said.kinds[at]}", f"ib {word} {said.word(at + 1)}")
    yield from (f"i4 {word[:4]}", f"i2 {often[word] > 1 and len(word) > FEWEST + 1}")


def signs_of_nothing(said: Words) -> Iterator[str]:
    """Say what would keep somebody from giving back anything of a message."""
    word = said.word
    yield from (
        "n",
        f"n1 {word(0)}",
        f"n2 {word(0)} {word(1)}",
        f"n3 {word(0)} {word(1)} {word(2)}",
    )
    yield from (f"n$ {word(len(said.words) - 1)}", f"n? {said.is_asked}")
    yield f"n# {min(len(said.words) // 3, 8)}"
    yield from (f"nw {one}" for one in sorted(set(said.words)))
    yield from (f"nk {one}" for one in sorted(set(said.kinds)))


# --- what is said of a run as a whole, as columns of small numbers -----------------------------

_SEAMED = 2 * 2
COLUMNS = (
    MOST + 1,
    *(most + 1 for _kinds, most in _COUNTED),
    2 * 2,  # a subject, and a verb
    3,  # commas inside
    *(_SEAMED, _SEAMED, _SEAMED * 4),  # a seam before, and behind; a join for one; with its length
    len(KINDS) ** 2,
    len(SEAMS) ** 2,
    2 * 2,  # begins with a subject, and has a verb
    *(5, 5 * 4),  # what part of the message it is; with its length
    3 * 2,  # how late its sentence comes, and whether it begins at a seam
)
_OFFSETS: Whole = np.cumsum((0, *COLUMNS[:-1]))


def columns_of(said: Words, runs: Whole) -> Whole:
    """Say of each run how long it is, what it holds and how it is cut: (runs, columns).

    Each number is a place among all that may be said, `sum(COLUMNS)` of them.
    """
    first, last = runs.T
    length = last - first + 1
    counts = [np.minimum(_held(said.kinds, kinds, first, last), most) for kinds, most in _COUNTED]
    subjects, verbs = (np.minimum(one, 1) for one in counts[3:5])
    kinds = np.array([_PLACES[one] for one in said.kinds])
    seams = np.array([_SEAM_PLACES[one] for one in said.seams])
    commas = np.minimum(_held(said.seams, frozenset({",", ";"}), first + 1, last), 2)
    cut, joined = _cut(said, first, last, ""), _cut(said, first, last, "joins")
    late = np.minimum(said.sentences[-1] - np.array(said.sentences), 2)[first]
    begins = np.isin(kinds[first], [_PLACES[one] for one in _SUBJECTS])
    part = 4 * length // len(said.words)
    found = (
        *(length, *counts, 2 * subjects + verbs, commas, cut, joined, 4 * joined + length // 3),
        len(KINDS) * kinds[first] + kinds[last],
        len(SEAMS) * seams[first] + seams[last + 1],
        *(2 * begins + verbs, part, 4 * part + length // 3, 2 * late + cut // 2),
    )
    columns: Whole = np.stack(found, axis=1) + _OFFSETS
    return columns


def _held(given: Sequence[str], wanted: frozenset[str], first: Whole, last: Whole) -> Whole:
    """Count how many of what is given are wanted, from the first to the last."""
    sums = np.concatenate(([0], np.cumsum([one in wanted for one in given])))
    held: Whole = sums[last + 1] - sums[first]
    return held


def _cut(said: Words, first: Whole, last: Whole, also: str) -> Whole:
    """Say whether there is a seam before (2) and behind (1); `also` where a word joins."""
    joins = np.array([also != "" and one in _JOINS for one in said.kinds])
    seam = np.array([one not in ("", "'") for one in said.seams])
    before, behind = seam[first], seam[last + 1]
    before = before | ((first > 0) & joins[first - 1])
    behind = behind | ((last + 1 < len(joins)) & joins[np.minimum(last + 1, len(joins) - 1)])
    cut: Whole = 2 * before + 1 * behind
    return cut
