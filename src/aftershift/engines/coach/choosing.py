"""Which practice to offer: what fits comes first, and what helped this person only re-orders it.

Nothing here is random, and what was refused, tried or stopped by something in this person's life
is not offered at all.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from aftershift.engines.coach.aims import Told
from aftershift.engines.coach.reading import Reading
from aftershift.engines.coach.shelves import Playbook, Shelves
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
LATELY = 2  # replies
LIKELY_OFFERED = 0.35  # share of a practice from where on it fits what no theme is known for
OWN_STEP = "self.if-then"  # what a step of the person's own hangs on
READY = 0.8  # share of a theme, all that was said before taken together, from where on it is sure
LEAST = 0.03  # share of a theme in all that was said, from where on it is likely at all
SURELY_WAS = 0.9  # the same, once, from where on it stays so
LIKELY = 0.1  # share of a theme for which what helped before may be offered again
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
    """A practice to offer, another one beside it, and why the first.

    `line`: what offers it where what fits is an aim's step; else the practice says it itself.
    `is_near`: nothing is known that it is for, and it is only the nearest.
    """

    practice: Practice
    other: Practice | None
    why: str
    line: tuple[str, str] | None = None
    is_near: bool = False


def choose(
    state: State, heard: Heard, reading: Reading, known: Known, shelves: Shelves
) -> Choice | None:
    """Choose what to offer now; None where nothing fits."""
    practices = shelves.finder.practices
    fits: dict[str, Fit] = {}
    helped = [name for name, times in known.helped.items() if times > 0]
    for fit in _candidates(state, heard, reading, shelves, helped):
        practice = practices.get(fit.practice)
        if practice and fit.practice not in fits and may_offer(practice, state, reading, known):
            fits[fit.practice] = fit
    if not fits:
        return None
    first, *others = helped_first(list(fits.values()), known)
    has_helped = known.helped.get(first.practice, 0) > 0
    if first.is_near and OWN_STEP in fits and not has_helped:
        first = Fit(practice=OWN_STEP, why="it holds a step of your own", is_near=True)
    practice = practices[first.practice]
    if first.line is not None:
        return Choice(
            practice=practice, other=None, why=first.why, line=first.line, is_near=first.is_near
        )
    why = "it helped you before" if has_helped else first.why
    rest = [practices[one.practice] for one in others]
    other = next((one for one in rest if one.company != practice.company), None)
    return Choice(
        practice=practice,
        other=other or next(iter(rest), None),
        why=why,
        is_near=first.is_near,
    )


def _candidates(
    state: State, heard: Heard, reading: Reading, shelves: Shelves, helped: Sequence[str]
) -> Iterator[Fit]:
    theme = reading.theme if is_likely(state, reading) else None
    yield from _fits_what_was_said(reading)
    likely = [shelves.playbooks[name] for name, share in reading.leaning[:3] if share >= LIKELY]
    for name in helped:
        if any(name in (*one.practices, *(two.practice for two in one.branch)) for one in likely):
            yield Fit(practice=name, why="it helped you before")
    if theme is None:
        yield from _aimed(state, heard.told, shelves)
        yield from _of_gists([one.id for one in reading.sure_gists], shelves)
        yield from _found(state, heard, reading, shelves)
    else:
        why = f"it is among the first things for this: {theme.name.lower()}"
        yield from (Fit(practice=name, why=why) for name in theme.practices)
    yield from _of_gists([*(one.id for one in reading.gists), *state.gists], shelves)
    yield from _found(state, heard, reading, shelves)


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


def _aimed(state: State, told: Told, shelves: Shelves) -> Iterator[Fit]:
    """Give steps towards what is surely wanted, those first that give back their own words."""
    said = last_pointed(state)
    aim = shelves.aiming.aimed(told)
    if aim is None:
        return
    steps = shelves.aiming.steps(aim, told)
    steps.sort(key=lambda step: "{said}" not in step[1].text)
    why = f"it fits somebody who wants to {small(aim.name)}"
    for name, one in steps:
        if name not in state.used and (said or "{said}" not in one.text):
            line = (name, one.text.replace("{said}", said))
            yield Fit(practice=one.practice, why=why, line=line)


def last_pointed(state: State) -> str:
    """Give the person's own words that were given back last, and lately; "" where none were."""
    lately = (words for reply, words in reversed(state.pointed) if reply >= state.turns - LATELY)
    return next(lately, "")


def small(name: str) -> str:
    """Let a name begin small, inside of a sentence."""
    return name[:1].lower() + name[1:]


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
        Stop.VIOLENCE in practice.stops and not known.is_two,
    )
    return not any(forbidden)


def helped_first(fits: list[Fit], known: Known) -> list[Fit]:
    """Put what helped this person before what else fits about as well."""
    first = sorted(fits[:CLOSE], key=lambda one: -_sign(known.helped.get(one.practice, 0)))
    return [*first, *fits[CLOSE:]]


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)
