"""Where a message is cut: at the ends of its sentences, and long ones at their joints."""

import re
from collections.abc import Iterator
from itertools import pairwise

from aftershift.engines.coach.own_words.quotable import REPORTED
from aftershift.engines.language.cleaning import Cleaned
from aftershift.engines.language.sentences import Stretch

LONG = 24  # words of a sentence that is cut at its joints

ENDS = re.compile(  # no colon before what somebody said
    r"(?:[.!?…;]|:(?!\s*[\"“'\u2018]))+[\"”’')]*(?=\s|$)|\s+[-–—]+\s+|\n+"
)
BEGINS = (  # words with which a clause of its own begins
    r"(?:i|he|she|they|we|it|you|there|this|that|these|those|nobody|no one|everyone|everybody|"
    r"someone|somebody|my|our|his|her|their|the|one of|not|now|then|still|just)(?:'\w+)?\b"
)
JOINTS = re.compile(
    rf",\s+(?={BEGINS})|,?\s+(?=(?:and|but|so|because|cos|coz|cause|then)\s+{BEGINS}"
    r"(?! \w+ (?:who|and|or)\b))|"
    r",?\s+(?=(?:which|when|while)\b)|,\s+(?=(?:except|apart from|besides|especially|all of)\b)",
    re.IGNORECASE,
)
_NO = (  # "no, ..." and "no man I ...", but not "no counselor"
    r"no(?: (?:man|mate|love|pet|sir|ma'am|po|bro|dude|dear|hun|hon|baby|yaar))?(?=\W*[,.!;:?]|"
    r" (?:i|i'\w+|im|ive|he|she|they|we|it|that|this|there|no|not|but|nah|my|the|you|don'?t|just|"
    r"only|nothing|never|really|honestly|wait)\b)"
)
_LEADS = re.compile(
    r"^(?:[\s,;:.\-–—(]|correction,|(?:btw|by the way|in other news|changing (?:the )?"
    r"(?:topic|subject))\b|(?:that is|that'?s) right(?=,)|"
    r"(?:hi|hiya|hey|hello|good (?:morning|evening|afternoon))"
    r"(?: there| all| po)?(?: x{1,3})?\b|"
    r"(?:other|one more) thing\b|one more(?=,)|one thing i forgot\b|"
    rf"(?:and|but|so|well|yeah|yes|yep|{_NO}|nah|naw|ok|okay|"
    r"like(?! (?:i am|i'm|he is|she is) (?:an?|the)\b)|honestly|anyway|"
    r"anyways|then|also|plus|idk|tbh|actually|apparently|basically|oh|ah(?![' ])|haha|lol|right|"
    r"look|see|obviously|god(?! (?:forgive|bless|knows|help))|ugh|hm+|i mean|you know|the thing is|"
    r"thing is|cos|coz|because|cause|aye|ach|och|"
    r"on a (?:better|happier|nicer|brighter|lighter) note)\b"
    r"(?! (?:one|are|is|was|am|did|do|of|as|longer|more)\b))+",
    re.IGNORECASE,
)
_TRAILS = re.compile(
    r"(?:[\s,;:.!…\-–—(]|\b(?:lol|haha|tho|you know|i (?:guess|think|suppose|reckon)|honestly|"
    r"anyway|tbh|and|so|but|or|innit|btw|(?<!never )mind|lmao|x+|because|cos)(?=\W*$))+$",
    re.IGNORECASE,
)
CLOSES, _SINGLE = ('"', "”"), ("'", "’")
UNCLOSED = re.compile(  # speech in single marks that has not ended yet
    r"(?<!\w)['\u2018][^'\u2018’]*(?:\w['’]\w[^'\u2018’]*)*$"
)


def cut(text: str, at: re.Pattern[str], stretch: Stretch) -> Iterator[Stretch]:
    """Cut a stretch of a text, and leave out the small words around each part.

    What closes somebody's speech, or ends a question in it, stays.
    """
    starts, ends = stretch
    found = [one.span() for one in at.finditer(text, starts, ends)]
    for (_, begins), (over, ended) in pairwise([(starts, starts), *found, (ends, ends)]):
        lead = _LEADS.match(text[begins:over])
        first = begins + (lead.end() if lead else 0)
        mark = text[over:ended].rstrip()
        is_speech = (
            mark.endswith(CLOSES)
            or (mark == "?" and REPORTED.match(text, first))
            or (mark.endswith(_SINGLE) and UNCLOSED.search(text[first:over]))
        )
        if words := _TRAILS.sub("", text[first : ended if is_speech else over]):
            yield first, first + len(words)


def parts(text: str) -> tuple[Stretch, ...]:
    """Give the sentences of a text, long ones in their parts."""
    return tuple(
        part
        for sentence in cut(text, ENDS, (0, len(text)))
        for part in (cut(text, JOINTS, sentence) if _is_long(text, sentence) else (sentence,))
    )


def clean_parts(text: str, cleaned: Cleaned) -> tuple[Stretch, ...]:
    """Say where the parts of a text stand in its clean text."""
    return tuple(cleaned.cleaned(*part) for part in parts(text))


def _is_long(text: str, sentence: Stretch) -> bool:
    return len(text[slice(*sentence)].split()) > LONG
