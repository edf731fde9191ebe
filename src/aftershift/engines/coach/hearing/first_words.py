"""What a first message tells once its prefaces, and a request for leave to tell, are left out."""

import re

from aftershift.engines.coach.hearing.asking_leave import leave_to_tell, without_the_request
from aftershift.engines.coach.hearing.prefaces import LEADING, is_greeting, prefaces, without

SOME = 6  # words behind a preface that tell something
_ASKS = re.compile(
    r"\?|\b(?:what (?:do|should|can|could|would) (?:i|you)|how (?:do|should|can|could|would) i|"
    r"how to|what to|advi[cs]e|help|words|texts?|messages? (?:for|to)|tips?|ideas?|suggest\w*|"
    r"step)\b",
    re.IGNORECASE,
)


def the_matter(text: str) -> str:
    """Put spaces where a first message has prefaces, or asks leave to tell."""
    asked = without_the_request(text)
    rest = without(asked, prefaces(asked))
    lead = LEADING.match(rest)
    return without(rest, (lead.span(),)) if lead and rest != text else rest


def tells_behind(text: str) -> bool:
    """Say whether a first message tells something behind a preface, and asks for nothing.

    "No idea what to write here. We moved in March" asks for no words.
    """
    stands = [one for one in prefaces(text) if not is_greeting(text[slice(*one)])]
    rest = the_matter(text)
    behind = (
        rest if leave_to_tell(text) else rest[max((ends for _, ends in stands), default=None) :]
    )
    is_told = len(behind.split()) >= SOME and not _ASKS.search(rest)
    return is_told and bool(stands or leave_to_tell(text))
