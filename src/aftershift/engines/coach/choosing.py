"""Which practice to offer: what fits comes first, and what helped this person only re-orders it.

Nothing here is random, and what was refused, tried or stopped by something in this person's life
is not offered at all.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aftershift.engines.coach.reading import Reading
from aftershift.engines.coach.shelves import Shelves
from aftershift.engines.coach.state import Heard, Known, State
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
TOLD = 3  # messages before that say what a step is for
LIKELY = 0.1  # share of a theme for which what helped before may be offered again
CLOSE = 4  # so many of those that fit may change their order


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """A practice to offer, another one beside it, and why the first."""

    practice: Practice
    other: Practice | None
    why: str


def choose(
    state: State, heard: Heard, reading: Reading, known: Known, shelves: Shelves
) -> Choice | None:
    """Choose what to offer now; None where nothing fits."""
    practices = shelves.finder.practices
    fits: list[tuple[Practice, str]] = []
    helped = [name for name, times in known.helped.items() if times > 0]
    for name, why in _candidates(state, heard, reading, shelves, helped):
        practice = practices.get(name)
        if practice is None or any(practice is one for one, _why in fits):
            continue
        if may_offer(practice, state, reading, known):
            fits.append((practice, why))
    if not fits:
        return None
    fits = helped_first(fits, known)
    practice, why = fits[0]
    if known.helped.get(practice.id, 0) > 0:
        why = "it helped you before"
    other = next((one for one, _why in fits[1:] if one.company != practice.company), None)
    return Choice(practice=practice, other=other or (fits[1][0] if fits[1:] else None), why=why)


def _candidates(
    state: State, heard: Heard, reading: Reading, shelves: Shelves, helped: Sequence[str]
) -> Iterator[tuple[str, str]]:
    theme, case = reading.theme, reading.case
    branches = theme.branch if theme else ()
    last = [one.practice for one in branches if one.id == reading.part]
    for name in (*last, *(case.practices if case else ())):
        yield name, "it fits what you said last"
    likely = [shelves.playbooks[name] for name, share in reading.leaning[:3] if share >= LIKELY]
    for name in helped:
        if any(name in (*one.practices, *(two.practice for two in one.branch)) for one in likely):
            yield name, "it helped you before"
    for name in theme.practices if theme else ():
        yield name, f"it is among the first things for this: {theme.name.lower() if theme else ''}"
    for gist in dict.fromkeys((*(one.id for one in reading.gists), *state.gists)):
        for name in shelves.gists[gist].practices:
            yield name, "it fits what you said, whatever it is about"
    sure = {one.name: one.confidence for one in heard.understanding.situations}
    # Who taps for a step says no word with it, and has told before what it is for.
    told = heard.clean or " ".join(state.said[-TOLD:])
    asked = Asked(text=told, rows=heard.rows, situations=sure)
    for one in find(asked, shelves.finder):
        yield one.practice.id, one.why


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
        Stop.VIOLENCE in practice.stops and not known.is_two,
    )
    return not any(forbidden)


def helped_first(fits: list[tuple[Practice, str]], known: Known) -> list[tuple[Practice, str]]:
    """Put what helped this person before what else fits about as well."""
    first = sorted(fits[:CLOSE], key=lambda one: -_sign(known.helped.get(one[0].id, 0)))
    return [*first, *fits[CLOSE:]]


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)
