"""How people correct what was understood, and what they say instead: "no, my sister"."""

import re

_ONE = r"[a-z][a-z'-]*"
_WHOM = rf"(?P<it>{_ONE}(?: {_ONE}){{0,4}}?)"
_WHOM2 = rf"(?P<it3>{_ONE}(?: {_ONE}){{0,4}}?)"
_OWN = rf"(?P<it>(?:my|the|our|his|her) {_ONE}(?: {_ONE}){{0,3}}?)"
_NOT = r"[a-z'-]+(?: [a-z'-]+){0,4}?"
_END = r"(?=$|[.,!?;]| not\b| who\b| that\b| actually\b| lol\b| though\b| rather than\b)"
_IS = r"(?:it'?s|it is|it was|this is|this was|that was|that's|the problem'?s|the point (?:is|was))"
_MEANT = (
    r"(?:(?:what )?i(?:'m| am|m| was)? (?:really )?(?:meant|mean|wrote|on about"
    r"|talking (?:about|of)|asking about|telling you about|saying about|referring to|came about"
    r"|want(?:ed)? say)"
    r"(?: is| was)?|talking about|the real thing is|(?:it|the matter) concerns)"
)
_LEAD = rf"(?:(?:but|{_IS}|{_MEANT}|about|more|mostly|rather|only) )*"
_NOBODY = r"(?!(?:i|you|he|she|they|we|it)(?:'[a-z]+)? )"  # who goes on like this tells something
_NO = r"^(?:no+|nah|nope|na|er|um|erm|hm+|oops|typo|almost|nearly|half right)[ ,.!]+"
_NOT_ABOUT = rf"(?:not (?:about )?{_NOT}[,.]+ ?)?"
_FORMS = (
    rf"{_NO}{_NOT_ABOUT}(?:{_LEAD}{_OWN}|{_IS} (?:about )?{_WHOM2}){_END}",
    rf"^not (?:about )?{_NOT}[,.;]+ ?{_LEAD}{_NOBODY}{_WHOM}{_END}",
    rf"\b{_MEANT} (?!not\b|it\b|to\b|what\b|that'?s\b){_WHOM}{_END}",
    rf"^(?:less about|nothing to do with|forget|never mind) {_NOT}[,.;]+ ?{_LEAD}{_WHOM}{_END}",
    rf"^(?:it|this)(?: isn't| wasn't|'s not|s not) (?:about )?{_NOT}[,.;]+ ?{_LEAD}{_OWN}{_END}",
    rf"^{_WHOM},? (?:i mean|i meant|i said|actually|mate)?[ ,]*(?:and )?not (?:the |my )?{_ONE}$",
    rf"\b(?:wrong|different) (?:person|one|way round|kid|child)[ ,.:;]+{_LEAD}{_WHOM}{_END}",
    rf"\b(?:who said anything about|where did you get)\b[^?]*\? {_LEAD}{_WHOM}{_END}",
)
_COMPILED = tuple(re.compile(form) for form in _FORMS)
# These begin an answer, and no correction.
ORDINARY = ("no i'm", "no i w", "no i d", "no i c", "nah i", "no she", "no he", "no we", "no they")
FEELINGS = {
    "sad": "sadness", "upset": "sadness", "hurt": "hurt", "ashamed": "shame",
    "embarrassed": "shame", "guilty": "guilt", "lonely": "loneliness", "alone": "loneliness",
    "scared": "fear", "afraid": "fear", "frightened": "fear", "worried": "worry",
    "anxious": "worry", "disappointed": "disappointment", "let down": "disappointment",
    "angry": "anger", "furious": "anger", "annoyed": "irritation", "fed up": "irritation",
    "resentful": "resentment", "helpless": "helplessness", "overwhelmed": "overwhelm",
    "tired": "exhaustion", "exhausted": "exhaustion", "knackered": "exhaustion", "numb": "numbness",
    "empty": "numbness", "relieved": "relief", "grieving": "grief", "homesick": "longing",
}  # fmt: skip
_FEELS = re.compile(
    r"\b(?:i'?m|i am|i feel|i was|it'?s|more like|more|just) (?:(?:really|just|so|more|only) )*"
    rf"({'|'.join(FEELINGS)})\b"
)
LONGEST = 24  # words; who writes more tells something


def corrected(text: str) -> str:
    """Say what a clean text says it is about instead; "" where it corrects nothing."""
    if len(text.split()) > LONGEST or text.startswith(ORDINARY):
        return ""
    for form in _COMPILED:
        if found := form.search(text):
            named = found.groupdict()
            return str(named["it"] or named.get("it3")).strip(" ,.")
    return ""


def felt_instead(text: str) -> str:
    """Name the feeling that somebody says it is ("I'm not angry, I'm sad"); "" where there is none.

    The names are those of `felt` in the coach's lines.
    """
    found = _FEELS.findall(text)
    return FEELINGS[found[-1]] if found else ""


def as_yours(words: str) -> str:
    """Turn "my sister" into "your sister", as the coach says it."""
    table = {"me": "you", "us": "the two of you", "myself": "you"}
    return table.get(words, re.sub(r"^(?:my|our) ", "your ", words))
