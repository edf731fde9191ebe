"""Who words are for, as far as what was told says it: the pronoun that stands for them, a name.

"What do I say to Ruta": whoever was named last where words are asked for, or is spoken of alone. A
name is no he or she; the pronoun that most often follows it is.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from aftershift.engines.coach.own_words.kin import AS_NAMES, KIN, only_kin

PRONOUNS = {
    "he": ("he", "him", "his", "himself"),
    "she": ("she", "her", "hers", "herself"),
    "they": ("they", "them", "their", "theirs", "themselves"),
}
_OF = {form: pronoun for pronoun, forms in PRONOUNS.items() for form in forms}
_NO_NOUN = (
    "to|that|for|if|about|what|how|with|and|in|on|at|i|it|its|when|before|she|he|they|so|alone|"
    "properly|straight|again|too|now|first|tonight|"
    "own|face|hands?|mouth|voice|eyes|heart|head|back|words?|arms?"
)
SOMEBODY = (
    rf"(?:(?:my|our|his|their|the) (?!(?:{_NO_NOUN})\b)(?:[a-z]+ )??[a-z]+|"
    rf"her (?:[a-z]+ )??(?:{'|'.join(KIN)}|friend|boss|manager|parents|family|teacher|colleague)\b|"
    rf"him|her|them|{AS_NAMES})"
)
_TELLS = "tell|telling|ask|asking|text|texting|thank|message|answer|invite|remind"
_TOLD = "told|asked"  # what another told is no request
_SAYS = (
    "say|said|saying|put|sorry|speak|talk|write|open|begin|send|this|that|it|something|words?|line|"
    "sentence|text|note|card|letter|email|reply|thanks"
)
_WHOM = re.compile(
    rf"\b(?:{_TELLS}|{_TOLD})\s+(?P<one>{SOMEBODY})\b|"
    rf"\b(?:{_SAYS}) (?:\w+ )?(?:to|with|(?<!no )(?<!thanks )for) (?P<two>{SOMEBODY})\b|"
    rf"[.,;:] (?:to|for) (?P<three>{SOMEBODY})\b",
    re.IGNORECASE,
)
_NO_NAME = (
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May "
    "June July August September October November December Christmas Easter English God I"
)
_NAMED = re.compile(  # "tell Steph", "a card for big Keith"
    rf"\b(?:{_TELLS}|(?:{_SAYS})(?: (?!to\b|for\b|with\b)\w+)? (?:to|for|with|back))"
    r" (?:(?:my|our) )?(?:(?:little|older|big|old|younger) )?"
    rf"(?!(?:{'|'.join(_NO_NAME.split())})\b)([A-Z][\w-]+)"
)
_BY_ANOTHER = re.compile(r"\b(?:he|she|they|who|my \w+)(?: \w+)? $", re.IGNORECASE)
_WANTS_OF = re.compile(
    r"\bi (?:\w+ )?(?:want|need|would like)(?: that)? (he|him|she|her|they|them)\b(?! \w+ing\b)",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[a-z]+")
_PRONOUN = re.compile(r"\b(?:he|she|they|him|her|them|his|their)\b", re.IGNORECASE)
LATELY = 2  # messages in which a wish says who it is of, or a name is looked for
ONE_OF = 4  # messages of which the latest that speaks of one person says who that is
NEAR = 90  # letters behind a name in which a pronoun most likely stands for it
AS_SUBJECT = 2  # what a pronoun that does something counts, beside 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Whom:
    """Who is spoken to: the pronoun that stands for them, as in PRONOUNS, and what names them.

    Either may be "".
    """

    pronoun: str = ""
    named: str = ""


def whom_of(said: Sequence[str]) -> Whom:
    """Say who words are for: whom the latest message that names somebody names.

    Names are known by their capitals, so only where messages are as they were typed.
    """
    for back, text in enumerate(reversed(said)):
        found = sorted(chain(_somebody(text, back), _by_name(text) if back < LATELY else ()))
        if found:
            named = found[-1][1].lower()
            if named in _OF:
                return _kin_or(_OF[named], said)
            return Whom(pronoun=KIN.get(named.split()[-1]) or _after(named, said), named=named)
    wished = [one[1].lower() for text in said[-LATELY:] for one in _WANTS_OF.finditer(text)]
    asked = reversed(said[-LATELY:])
    for text in (*wished[-1:], *asked, " ".join(said), *reversed(said[-ONE_OF:])):
        spoken_of = pronouns_in(text)
        if len(spoken_of) == 1:
            return _kin_or(spoken_of.pop(), said)
    return Whom() if pronouns_in(" ".join(said)) else _kin_or("", said)


def _kin_or(pronoun: str, said: Sequence[str]) -> Whom:
    """Name the only kin that was told of; the pronoun alone where there is none."""
    named, stands = only_kin(said, pronoun)
    return Whom(pronoun=stands or pronoun, named=named)


def pronouns_in(text: str) -> set[str]:
    """Give the pronouns, as in PRONOUNS, of which some form stands in a text, as in "he's"."""
    return {_OF[word] for word in _LETTERS.findall(text.lower()) if word in _OF}


def _somebody(text: str, back: int) -> Iterator[tuple[int, str]]:
    for one in _WHOM.finditer(text):
        is_told = one[0].lower().startswith((*_TOLD.split("|"), "said"))
        if not is_told or not (back or _BY_ANOTHER.search(text[: one.start()])):
            yield one.start(), one["one"] or one["two"] or one["three"]


def _by_name(text: str) -> Iterator[tuple[int, str]]:
    yield from ((one.start(), one[1]) for one in _NAMED.finditer(text))


def _after(named: str, said: Sequence[str]) -> str:
    """Give the pronoun that most often follows a name; "" where none does."""
    counted = Counter[str]()
    for text in said:
        for one in re.finditer(rf"\b{re.escape(named)}\b(?!')", text, re.IGNORECASE):
            if found := _PRONOUN.search(text, one.end(), one.end() + NEAR):
                word = found[0].lower()
                counted[_OF[word]] += AS_SUBJECT if word in PRONOUNS else 1
    return counted.most_common(1)[0][0] if counted else ""


def may_be_another(text: str, stretch: tuple[int, int], whom: Whom) -> bool:
    """Say whether a pronoun in a stretch may stand for somebody of the same kind: "my sister"."""
    if not whom.named or whom.pronoun not in KIN.values():
        return False
    for one in _PRONOUN.finditer(text, *stretch):
        if _OF[one[0].lower()] != whom.pronoun:
            continue
        before = reversed(re.findall(r"[\w-]+", text[: one.start()].lower()))
        last = next((word for word in before if _is_of(word, whom)), whom.named)
        if last != whom.named.split()[-1]:
            return True
    return False


def _is_of(word: str, whom: Whom) -> bool:
    return word == whom.named.split()[-1] or KIN.get(word) == whom.pronoun
