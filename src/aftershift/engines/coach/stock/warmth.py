"""Somebody outside the home who was told of with warmth, and whom one meets by chance.

"There is one girl in x-ray, Jenny. She waved to me on the bus." A small thing for that person is
nearer than any aim. Never a patient, never somebody who may be feared or is gone; and a name is
said only where it is sure.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from aftershift.engines.coach.own_words.kin import ALL
from aftershift.engines.coach.stock.limits import Moment

THEM = "them"  # who is named by no sure name
READ = 6  # messages that are looked through, the request among them
NEAR = 2  # of those, how many back is just before the request

_PEOPLE = (
    "girl|guy|lad|lass|lassie|woman|man|fella|chap|bloke|boy|lady|wan|one|person|somebody|someone|"
    "nurse|doctor|porter|cleaner|driver|cook|cashier|guard|clerk|receptionist|radiographer|"
    "colleague|co-?worker|workmate|mate|friend|pal|neighbou?r|barista|postie|postman|teacher|"
    "mum|mam|mom|dad|auld boy|student|registrar|midwife|carer|technician|paramedic|sister"
)
_WARM = re.compile(
    r"\b(?:he|she|they|who|that|always|even|[A-Z]\w+|(?:the|this|that|one|an?) \w+)\s(?:\w+ ){0,2}?"
    r"(?:wav(?:es?|ed)|smil(?:es?|ed)|nod(?:s|ded)|winks?(?:ed)?|grins?(?:ned)?)\b|"
    r"\b(?:wav(?:es?|ed|ing)|smil(?:es?|ed|ing)|nod(?:s|ded)|grinn?(?:s|ed)?|wink(?:s|ed)?) "
    r"(?:at|to) me\b|\bnods at me\b|"
    r"\b(?:the|one|a|is|was|are|were|'s|so|very|really|dead|quite|always|pure|well) (?:nice|kind|"
    r"lovely|sweet|friendly|sound|decent|gentle|good|funny|welcoming|warm)(?: (?:one|to me|with me|"
    r"about it|lad|girl|woman|man|fella|wan|person|soul|craic|crack))\b|"
    r"\b(?:he|she|they)(?:'s|'re| is| are|s) (?:the |so |very |really |dead |pure |always |a )*"
    r"(?:nice|kind|lovely|sweet|friendly|sound|grand|gentle|good laugh)\b(?! (?:to|with) "
    r"(?:him|her|them|everyone but|the))|"
    r"\b(?:makes|made|used to make) me (?:laugh|smile|a (?:brew|tea|coffee|cuppa)|"
    r"feel (?:welcome|normal))\b|"
    r"\b(?:saves|saved|keeps|kept|used to (?:save|keep)) me (?:a|the|some)\b|"
    r"\b(?:brings|brought(?! me up)|gives|gave|offers|offered|hands|handed|lent|lends|shares|"
    r"shared|used to (?:bring|give|lend)) me "
    r"(?!a look|the (?:look|eye|cold)|grief|hell|stick|lip|trouble|a hard|the worst|all)\w+|"
    r"\b(?:asks|asked)(?: me)? (?:how i(?:'m| am|'ve)|if i(?:'m| am) (?:ok|okay|all ?right))|"
    r"\bsays? (?:hi|hello|hiya|hey|good (?:morning|night|evening)|alright|habari|hola|"
    r"ciao) to me\b|"
    r"\b(?:holds?|held) the (?:door|lift|bus) (?:for me|open)\b|\bwe (?:shared|always (?:had|"
    r"have|laughed))\b|"
    r"\b(?:we|and (?:me|i)) (?:were|are|was|used to be) (?:\w+ )?(?:friends|close|mates|"
    r"pals|thick as)\b|"
    r"\b(?:easy to (?:be with|talk to)|good to me|looked after me|stuck up for me|kind eyes|"
    r"a good laugh|has my back|knows my name|remembers my)\b",
    re.IGNORECASE,
)
_COLD = re.compile(
    r"\b(?:(?:she|he|they)(?:'s|s| is|'re| are| was)?(?: been| gone| went| turned| just| now)* "
    r"(?:ice|icy|cold|off with me|frosty|distant|short with me)|only (?:says? )?good morning|"
    r"says only|blank(?:s|ed|ing) me|(?:won'?t|doesn'?t|will not|can'?t) (?:even )?(?:look|speak|"
    r"talk|"
    r"say|meet)|gone (?:quiet|cold|off me|frosty)|not (?:speaking|spoken|talking)|back of (?:her|"
    r"his|"
    r"their) head|ignor(?:es|ed|ing) me|cold shoulder|we (?:were|used to be))\b",
    re.IGNORECASE,
)
_CHANCE = re.compile(
    r"\b(?:chipper|chippy|takeaway|bus|tram|train|metro|ferry|matatu|stop|station|corridor|stairs?|stairwell|lift|breaks?|"
    r"canteen|cafe|shop|tesco|gates?|school run|next (?:door|block|bay|street)|across the (?:road|"
    r"hall|street|landing)|block|building|floor|x-?ray|reception|lab|ward|unit|dog|bench|cross|"
    r"pass|"
    r"passes|passing|desk|kitchen|car park|church|mosque|temple|gym|class|shifts?|at work|"
    r"staff ?room|"
    r"office|depot|hub|base|theatre|handover|market|park|pool|allotment|landing|close|street|"
    r"pharmacy|"
    r"laundry|porters?|works? (?:in|at|on|with|beside|near|the|every|same)|a person at work|team|"
    r"night (?:bus|shift)|barista|driver|guard|started the same)\b",
    re.IGNORECASE,
)
_NOT_THEM = re.compile(  # who is cared for, gone, far away, or at home
    r"\b(?:patients?|pts?|residents?|clients?|service users?|customers?|pupils?|callers?|"
    r"relatives?|"
    r"bed \d+|room \d+|bay \d+|mrs?|admitted|discharged|dement\w+|died|dies|dying|dead|passed away|"
    r"funeral|buried|visiting|left for work|(?:comes?|came|gets?|got) home|sleeps|back home|"
    r"abroad|moved (?:away|to|back)|emigrated|retired|hospice|"
    r"flirt\w*|fancy|fancies|crush|affair|dating)\b|"
    r"\b(?:old|elderly|wee|confused) (?:lady|gentleman|gent|man|woman) (?:i|we) (?:wash|care|look|"
    r"visit|see to|feed)",
    re.IGNORECASE,
)
_FEARED = re.compile(
    r"\b(?:scared|afraid|frighten\w*|terrified|threat\w*|creep(?:s|y|ed)?|stalk\w*|follow(?:s|ed|"
    r"ing) "
    r"me|hit(?:s|ting)? me|grabb?(?:s|ed)|grop\w*|touch(?:es|ed) me|corner(?:s|ed) me|harass\w*|"
    r"bull(?:y|ies|ied|ying)|assault\w*|my ex|violent|shouts? at me|won'?t leave me alone|"
    r"makes me uncomfortable|weird vibe)\b",
    re.IGNORECASE,
)
_NOT_A_NAME = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
    "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "christmas", "easter", "english", "god", "always", "really",
})  # fmt: skip
_HOME = (
    "wife|husband|hubby|partner|boyfriend|girlfriend|bf|gf|fianc[eé]e?|son|daughter|kids?|"
    "child|children|baby|toddler|missus|little one|stepson|stepdaughter"
)
_CALLED = re.compile(
    rf"\b(?:{_PEOPLE})\b(?: (?:in|from|on|at|of|who|with) [^.!?,]{{2,24}})?, ?(?P<apart>[a-z]\w+)\b"
    r"(?=\W*(?:$|[.,!?]| (?:who|and|she|he|they|works?|from|in|at|the)\b))|"
    r"\b(?:called|named|name(?:'s| is)) (?P<called>[a-z]\w+)\b|"
    rf"\b(?:my )?(?:{_PEOPLE}) (?P<beside>(?-i:[A-Z])[a-z]+)\b|"
    r"(?:^|[.!?] )(?:it'?s |her name is |his name is )?(?P<alone>[a-z]\w+)(?=[.,!] (?:we|she|he|"
    r"they|"
    r"the|one|a)\b)|"
    r"(?:^|[.!?] )(?P<starts>[a-z]\w+) (?:in|from|at|on) (?:the|my|our|next|nights|days)\b|"
    r"(?:^|[.!?,] |\b(?:and|but|then|with|of|to|like|only|just|see|pass|is|it'?s|there'?s) )"
    r"(?P<says>(?-i:[A-Z])[a-z]{2,})\b",
    re.IGNORECASE,
)
_OF_KIN = re.compile(
    r"\bmy (?:(?:big|little|older|younger|twin|dear|lovely|favourite|auld|own) )?(?P<noun>"
    + "|".join(sorted(map(re.escape, (*ALL, "cousin", "neighbour", "neighbor")), key=len)[::-1])
    + r")\b(?!-|'s\b)",
    re.IGNORECASE,
)
_OF_HOME = re.compile(rf"\b(?:my|our|the) (?:\w+ )?(?:{_HOME})\b", re.IGNORECASE)
_NOUN = re.compile(
    r"\b(?:there(?:'s|s| is)|this|one|an?|the|that|some|another|wan|my) (?:[\w'-]+ ){0,2}?"
    rf"(?!(?:one|wan|person|somebody|someone|mum|mam|mom|dad)\b)(?:{_PEOPLE})\b|"
    r"\b(?:a|this|that|the|one) (?:person|mum|mam|mom|dad) (?:at|from|in|on)\b",
    re.IGNORECASE,
)
_A_PERSON = re.compile(  # who may be called so again
    r"\b(?:there(?:'s|s| is) (?:a|an|one|this|the)|this|one|an?|the|"
    r"another) (?:\w+ )?(?P<noun>girl|"
    r"guy|lad|lass|lassie|woman|man|fella|chap|bloke|nurse|doctor|porter|cleaner|driver|cook|guard|"
    r"clerk|receptionist|radiographer|colleague|co-?worker|neighbou?r|barista|teacher|midwife|"
    r"carer|"
    r"technician|paramedic)\b(?! (?:station|bell|seat|bus))",
    re.IGNORECASE,
)
_IN_PASSING = re.compile(
    r"\b(?:bus|tram|train|metro|ferry|matatu|stop|station|corridor|stairs?|stairwell|lift|gates?|"
    r"school run|next (?:door|block|street)|across the (?:road|hall|street|landing)|dog|cross|"
    r"pass(?:es)?|landing|car park|street|close|reception|desk|park|lobby|door)\b",
    re.IGNORECASE,
)
_SIGN = re.compile(r"\b(?:wav|nod|smil|hello|coffee|tea\b|laugh|door)", re.IGNORECASE)
_AT_BREAK = re.compile(
    r"\b(?:breaks?|canteen|cafe|kitchen|staff ?room|lunch|smoko|tea|piece)\b", re.IGNORECASE
)
_OF_ONESELF = re.compile(
    r"\bi(?:'?m| am| was) (?:always )?(?:the|a|so|very|really) \w+ (?:one|\w+)\b", re.I
)
_SENTENCES = re.compile(r"(?<=[.!?])\s+|\n+")


@dataclass(frozen=True, kw_only=True, slots=True)
class WarmOne:
    """Somebody who was told of with warmth: what to call them, whether they have gone cold.

    `sign`: by what they showed it, as a word begins ("wav"). `met`: where one meets them, if it was
    told. `is_near`: told of in the request itself, or just before.
    """

    called: str = THEM
    sign: str = ""
    met: Moment | None = None
    is_cold: bool = False
    is_near: bool = False


def warm_one(typed: Sequence[str], names: Collection[str]) -> WarmOne | None:
    """Find the latest such person in messages as typed, the request last; None where none is.

    `names` are first names in small letters.
    """
    lately = [one.replace("\u2019", "'") for one in typed[-READ:]]
    if any(map(_FEARED.search, lately)) or not any(map(_CHANCE.search, lately)):
        return None
    for back, text in enumerate(reversed(lately)):
        at = len(lately) - 1 - back
        if not _is_warmly_told(text):
            continue
        called = _name_in(text, names) or _kin_in(text)
        if not called and at and not _NOT_THEM.search(lately[at - 1]):
            called = _name_in(lately[at - 1], names)  # "Camila. ... we were friends"
        if not called and at + 1 < len(lately) and not _NOT_THEM.search(lately[at + 1]):
            called = _name_in(lately[at + 1], names)
        if not called and not _is_of_somebody(text):
            continue
        return WarmOne(
            called=called or _noun_in(text) or THEM,
            sign=sign[0].lower() if (sign := _SIGN.search(text)) else "",
            met=_met(lately[max(0, at - 1) : at + 2]),
            is_cold=any(map(_COLD.search, lately)),
            is_near=back < NEAR,
        )
    return None


def _is_warmly_told(text: str) -> bool:
    """Say whether a message tells of somebody with warmth, who is not of the home, and is there."""
    if _NOT_THEM.search(text):
        return False
    return any(
        _WARM.search(one) and not (_OF_HOME.search(one) or _OF_ONESELF.search(one))
        for one in _pairs(_SENTENCES.split(text))
    )


def _is_of_somebody(text: str) -> bool:
    """Say whether one that has no name is told of as one of the people who are met."""
    return any(
        (noun := _NOUN.search(one)) and _WARM.search(one, noun.start())
        for one in _pairs(_SENTENCES.split(text))
    )


def _pairs(sentences: Sequence[str]) -> Iterator[str]:
    """Give each sentence with the one before it: "one girl in xray, jenny. she waved to me"."""
    yield from (f"{before} {one}" for before, one in zip(("", *sentences), sentences, strict=False))


def _met(told: Sequence[str]) -> Moment | None:
    """Say in what sort of moment one meets them, as far as it is told."""
    if any(map(_IN_PASSING.search, told)):
        return Moment.PASSES
    return Moment.BREAK if any(map(_AT_BREAK.search, told)) else None


def _noun_in(text: str) -> str:
    """Give what somebody without a name is, as "the chap"; "" where that is not plain."""
    nouns = {one["noun"].lower() for one in _A_PERSON.finditer(text)}
    return f"the {nouns.pop()}" if len(nouns) == 1 else ""


def _name_in(text: str, names: Collection[str]) -> str:
    """Give the only first name of a message; "" where there is none, or several."""
    found: dict[str, str] = {}
    for one in _CALLED.finditer(text):
        name = next(filter(None, one.groups()))
        if name.lower() in names and name.lower() not in _NOT_A_NAME:
            found[name.lower()] = f"{name[:1].upper()}{name[1:]}"
    return next(iter(found.values())) if len(found) == 1 else ""


def _kin_in(text: str) -> str:
    """Give the kin who is told of with warmth, as "your aunt"; nobody of the home."""
    for one in _OF_KIN.finditer(text):
        warm = _WARM.search(text, one.end() - len(one["noun"]) - 3)
        is_their_own = warm and not re.search(r"[.!?,;]|\bwhen\b", text[one.end() : warm.start()])
        if is_their_own and not _OF_HOME.match(one[0]):
            return f"your {one['noun'].lower()}"
    return ""
