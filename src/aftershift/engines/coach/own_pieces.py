"""What somebody told that was good between them, or that they lean to: a step of their own.

Where an aim is hardly heard, a thing of ours is mostly beside the point; "we used to natter for
hours" is not. It is given back, and which piece of it is small enough they know best.
"""

import re
from collections.abc import Collection, Iterator, Sequence

from aftershift.engines.coach.limits import Limits
from aftershift.engines.coach.needs import Need, needed_by
from aftershift.engines.coach.quotable import is_clause, is_safe
from aftershift.engines.coach.turning import to_you

FEWEST, MOST = 4, 22  # words of what is given back
_BAD = (
    r"(?:hate|fight|row|shout|scream|hit|drink|smoke|argue|worry|dread|cry|lie|hide|be\b|think|"
    r"feel|"
    r"believe|blame|moan|complain|check|sleep|work|earn|stop|never|not|have to|live|say it|mind|"
    r"know|need|want|cope|resent|bully|beat|throw|steal|cheat|leave (?:me|him|her|us|work|early|"
    r"home)|go off)"
)
_GOOD = (
    re.compile(
        rf"\b(?:before,? |back then,? |once,? )?(?:we|she|he|they|(?:my|our) \w+)"
        rf"(?: both| always| all)? used to (?!{_BAD})\w.*",
        re.IGNORECASE,
    ),
    re.compile(r"\bwe(?: always)? shared \w.*", re.IGNORECASE),
    re.compile(
        r"\b(?:she|he|they|(?:my|our) \w+)(?: really| always| still| just)? "
        r"(?:likes?|loves?|loved|liked)(?: it)? when (?:i|we)\b.*",
        re.IGNORECASE,
    ),
    re.compile(
        r"\bi(?: still)? (?:save (?:things|stories|bits) up|keep (?:a|the) \w+ for)\b.*",
        re.IGNORECASE,
    ),
)
_SENTENCES = re.compile(r"(?<=[.!?;])\s+|\n+")
_ENDS = re.compile(  # where a clause that goes on about something else begins
    r",? (?:but|now|until|till|before (?:i|he|she|we)|though|which|and (?:now|then|i think|"
    r"i don'?t)|"
    r"dunno|except|since|then (?:it|he|she|they|we|i)|i (?:only|think|guess))\b.*",
    re.IGNORECASE,
)
_GONE = re.compile(
    r"\b(?:died|dead|passed away|funeral|dementia|divorc\w*|affair|split up|broke up|abus\w*|"
    r"hit me|"
    r"afraid|scared)\b",
    re.IGNORECASE,
)
_UNWELCOME = re.compile(  # what is said behind it: "she asked me not to"
    r"\b(?:asked|told|begged) (?:me|us) (?:not|to stop)|\b(?:annoy\w*|hates? it|hated it|"
    r"didn'?t like|"
    r"doesn'?t like|put a stop|can'?t stand)\b",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"\b(?:tonight|today|tomorrow|this (?:week|evening|morning|afternoon|weekend|sunday|saturday|"
    r"monday|tuesday|wednesday|thursday|friday))\b",
    re.IGNORECASE,
)
_DAYS = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)


def own_piece(typed: Sequence[str], limits: Limits, names: Collection[str]) -> str:
    """Give the latest of what was good, or leaned to, turned to "you"; "" where nothing is.

    `typed`: messages as typed, without the request. Never where somebody died, or may be feared;
    and nothing that needs what was ruled out.
    """
    if any(map(_GONE.search, typed)):
        return ""
    found = (one for text in reversed(typed) for one in _pieces(text.replace("\u2019", "'"), names))
    unfit = limits.without - {Need.LATER, Need.LONG, Need.APART}
    return next((one for one in found if unfit.isdisjoint(needed_by(one))), "")


def when_of(text: str) -> str:
    """Say for when something is asked: "tonight", "on Thursday"; else "this week"."""
    if found := _WHEN.search(text):
        return re.sub(r"(?<=this )\w+day", lambda day: day[0].capitalize(), found[0].lower())
    day = _DAYS.search(text)
    return f"on {day[0].capitalize()}" if day else "this week"


def _pieces(text: str, names: Collection[str]) -> Iterator[str]:
    sentences = _SENTENCES.split(text)
    for sentence, behind in zip(sentences, (*sentences[1:], ""), strict=True):
        for good in _GOOD:
            if not (found := good.search(sentence)) or _UNWELCOME.search(behind):
                continue
            words = _ENDS.sub("", found[0]).strip(" .,;!")
            is_fit = FEWEST <= len(words.split()) <= MOST and is_clause(words, text)
            if is_fit and is_safe(words, text, names) and (turned := to_you(words)):
                yield turned
