"""What a small thing is asked for with: where it would be, its limits, for whom, how surely why.

A person who waved, or a moment that was named, says more than an aim that is hardly heard.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from aftershift.engines.basics.order import in_turn
from aftershift.engines.coach.state import Heard, Known, State
from aftershift.engines.coach.stock.aims import Aim, anchored, is_sure, things_for, things_with
from aftershift.engines.coach.stock.doings import FOR_CLOSE, Where, where_of
from aftershift.engines.coach.stock.limits import Limits, Moment, limits_of
from aftershift.engines.coach.stock.needs import Need
from aftershift.engines.coach.stock.shelves import Shelves
from aftershift.engines.coach.stock.warmth import WarmOne, warm_one
from aftershift.engines.safety.risk import Level

PERHAPS = 0.05  # share of an aim from where on it says which things for a person come first
# Aims by which somebody reaches out, and for which a person who was told of may stand anyhow.
REACHING = ("lonely", "belong-team", "friend-reach", "colleague-cold")
COLD = "colleague-cold"
_USUAL = {Where.WORK: "belong-team", Where.FRIEND: "friend-reach"}
_FOR_WHO_COMES_IN = ("support-partner", "near-without-talk")
_AT_HOME = FOR_CLOSE | {Where.SOMEBODY}


@dataclass(frozen=True, kw_only=True, slots=True)
class Wish:
    """What is asked for: where, within which limits, for whom with warmth; whether it is plain.

    `turn` lets another request have other things first.
    """

    where: Where
    limits: Limits
    warm: WarmOne | None
    is_plain: bool
    aims: tuple[tuple[str, float], ...] = ()
    turn: int = 0
    heard: Heard

    @property
    def fitting(self) -> tuple[str, ...]:
        """Name the aims that a limit or a moment speaks for, where none is plainly heard."""
        moments, without = self.limits.moments, self.limits.without
        at_home = self.where in _AT_HOME
        with_adult = self.where not in (Where.CHILD, Where.FRIEND)
        table = (
            (at_home and Need.BOTH in without, ("near-apart",)),
            (at_home and with_adult and Moment.ARRIVES in moments, _FOR_WHO_COMES_IN),
            (Moment.BREAK in moments and self.limits.in_company, ("belong-team", "lonely")),
            (Moment.PASSES in moments and self.where is Where.WORK, (COLD,)),
        )
        fits = (aims for is_so, aims in table if is_so and not self.is_plain)
        return next(fits, ())

    @property
    def reaching(self) -> tuple[str, ...]:
        """Name the aims whose things are for a person who was told of with warmth; or none."""
        if self.warm is None:
            return ()
        heard = [name for name, share in self.aims if share >= PERHAPS and name in REACHING]
        is_cold = self.warm.is_cold and self.where is Where.WORK
        is_meant = self.warm.is_near or is_cold or heard or self.limits.moments
        if not is_meant:
            return ()
        if self.warm.is_cold:
            return (COLD,)
        if self.warm.met is Moment.PASSES:
            return ("lonely",)
        first = [self.aims[0][0]] if self.is_plain else []
        return tuple(dict.fromkeys((*first, *heard[:1], _USUAL.get(self.where, "lonely"))))


def wish_of(state: State, heard: Heard, known: Known, shelves: Shelves) -> Wish:
    """Say what is asked for.

    Nobody is meant with warmth where a risk was heard, or somebody may be feared.
    """
    said = (*state.said, heard.clean)
    is_safe = state.course.level == Level.NONE == heard.risk.level and not state.course.guarded
    may_reach = is_safe and known.is_two
    aims = anchored(heard.told.aims, shelves.aims, " ".join(said))
    return Wish(
        where=where_of(state.said, heard.clean),
        limits=limits_of(said),
        warm=warm_one((*state.typed, heard.text), shelves.names) if may_reach else None,
        is_plain=is_sure(aims),
        aims=aims,
        turn=len(heard.clean),
        heard=heard,
    )


def comes_first(
    wish: Wish, aims: Mapping[str, Aim], said: Collection[str]
) -> Iterator[tuple[str, str, str]]:
    """Give what is for a person who was told of, then what is for a moment or within a limit."""
    if warm := wish.warm:
        met = {warm.met} if warm.met else set()
        limits = replace(wish.limits, moments=wish.limits.moments or frozenset(met))
        for name in (one for one in wish.reaching if one in aims):
            yield from things_with(aims[name], warm, limits, said, wish.turn)
    named = [one for one in wish.fitting if one in aims]
    each = [[*things_for(aims[one], wish.where, wish.limits, said, wish.turn)] for one in named]
    moments = wish.limits.moments
    for practice, name, text in in_turn(each):
        if not moments or wish.limits.fits_a_moment(text) or Need.BOTH in wish.limits.without:
            yield practice, name, text
