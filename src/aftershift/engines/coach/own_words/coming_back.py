"""Coming back to the heart of a talk, where what somebody adds lies at its edge.

Who is asked on answers with a year, a name, or with when they would say it. Given back alone, such
an answer takes the place of the matter. So the passages that carried the point of the messages
before are weighed beside the last message, as if all were one text: where one of them weighs far
more, it is given back with it.
"""

import re
from collections.abc import Iterator, Sequence

from aftershift.engines.coach.own_words.gravity import is_of_loss
from aftershift.engines.coach.own_words.passages import share, worth
from aftershift.engines.coach.own_words.pointing import Pointer, weigh, weighed_runs

KEPT = 6  # passages of the messages before
LONGEST_EDGE = 24  # words of a message that may lie at the edge
# Share of the point that the last message has at most, and what a passage is worth at least then.
EDGES = ((0.12, 0.15), (0.25, 0.25))
_OF_THE_TALK = re.compile(
    r"\b(?:advice|analy[sz]ed?|ideas?|suggestions?|moan\w*|rant\w*|vent\w*|asking you|"
    r"by the way)\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(  # begins something new, asks, or says it all in two words
    r"\W*(?:anyway|btw|by the way|(?:on )?an?other thing|something else|different (?:thing|topic)|"
    r"(?:no,? )?i don'?t want|like (?:i|a)|(?:yes|yeah|exactly),? (?:that|exactly)|"
    r"(?:i )?(?:(?:just|really|do) )?(?:miss|love))\b|.*\?|"
    r".*\b(?:have|need|got|going|off|must) (?:to )?(?:go|sleep|bed|work|run)\b",
    re.IGNORECASE | re.DOTALL,
)


def heart(told: Sequence[str], text: str, pointer: Pointer) -> str:
    """Give the passage of those `told` before that weighs far more than a text; "" where none."""
    before = [one for one in told if not (_OF_THE_TALK.search(one) or is_of_loss(one))]
    if not before or len(text.split()) > LONGEST_EDGE or _ELSEWHERE.match(text):
        return ""
    together = "\n".join((*before, text))
    runs = weighed_runs(weigh(together, pointer))
    stretches = [*_behind_one_another(before)]
    first = len(together) - len(text)
    weighs = share(runs, (first, len(together))) / (share(runs, (0, len(together))) or 1.0)
    best = max(stretches, key=lambda one: worth(together, one, runs))
    is_edge = any(weighs < most and worth(together, best, runs) >= least for most, least in EDGES)
    return together[slice(*best)] if is_edge else ""


def by_worth(texts: Sequence[str], pointer: Pointer) -> tuple[str, ...]:
    """Order passages by how likely the point of all of them stands in each, the likeliest first."""
    together = "\n".join(texts)
    runs = weighed_runs(weigh(together, pointer))
    stretches = sorted(_behind_one_another(texts), key=lambda one: -worth(together, one, runs))
    return tuple(together[slice(*one)] for one in stretches)


def _behind_one_another(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    starts = 0
    for one in texts:
        yield starts, starts + len(one)
        starts += len(one) + 1
