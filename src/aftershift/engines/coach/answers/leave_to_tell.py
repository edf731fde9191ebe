"""Who opens by asking leave to tell: "can I vent", "got good news and nobody to tell".

Leave is given first, warmly and shortly. Then the heart of what was told with it is given back, if
there is one, and nothing is asked: who has just been let begin need not be steered.
"""

import re
from dataclasses import replace

from aftershift.engines.coach.answers.giving_back import given_back
from aftershift.engines.coach.answers.opening import is_opening
from aftershift.engines.coach.answers.telling import ANSWERS_TO_LEAVE
from aftershift.engines.coach.drafts import Draft, Here, sentence
from aftershift.engines.coach.hearing.asking_leave import NOBODY, Leave, leave_to_tell
from aftershift.engines.coach.hearing.prefaces import is_only_prefaced, without
from aftershift.engines.coach.state import Act

_TO_COME = re.compile(r" (?:about|of)\b")  # what is told before it is beside the matter
_SOUR = re.compile(  # "great news, they cancelled my leave again"
    r"\b(?:but|though|not|no|never|only|again|another|cancel\w*|lost|moved|cut|short|sick|extra|"
    r"refused|rejected|late|\w+n'?t)\b",
    re.IGNORECASE,
)
_OF_A_HUMAN = re.compile(r"\b(?:real|human|actual|live|professional|qualified)\b", re.IGNORECASE)
_HAS_NOBODY = re.compile(NOBODY, re.IGNORECASE)
_ASKS_FOR_MORE = re.compile(
    r"\?|\b(?:advice|advise|help me|what (?:do|should|can|could|would) (?:i|you)|"
    r"how (?:do|should|can) i|tips?|ideas?|suggest\w*|give me|words for|a text|message (?:for|"
    r"to))\b",
    re.IGNORECASE,
)


def gives_leave(here: Here) -> Draft | None:
    """Give leave first; then give back what was told with it, and ask nothing."""
    is_first = is_opening(here.state) and not here.heard.tapped
    asked = leave_to_tell(here.heard.text) if is_first else None
    if asked is None:
        return None
    starts, ends = asked.at
    said, rest = here.heard.text[starts:ends], without(here.heard.text, (asked.at,))
    is_to_come = (
        asked.leave is Leave.TELL and _TO_COME.search(said) and is_only_prefaced(rest[ends:])
    )
    if is_to_come or _ASKS_FOR_MORE.search(rest) or _OF_A_HUMAN.search(said):
        return None
    if is_only_prefaced(rest):
        line = here.line(asked.leave)
        return line and Draft(act=Act.EXPLORE if line.asks else Act.GREET, pieces=(line,))
    if asked.leave is not Leave.NEWS:
        return _leave_and_heart(here, asked.leave)
    is_glad = _HAS_NOBODY.search(said) or not _SOUR.search(rest)
    return _leave_and_heart(here, Leave.NEWS_TOLD) if is_glad else None


def _leave_and_heart(here: Here, leave: Leave) -> Draft | None:
    line, back = here.line(leave), given_back(here, is_asked=True) if here.told else None
    if line is None or (back is None and (here.theme or here.reading.case)):
        return None
    pieces = (line, replace(back, text=sentence(back.text))) if back else (line,)
    return Draft(act=Act.REFLECT, pieces=pieces, suggestions=ANSWERS_TO_LEAVE)
