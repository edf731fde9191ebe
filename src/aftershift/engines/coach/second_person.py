"""What is said of somebody, turned into what is said to them: "she leaves" becomes "you leave".

Only the pronouns of one person are turned, and the noun or name that stands for them; the verb goes
along. Whoever speaks stays "I".
"""

import re
from collections.abc import Sequence
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
_NO_NOUN = (
    "to|that|for|if|about|what|how|with|and|in|on|at|i|it|its|when|before|she|he|they|so|alone|"
    "properly|straight|again|too|now|first|tonight"
)
SOMEBODY = (
    rf"(?:(?:my|our|his|their|the) (?!(?:{_NO_NOUN})\b)(?:[a-z]+ )??[a-z]+|"
    rf"her (?:[a-z]+ )??(?:{'|'.join(KIN)}|friend|boss|manager|parents|family|teacher|colleague)\b|"
    r"him|her|them|mum|mam|mom|dad|nan|gran)"
)
_WHOM = re.compile(
    rf"\b(?:tell|telling|told|ask|asking|asked|text|thank|message|answer)\s+(?P<one>{SOMEBODY})\b|"
    rf"\b(?:say|said|saying|put|sorry|speak|talk|write|open|send|this|that|it|something|words?|"
    rf"line|sentence|text) (?:\w+ )?(?:to|with|(?<!no )for) (?P<two>{SOMEBODY})\b|"
    rf"[.,;:] (?:to|for) (?P<three>{SOMEBODY})\b",
    re.IGNORECASE,
)
_WANTS_OF = re.compile(
    r"\bi (?:\w+ )?(?:want|need|would like)(?: that)? (he|him|she|her|they|them)\b(?! \w+ing\b)",
    re.IGNORECASE,
)
LATELY = 2  # messages in which a wish says who it is of
ONE_OF = 4  # messages of which the latest that speaks of one person says who that is
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


def whom_of(said: Sequence[str]) -> Whom:
    """Say who words are for: whom the latest message that names somebody names."""
    for text in reversed(said):
        for one in reversed([*_WHOM.finditer(text)]):
            named = (one["one"] or one["two"] or one["three"]).lower()
            own = [pronoun for pronoun, forms in PRONOUNS.items() if named in forms]
            return Whom(pronoun=own[0]) if own else Whom(pronoun=_kin(named), named=named)
    wished = [one[1].lower() for text in said[-LATELY:] for one in _WANTS_OF.finditer(text)]
    for text in (*wished[-1:], " ".join(said), *reversed(said[-ONE_OF:])):
        told = set(words_in(text.lower()))
        spoken_of = [pronoun for pronoun, forms in PRONOUNS.items() if told.intersection(forms)]
        if len(spoken_of) == 1:
            return Whom(pronoun=spoken_of[0])
    return Whom()


def _kin(named: str) -> str:
    return KIN.get(named.split()[-1], "")


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
