"""What words may begin with: a moment that was told of, or what they are about."""

import re
from collections.abc import Sequence
from dataclasses import replace

from aftershift.engines.coach.drafts import Here, Piece
from aftershift.engines.coach.hearing.moves import TOLD
from aftershift.engines.coach.own_words.observations import observation, untold
from aftershift.engines.coach.own_words.whom import whom_of
from aftershift.engines.coach.stock.doings import FOR_CLOSE, where_of

BEGINS, UNTOLD = "words_begin", "words_untold"  # with what the other did, or the person
UNTOLD_SORRY = "words_untold_sorry"  # the same, and sorry for it
# These go to many, to who is hardly known, or are said in the middle of something.
NOT_BEGUN = frozenset({"if-asked", "my-turn", "neighbour", "official", "team", "toast", "invite"})
_A_STRANGER = re.compile(
    r"\b(?:one|an?|some|the) (?:\w+ )?(?:man|bloke|guy|fella|lad|lady|woman|girl|boy|customer|"
    r"patient|client|passenger|nurse|doctor)\b"
)
ASKS_ELSE = "words_ask_else"  # asks for the one thing where it is none of what was given
SORRY, LIKELY_SORRY = "sorry", 0.2  # share from where on a deed of one's own may be a line


def moment_for(here: Here, names: tuple[str, ...]) -> Piece | None:
    """Give a moment that words for some purposes may begin with.

    One of the person's own only to somebody close and where they may be sorry, and then first where
    they most likely are: elsewhere what they did is no line to anybody.
    """
    if NOT_BEGUN.intersection(names) or here.shelves.pointer is None:
        return None
    given_back = (words for _, words in here.state.pointed)
    messages = (*here.state.said, here.heard.clean)
    all_told = (*given_back, *here.state.told, *here.told)
    told = tuple(one for one in all_told if not is_of_a_stranger(one, messages))
    whom = whom_of((*here.state.said[1 - TOLD :], here.heard.clean))
    kinds = [(BEGINS, observation)]
    may_be_sorry = SORRY in names or dict(here.heard.told.purposes).get(SORRY, 0.0) >= LIKELY_SORRY
    if may_be_sorry and where_of(here.state.said, here.heard.clean) in FOR_CLOSE:
        kinds.insert(0 if names[:1] == (SORRY,) else 1, (UNTOLD, untold))
    for key, found_in in kinds:
        key = UNTOLD_SORRY if key == UNTOLD and names[:1] == (SORRY,) else key
        said, line = found_in(told, whom, here.shelves.pointer), here.line(key)
        if said and line and said.lower().removeprefix("you ") not in _bare(here):
            return replace(line, text=line.text.replace("{said}", said), back=(said,))
    return None


def _bare(here: Here) -> set[str]:
    """Give what came back, without the "you" before it: thanks name the deed alone."""
    return {one.removeprefix("you ") for one in here.state.came_back}


def is_of_a_stranger(passage: str, said: Sequence[str]) -> bool:
    """Say whether a passage may be of somebody whom its message brought in: "one old man"."""
    words = passage.lower().replace("’", "'")
    told = (one.partition(words) for one in said if words in one)
    return any(_A_STRANGER.search(before + words) for before, words, _ in told)


def one_beside(moment: Piece, names: tuple[str, ...]) -> tuple[str, ...]:
    """Name the one purpose whose words stand beside a moment; only being sorry beside one's own."""
    if moment.name.startswith(UNTOLD_SORRY):
        return ()
    if moment.name.startswith(UNTOLD):
        return (SORRY,) if SORRY in names else ()
    return names[:1]
