"""A disagreement, sorted: what we want, how we do it, how we are with each other.

Task, process and relationship are the three kinds that research on groups tells apart (Jehn 1997;
de Wit, Greer & Jehn 2012, in content/evidence). Cues only propose a kind; whoever wrote it decides.
"""

from dataclasses import dataclass
from enum import StrEnum

from aftershift.engines.wording.cues import Hit, WordBook, WordingError
from aftershift.engines.wording.scripts import Strengths


class Kind(StrEnum):
    """What somebody disagrees about."""

    TASK = "task"
    PROCESS = "process"
    RELATION = "relation"


KINDS = frozenset(Kind)
# Where as many cues say one kind as another, and none of them is what was asked for.
ORDER = (Kind.RELATION, Kind.PROCESS, Kind.TASK)


class By(StrEnum):
    """Why something is put to a kind."""

    PERSON = "person"
    CUES = "cues"
    QUESTION = "question"


@dataclass(frozen=True, kw_only=True, slots=True)
class KindWords:
    """What is said of one kind, a first sentence for it, and the ground rule to suggest.

    `asks` is the question under which it is written; `rule` is an id in content/together.
    """

    kind: Kind
    name: str
    about: str
    asks: str
    rule: str
    says: Strengths


@dataclass(frozen=True, kw_only=True, slots=True)
class Put:
    """To which kind something is put, why, and the words that said so."""

    kind: Kind
    by: By
    hits: tuple[Hit, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class ConflictShelf:
    """Cues and words for sorting; `why` it may help, and the `sources` of that."""

    book: WordBook
    kinds: dict[Kind, KindWords]
    why: tuple[str, ...]
    sources: tuple[str, ...]

    def __post_init__(self) -> None:
        if self.book.signs != KINDS or tuple(self.kinds) != tuple(Kind):
            reason = "each kind has cues and words, in their order, and nothing else has"
            raise WordingError(reason)
        if not (self.why and self.sources):
            reason = "why it may help needs its sources"
            raise WordingError(reason)


def propose(text: str, asked: Kind, book: WordBook) -> Put:
    """Propose the kind that most cues say; without any, the one that was `asked` for."""
    hits = book.find(text)
    if not hits:
        return Put(kind=asked, by=By.QUESTION)
    votes = {kind: sum(hit.sign == kind for hit in hits) for kind in (asked, *ORDER)}
    best = max(votes, key=lambda kind: votes[kind])  # the first of equals, so `asked` before others
    return Put(kind=best, by=By.CUES, hits=tuple(hit for hit in hits if hit.sign == best))
