"""What somebody said, said back to them by who listened; then a guess at the feeling.

Active listening (Rogers & Farson 1957): give back what was meant before you answer. What cannot be
turned to "you" without taking a side is quoted. It reads words alone, and the guess is a question.
"""

from dataclasses import dataclass

from aftershift.engines.coach.own_words.turning import to_you
from aftershift.engines.language.cleaning import clean
from aftershift.engines.language.feelings import FeelingWords
from aftershift.engines.language.phrases import words_in
from aftershift.engines.language.sentences import sentences

MOST_TURNED = 2  # sentences: more is a speech
MOST_QUOTED = 25  # words


@dataclass(frozen=True, kw_only=True, slots=True)
class SaidBack:
    """What to say back, and the feelings that were named, the strongest first."""

    back: str
    feelings: tuple[str, ...]


def say_back(said: str, book: FeelingWords) -> SaidBack:
    """Say back what somebody said. `said` has some words in it."""
    parts = [said[slice(*one)].strip() for one in sentences(said)]
    turned = [one for one in map(to_you, parts) if one][:MOST_TURNED]
    felt = book.felt(words_in(clean(said).text)).own
    return SaidBack(
        back=_told(turned) if turned else _quoted(parts),
        feelings=tuple(sorted(felt, key=lambda one: -felt[one]))[:1],
    )


def _told(turned: list[str]) -> str:
    first, *more = turned
    rest = "".join(f" And {one[0].lower()}{one[1:]}." for one in more)
    return f"If I hear you right, {first}.{rest} Is that it?"


def _quoted(parts: list[str]) -> str:
    """Quote what was said last; cut where it is long."""
    words = parts[-1].rstrip(".!").split()
    cut = " ".join(words[:MOST_QUOTED])
    return f"You said: “{cut}{' …' if len(words) > MOST_QUOTED else ''}”. Tell me more about that?"
