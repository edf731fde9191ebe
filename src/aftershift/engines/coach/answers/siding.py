"""Who wants us on their side: "he was in the wrong, wasn't he?", "tell me I'm not mad".

It is a verdict asked for in a few words at the end. Nobody is agreed with and nobody told off: what
it did to them was heard, and between equals it is asked once how the other would tell it.
"""

import re

from aftershift.engines.coach.answers.telling import ANSWERS_TO_LEAVE
from aftershift.engines.coach.answers.verdicts import others_view
from aftershift.engines.coach.drafts import Draft, Here
from aftershift.engines.coach.hearing.moves import Move
from aftershift.engines.coach.state import Act

_DO = "is|are|was|were|has|have|had|do|does|did|would|could|should|can|will|am"
_TAG = re.compile(
    rf"(?:[,.?] ?(?:and |or )?(?:(?:{_DO})(?:n'?t|nt)? (?:i|he|she|they|it|that|this|we)(?: not)?|"
    r"don'?t you (?:think|agree|reckon)(?: so)?|(?:wouldn'?t|don'?t) you|right|no|innit|eh|abi|"
    r"agreed|you agree|i take it|surely)|"
    rf" (?:(?:{_DO})(?:n'?t|nt) (?:i|he|she|they)|surely))\s*\?*\W*$",
    re.IGNORECASE,
)
_SIDES = re.compile(  # a side, or a sentence on oneself, in so many words
    r"\btell me (?:that )?(?:i'?m (?:not (?:mad|crazy|wrong|imagining|the \w+ one|overreacting|"
    r"being)|right)|(?:he|she|they)(?:'s|'re| is| are| was| were) (?:being )?\w+\W*$)|"
    r"\b(?:back me up|take my side|you(?:'d| would) (?:be|have been) (?:\w+ )?"
    r"(?:cross|angry|furious|mad|upset|hurt)(?: too)?|you see it my way|"
    r"who (?:\w+ )?(?:does|behaves|acts|talks) (?:like )?that|what kind of \w+ does that|"
    r"(?:want|need) (?:someone|somebody) to say (?:that )?(?:he|she|they|i))\b[^.?!]*[.?!]*\W*$|"
    r"\bwhat was i (?:supposed|meant) to (?:do|say)\W*$|\b(?:how )?is (?:that|it) fair\W*$|"
    r"\bwho'?s (?:in the (?:wrong|right)|right|wrong)\b[^.?!]*\W*$|"
    r"\b(?:so |or |but )?(?:how |why )?(?:am|was) i (?:such |being |so )?(?:an? |the )?"
    r"(?:\w+ )?(?:wrong|villain|monster|bad (?:one|guy|person)|at fault|selfish|unreasonable|"
    r"oversensitive|unfair|daft|mad|crazy|petty|mean|hard)\b[^.?!]{0,32}\W*$|"
    r"\bisn'?t (?:he|she|that|it) (?:being )?(?:\w+ ){0,2}"
    r"(?:harsh|unfair|mean|rude|selfish|much)\W*$|"
    r"\b(?:bit|too) much or no(?:t)?\W*$|\bthat'?s a bit (?:mean|harsh|much|unfair)\b[^.?!]*\?\W*$",
    re.IGNORECASE,
)
_OF_THE_TWO = re.compile(  # what stands before the tag tells of somebody, or of one's own part
    r"\b(?:he|she|they|him|her|them|his|their|my \w+|who|i'?ve|i'?m|i did|i was|i had|fair|unfair|"
    r"petty|unreasonable|reasonable|too much to ask|normal thing to|in the (?:right|wrong)|fault|"
    r"the \w+ one|mad|crazy|wrong|right|count|counts|allowed|lie|worse|justify|laziness)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"(?<=[.!?])\s+(?=\S)")
_ASKED_OF_THEM = re.compile(  # what another said at the end is no question to us
    r"^\W*(?:and |so |then )?(?:he|she|they|my \w+) (?:just |only )?"
    r"(?:said|says|asks?|asked|goes|went|told me|texted|wrote)\b",
    re.IGNORECASE,
)

_MOVES = frozenset({Move.TELLS, Move.VERDICT, Move.FACT, Move.STEP})


def asks_to_be_agreed_with(text: str) -> bool:
    """Say whether a message ends by asking us to side with whoever writes it."""
    plain = text.replace("\u2019", "'").strip()
    if _SIDES.search(plain):
        return True
    tag = _TAG.search(plain)
    last = _ENDS.split(plain[: tag.start()])[-1] if tag else ""
    return bool(_OF_THE_TWO.search(last)) and not _ASKED_OF_THEM.search(last)


def takes_no_side(here: Here) -> Draft | None:
    """Agree with nobody; ask once how the other would tell it, where both are equals."""
    is_asked = here.state.turns and not here.heard.tapped and here.reading.move in _MOVES
    if not is_asked or not asks_to_be_agreed_with(here.heard.text):
        return None
    was_told = Act.NO_VERDICT in here.state.acts  # that there is none: who asks again is no nearer
    if view := None if was_told else others_view(here, "side_view"):
        return Draft(act=Act.VIEW, pieces=(view,), changes={"viewed": True})
    line = here.line("side_plain")
    return line and Draft(act=Act.NO_VERDICT, pieces=(line,), suggestions=ANSWERS_TO_LEAVE)
