"""Words for feelings in a clean text: which, how strong, and whether they are the teller's own.

"She was furious" is not mine, "not angry" is none, and "a bit sad" is less than "so sad". Words
alone do not decide: `understanding.py` weighs them with what the encoder hears.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from aftershift.engines.language.phrases import Heard, PhraseBook
from aftershift.engines.language.taxonomy import Emotion

WEAKEST, STRONGEST = 1, 3
NEAR = 3  # words before a word for a feeling in which "not" or "very" still belongs to it
FAR = 8  # words before it in which the one who feels is named


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


MARKS = frozenset(".!?;:,")
MORE = _set(
    "so very really extremely absolutely totally utterly completely incredibly properly beyond "
    "bloody fucking damn such deeply truly unbelievably insanely super awfully"
)
LESS = _set("bit little slightly somewhat mildly sorta kinda fairly vaguely almost")
NOT = _set(
    "not no never dont didnt doesnt isnt wasnt arent werent aint hardly without neither nor "
    "wouldnt wont havent hasnt barely stopped cant cannot"
)
# "can't stop crying", "not only tired", "never been so angry", "no wonder I'm sad"
STILL_SO = _set("stop only just so such wonder help more this but")
ME = _set("i im ive id ill me myself we us weve")
OTHERS = _set(
    "he she they hes shes theyre theyve shed hed who husband wife partner boyfriend girlfriend "
    "mum mom dad mother father son daughter sister brother patient patients family kids child "
    "children colleague colleagues nurse nurses doctor consultant manager boss team staff friend "
    "everyone everybody relatives relative student"
)
PEOPLE_AFTER = OTHERS | _set("man woman men women people person families parents")


@dataclass(frozen=True, kw_only=True, slots=True)
class Felt:
    """Strength of each feeling of the teller; and what is denied, or felt by somebody else only."""

    own: dict[str, int]
    denied: frozenset[str]


@dataclass(frozen=True, slots=True)
class FeelingWords:
    """Words for every feeling, made ready once."""

    emotions: tuple[Emotion, ...]
    _book: PhraseBook[tuple[str, int]] = field(init=False)

    def __post_init__(self) -> None:
        listed = {
            (one.id, strength): phrases
            for one in self.emotions
            for strength, phrases in enumerate((one.mild, one.plain, one.strong), start=1)
        }
        object.__setattr__(self, "_book", PhraseBook(listed))

    def felt(self, words: Sequence[str]) -> Felt:
        """Say what the words of a text, as `words_in` gives them, tell of feelings."""
        own: dict[str, int] = {}
        others: set[str] = set()
        for found in self._book.find(words):
            emotion, strength = found.name
            if is_denied(found, words) or is_others(found, words):
                others.add(emotion)
            else:
                own[emotion] = max(own.get(emotion, 0), weighed(strength, found, words))
        return Felt(own=own, denied=frozenset(others - own.keys()))


def is_denied(found: Heard[tuple[str, int]], words: Sequence[str]) -> bool:
    """Say whether a "not" before a word turns it round."""
    near = list(_before(found.starts, words, NEAR))
    return bool(NOT & set(near)) and not STILL_SO & set(near)


def is_others(found: Heard[tuple[str, int]], words: Sequence[str]) -> bool:
    """Say whether somebody else feels it: the one named last before it, or right after it."""
    if found.ends < len(words) and words[found.ends] in PEOPLE_AFTER:
        return True
    if ME & set(words[found.starts : found.ends]):
        return False
    named = (word for word in _before(found.starts, words, FAR) if word in ME | OTHERS)
    return next(named, "i") in OTHERS


def weighed(strength: int, found: Heard[tuple[str, int]], words: Sequence[str]) -> int:
    """Say how strong a feeling is with "so" or "a bit" before it."""
    near = set(_before(found.starts, words, NEAR))
    strength += bool(MORE & near) - bool(LESS & near)
    return min(STRONGEST, max(WEAKEST, strength))


def _before(at: int, words: Sequence[str], most: int) -> Iterator[str]:
    """Give the words before a place, the nearest first, up to a mark."""
    for word in reversed(words[max(0, at - most) : at]):
        if word in MARKS:
            return
        yield word
