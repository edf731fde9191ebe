"""What a request for words names: a card, a toast, a neighbour, an office, an anniversary.

Who asks for two lines in a leaving card needs no guess at why. These purposes have no tellings and
are never guessed; what is named goes before what is likely.
"""

import re
from collections.abc import Sequence

_CLOSE = r"(?:wife|husband|partner|girlfriend|boyfriend|fianc[eé]e?)"
_OFFICE = (
    r"(?:hr|manager|management|school|landlord|council|union|office|bank|insurance|university|"
    r"headteacher|head teacher|matron|director|admin|agency|rota team)"
)
_CARD = r"(?:card|happy birthday|birthday (?:message|text|wish\w*)|congratulations)"
_LOSS = re.compile(r"\b(?:funeral|eulogy|memorial|wake|condolence\w*|sympathy|died|passed away)\b")
_LEAVES = re.compile(
    r"\b(?:leaving|leaves|last (?:day|shift|week)|retir\w+|farewell|moving (?:on|away)|"
    r"good luck)\b"
)
_NEIGHBOURS = re.compile(r"\b(?:neighbou?rs?|next door|upstairs|landlord|landlady)\b")
NAMED = {
    "if-asked": r"\b(?:if|when) (?:\w+ ){1,3}asks?\b",
    "ask-them": r"\bwhat (?:can|could|do|should|would) i ask\b|\bhow (?:can|could|do|should) i ask "
    r"(?:him|her|them) (?:how (?:he|she|they)|what(?:'s| is))\b",
    "toast": r"\b(?:toast|(?:give|giving|do|doing|make|hold|his|her|my|the) (?:a |the )?speech|"
    r"say (?:a few|some|two) words)\b",
    "love": rf"\b(?:anniversary|valentine\w*|love (?:note|letter)|"
    rf"(?:something|sth|somethin) (?:sweet|nice|loving) (?:to|for) (?:my|the) {_CLOSE})\b",
    "wish-well": rf"\b{_CARD}\b",
    "official": rf"\b(?:e-?mail|letter|statement|complaint)\b.*\b(?:{_OFFICE}|factual|formal\w*|"
    rf"official\w*)\b|\b(?:{_OFFICE}|factual|official\w*)\b.*\b(?:e-?mail|letter|statement)\b",
    "invite": r"\binvit\w+ (?:him|her|them|my)\b|\bask (?:him|her|them) (?:over|round|out|along|"
    r"for (?:a )?(?:coffee|tea|drink|walk|dinner|lunch)|to (?:come|join))\b",
    "team": r"\b(?:to|at|with) (?:the|my|our) (?:\w+ )?(?:team|crew|staff|shift change|handover|"
    r"huddle|briefing|ward meeting|team meeting)\b|\bat (?:shift change|handover)\b",
    "offer": r"\boffer(?:ing)? (?:(?:to|my|some|a|him|her|them) )*(?:help|hand|support|do|take)\b|"
    r"\bhelp (?:him|her|them) without\b",
}
_NAMED = {name: re.compile(says) for name, says in NAMED.items()}


def named(asked: str, told: Sequence[str]) -> tuple[str, ...]:
    """Name the purposes that a request names, at most two; () where it names none.

    `asked` is the clean request, `told` the clean messages before it.
    """
    found = [name for name, says in _NAMED.items() if says.search(asked)]
    before = " ".join((*told, asked))
    if "wish-well" in found and "love" in found:
        found.remove("wish-well")
    if {"wish-well", "toast"}.intersection(found):
        if _LOSS.search(before):
            return ()
        if _LEAVES.search(before):
            found.insert(0, "farewell")
    if not found and sum(map(is_of_neighbours, (*told, asked, asked))) > 1:
        found = ["neighbour"]
    return tuple(found[:2])


def is_of_neighbours(text: str) -> bool:
    """Say whether neighbours are spoken of."""
    return bool(_NEIGHBOURS.search(text))
