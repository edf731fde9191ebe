"""The one-tap rewrite: what leads to a patient becomes plain words, and the sentence still reads.

"lost Deepak in bed 4, his wife Asha held my hand" ->
"lost a patient in the bay, his wife held my hand"
"""

import re
from collections.abc import Sequence

from aftershift.engines.safety.phi import PhiSpan
from aftershift.engines.safety.phi_kinds import Kind
from aftershift.engines.safety.phi_words import listed

ARTICLES = listed(
    """
    a an the my our your his her their this that these another poor little wee old dear baby new
    sweet lovely young darling
    """
)
NOUNS = listed("patient pt wife husband son daughter mum mom mother dad father sister brother")
NAMING = listed("called named name is was")
PERSONS = listed("man woman lady gentleman patient widow widower lad girl resident nun farmer")
LAST_WORD = re.compile(r"([^\W\d_]+)[^\w]{0,2}$")
NEXT_WORD = re.compile(r"\W{0,2}([^\W\d_]+)")
OPENS = re.compile(r"(?:^|[.!?]\s|\n)\s*$")
PLAIN = {
    Kind.RECORD: "a number",
    Kind.NATIONAL: "a number",
    Kind.DEVICE: "a number",
    Kind.BIRTH: "that date",
    Kind.DATE: "that day",
    Kind.PHONE: "a phone number",
    Kind.EMAIL: "an e-mail address",
    Kind.ADDRESS: "their home",
    Kind.ROOM: "the bay",
    Kind.RARE: "somebody people know",
    Kind.URL: "a page online",
    Kind.AGE: "very old",
}


def rewrite(text: str, spans: Sequence[PhiSpan]) -> str:
    """Write a text again with plain words for every span; `spans` in order, as `find_phi` gives.

    What comes out is meant for a person to read and change, and is looked through once more before
    it is kept or sent.
    """
    pieces: list[str] = []
    ended = 0
    named: dict[str, int] = {}
    for span in spans:
        pieces.append(text[ended : span.start])
        before, shown = "".join(pieces), text[span.start : span.end]
        if span.kind is Kind.NAME:
            plain = _somebody(before, text[span.end :], shown, named)
        else:
            plain = _something(before, text[span.end :], shown, span.kind)
        if not plain and pieces[-1].endswith(" "):
            pieces[-1] = pieces[-1].rstrip(" ,")
        pieces.append(plain[:1].upper() + plain[1:] if OPENS.search(before) else plain)
        ended = span.end
    return "".join([*pieces, text[ended:]])


def _somebody(before: str, after: str, shown: str, named: dict[str, int]) -> str:
    """Choose words for a name: a patient, the same one again, another one."""
    name = re.split(r"\W+", shown.casefold())[-1] or shown.casefold()
    is_known = name in named
    number = named.setdefault(name, len(named))
    last = _last(before)
    if last in NOUNS:
        return ""
    if last in NAMING:
        return "somebody"
    if last in ARTICLES:
        is_noun_next = bool(re.match(r" [^\W\d_]", after)) and last in ("the", "a", "our", "my")
        return "patient's" if is_noun_next and shown[:1].isupper() else "patient"
    return (
        f"the {'other ' if number else ''}patient"
        if is_known
        else ("another patient" if number else "a patient")
    )


def _something(before: str, after: str, shown: str, kind: Kind) -> str:
    plain, last = PLAIN[kind], _last(before)
    if kind is Kind.AGE:
        following = NEXT_WORD.match(after)
        is_noun = last in ARTICLES and not (following and following[1].casefold() in PERSONS)
        return f"{plain} person" if is_noun else plain
    if kind is Kind.RARE and shown[:1].isupper():
        return plain.capitalize()
    first, _, rest = plain.partition(" ")
    return rest if last in ARTICLES and first in ("a", "an", "the", "that", "their") else plain


def _last(before: str) -> str:
    match = LAST_WORD.search(before[-40:])
    return match[1].casefold() if match else ""
