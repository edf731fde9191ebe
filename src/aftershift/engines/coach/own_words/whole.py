"""No hole in what is given back: what lies between two passages, and a short verdict behind one.

"The clients can't, I don't mind that. Its the families. One left a note": without the middle a
client left it. A message that is short is given back whole, for its point hangs on all of it.
"""

import re
from collections.abc import Callable, Sequence
from typing import TypeAlias

from aftershift.engines.coach.own_words.cutting import ENDS, cut
from aftershift.engines.language.sentences import Stretch

Judge: TypeAlias = Callable[[Stretch], bool]

WHOLE = 24  # words of a message that is given back whole
FEW = 5  # words between two passages, or behind one, that are taken along
_PICTURE = re.compile(r"(?:\s*[^\w\s!-~£€“”\u2018’…])+$")
_MIND = re.compile(r"\s+mind\b", re.IGNORECASE)  # which may be a small word: "it's cold, mind"
_OWNS = re.compile(r"\b(?:my|his|her|our|their|the|to)$", re.IGNORECASE)
_SAYS_NOTHING = re.compile(  # what is said to us, or in passing; in our voice it would be odd
    r"\W*(?:(?:and|but|so|oh|ah|i|we|well) )*(?:don'?t know|dunno|idk|know|see|suppose|guess|"
    r"think so|whatever|lol|anyway|there you go|that'?s (?:it|all)|you know(?: yourself)?|sorry|"
    r"thanks?|"
    r"i mean|what can you do|long story|good luck|ouch|h+m+|yeah|yes|yep|aye|no|nah|right|true|ok|"
    r"okay|fine|sure|great|good|nice|lovely|perfect|brilliant|cool|"
    r"(?:really )?(?:like|love) (?:that|it|this)(?: one| idea)?|that helps?(?: a bit| actually)*|"
    r"really|though|then|actually|basically|literally|honestly|"
    r"(?:oh |ai )?(?:my |meu )?(?:god|deus|omg|jesus|christ|dios(?: m[ií]o)?)|"
    r"yoh|wow|oof|eish|aiyah|(?:yes|no) (?:that|it) (?:does|is|was|did)|(?:that|it) exists|"
    r"(?:good)?(?:bye|night)(?: bye)*|doei|tsch[uü]ss|ciao|adios)"
    r"\W*(?:though|then|really|actually)?\W*$",
    re.IGNORECASE,
)


def without_holes(
    text: str, chosen: Sequence[Stretch], may_be: Judge, is_aside: Judge
) -> tuple[Stretch, ...]:
    """Give chosen passages of a text, with what is short and belongs to them; in their order.

    `may_be`: whether a stretch may be given back at all; `is_aside`: whether it is no point.
    """

    def says_something(stretch: Stretch) -> bool:
        return not (is_aside(stretch) or _SAYS_NOTHING.match(text[slice(*stretch)]))

    sentences = [*cut(text, ENDS, (0, len(text)))]
    whole = (sentences[0][0], _end(text, sentences[-1]))
    is_short = _many(text, whole) <= WHOLE and "?" not in text[whole[1] :]
    if is_short and all(map(says_something, sentences)) and may_be(whole):
        return (whole,)
    if len(chosen) > 1:
        chosen = _bridged(text, chosen[0], chosen[1], says_something)
    chosen = [(starts, _end(text, (starts, ends))) for starts, ends in chosen]
    ahead = [begins for begins, _ in chosen[1:]] + [len(text)]
    found = [
        _with_verdict(text, one, before, says_something)
        for one, before in zip(chosen, ahead, strict=True)
    ]
    return tuple(taken if may_be(taken) else one for taken, one in zip(found, chosen, strict=True))


def _bridged(text: str, one: Stretch, other: Stretch, says: Judge) -> tuple[Stretch, ...]:
    """Take along what lies between two passages where it is short and says something."""
    between = (one[1], other[0])
    parts = [*cut(text, ENDS, between)]
    if not parts or _many(text, between) > FEW or not all(map(says, parts)):
        return one, other
    over = [*ENDS.finditer(text, *between)]
    if not over:
        return ((one[0], other[1]),)
    begins = next((starts for starts, _ in parts if starts >= over[-1].end()), other[0])
    return (one[0], over[-1].start()), (begins, other[1])


def _with_verdict(text: str, one: Stretch, before: int, says: Judge) -> Stretch:
    """Take along the few words behind a passage that end its sentence, or are the next one."""
    rest = text[one[1] : before]
    ends = ENDS.search(rest)
    is_at_end = ends is None or not any(map(str.isalnum, rest[: ends.start()]))
    if is_at_end and ends is not None:
        after = ENDS.search(rest, ends.end())
        over = after.start() if after else len(rest)
    else:
        over = ends.start() if ends else len(rest)
    behind = [*cut(text, ENDS, (one[1], one[1] + over))]
    if not behind or _many(text, behind[-1]) > FEW or not all(map(says, behind)):
        return one
    is_asked = text[one[1] + over :].lstrip()[:1] == "?"
    return one if is_asked else (one[0], _end(text, behind[-1]))


def _end(text: str, stretch: Stretch) -> int:
    """Say where the words of a stretch end, without a picture behind them."""
    words = _PICTURE.sub("", text[slice(*stretch)])
    mind = _MIND.match(text, stretch[1]) if _OWNS.search(words) else None
    return mind.end() if mind else stretch[0] + len(words)


def _many(text: str, stretch: Stretch) -> int:
    return sum(any(map(str.isalnum, one)) for one in text[slice(*stretch)].split())
