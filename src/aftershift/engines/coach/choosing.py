"""Which practice to offer: what fits comes first, and what helped this person only re-orders it.

Nothing here is random, and what was refused, tried or stopped by something in this person's life
is not offered at all.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from aftershift.engines.basics.order import in_turn
from aftershift.engines.coach.reading import Reading
from aftershift.engines.coach.state import Heard, Known, State
from aftershift.engines.coach.stock.aims import is_for, likely_aims, things_for
from aftershift.engines.coach.stock.doings import doings_at
from aftershift.engines.coach.stock.limits import Limits
from aftershift.engines.coach.stock.needs import Need
from aftershift.engines.coach.stock.shelves import Playbook, Shelves
from aftershift.engines.coach.wishing import Wish, comes_first, wish_of
from aftershift.engines.evidence.practices import Practice, Stop
from aftershift.engines.evidence.retrieval import Asked, find
from aftershift.engines.language.phrases import words_in

# Whoever is called so decides over the person; where no theme is known, they are no equals.
ABOVE = frozenset({
    "boss", "manager", "deputy", "matron", "consultant", "registrar", "supervisor", "attending",
    "charge", "director", "head", "mentor", "preceptor", "chief", "superior", "dean", "landlord",
})  # fmt: skip
NIGHT = range(6)  # hours in which only what is small fits
SMALL = 5  # minutes
LIKELY_OFFERED = 0.35  # share of a practice from where on it fits what no theme is known for
READY = 0.8  # share of a theme, all that was said before taken together, from where on it is sure
LEAST = 0.03  # share of a theme in all that was said, from where on it is likely at all
SURELY_WAS = 0.9  # the same, once, from where on it stays so
LIKELY = 0.1  # share of a theme for which what helped before may be offered again
HELPED, DONE = "it helped you before", "you did it before"
SMALLER = "smaller."  # how the names of lines begin that offer a smaller way
CLOSE = 4  # so many of those that fit may change their order


@dataclass(frozen=True, kw_only=True, slots=True)
class Fit:
    """A practice that fits, why, and the name and the text of the line that offers it, if any.

    `is_near`: it was only found, for nothing is known of what it is for.
    """

    practice: str
    why: str
    line: tuple[str, str] | None = None
    is_near: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """A practice to offer, what to do instead of it, and why it.

    `instead`: the practice, the name of its line, and the text; or nothing. `line`: what offers it
    where it fits any matter; else the practice says it itself, within `limits`. `is_near`: nothing
    is known that it is for, and it is only the nearest.
    """

    practice: Practice
    instead: tuple[str, str, str] | None
    why: str
    limits: Limits
    line: tuple[str, str] | None = None
    is_near: bool = False


def choose(
    state: State, heard: Heard, reading: Reading, known: Known, shelves: Shelves
) -> Choice | None:
    """Choose what to offer now; None where nothing fits."""
    practices = shelves.finder.practices
    wish = wish_of(state, heard, known, shelves)
    fits: dict[str, Fit] = {}
    for fit in _candidates(state, reading, known, shelves, wish):
        practice = practices.get(fit.practice)
        if practice is None or fit.practice in fits:
            continue
        is_within = fit.line is not None or bool(ways_within(practice, wish.limits))
        if is_within and may_offer(practice, state, reading, known):
            fits[fit.practice] = fit
    if not fits:
        return None
    first, *others = helped_first(list(fits.values()), known)
    return Choice(
        practice=practices[first.practice],
        instead=_instead(first, others, practices, wish.limits),
        why=from_before(first.practice, known) or first.why,
        limits=wish.limits,
        line=first.line,
        is_near=first.is_near,
    )


def ways_within(practice: Practice, limits: Limits) -> tuple[tuple[int, str], ...]:
    """Give the ways to offer a practice that keep to what was set, each with its place.

    Where all is to be very small, what of it takes a minute is one of them.
    """
    ways = tuple((n, one) for n, one in enumerate(practice.offers) if limits.allows(one))
    is_small = practice.minutes in range(1, SMALL + 1)
    return ways if is_small or Need.LONG not in limits.without else ()


def _instead(
    first: Fit, others: Sequence[Fit], practices: Mapping[str, Practice], limits: Limits
) -> tuple[str, str, str] | None:
    """Say what may be done instead: of the same kind where it fits any matter, else in company.

    Nothing, where only one thing was asked for.
    """
    if limits.only_one:
        return None
    if first.line is not None:
        return next(((one.practice, *one.line) for one in others if one.line is not None), None)
    practice = practices[first.practice]
    rest = [practices[one.practice] for one in others]
    rest = [one for one in rest if one.smaller and limits.allows(one.smaller)]
    taken = next((one for one in rest if one.company != practice.company), next(iter(rest), None))
    if taken is None and practice.smaller and limits.allows(practice.smaller):
        taken = practice
    return (taken.id, f"{SMALLER}{taken.id}", taken.smaller) if taken else None


def _candidates(
    state: State, reading: Reading, known: Known, shelves: Shelves, wish: Wish
) -> Iterator[Fit]:
    theme = reading.theme if is_likely(state, reading) else None
    yield from _comes_first(state, known, shelves, wish)
    yield from _fits_what_was_said(reading)
    likely = [shelves.playbooks[name] for name, share in reading.leaning[:3] if share >= LIKELY]
    for name in (name for name, times in known.helped.items() if times > 0):
        if any(name in (*one.practices, *(two.practice for two in one.branch)) for one in likely):
            yield Fit(practice=name, why=HELPED)
    yield from _for_an_aim(state, known, shelves, theme, wish)
    if theme is None:
        yield from _of_gists([one.id for one in reading.sure_gists], shelves)
        yield from _in_any_matter(state, known, shelves, wish)
        yield from _found(state, wish.heard, reading, shelves)
    else:
        why = f"it is among the first things for this: {theme.name.lower()}"
        yield from (Fit(practice=name, why=why) for name in theme.practices)
    yield from _of_gists([*(one.id for one in reading.gists), *state.gists], shelves)
    yield from _found(state, wish.heard, reading, shelves)


def _of_gists(names: Iterable[str], shelves: Shelves) -> Iterator[Fit]:
    why = "it fits what you said, whatever it is about"
    for gist in dict.fromkeys(names):
        yield from (Fit(practice=name, why=why) for name in shelves.gists[gist].practices)


def _found(state: State, heard: Heard, reading: Reading, shelves: Shelves) -> Iterator[Fit]:
    """Ask the shelf with what was told lately."""
    sure = {one.name: one.confidence for one in heard.understanding.situations}
    told = heard.told
    rows = told.rows if len(told.rows) else heard.rows
    asked = Asked(text=told.text or heard.clean, rows=rows, situations=sure)
    for one in find(asked, shelves.finder, len(shelves.finder.practices)):
        is_near = not is_likely(state, reading) and one.share < LIKELY_OFFERED
        yield Fit(practice=one.practice.id, why=one.why, is_near=is_near)


def _fits_what_was_said(reading: Reading) -> Iterator[Fit]:
    branches = reading.theme.branch if reading.theme else ()
    last = [one.practice for one in branches if one.id == reading.part]
    for name in (*last, *(reading.case.practices if reading.case else ())):
        yield Fit(practice=name, why="it fits what you said last")


def _may_be_small(state: State, known: Known) -> bool:
    """Say whether small things are no affront, and none of them is for who may be feared.

    Where the system was named no kindness of one's own mends that.
    """
    return not (state.named_system or state.course.guarded) and known.is_two


def _comes_first(state: State, known: Known, shelves: Shelves, wish: Wish) -> Iterator[Fit]:
    """Give what is for somebody who was told of with warmth, or for a moment that was named."""
    if _may_be_small(state, known):
        said = {*state.used, *known.lines}
        for practice, line, text in comes_first(wish, shelves.aims, said):
            yield Fit(practice=practice, why="it fits whom you told of, or when", line=(line, text))


def _for_an_aim(
    state: State, known: Known, shelves: Shelves, theme: Playbook | None, wish: Wish
) -> Iterator[Fit]:
    """Give what it is wanted for, where that is plain, and small things are no affront.

    Of the second aim, where it is likely as well, one thing stands beside the first. Where a theme
    is known, only what it would offer as well.
    """
    if not _may_be_small(state, known):
        return
    said = {*state.used, *known.lines}
    things = [
        [*things_for(shelves.aims[name], wish.where, wish.limits, said, wish.turn)]
        for name in likely_aims(wish.aims, is_known=theme is not None)
        if wish.is_plain or is_for(shelves.aims[name], wish.where)
    ]
    for practice, line, text in in_turn(things):
        if theme is None or practice in theme.practices:
            why = "it is small, and for what you want"
            yield Fit(practice=practice, why=why, line=(line, text))


def _in_any_matter(state: State, known: Known, shelves: Shelves, wish: Wish) -> Iterator[Fit]:
    """Give small things that fit where, and with whom, this would be done."""
    if not _may_be_small(state, known):
        return
    said = {*state.used, *known.lines}
    for practice, name, text in doings_at(
        wish.where, shelves.doings, said, wish.turn, wish.limits.allows
    ):
        yield Fit(practice=practice, why="it is small, and fits any matter", line=(name, text))


def is_likely(state: State, reading: Reading) -> bool:
    """Say whether the open theme is likely by what was said, or surely was: it stays open anyhow.

    Only then are its practices offered, and its system named.
    """
    theme = reading.theme
    if theme is None:
        return False
    was_sure = theme.id == state.theme and state.surest >= SURELY_WAS
    return was_sure or dict(reading.leaning).get(theme.id, 0.0) >= LEAST


def is_surely(state: State, theme: Playbook) -> bool:
    """Say whether a talk is about a theme so surely that what is ready for it fits."""
    name, share = next(iter(state.leaning), ("", 0.0))
    return name == theme.id and share >= READY


def may_offer(practice: Practice, state: State, reading: Reading, known: Known) -> bool:
    """Say whether a practice fits: a hard rule each, and one that is broken is enough."""
    minutes = reading.minutes if reading.minutes is not None else state.minutes
    is_small = practice.minutes in range(1, SMALL + 1)
    told = set(words_in(" ".join(state.said)))
    is_uneven = not reading.theme.equals if reading.theme else not told.isdisjoint(ABOVE)
    forbidden = (
        not practice.is_offered,
        practice.id in (*state.refused, *state.offered),
        known.helped.get(practice.id, 0) < 0,
        minutes is not None and not 0 < practice.minutes <= max(minutes, 1),
        known.hour in NIGHT and not is_small,
        Stop.EXHAUSTION in practice.stops and "exhaustion" in reading.feelings and not is_small,
        Stop.POWER in practice.stops and is_uneven,
        Stop.VIOLENCE in practice.stops and (state.course.guarded or not known.is_two),
    )
    return not any(forbidden)


def from_before(practice: str, known: Known) -> str:
    """Say what is known of it from before: that it helped, or only that it was done; else ""."""
    if known.helped.get(practice, 0) > 0:
        return HELPED
    return DONE if practice in known.done else ""


def helped_first(fits: list[Fit], known: Known) -> list[Fit]:
    """Put what helped this person before what else fits about as well."""
    first = sorted(fits[:CLOSE], key=lambda one: -_sign(known.helped.get(one.practice, 0)))
    return [*first, *fits[CLOSE:]]


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)
