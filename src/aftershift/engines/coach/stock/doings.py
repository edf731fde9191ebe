"""Small things to do and first words that fit any matter: by where, and with whom, they would be.

A theme is a matter that we foresaw. Who asks for a step in another one says in passing where they
are: on opposite shifts, beside somebody who does not want a talk, at work, with a child.
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from aftershift.engines.basics.order import rotated

NEAR, FIRST = 2, 2  # how much more counts who is named now, and who was named first


class Where(StrEnum):
    """Where, and with whom, something would be done."""

    APART = "apart"  # somebody close who sleeps, works or lives elsewhere
    HOME = "home"
    CHILD = "child"
    FAMILY = "family"
    FRIEND = "friend"
    WORK = "work"
    SOMEBODY = "somebody"
    ALONE = "alone"


@dataclass(frozen=True, kw_only=True, slots=True)
class Doing:
    """Small things of one kind, each as it is offered, and the practice that stands behind them."""

    where: Where
    practice: str
    says: tuple[str, ...]


# Words that name whom it is with; the commonest kind is taken.
_WITH = {
    where: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for where, words in {
        Where.HOME: (
            "wife|husband|hubby|partner|boyfriend|girlfriend|bf|gf|fiancee?|missus|spouse|"
            "other half|anniversary|the two of us"
        ),
        Where.CHILD: (
            "son|daughter|kids?|child(?:ren)?|toddler|teenagers?|step-?(?:son|daughter|kids?)|"
            "little one|bedtime story|grand(?:son|daughter|child|kids?|children)"
        ),
        Where.FAMILY: (
            "mum|mam|mom|mammy|mummy|mama|mother|dad|daddy|papa|father|nan|gran|granny|granddad|"
            "grandma|brother|sister|aunt\\w*|uncle|cousin|niece|nephew|in-?laws?|\\w+-in-law|parents"
        ),
        Where.FRIEND: (
            "friends?|mates?|bestie|flatmates?|housemates?|roommates?|neighbou?rs?|next door"
        ),
        Where.WORK: (
            "colleagues?|coworkers?|matron|manager|consultant|registrar|supervisor|boss|mentor|"
            "students?|porters?|crewmate|crew|team|handover|staff ?room|break room|rounds?|theatre|"
            "preceptor|meetings?|sister in charge|charge nurse|surgeon|deputy|apprentice|cook|lab|"
            "on my ward|the wards|shift (?:lead|leader)|works? (?:with|beside|opposite)"
        ),
    }.items()
}
_CLOSE = frozenset({Where.HOME, Where.CHILD, Where.FAMILY, Where.FRIEND})
FOR_CLOSE = frozenset({Where.APART, *_CLOSE})  # who is close, wherever they are
_APART = re.compile(
    r"\b(?:asleep|(?:he|she|they) sleeps?|opposite (?:shifts?|rotas?|nights)|different shifts?|"
    r"awake at the same|abroad|overseas|video calls?|facetime|by phone|"
    r"kids? (?:who|that) (?:is|are) far|far away|(?:my|our|their|his|her) time there'?s|"
    r"(?:he|she|they|husband|wife|son|daughter|mum|mam|mom|dad|mother|father|sister|brother|friend)"
    r"(?:'s|s| is| are| lives| works)?(?: now)? in (?!the\b|my|our|an?\b|his|her|their|love|pain|"
    r"trouble|charge|hospital|school|care|town|bits|tears|here|there|it|this|that|bed|on\b|and\b|"
    r"at\b|for\b|front|person|general|secret|recovery|theatre|work|law)[a-z]{3,}|"
    r"on video|visas?|whats ?app|long distance|back home|time difference|on the boat|"
    r"(?:he|she|they)(?:'s|'re| is| are|s) (?:away|on nights|on the boat)|"
    r"from (?:(?:a|the|my|this) )?(?:truck|lorry|cab|cabin|ship|rig|hotel|road)|"
    r"both of us awake|voice notes?|when (?:he|she|they) wakes?)\b",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(r"\b(?:he|she|they|him|her|them)\b", re.IGNORECASE)
_ALONE = re.compile(
    r"\b(?:my hands|with (?:the )?hands|(?:just )?for me\b|by myself|on my own|myself|my own body|"
    r"for myself|lying (?:awake|there)|switch off|unwind|wind down|come down|off when i'?m off|"
    r"my head|this hour|a day off|days off|free day)\b",
    re.IGNORECASE,
)


def where_of(said: Sequence[str], now: str) -> Where:
    """Say where, and with whom, something would be done; `now` is what asks for it."""
    if _ALONE.search(now):
        return Where.ALONE
    told = " ".join((*said, now))
    named = {where: [one.start() for one in words.finditer(told)] for where, words in _WITH.items()}
    counts = {
        where: len(named[where]) + NEAR * len(words.findall(now)) for where, words in _WITH.items()
    }
    if not any(counts.values()):
        return Where.SOMEBODY if _SOMEBODY.search(told) else Where.ALONE
    counts[min(named, key=lambda one: min(named[one], default=len(told)))] += FIRST
    where = max(counts, key=lambda one: counts[one])
    return Where.APART if where in _CLOSE and _APART.search(told) else where


def named_in(text: str) -> str:
    """Say where those are whom a text names by a noun; "" where it names none."""
    return next((where for where, words in _WITH.items() if words.search(text)), "")


def doings_at(
    where: Where,
    doings: Collection[Doing],
    said: Collection[str],
    turn: int,
    allows: Callable[[str], bool] = bool,
) -> Iterator[tuple[str, str, str]]:
    """Give of each kind one thing not offered yet: its practice, the name of its line, its text.

    The first kind, and the first of its things, is another one at another `turn`. `allows` says
    which texts keep to what was set.
    """
    kinds = [one for one in doings if one.where is where]
    for at in range(len(kinds)):
        kind = kinds[(at + turn) % len(kinds)]
        named = [(f"{NAMED}{where}.{kind.practice}.{n}", says) for n, says in enumerate(kind.says)]
        new = [one for one in rotated(named, turn) if one[0] not in said and allows(one[1])]
        if new:
            yield kind.practice, *new[0]


NAMED = "doing."  # how names of such lines begin


def is_doing(name: str) -> bool:
    """Say whether a line of this name offers such a thing."""
    return name.startswith(NAMED)
