"""What somebody who looks round may ask of the shelf, and which practices answer it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from aftershift.engines.evidence.practices import Company, Practice, Term
from aftershift.engines.evidence.retrieval import Words
from aftershift.engines.language.cleaning import clean
from aftershift.engines.language.phrases import words_in

ENERGIES = ("low", "some", "much")  # from little to much
ANYWHERE = "anywhere"
FOUND_AT_MOST = 15
TELLING = 0.35  # a word that stands in more of the texts than this says little
NEAR = 0.25  # of the best score: what scores less is left out
ENDINGS = ("ing", "ed", "s")
STEM = 3  # letters that an ending leaves at least


@dataclass(frozen=True, kw_only=True, slots=True)
class Wish:
    """What a practice must be. None and "" leave a thing open.

    `minutes`: how much time there is, 0 for a programme of weeks. `energy`: how much there is of
    it. `scope`: whom it is with.
    """

    minutes: int | None = None
    place: str = ""
    energy: str = ""
    company: Company | None = None
    scope: str = ""

    @property
    def is_open(self) -> bool:
        """Say whether anything will do."""
        return self == Wish()


def grants(practice: Practice, wish: Wish) -> bool:
    """Say whether a practice is all that is wished for."""
    return (
        _has_time(practice, wish.minutes)
        and (not wish.place or not {wish.place, ANYWHERE}.isdisjoint(practice.places))
        and (not wish.energy or _cost(practice.energy) <= _cost(wish.energy))
        and wish.company in (None, practice.company)
        and (not wish.scope or wish.scope in practice.scope)
    )


def browse(
    practices: Mapping[str, Practice], wish: Wish, asked: str, words: Words
) -> tuple[Practice, ...]:
    """Give what grants a wish, the best by words first.

    Without words it is by name, and what is not recommended is left out: it can be looked up, and
    is not handed to somebody who has five minutes.
    """
    spoken = stems(asked)
    if not spoken:
        fitting = [one for one in practices.values() if one.is_offered and grants(one, wish)]
        return tuple(sorted(fitting, key=lambda one: one.name.casefold()))
    scores = words.scores(_telling(spoken, words))
    found = {name: score for name, score in scores.items() if grants(practices[name], wish)}
    least = NEAR * max(found.values(), default=0.0)
    best = sorted(found, key=lambda name: (-found[name], name))[:FOUND_AT_MOST]
    return tuple(practices[name] for name in best if found[name] >= least)


def searchable(
    practices: Iterable[Practice], terms: Sequence[Term], about: Mapping[str, str]
) -> Words:
    """Make the practices ready for a search by words.

    They are found by what they say of themselves, by the terms that belong to them, and by the
    situations (id -> how people tell it) that they are meant for.
    """
    texts: dict[str, list[str]] = {}
    for one in practices:
        own = (one.name, one.about, *one.triggers, *one.steps, *one.offers, one.say, one.smaller)
        situations = (about[name] for name in one.situations)
        words = (f"{term.term} {term.plain}" for term in terms if one.id in term.see)
        texts[one.id] = stems(" ".join((*own, *situations, *words)))
    return Words(texts)


def stems(text: str) -> list[str]:
    """Cut a text into words without their commonest endings, so that "quarrels" finds "quarrel"."""
    return [_stem(word) for word in words_in(clean(text).text) if word.isalnum()]


def _stem(word: str) -> str:
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= STEM:
            return word.removesuffix(ending)
    return word


def _telling(asked: Iterable[str], words: Words) -> list[str]:
    """Keep the words that tell practices apart."""
    most = TELLING * len(words.texts)
    return [one for one in asked if sum(one in text for text in words.texts.values()) <= most]


def _has_time(practice: Practice, minutes: int | None) -> bool:
    if minutes is None or practice.minutes == 0:
        return minutes in (None, practice.minutes)
    return practice.minutes <= minutes


def _cost(energy: str) -> int:
    return ENERGIES.index(energy)
