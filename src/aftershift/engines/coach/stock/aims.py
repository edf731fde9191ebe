"""What a small thing is wanted for: to come home calm, to reach a child who has gone quiet.

Who asks for a step in a matter that no theme knows wants it for one of a few ends, whatever they
tell of. Which one is heard in their last messages; of its things those are left that fit with whom
it is, and need nothing that was ruled out ("not a talk", "we're not note people").
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from aftershift.engines.basics.order import rotated
from aftershift.engines.basics.recall import Rows
from aftershift.engines.coach.stock.doings import Where
from aftershift.engines.coach.stock.limits import Limits
from aftershift.engines.coach.stock.needs import Need
from aftershift.engines.coach.stock.warmth import WarmOne
from aftershift.engines.language.choosing import Chooser, log_odds, shares

# Shares of the likeliest aim from where on its things are offered; the same where a theme is known;
# of a second one beside it.
AIMED, IN_A_THEME, ALSO_AIMED = 0.2, 0.4, 0.12
TINY = 1e-6  # under the logarithm of a share that is nothing
# From where on the likeliest is mostly right: in sixty talks 19 of 22, and below it 13 of 37.
SURELY = 0.54
NAMED = "doing.aim."  # how names of such lines begin
WHO = "{who}"  # stands in a thing for somebody who was told of with warmth


@dataclass(frozen=True, kw_only=True, slots=True)
class Thing:
    """One small thing, with whom it fits, what it needs, and the practice that stands behind it."""

    practice: str
    where: tuple[Where, ...]
    text: str
    needs: tuple[Need, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Aim:
    """What a step may be wanted for; `hears` are last messages of those who want it for that.

    `anchors`: one of these was told of by everybody who means it, if there are any.
    """

    id: str
    about: str
    hears: tuple[str, ...]
    thing: tuple[Thing, ...]
    anchors: tuple[str, ...] = ()

    def may_be_meant(self, told: str) -> bool:
        """Say whether it may be meant by what was told, in small letters; "cover*" begins so."""
        words = "|".join(re.escape(one).replace(r"\*", r"\w*") for one in self.anchors)
        return not words or re.search(rf"\b(?:{words})\b", told) is not None


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


def anchored(
    heard: Sequence[tuple[str, float]], aims: Mapping[str, Aim], told: str
) -> tuple[tuple[str, float], ...]:
    """Leave out what cannot be meant by what was told.

    Where that was the likeliest, the shares of the rest are of one again.
    """
    meant = [(name, share) for name, share in heard if aims[name].may_be_meant(told)]
    whole = sum(share for _name, share in meant)
    if not meant or meant[0] == heard[0] or whole <= 0:
        return tuple(meant)
    return tuple((name, share / whole) for name, share in meant)


def likely_aims(heard: Sequence[tuple[str, float]], *, is_known: bool) -> list[str]:
    """Name the likeliest aim where it is likely enough, and a second one beside it.

    `is_known`: a theme is known, which has things of its own.
    """
    found = [name for name, share in heard[:2] if share >= ALSO_AIMED]
    return found if heard and heard[0][1] >= (IN_A_THEME if is_known else AIMED) else []


def is_for(aim: Aim, where: Where) -> bool:
    """Say whether an aim has things for a place; any may be, where no place was named."""
    return where in _UNNAMED or any(where in one.where for one in aim.thing)


_UNNAMED = frozenset({Where.ALONE, Where.SOMEBODY})


def is_sure(heard: Sequence[tuple[str, float]], least: float = SURELY) -> bool:
    """Say whether the likeliest aim is surely meant."""
    return bool(heard) and heard[0][1] >= least


def things_for(
    aim: Aim, where: Where, limits: Limits, said: Collection[str], turn: int
) -> Iterator[tuple[str, str, str]]:
    """Give what fits and was not offered yet: its practice, the name of its line, its text.

    Where none of it is for this place, what is for the aim's usual one is. The first is another one
    at another `turn`, of those for a moment that was named; of one practice only one is given.
    """
    free = [(at, one) for at, one in _allowed(aim, limits) if WHO not in one.text]
    here = [(at, one) for at, one in free if where in one.where]
    usual = [(at, one) for at, one in free if _usual(aim) in one.where]
    yield from _in_order(
        aim, here or usual or free, said, turn, lambda one: (not limits.fits_a_moment(one),)
    )


def things_with(
    aim: Aim, warm: WarmOne, limits: Limits, said: Collection[str], turn: int
) -> Iterator[tuple[str, str, str]]:
    """Give, in the same way, what is for somebody who was told of with warmth.

    First what answers in kind: who waved is waved to.
    """
    free = [(at, one) for at, one in _allowed(aim, limits) if WHO in one.text]

    def comes_later(text: str) -> tuple[bool, ...]:
        return warm.sign not in text.lower(), not limits.fits_a_moment(text)

    for practice, name, text in _in_order(aim, free, said, turn, comes_later):
        yield practice, name, text.replace(WHO, warm.called)


def _allowed(aim: Aim, limits: Limits) -> Iterator[tuple[int, Thing]]:
    for at, one in enumerate(aim.thing):
        if limits.allows(one.text, one.needs):
            yield at, one


def _in_order(
    aim: Aim,
    things: Sequence[tuple[int, Thing]],
    said: Collection[str],
    turn: int,
    comes_later: Callable[[str], tuple[bool, ...]],
) -> Iterator[tuple[str, str, str]]:
    fit = [(one.practice, f"{NAMED}{aim.id}.{at}", one.text) for at, one in things]
    given: set[str] = set()
    for practice, name, text in sorted(rotated(fit, turn), key=lambda one: comes_later(one[2])):
        if name not in said and practice not in given:
            given.add(practice)
            yield practice, name, text


def _usual(aim: Aim) -> Where:
    """Say where, or with whom, most things of an aim are."""
    counts = Counter(where for one in aim.thing for where in one.where)
    return max(counts, key=lambda where: counts[where])
