"""What words for a purpose may begin with: a moment that was told of, theirs or one's own."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from aftershift.engines.coach.doings import FOR_CLOSE, where_of
from aftershift.engines.coach.drafts import Here, Piece
from aftershift.engines.coach.moves import TOLD
from aftershift.engines.coach.observations import observation, untold
from aftershift.engines.coach.second_person import whom_of

BEGINS, UNTOLD = "words_begin", "words_untold"  # with what the other did, or the person
# These go to many, to who is hardly known, or are said in the middle of something.
NOT_BEGUN = frozenset({"if-asked", "my-turn", "neighbour", "official", "team", "toast", "invite"})
SORRY = "sorry"


def with_a_moment(here: Here, names: Sequence[str], words: Iterable[Piece]) -> Iterator[Piece]:
    """Put a moment before words for some purposes, and only the likeliest of these beside it."""
    moment = None if NOT_BEGUN.intersection(names) else _moment(here, is_sorry=SORRY in names[:1])
    if moment is None:
        yield from words
        return
    yield moment
    yield from islice(words, 1)


def _moment(here: Here, *, is_sorry: bool) -> Piece | None:
    """Give a moment: where they are sorry first one of their own, if it is to somebody close."""
    if here.shelves.pointer is None:
        return None
    given_back = (words for _, words in here.state.pointed)
    told = (*given_back, *here.state.told, *here.told)
    whom = whom_of((*here.state.said[1 - TOLD :], here.heard.clean))
    kinds = [(BEGINS, observation)]
    if where_of(here.state.said, here.heard.clean) in FOR_CLOSE:
        kinds.insert(0 if is_sorry else 1, (UNTOLD, untold))
    for key, found_in in kinds:
        said, line = found_in(told, whom, here.shelves.pointer), here.line(key)
        if said and line and said.lower() not in here.state.came_back:
            return replace(line, text=line.text.replace("{said}", said), back=(said,))
    return None
