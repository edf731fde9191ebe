"""Kin that were told of: which words name them, and who is meant where only one of them was.

"I missed my son's birthday" and then "what do I say to him": the words are for the son, and none of
them may speak of him.
"""

import re
from collections.abc import Iterator, Sequence

_MEN = (
    "dad da father husband hubby boyfriend fella bloke man lad boy brother son grandad uncle "
    "stepson grandson nephew papa daddy grandpa opa appa abba abbu baba tata tito lolo abuelo "
    "fiancé father-in-law brother-in-law son-in-law"
)
_WOMEN = (
    "mum mam mom mother wife girlfriend woman lady girl sister daughter nan gran granny aunt "
    "auntie aunty stepdaughter granddaughter niece mama mummy lass matron grandma oma amma ammi "
    "mamá mami tita lola abuela suegra gogo teta babcia fiancée missus mother-in-law sister-in-law "
    "daughter-in-law"
)
KIN = dict.fromkeys(_MEN.split(), "he") | dict.fromkeys(_WOMEN.split(), "she")
AS_NAMES = (  # kin who are called so
    "mum|mam|mom|dad|nan|gran|granny|grandma|grandpa|mama|papa|mummy|daddy|amma|appa|abba|abbu|"
    "ammi|baba|mami|gogo|oma|opa|lola|lolo|tita|tito|suegra"
)
_ANY = {"partner": "", "child": "", "kid": "", "toddler": "", "teenager": "", "other half": ""} | (
    dict.fromkeys(("kids", "children", "parents", "in-laws", "boys", "girls"), "they")
)
ALL = KIN | _ANY  # "": he, she or they
_NOUN = "|".join(sorted(map(re.escape, ALL), key=len, reverse=True))
_THE = r"the(?= (?:wife|husband|hubby|missus|other half)\b)"
_WHOSE = (
    rf"(?:my|our|{_THE}) (?:(?:little|big|younger|youngest|older|oldest|eldest|own|dear|poor|"
    r"teenage|lovely|wee) )?"
)
_THEIR_KIN = re.compile(rf"\b{_WHOSE}(?P<noun>{_NOUN})\b(?!-)", re.IGNORECASE)
_CALLED = re.compile(
    rf"(?<!my )(?<!our )(?<!his )(?<!her )(?<!their )(?<!your )(?<!the )\b(?P<noun>{AS_NAMES})\b",
    re.IGNORECASE,
)
_EACH = re.compile(rf"(?<![\w-])(?P<noun>{_NOUN})\b(?!-)", re.IGNORECASE)
_ANOTHER = re.compile(  # who is no kin may be whom words are for; who died is not
    r"\b(?:died|dead|death|funeral|passed away|buried|grave|manager|boss|matron|consultant|"
    r"registrar|surgeon|supervisor|colleagues?|team|friend|mate|flatmate|neighbou?rs?|patients?|"
    r"relatives?|students?|nurses?|doctors?|teacher|landlord|somebody|someone|charge nurse|mentor|"
    r"landlady)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    rf"\b(?:my|our|{_THE}) (?:[\w-]+ ){{0,3}}?(?P<noun>{_NOUN})(?:'?s)?\b(?!-)", re.IGNORECASE
)
_IS = (  # "my son's asleep" is no "your asleep", and "my son's wedding" is no "you're wedding"
    r"'s(?= (?:not|never|always|still|just|been|got|gone|had|asleep|awake|away|here|there|at|in|on|"
    r"so|too|very|a|an|the|(?!(?:wedding|morning|evening|christening|meeting|training|things?|ring|"
    r"washing|ironing|shopping|hearing|reading|dressing|swimming|feelings?)\b)\w+ing)\b)"
)


def only_kin(said: Sequence[str], pronoun: str) -> tuple[str, str]:
    """Name the only kin that was told of, and the pronoun that stands for them; else ("", "").

    `pronoun`: that which stands for whom the words are for, "" where none is known. Nobody else
    may have been told of for whom it could stand.
    """
    text = " ".join(said)
    fits = {noun for noun, own in ALL.items() if not pronoun or own in (pronoun, "")}
    named = {noun: name for noun, name in _mentions(text) if noun in fits}
    others = {one["noun"].lower() for one in _EACH.finditer(text)} & fits - {*named}
    if len(named) != 1 or others or _ANOTHER.search(text):
        return "", ""
    [(noun, name)] = named.items()
    return name, pronoun or ALL[noun] or "they"


def _mentions(text: str) -> Iterator[tuple[str, str]]:
    for pattern in (_THEIR_KIN, _CALLED):
        for one in pattern.finditer(text):
            yield one["noun"].lower(), one[0].lower()


def is_still_about(words: str, pronoun: str, named: str) -> bool:
    """Say whether words to somebody speak of kin who may be them: "my son's birthday".

    To one kin words may speak of another.
    """
    last = named.split()[-1] if named else ""
    for one in _ABOUT.finditer(words):
        noun = one["noun"].lower()
        is_other = last in ALL and noun != last
        if not is_other and (not pronoun or ALL[noun] in (pronoun, "")):
            return True
    return False


def with_pronoun(words: str, named: str, pronoun: str) -> str:
    """Let a pronoun, or "you" where none is known, stand for who is named."""
    noun = named.rpartition(" ")[2]
    is_kin = noun in ALL and re.fullmatch(rf"{_WHOSE}{re.escape(noun)}", named)
    names = rf"{_WHOSE}{re.escape(noun)}" if is_kin else re.escape(named)
    stands = pronoun or "you"
    words = re.sub(rf"\b{names}{_IS}", f"{stands}'s", words, flags=re.IGNORECASE)
    words = re.sub(rf"\b{names}'s", "your", words, flags=re.IGNORECASE)
    return re.sub(rf"\b{names}\b", stands, words, flags=re.IGNORECASE)
