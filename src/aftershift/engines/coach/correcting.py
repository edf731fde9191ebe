"""How people correct what was understood, and what they say instead: "no, my sister"."""

import re

_WHOM = (
    r"(?P<it>(?:my|the|our|his|her) [a-z][a-z'-]*(?: [a-z][a-z'-]*){0,3}?"
    r"|(?:mum|mom|dad|nan|gran|work|nights|money|me|us|him|her|them|myself))"
)
_NOT = r"(?:my |the |our |his |her )?[a-z'-]+(?: [a-z'-]+){0,3}?"
_END = r"(?=$|[.,!?;]| not\b| who\b| that\b| actually\b| lol\b| though\b)"
_IS = r"(?:it'?s|it is|it was|this is|this was|that was|that's)"
_MEANT = r"(?:i meant|i mean|i said|i was on about|i(?:'m| am|m) on about|talking about)"
_LEAD = rf"(?:(?:but|{_IS}|{_MEANT}|about) )*"
_NO = r"^(?:no+|nah|nope|na|er|um|erm)[ ,.]+"
_FORMS = (
    rf"{_NO}(?:not (?:about )?{_NOT}[ ,.]+)?{_LEAD}{_WHOM}{_END}",
    rf"^not (?:about )?{_NOT}[ ,.;]+{_LEAD}{_WHOM}{_END}",
    rf"\b(?:{_MEANT}|{_IS} about|its about|was about) (?!not\b){_WHOM}{_END}",
    rf"^{_WHOM},? (?:i mean|i meant|i said|actually|mate|lol)?[ ,]*(?:and )?not\b",
    rf"\bit(?:'?s|s| is| was) {_WHOM}(?: i (?:mean|meant)| that| who)?[ ,]*.{{0,30}}\bnot\b",
    rf"\bnot {_NOT}[ ,.;]+(?:{_IS} )?{_WHOM}{_END}",
    rf"\b(?:wrong|other) (?:person|one|way round|way around)[ ,.:;]+{_LEAD}{_WHOM}{_END}",
    rf"\b(?:she|he|they)(?:'?s|'?re| is| are) (?:actually )?{_WHOM}[ ,]*(?:and )?not\b",
)
_COMPILED = tuple(re.compile(form) for form in _FORMS)
LONGEST = 24  # words; who writes more tells something


def corrected(text: str) -> str:
    """Say what a clean text says it is about instead; "" where it corrects nothing."""
    if len(text.split()) > LONGEST:
        return ""
    for form in _COMPILED:
        if found := form.search(text):
            return found["it"].strip(" ,.")
    return ""


def as_yours(words: str) -> str:
    """Turn "my sister" into "your sister", as the coach says it."""
    table = {"me": "you", "us": "the two of you", "myself": "you"}
    return table.get(words, re.sub(r"^(?:my|our) ", "your ", words))
