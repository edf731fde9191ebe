"""What is said of somebody, turned into what is said to them: "she leaves" becomes "you leave".

Only the pronouns of one person are turned, and the noun or name that stands for them; the verb goes
along. Whoever speaks stays "I".
"""

import re
from dataclasses import dataclass

from aftershift.engines.language.phrases import words_in

PRONOUNS = {
    "he": ("he", "him", "his", "himself"),
    "she": ("she", "her", "hers", "herself"),
    "they": ("they", "them", "their", "theirs", "themselves"),
}
_MEN = (
    "dad da father husband hubby boyfriend fella bloke man lad boy brother son grandad uncle "
    "stepson nephew papa daddy"
)
_WOMEN = (
    "mum mam mom mother wife girlfriend woman lady girl sister daughter nan gran granny aunt "
    "auntie aunty stepdaughter niece mama mummy lass matron"
)
KIN = dict.fromkeys(_MEN.split(), "he") | dict.fromkeys(_WOMEN.split(), "she")
_AGREES = {
    "is": "are", "was": "were", "has": "have", "does": "do", "goes": "go",
    "isn't": "aren't", "wasn't": "weren't", "hasn't": "haven't", "doesn't": "don't",
    "isnt": "aren't", "wasnt": "weren't", "hasnt": "haven't", "doesnt": "don't",
}  # fmt: skip
_AND_ITS_VERB = (
    r"(?P<aside>(?: (?:always|just|only|still|really|even|already|also|never))*) (?P<verb>[a-z']+)"
)
_DONE = (
    r"(?:just |already |never |always )?(?:had|been|got|done|made|said|told|lost|left|taken|kept|"
    r"heard|seen|asked|given|gone|put|known)"
)
_KEEPS_ITS_S = frozenset({"this", "his", "us", "its", "yes", "as", "less", "always"})
# After these "her" is who, before those it is whose.
_WHO = re.compile(
    r"\b(make|let|see|hear|watch|help|write|send|give|text|tell|told|show|bring|ask|want|need|like|"
    r"love) her\b(?! (?:own|laugh|hands?|voice)\b)",
    re.IGNORECASE,
)
_WHOSE = re.compile(
    r"\bher\b(?= (?!(?:to|for|about|that|and|but|in|on|at|with|how|what|when|if|again|too|alone|"
    r"not|i|is|was|be|off|out|up|back|so|then|now|once|first|straight|before|after|tonight|"
    r"tomorrow)\b)\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Whom:
    """Who is spoken to: the pronoun that stands for them, as in PRONOUNS, and what names them.

    Either may be "".
    """

    pronoun: str = ""
    named: str = ""


def to_them(words: str, whom: Whom) -> str:
    """Turn words about somebody into words to them; "" where some of it would still be about."""
    if whom.named:
        words = _each(rf"{re.escape(whom.named)}'s", "your", words)
        words = _each(re.escape(whom.named), whom.pronoun or "you", words)
    if whom.pronoun:
        words = _turned(words, whom.pronoun)
    pronouns = [whom.pronoun] if whom.pronoun else [*PRONOUNS]
    left = {one for pronoun in pronouns for one in PRONOUNS[pronoun]}
    return "" if left.intersection(words_in(words.lower())) else words


def _turned(words: str, pronoun: str) -> str:
    who, whose = PRONOUNS[pronoun][1:3]
    words = _each(rf"{pronoun}'?s(?= (?:{_DONE})\b)", "you've", words)
    words = _each(rf"{pronoun}'?s(?= \w)", "you're", words)
    words = _each(rf"{pronoun}(?='(?:re|ve|ll|d)\b)", "you", words)
    words = re.sub(rf"\b{pronoun}\b{_AND_ITS_VERB}", _agreed, words, flags=re.IGNORECASE)
    if pronoun == "she":
        words = _WHOSE.sub("your", _WHO.sub(r"\1 you", words))
    else:
        words = _each(whose, "your", words)
    words = _each("(?:him|her)self", "yourself", _each("themselves", "yourselves", words))
    return _each(rf"(?:{who}|{pronoun})", "you", words)


def _each(pattern: str, said: str, words: str) -> str:
    return re.sub(rf"\b{pattern}\b", said, words, flags=re.IGNORECASE)


def _agreed(found: re.Match[str]) -> str:
    """Let a verb that went with "she" go with "you"."""
    verb = found["verb"].lower()
    if verb in _AGREES:
        verb = _AGREES[verb]
    elif verb.endswith("ies"):
        verb = f"{verb[:-3]}y"
    elif verb.endswith(("sses", "shes", "ches", "xes")):
        verb = verb[:-2]
    elif verb.endswith("s") and not verb.endswith("ss") and verb not in _KEEPS_ITS_S:
        verb = verb[:-1]
    return f"you{found['aside']} {verb}"
