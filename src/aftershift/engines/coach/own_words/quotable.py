"""Which of somebody's words may be given back at all: none that are grave, a verdict or for us.

`names` are first names in small letters. A name may be said again where nobody speaks of patients:
it is said to whoever typed it.
"""

import re
from collections.abc import Collection

from aftershift.engines.coach.own_words.gravity import DEAD_SO, is_grave, is_grave_sentence
from aftershift.engines.language.cleaning import clean

_TO_US = "you your yours u ur yourself ye youse y'all please thanks? cheers bye goodnight"
_SPEAKS_TO_US = re.compile(rf"\b(?:{_TO_US.replace(' ', '|')})\b", re.IGNORECASE)
_FREE = re.compile(  # what stands before a clause that hangs on nothing
    r"(?:^|[.!?,;:\n()]|\b(?:and|but|so|cos|coz|cause|because|then|also|yes|yeah|no|well|just|even|"
    r"actually|honestly|maybe|perhaps|though))\W*$",
    re.IGNORECASE,
)
_ENDED = re.compile(  # and what stands behind one that is whole
    r"\W*(?:$|(?<=[.!?,;:\n()])|\b(?:and|but|so|cos|coz|cause|because|then|when|while|if|though|tho|"
    r"lol|haha|now)\b)",
    re.IGNORECASE,
)
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_NAME = re.compile(rf"(?<=\S )(?!I\b|I'|{_DAYS}|[A-Z]{{2,}}\b)[A-Z]")
_QUOTE = re.compile(r"[\"“”]|(?<!\w)'|(?<!s)'(?!\w)")
THANKS = (  # to us, and not told of: "she says thanks", "dad thanks him"
    r"(?<!say )(?<!says )(?<!said )(?<!saying )(?<!with )(?<!dad )(?<!mum )(?<!a )(?<!no )"
    r"(?<!one )(?<!any )(?<!single )(?<!without )(?<!never )(?<!bare )(?<!ever )"
    r"\bthank(?:s| you)?\b(?! (?:him|her|them|me|my|us|every\w+|the|god)\b)"
)
_TO_COACH = re.compile(  # "you" is us here, and not anybody
    r"\?|\b(?:please|cheers|bye|goodnight)\b|"
    rf"{THANKS}|"
    r"\b(?:can|could|will|would|do|did|are|have|ask|help|see|let|mak(?:e|ing)|if)"
    r" (?:me )?(?:you|u)\b|"
    r"(?<!couldn't )(?<!can't )(?<!couldnt )(?<!cant )\btell (?:me )?(?:you|u)\b|"
    r"\b(?:you|u)(?:'re|'ll|'ve| are| have)? "
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
_OWN_FAULT = re.compile(  # said by us it would be a verdict
    r"\b(?:perhaps|maybe|probably|i think) i (?:just )?(?:explain\w*|said|put|did|was|am|handled)\b"
    r"[^.!?]*\b(?:bad|badly|wrong|wrongly|poorly|unfair\w*|terribl\w+|mean|cruel|stupid)\b|"
    r"\ban? (?:good|real|proper|decent|normal) (?:man|woman|mother|mum|mam|father|dad|wife|husband|"
    r"son|daughter|friend|nurse|doctor|person) (?:\w+ )?(?:not|never|no|wouldn'?t|won'?t|doesn'?t|"
    r"does ?n?o?t)\b",
    re.IGNORECASE,
)
REPORTED = re.compile(  # what another said, without its marks
    r"\b(?:he|she|they|(?:my|his|her|the) \w+) (?:just |always |only )?"
    r"(?:says?|said|asks?|asked|goes|told me)\b.*",
    re.IGNORECASE | re.DOTALL,
)
SPEECH = re.compile(r"\"[^\"]*\"|“[^”]*”|(?<!\w)'[^\"]*?'(?!\w)")  # somebody's words, whole
_OF_PATIENTS = re.compile(
    r"\b(?:patients?|pts?|residents?|clients?|service users?|bed \d+|room \d+|bay \d+|"
    r"(?:mrs?|ms|miss|mister|master|baby(?! (?:is|was|has|and|cries|sleeps|woke|came)\b))\.? "
    r"[a-z]\w+|admitted|discharged|diagnos\w+|relatives?|"
    r"next of kin|a (?:gent|lady|gentleman)|year[- ]olds?)\b",
    re.IGNORECASE,
)
# How long or how often leads to nobody, and where no patient is spoken of no small number does.
_HOW_LONG = re.compile(
    r"\b\d{1,2} (?=(?:years?|months?|weeks?|nights?|days?|hours?|shifts?|times|minutes?)\b)", re.I
)
_SMALL = re.compile(  # "3 jobs", "the 16th", "10.45 pm", "640 lunches", "in 2019"
    r"(?<![\w/.:-])\d{1,2}(?:[.:]\d\d)?(?:st|nd|rd|th|am|pm|p)?(?![\w/-]|[.:]\d)|"
    r"(?<![\w/.:-])(?<!\d )\d{3,4}(?![\w/:-]|[.]\d| \d)",
    re.IGNORECASE,
)


def may_be_given_back(words: str, text: str, names: Collection[str]) -> bool:
    """Say whether words of a text may be said again: they are safe, and no mere aside."""
    plain = words.replace("’", "'")
    return is_safe(words, text, names) and not _ASIDE.search(plain)


def is_safe(words: str, text: str, names: Collection[str], *, is_whole: bool = False) -> bool:
    """Say whether words hold nothing grave, no verdict, no name, nothing masked, none of ours.

    `is_whole`: they are a whole sentence, in which somebody may be quoted, and "you" be anybody.
    """
    plain = words.replace("’", "'")
    ours = REPORTED.sub("", SPEECH.sub("", plain))
    if _TO_COACH.search(ours) if is_whole else asks_or_speaks_to_us(plain):
        return False
    judges = is_grave_sentence if is_whole else is_grave
    if _OWN_FAULT.search(plain):
        return False
    quotes = is_quoting(SPEECH.sub("", plain) if is_whole else plain)
    if judges(DEAD_SO.sub("", plain)) or quotes or _names_a_patient(plain, text, names):
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


def is_clause(words: str, text: str) -> bool:
    """Say whether words of a text hang on nothing that stands before or behind them."""
    at = text.find(words)
    return bool(_FREE.search(text[:at]) and _ENDED.match(text[at + len(words) :]))


def is_in_speech(words: str, text: str) -> bool:
    """Say whether words of a text are a part of what somebody is quoted to have said."""
    at = text.find(words)
    return any(
        one.start() < at and at + len(words) < one.end()
        for one in SPEECH.finditer(text.replace("’", "'"))
    )


def asks_or_speaks_to_us(words: str) -> bool:
    """Say whether words may be meant for us: "you", "please", a goodbye."""
    return "?" in words or bool(_SPEAKS_TO_US.search(words))


def is_named(words: str) -> bool:
    """Say whether a capital shows a name after the first word."""
    return bool(_NAME.search(words))


def is_quoting(words: str) -> bool:
    """Say whether words hold quotation marks, or a part of what stands between some."""
    return bool(_QUOTE.search(words))
