"""What a first message asks leave for: to vent, to tell, to talk it through.

The request is no part of the matter, and what stands before or behind it is.
"""

import re
from enum import StrEnum
from typing import NamedTuple

from aftershift.engines.coach.hearing.prefaces import without
from aftershift.engines.language.sentences import Stretch

MOST_ABOUT = 9  # words of what leave is asked to tell about: more is the matter itself


class Leave(StrEnum):
    """What somebody asks leave for, by the key of the lines that give it."""

    VENT = "leave_vent"
    TELL = "leave_tell"  # "can I tell you something?"
    THROUGH = "leave_through"  # to talk something through with somebody
    TAKEN = "leave_taken"  # "nobody is up, so you're getting it"
    NEWS = "leave_news"  # good news that is not told yet
    NEWS_TOLD = "leave_news_told"


class Asked(NamedTuple):
    """What is asked leave for, and where the request stands."""

    leave: Leave
    at: Stretch


_VENT = (
    r"(?:vent|rant|moan|whinge|whine|grumble|offload|unload|complain|bitch|gripe|grouse|"
    r"let off (?:some )?steam|blow off (?:some )?steam|"
    r"(?:have|do) an? (?:\w+ ){0,2}(?:moan|rant|vent|whinge|grumble|gripe|cry|greet)|"
    r"(?:get|let) (?:something|this|it|some of it|all of it|all this|a thing) "
    r"(?:off my chest|out(?: of my (?:system|head))?))"
)
_MAY_I = (
    r"(?:(?:can|could|may) (?:i|we|a|ah|mi)|mind if i|do you mind if i|"
    r"(?:is it |it'?s |would it be |am i )?(?:ok(?:ay)?|alright|all right|allowed|fine)"
    r"(?: if i| for me to| to)|let me|lemme|(?:have|got) time for me to)"
)
_I_WANT = (
    r"(?:(?:i|i'?d|i would|i just|just|i really|i do)? ?(?:(?:just|only|really|also) )*"
    r"(?:need|needing|want|wanted|wanna|like|love|got|have|came|come|here|looking|could do with|"
    r"fancy)(?: (?:here|badly|just|desperately))* (?:to|tae|an?)|dying to|bursting to|"
    r"(?:i )?gotta)"
)
_SOFT = r"(?: (?:just|please|quickly|quick|maybe|possibly|even))*"
_TO_YOU = (
    r"(?: (?:for|to|at|on|here|about|please|you|ye|this|that|it|work|something|someone|somebody|"
    r"today|now|a|an|the|sec|second|minute|min|mins|bit|wee|moment|while|first|real|quick|safely|"
    r"and be heard|everything|things|pls|with|all|over|how|my|day|shift|life|night|job|small|"
    r"thing|people|person|head))*"
)
_ONE = r"(?:you|ye|u|yous|yez|youse|someone|somebody|anyone|an adult|a grown[- ]?up)"
_SAYS = (
    rf"(?:tell {_ONE}|talk(?: (?:to|with) {_ONE})?(?! (?:to|with|it|this)\b)|"
    rf"speak (?:to|with) {_ONE}|run (?:something|this|it) (?:by|past) {_ONE}|share|"
    r"say something|tell (?:it|this|something)|confess)"
)
_SOMEBODY = (
    r"(?:some ?body|some ?one|any ?body|any ?one|you|ye|an outsider|a (?:stranger|neutral|"
    r"friendly ear|listener))(?: (?:who|that|outside|not|neutral|from|else|impartial|new|"
    r"objective|kind|sensible|"
    r"about (?:it|this))[^.!?,;]*)?"
)
NOBODY = (
    r"(?:no ?body|no[- ]?one|naebody|nae ?one|nae body|not a soul|every(?:one|body)(?:'s| is)? "
    r"(?:asleep|away|out|in bed|on nights|working))"
)
_HAS_NONE = rf"(?:(?:i'?ve|i have|there'?s|have|there is|i'?m) )?(?:got )?{NOBODY} ?"
_UP = r"(?:(?:'?s| is| was)? ?(?:up|awake|in|home|here|around|about|left|else|free|there|i can) ?)*"
_TO_TELL = (
    r"(?:(?:to|tae) (?:tell|share|talk|say|moan|shout|celebrate)\w*(?: (?:it|this|that))?"
    r"(?: (?:to|with|tae|about it))*)?"
)
_GETS_IT = (
    r"(?:it'?s )?(?:you|ye|youse|yous|you lot|y'?all|u)(?:'?re| are|r|'ll| will|'?ve)? ?"
    r"(?:(?:the (?:one|lucky one)|just|all|only ones?) )*(?:getting|gettin|hearing|stuck with|"
    r"going to (?:get|hear)|gonna (?:get|hear)|(?:will )?have to (?:hear|take|do)|will do|do|"
    r"get(?: to hear)?|got|it is|it)(?: (?:it|this|that|me))?"
)
_GOOD_NEWS = (
    r"(?:(?:i'?ve|i have|i|we'?ve|we|there'?s) )?(?:just )?(?:(?:got|have|had) )?"
    r"(?:(?:some|a bit of|a wee bit of|a|just|such|the|really|very|bit of) )*"
    r"(?:good|great|brilliant|lovely|happy|amazing|big|wonderful|class|grand|cracking|deadly|"
    r"savage|braw|fab|fabulous|fantastic|exciting|mad good|proper good|rare|nice|best) news"
    r"(?: (?:today|here|for once|to tell|to share|tonight|now|for you))*"
)
_BEGINS = (
    r"(?:^|(?<=[.!?…,;:\n])|(?<=\band)|(?<=\bso)|(?<=\bbut))\W*(?:(?:oi|ok|so|and|but|hey|hi|um+|"
    r"well|please|evening|hello|hiya|sorry|right|och|aye|abeg|pls)\W+){0,3}"
)
_ENDS = r"(?=\s*(?:$|[.!?…,;:\n]|[-–—]+\s|(?:cos|because|coz|but|and|as)\b))"
_GOES_ON = r"(?=(?<!\babout)(?<!\bof) (?:i|i'?m|i'?ve|we|we'?ve|my)\b)"  # with the matter
_COMES = (
    r"(?:(?:wee|quick|bit of an?|mini|small|massive) )*(?:vent|rant|moan) "
    r"(?:incoming|ahead|alert|coming|time|warning)"
)
_NEWS = (
    rf"{_GOOD_NEWS}(?:(?:,| -)? (?:and|but|with) {_HAS_NONE}{_UP}{_TO_TELL})?"
    rf"(?:,? (?:so |then )?{_GETS_IT})?"
)
_THROUGH = (
    rf"(?:{_MAY_I}|{_I_WANT}){_SOFT} (?:talk|chat|think|work|go|speak|hash|run) "
    r"(?:(?:it|this|things|something|that|all this|it all) )?(?:through|over|out)"
    rf"(?: (?:with|to) {_SOMEBODY})?(?: (?:here|please|first|a bit))*"
)
_TO_ONE = rf"{_I_WANT} (?:talk|speak|tell it|say it|tell this) (?:to|with) {_SOMEBODY}"
_MAY_TELL = rf"{_MAY_I}{_SOFT} {_SAYS}(?P<about>(?: [^\s.!?,;:]+){{0,14}})"
_WANTS_TO_TELL = (  # "i wanted to tell somebody | i did the plait"
    rf"{_I_WANT}{_SOFT} {_SAYS}(?: (?:something|a thing|one thing|this|it))?"
    r"(?: (?:small|nice|good|funny|silly|here|first|today|please|to somebody|to someone|"
    r"who [^.!?,;]+|that isn'?t [^.!?,;]+))*(?: that)?"
)
_FORMS = (
    (Leave.VENT, rf"(?:{_MAY_I}|{_I_WANT}){_SOFT} {_VENT}{_TO_YOU}"),
    (Leave.VENT, _COMES),
    (Leave.NEWS, _NEWS),
    (Leave.TAKEN, rf"{_HAS_NONE}{_UP}{_TO_TELL},? (?:so |then )?{_GETS_IT}"),
    (Leave.TAKEN, rf"(?:so|then) {_GETS_IT}"),
    (Leave.THROUGH, _THROUGH),
    (Leave.THROUGH, _TO_ONE),
    (Leave.TELL, _MAY_TELL),
    (Leave.TELL, _WANTS_TO_TELL),
)
_ASKED = tuple(
    (leave, re.compile(rf"{_BEGINS}(?P<said>{form})(?:{ends})", re.IGNORECASE))
    for leave, form in _FORMS
    for ends in [_ENDS if leave is Leave.THROUGH else f"{_ENDS}|{_GOES_ON}"]
)


def leave_to_tell(text: str) -> Asked | None:
    """Say what a first message asks leave for, if it does."""
    plain = text.replace("’", "'")
    for leave, form in _ASKED:
        found = form.search(plain)
        about = found.groupdict().get("about") or "" if found else ""
        if found and len(about.split()) <= MOST_ABOUT:
            starts, ends = found.span("said")
            return Asked(leave=leave, at=(starts, ends + _marks(plain[ends:])))
    return None


def _marks(rest: str) -> int:
    """Count the question marks and spaces that stand behind a request."""
    return len(rest) - len(rest.lstrip(" ?"))


def without_the_request(text: str) -> str:
    """Put spaces where a first message asks leave to tell."""
    asked = leave_to_tell(text)
    return without(text, (asked.at,)) if asked else text
