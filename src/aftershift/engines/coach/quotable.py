"""Which of somebody's words may be given back at all: none that are grave, a verdict or for us.

`names` are first names in small letters. A name may be said again where nobody speaks of patients:
it is said to whoever typed it.
"""

import re
from collections.abc import Collection

from aftershift.engines.coach.echoing import asks_or_speaks_to_us, is_grave, is_named, is_quoting
from aftershift.engines.language.cleaning import clean

_TO_COACH = re.compile(  # "you" is us here, and not anybody
    r"\?|\b(?:please|thanks?|cheers|bye|goodnight)\b|"
    r"\b(?:can|could|will|would|do|did|are|have|tell|ask|thank|help|see|let|mak(?:e|ing)|if)"
    r" (?:me )?(?:you|u)\b|\b(?:you|u)(?:'re|'ll|'ve| are| have)? "
    r"(?:know|understand|mean|said|told|reckon|think|sound|help|say|ask|got|been nice)",
    re.IGNORECASE,
)
# What is asked, begged or taken back, and what is said to a coach; no point of a message.
_ASIDE = re.compile(
    r"^(?:what(?:'?s)?|why|how|who|whether|please|let me|let's|don'?t|i'?ll|maybe|perhaps)\b|"
    r"^(?:to|of|or|many|then maybe)\b|"
    r"^(?:can|could|shall|would) (?:we|you|i)\b|^(?:it|that)(?:'s| is| might)\b(?: \w+){1,2}$|"
    r"\b(?:i mean|let me|aren'?t i|am i|isn'?t it|we said|so there'?s that|"
    r"(?:he|she|they) needs? to|(?:she|he|it|i|they|we) (?:didn'?t|did|does|doesn'?t|isn'?t))$|"
    r"\w'(?:ve|re|ll|d|m)$|^(?:hi|hey|hello|good (?:morning|evening))\b|\bcoach\b|\bno offence\b|"
    r"^i want to (?:say|tell|ask)\b|^(?:i )?need (?:help|advice)\b|"
    r"^(?:at|in|on|by|from|to|for|since)(?: \w+){1,3}$|"
    r"\b(?:machine|robot|chatbot)\b|^me \w+|\bgood luck\b|^that'?s the (?:thing|point)$|"
    r"^that'?ll do\b|^(?:i'?m|i am) not sure$|^is that\b|"
    r"^(?:up|down|out|off|over) (?:i|you|he|she|we)\b|"
    r"^(?:each other|out of|every time|until|(?:him|them|us) (?:an?|the|some))\b|"
    r"\b(?:just|sort of|kind of|only|being|been|very|really|that'?s|the way|than|even|with|about|"
    r"is|are|was|were|i)$|"
    r"\bis there$|\bneeds? to\b|^as a joke\b|^like(?: \w+){1,2}$|\bgimme\b|\btrue$",
    re.IGNORECASE,
)
_OF_PATIENTS = re.compile(
    r"\b(?:patients?|pts?|residents?|clients?|service users?|bed \d+|room \d+|bay \d+|"
    r"(?:mrs?|ms|miss|mister|master|baby)\.? [a-z]\w+|admitted|discharged|diagnos\w+|relatives?|"
    r"next of kin|a (?:gent|lady|gentleman)|year[- ]olds?)\b",
    re.IGNORECASE,
)
# How long or how often leads to nobody, and where no patient is spoken of no small number does.
_HOW_LONG = re.compile(
    r"\b\d{1,2} (?=(?:years?|months?|weeks?|nights?|days?|hours?|shifts?|times|minutes?)\b)", re.I
)
_SMALL = re.compile(  # "3 jobs", "the 16th", "11pm", "640 lunches", "in 2019"
    r"(?<![\w/.:-])\d{1,2}(?:st|nd|rd|th|am|pm|p)?(?![\w/-]|[.:]\d)|"
    r"(?<![\w/.:-])\d{3,4}(?= (?:[a-z]+s|people)\b)|(?<=\bin )(?:19|20)\d\d\b",
    re.IGNORECASE,
)


def may_be_given_back(
    words: str, text: str, names: Collection[str], *, at_last: bool = False
) -> bool:
    """Say whether words of a text may be said again: they are safe, and no mere aside."""
    plain = words.replace("’", "'")
    return is_safe(words, text, names, at_last=at_last) and not _ASIDE.search(plain)


def is_safe(words: str, text: str, names: Collection[str], *, at_last: bool = False) -> bool:
    """Say whether words hold nothing grave, no verdict, no name, nothing masked, none of ours."""
    plain = words.replace("’", "'")
    if _TO_COACH.search(plain) if at_last else asks_or_speaks_to_us(plain):
        return False
    if is_grave(plain) or is_quoting(plain) or _names_a_patient(plain, text, names):
        return False
    small = _HOW_LONG if _OF_PATIENTS.search(text) else _SMALL
    if any(mark in "[]{}<>\n" or mark.isdigit() for mark in small.sub("", words)):
        return False
    return not _is_masked(words, text) and f"{words}?" not in text


def _names_a_patient(words: str, text: str, names: Collection[str]) -> bool:
    """Say whether a name among words may be a patient's: where patients are spoken of at all."""
    if not _OF_PATIENTS.search(text):
        return False
    each = clean(words).text.replace(",", " ").split()
    return is_named(words) or any(one.removesuffix("'s") in names for one in each)


def _is_masked(words: str, text: str) -> bool:
    """Say whether words stand inside of brackets, as a mask does."""
    before = text[: text.find(words)]
    return before.rfind("[") > before.rfind("]")
