"""Which of somebody's own words carry the point of a message, to be given back in quotation marks.

Every run of two to nine words of one sentence is weighed, and beside them that nothing should be
given back: a softmax that is linear in what is said of the run (`spans`), taught by what readers
marked. A run is given back where it is cut well, and where those that share its words are likely
together; and never one that is grave, a verdict, a name, or speaks to us.

Reference: spans as the choices of one log-linear model, as in semi-Markov models (Sarawagi & Cohen
2004).
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from aftershift.engines.coach.own_words.quotable import THANKS, may_be_given_back
from aftershift.engines.coach.own_words.spans import (
    Whole,
    Words,
    columns_of,
    runs_of,
    signs_inside,
    signs_of_first,
    signs_of_last,
    signs_of_nothing,
    words_of,
)
from aftershift.engines.language.choosing import Numbers, shares
from aftershift.engines.language.cleaning import Cleaned, clean

# Pieces are likely by the mean (geometric) of two shares: of all runs, each by how much of it is
# shared, that stands behind one; and of the runs that begin, and those that end, where it does.
LIKELY, LONG_LIKELY = 0.3, 0.12  # of a piece, and of one of four words; a whole clause always is
WHOLE = 1.6  # by how much likelier a whole one is taken to be, beside pieces
NOTHING = 0.93  # share of "nothing" among all choices from where on no piece is taken
LONG_PIECE = 4  # words
TRIED = 40  # runs, the likeliest first, that are looked at
LIFT = 1.5  # how many times likelier than any run of the message each of them is, at least
# Kinds of words that belong to the next one: no run begins between the two, nor ends there.
_BINDS = frozenset({"the", "my", "not", "'s", "two", "very", "can", "n't", "ly", "what", "do"})
LEAST = 1e-9  # share that is divided by, where "nothing" has all
REPLY, ASKS = 8, 14  # words of a message that only takes what was said; that thanks or asks
FEW_BEFORE, FEW_BEHIND = 3, 3  # words of its clause by which a run is made whole
MOST_OF_A_CLAUSE = 9  # words that are given back of it
MOST_BACK = 7  # words that are given back in a row, in quotation marks; more only of a whole clause
LONG = 6  # words from where on a run begins at a seam, or after a word that joins
_LEADS = _BINDS | {"and", "but", "if", "I", "he", "is", "has", "of", "yes"}
_SUBJECTS = frozenset({"I", "he"})
_JOINING = frozenset({"and", "but", "if"})
# Before these, in the same clause, words mean something else than they say.
_TURNING = frozenset({
    "if", "unless", "wish", "hope", "hoped", "almost", "nearly", "pretend", "pretended", "imagine",
    "imagined", "dreamt", "dreamed", "without", "no", "nobody", "nothing", "hardly", "barely",
    "dont", "didnt", "doesnt", "cant", "couldnt", "wont", "wouldnt", "isnt", "wasnt", "arent",
    "werent", "havent", "hasnt", "hadnt", "shouldnt", "aint", "stop", "stopped", "than",
})  # fmt: skip
_HANGING = frozenset({"since", "when", "while", "if", "until", "till", "unless", "before", "after"})
_ENDS_A_CLAUSE = frozenset({"and", "or", "so", "then", "but", "because", "cos", "when", "while"})
CLAUSE_ENDS = re.compile(r"[.,;:!?…\n]|\b(?:and|but|because|cos|so|then|when)\b", re.IGNORECASE)
_LEADING = re.compile(
    r"^(?:like|so|and|but|well|anyway|yeah|yes|no|ok|okay|honestly|basically),\s+|"
    r"^(?:no|nah|yeah|yes|well) (?=(?:i|he|she|they|we|it)\b)",
    re.IGNORECASE,
)
_FILLERS = re.compile(
    r"(?:,?\s+(?:but|and|so|like|tho|though|or|then|the|a|an|mind|aye|lol|haha|innit|"
    r"to be (?:honest|fair)|if i'?m honest))+$",
    re.IGNORECASE,
)
# A message that takes what was said, asks for something, thanks or ends: nothing in it is a point.
_REPLIES = re.compile(
    r"^\W*(?:hm+|huh|yeah|ya|yes|no|right|fine|cool|aye)?\W*(?:ok(?:ay)?|fair enough|gimme|"
    r"give me|just want|thanks?|ta|cheers|gracias|merci|danke|diolch|will do|let me|let's|"
    r"(?:is|does|can|will) (?:this|you)|(?:sorry,? )?(?:i )?(?:'?ve )?(?:got|had|have) to "
    r"(?:get|go|run|answer)|brb|hang on|one sec|(?:i'?m )?back(?: now| again)?$)\b",
    re.IGNORECASE,
)
_THANKS = re.compile(THANKS, re.IGNORECASE)
_ASKS = re.compile(  # and tells nothing after it
    r"^(?:pls |please |so |and )?(?:how (?:do|can|would|should)|"
    r"(?:do|should) i|is it|what (?:do|does|should|can)|fact check)\b(?![^?]*\?(?:\W*\w+){3})",
    re.IGNORECASE,
)


Shares = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True, slots=True)
class Pointer:
    """What was taught: weights of signs and columns. `names` are first names in small letters."""

    places: Mapping[str, int]
    signs: Numbers
    columns: Numbers
    names: frozenset[str] = field(default=frozenset())
    weights: Mapping[str, float] = field(init=False)  # of each sign

    def __post_init__(self) -> None:
        by_sign = {sign: float(self.signs[place]) for sign, place in self.places.items()}
        object.__setattr__(self, "weights", by_sign)


@dataclass(frozen=True, kw_only=True, slots=True)
class Point:
    """Some words, exactly as they were typed, and how likely they carry the point; shares, 0 to 1.

    `is_whole`: a clause or phrase with nothing before or behind it that belongs to it.
    """

    words: str
    sure: float
    cut: float
    nothing: float
    is_whole: bool

    @property
    def likely(self) -> float:
        """Say how likely they are, and cut well."""
        return float(np.sqrt(self.sure * self.cut))

    @property
    def will_do(self) -> bool:
        """Say whether they are likely enough to be given back."""
        is_long = len(self.words.split()) >= LONG_PIECE
        least = LONG_LIKELY if is_long else LIKELY
        return (self.is_whole or self.likely >= least) and self.nothing <= NOTHING


@dataclass(frozen=True, kw_only=True, slots=True)
class Weighing:
    """Every run of a text with its share of the point, and that of "nothing" beside them all."""

    text: str
    cleaned: Cleaned
    said: Words
    runs: Whole  # (runs, first and last word)
    shares: Shares
    nothing: float


def weigh(text: str, pointer: Pointer) -> Weighing:
    """Weigh every run of a text."""
    cleaned = clean(text)
    said = words_of(cleaned)
    runs = runs_of(said)
    each, nothing = _shares(said, runs, pointer) if len(runs) else (np.zeros(0), 1.0)
    return Weighing(text=text, cleaned=cleaned, said=said, runs=runs, shares=each, nothing=nothing)


def pieces(weighing: Weighing, pointer: Pointer, but: Collection[str] = ()) -> Iterator[str]:
    """Give pieces of a few words that carry the point, as they were typed, the likeliest first.

    `but` are words in small letters that were given back before.
    """
    text = weighing.text
    if is_reply(text):
        return
    for found in points_in(weighing):
        for run in (completed(found.words, text), found.words) if found.will_do else ():
            if run.lower() not in but and may_be_given_back(run, text, pointer.names):
                yield run
                break


def is_reply(text: str) -> bool:
    """Say whether a message only takes what was said, asks for something, thanks or ends."""
    words = len(text.split())
    takes = _REPLIES.search(text) and words <= REPLY
    return bool(takes or (words <= ASKS and (_THANKS.search(text) or _ASKS.search(text))))


def completed(run: str, text: str) -> str:
    """Give a run with the few words of its clause that stand before and behind it.

    "was like a fourth shift" wants its "he". What only joins the clause to another stays out.
    """
    begins = text.find(run)
    ends = begins + len(run)
    edges = [(one.start(), one.end()) for one in CLAUSE_ENDS.finditer(text)]
    starts = max((over for _, over in edges if over <= begins), default=0)
    over = min((start for start, _ in edges if start >= ends), default=len(text))
    parts = (run, text[starts:begins], text[ends:over])
    words, before, behind = (len(part.split()) for part in parts)
    if text[:begins].lower().endswith("me and "):
        begins -= len("me and ")
    elif 0 < before <= FEW_BEFORE and words + before <= MOST_OF_A_CLAUSE:
        begins, words = starts, words + before
    if 0 < behind <= FEW_BEHIND and words + behind <= MOST_OF_A_CLAUSE:
        ends = over
    return _FILLERS.sub("", _LEADING.sub("", text[begins:ends].strip()))


def weighed_runs(weighing: Weighing) -> Shares:
    """Give every run of a text: from and to, in its characters, and its share of the point."""
    said, runs = weighing.said, weighing.runs
    if not len(runs):
        return np.zeros((0, 3))
    typed = [weighing.cleaned.original(*one) for one in zip(said.starts, said.ends, strict=True)]
    starts, ends = np.array(typed, dtype=np.float64).T
    return np.stack((starts[runs[:, 0]], ends[runs[:, 1]], weighing.shares), axis=1)


def points_in(weighing: Weighing) -> tuple[Point, ...]:
    """Give the likeliest words, the likeliest first, however likely they are."""
    text, cleaned, said = weighing.text, weighing.cleaned, weighing.said
    runs, likely = weighing.runs, weighing.shares
    if not len(runs):
        return ()
    whole = _is_whole(said, runs)
    free = likely * _is_free(said, runs, whole)
    found = []
    for at in np.argsort(-free, kind="stable")[:TRIED]:
        if free[at] * len(runs) < LIFT:
            break
        first, last = runs[at]
        begins, ends = (float(likely[runs[:, side] == runs[at, side]].sum()) for side in (0, 1))
        point = Point(
            words=_typed(cleaned, text, said.starts[first], said.ends[last]),
            sure=float(_shared(runs, at) @ likely),
            cut=float(np.sqrt(begins * ends)),
            nothing=weighing.nothing,
            is_whole=bool(whole[at]),
        )
        found.append(point)
    return tuple(sorted(found, key=lambda one: -one.likely * (WHOLE if one.is_whole else 1.0)))


def _shares(said: Words, runs: Whole, pointer: Pointer) -> tuple[Shares, float]:
    """Give the share of each run among all of them, and that of "nothing" beside them."""
    weighed = np.append(_weighed(said, runs, pointer), _nothing(said, pointer))
    *each, nothing = shares(weighed[None].astype(np.float32))[0].tolist()
    return np.array(each, dtype=np.float64) / max(sum(each), LEAST), nothing


def _typed(cleaned: Cleaned, text: str, starts: int, ends: int) -> str:
    first, last = cleaned.original(starts, ends)
    return text[first:last]


def _weighed(said: Words, runs: Whole, pointer: Pointer) -> Numbers:
    """Weigh each run: how it begins and ends, what is in it, and what it is as a whole."""
    many = range(len(said.words))
    often = Counter(said.words)
    first = np.array([_sum(signs_of_first(said, at), pointer) for at in many])
    last = np.array([_sum(signs_of_last(said, at), pointer) for at in many])
    inside = [_sum(signs_inside(said, at, often), pointer) for at in many]
    sums = np.concatenate(([0.0], np.cumsum(inside)))
    begins, ends = runs.T
    weighed: Numbers = first[begins] + last[ends] + sums[ends + 1] - sums[begins]
    weighed += pointer.columns[columns_of(said, runs)].sum(axis=1)
    return weighed


def _nothing(said: Words, pointer: Pointer) -> float:
    return _sum(signs_of_nothing(said), pointer)


def _sum(signs: Iterable[str], pointer: Pointer) -> float:
    weights = pointer.weights
    return sum([weights.get(one, 0.0) for one in signs])


def _is_whole(said: Words, runs: Whole) -> Whole:
    """Say of each run whether it begins and ends where a clause does."""
    joined = np.array([kind in _JOINING for kind in (*said.kinds, "and")])
    seamed = np.array([seam not in ("", "'") for seam in said.seams])
    leads = [kind in ("and", "but") for kind in ("", *said.kinds[:-1])]
    told = [
        kind in _SUBJECTS and before == "said" and word != "it"
        for word, kind, before in zip(said.words, said.kinds, ("", *said.kinds[:-1]), strict=True)
    ]
    begun = seamed[:-1] | np.array(leads) | np.array(told)
    first, last = runs.T
    whole: Whole = begun[first] & (seamed | joined)[last + 1]
    return whole


def _is_free(said: Words, runs: Whole, whole: Whole) -> Whole:
    """Say of each run whether it begins where a phrase may, or a clause, where it is long."""
    kinds = ("", *said.kinds[:-1])
    seamed = np.array([seam != "" for seam in said.seams[:-1]])
    bound = np.array([kind in _BINDS for kind in kinds])
    joined = np.array([kind in ("and", "but") for kind in said.kinds])
    after = np.array([kind in _JOINING for kind in kinds])
    turned = np.array(_turned(said))
    first, last = runs.T
    is_long = last - first + 1 >= LONG
    free: Whole = (seamed | ~(bound | turned))[first] & (~is_long | whole | (seamed | after)[first])
    leads = np.array([kind in _LEADS for kind in said.kinds])
    seamed_behind = np.array([seam != "" for seam in said.seams[1:]])
    ends_well = ~leads | seamed_behind
    ends_well &= np.array([kind not in ("yes", "said") for kind in said.kinds])
    free &= ends_well[last] & (whole | (last - first < MOST_BACK))
    commas = np.concatenate(([0], np.cumsum([seam in (",", ";") for seam in said.seams[:-1]])))
    free &= whole | (commas[last + 1] == commas[first + 1])
    free &= ~joined[first]  # "but it was mine" is said by "it was mine"
    free &= ~np.array([word in _HANGING for word in said.words])[first]
    particle = np.array([kind == "of" for kind in (*said.kinds[1:], "")])
    left = particle & np.array([seam != "" for seam in (*said.seams[2:], "$")])
    free &= ~left[last]  # "what he raised me" leaves its "on" behind
    led = np.array([kind in ("of", "if") for kind in kinds])
    plain = np.array([kind in ("plain", "s", "short") for kind in (*said.kinds, "")])
    free &= whole | ~_lacks_its_head(said)[first]
    free &= whole | ~(led & plain[:-1])[first]
    free &= whole | seamed_behind[last] | ~(plain[:-1] & plain[1:])[last]  # "a slow" lacks its cow
    subject = np.array([kind in _SUBJECTS for kind in (*said.kinds[1:], "")])
    leans = subject & ~np.array([kind in _JOINING or kind == "said" for kind in said.kinds])
    free &= seamed[first] | ~leans[first]  # "sent I complained" is two halves
    return free


def _lacks_its_head(said: Words) -> NDArray[np.bool_]:
    """Say of each word whether what begins with it lacks what it hangs on.

    "was my lodger" lacks who was, and "centre" its call.
    """
    plain = [kind in ("plain", "s", "short") for kind in said.kinds]
    after_plain = np.array([False, *plain[:-1]]) & (np.array(said.seams[:-1]) == "")
    verbs = np.array([kind in ("is", "do", "has", "can") for kind in said.kinds])
    lacks: NDArray[np.bool_] = verbs | (after_plain & np.array(plain))
    return lacks


def _turned(said: Words) -> list[bool]:
    """Say of each word whether one before it, in its clause, turns what it says."""
    found, is_turned = [], False
    for word, kind, seam in zip(said.words, said.kinds, said.seams[:-1], strict=True):
        if seam not in ("", "'") or word in _ENDS_A_CLAUSE:
            is_turned = False
        found.append(is_turned)
        is_turned = is_turned or word in _TURNING or kind == "not" or word.endswith("n't")
    return found


def _shared(runs: Whole, at: int) -> Numbers:
    """Say how much each run shares with one: words of both, of all words of either."""
    first, last = runs[at]
    both = np.minimum(runs[:, 1], last) - np.maximum(runs[:, 0], first) + 1
    both = np.maximum(both, 0)
    either = (runs[:, 1] - runs[:, 0] + 1) + (last - first + 1) - both
    shared: Numbers = both / either
    return shared
