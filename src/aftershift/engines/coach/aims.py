"""What a small thing is wanted for: to come home calm, to reach a child who has gone quiet.

Who asks for a step in a matter that no theme knows wants it for one of a few ends, whatever they
tell of. Which one is heard in their last messages; of its things those are left that fit with whom
it is, and need nothing that was ruled out ("not a talk", "we're not note people").
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from aftershift.engines.basics.order import rotated
from aftershift.engines.basics.recall import Rows
from aftershift.engines.coach.doings import Where
from aftershift.engines.language.choosing import Chooser, log_odds, shares

# Shares of the likeliest aim from where on its things are offered; the same where a theme is known;
# of a second one beside it.
AIMED, IN_A_THEME, ALSO_AIMED = 0.2, 0.4, 0.12
TINY = 1e-6  # under the logarithm of a share that is nothing
READ_BACK = 4  # messages in which something may have been ruled out
NAMED = "doing.aim."  # how names of such lines begin


class Need(StrEnum):
    """What a thing needs, that somebody may have ruled out."""

    TALK = "talk"
    NOTE = "note"
    PHONE = "phone"
    BREATH = "breath"
    LIST = "list"
    GIFT = "gift"
    TOUCH = "touch"
    COOK = "cook"
    OUT = "out"
    JOKE = "joke"


_NAMED = {
    Need.TALK: r"talks?|talking|conversations?|discuss\w*|sit[- ]downs?|saying things",
    Need.NOTE: r"notes?|post-?its?|letters?|cards?|writ(?:e|ing)|journal\w*",
    Need.PHONE: r"phones?|text(?:s|ing)?|messag\w*|call(?:s|ing)?|ring(?:ing)?|videos?|voice note",
    Need.BREATH: r"breath\w*|meditat\w*|mindful\w*|yoga|apps?|relaxation",
    Need.LIST: r"lists?|charts?|rotas?|sheets?|spreadsheets?|planners?|tables?",
    Need.GIFT: r"flowers?|gifts?|presents?|chocolates?|buy(?:ing)?|money",
    Need.TOUCH: r"touch\w*|hugs?|hugging|kiss\w*|cuddl\w*|physical",
    Need.COOK: r"cook\w*|bak(?:e|ing)|meals?|dinners?|food",
    Need.OUT: r"going out|go out|dates?|dating|trips?|outings?|walks?|gym",
    Need.JOKE: r"jokes?|funny|silly|cute|cheesy|soppy|romantic",
}
_NO = (  # what stands before a thing that is ruled out, a few words between
    r"\b(?:no|not|nae|never|without|don'?t|dinnae|doesn'?t|isn'?t|aren'?t|won'?t|can'?t|cannot|"
    r"hates?|hating|tried|sick of|nothing (?:with|like|about)|anything but|had (?:a|an|the))\b"
    r"[^.!?;]{0,28}?\b"
)
_RULED_OUT = {
    need: re.compile(
        rf"{_NO}(?:{words})\b|\b(?:{words}) (?:is|are) (?:not|no|out)\b", re.IGNORECASE
    )
    for need, words in _NAMED.items()
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Thing:
    """One small thing, with whom it fits, what it needs, and the practice that stands behind it."""

    practice: str
    where: tuple[Where, ...]
    text: str
    needs: tuple[Need, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Aim:
    """What a step may be wanted for; `hears` are last messages of those who want it for that."""

    id: str
    about: str
    hears: tuple[str, ...]
    thing: tuple[Thing, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Aims:
    """A chooser among aims, in the order of `names`."""

    chooser: Chooser
    names: tuple[str, ...]

    def heard(self, texts: Sequence[str], rows: Rows) -> tuple[tuple[str, float], ...]:
        """Give each aim with its share in what was told, the likeliest first.

        `texts` are all that was told lately, and the request alone, which says little and says it
        last: an aim is as likely as both make it. `rows` are (texts, width), or none, and then
        nothing is heard.
        """
        if not len(rows):
            return ()
        each = shares(log_odds(texts, rows, self.chooser))[:, : len(self.names)]
        mean = np.exp(np.log(each + TINY).mean(axis=0))
        found = zip(self.names, map(float, mean / mean.sum()), strict=True)
        return tuple(sorted(found, key=lambda one: -one[1]))


def ruled_out(said: Sequence[str]) -> frozenset[Need]:
    """Say what was ruled out in the last of some messages."""
    lately = [one.replace("\u2019", "'") for one in said[-READ_BACK:]]
    return frozenset(need for need, words in _RULED_OUT.items() if any(map(words.search, lately)))


def likely_aims(heard: Sequence[tuple[str, float]], *, is_known: bool) -> list[str]:
    """Name the likeliest aim where it is likely enough, and a second one beside it.

    `is_known`: a theme is known, which has things of its own.
    """
    found = [name for name, share in heard[:2] if share >= ALSO_AIMED]
    return found if heard and heard[0][1] >= (IN_A_THEME if is_known else AIMED) else []


def things_for(
    aim: Aim, where: Where, without: Set[Need], said: Collection[str], turn: int
) -> Iterator[tuple[str, str, str]]:
    """Give what fits and was not offered yet: its practice, the name of its line, its text.

    Where none of it is for this place, what is for the aim's usual one is. The first is another one
    at another `turn`; of one practice only one thing is given.
    """
    free = [(at, one) for at, one in enumerate(aim.thing) if without.isdisjoint(one.needs)]
    here = [(at, one) for at, one in free if where in one.where]
    usual = [(at, one) for at, one in free if _usual(aim) in one.where]
    fit = [(one.practice, f"{NAMED}{aim.id}.{at}", one.text) for at, one in here or usual or free]
    given: set[str] = set()
    for practice, name, text in rotated(fit, turn):
        if name not in said and practice not in given:
            given.add(practice)
            yield practice, name, text


def _usual(aim: Aim) -> Where:
    """Say where, or with whom, most things of an aim are."""
    counts = Counter(where for one in aim.thing for where in one.where)
    return max(counts, key=lambda where: counts[where])
