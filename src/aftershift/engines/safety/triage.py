"""Who is at risk, from what was said: authored phrases, taught heads, and the turns before.

The gravest of all that speaks counts. A long message is heard in windows, and each counts as if
it had been said alone. What came before counts too: a question about heights or doses is nothing,
unless somebody was in despair a minute ago.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from aftershift.engines.language.cleaning import Cleaned
from aftershift.engines.language.heads import Heads
from aftershift.engines.language.utterance import Utterance
from aftershift.engines.safety.distance import FAINT, only_tells_of_distance
from aftershift.engines.safety.risk import Because, Category, Level, Risk
from aftershift.engines.safety.signals import Heard, Listener

Before: TypeAlias = Callable[[], Sequence[Utterance]]  # the turns before, heard when it is asked

TURNS_READ = 6  # with the one that is being answered
# Log-odds by which a turn and the turn read on may each be under a threshold where both agree; over
# it, from which a turn counts alone, and from which what is read on does. Chosen on our test sets.
AGREED, SURE_ALONE, SURE_READ_ON = 0.1, 1.2, 2.0
UNNAMED = -2.0  # log-odds under which no kind is named: of two in three it was another one
LEVEL_HEADS = (Level.CHECK_IN, Level.ELEVATED, Level.EMERGENCY)  # "so grave at least"
ENGLISH = "en"
MEANS, DISTRESS = "means", "distress"


@dataclass(frozen=True, kw_only=True, slots=True)
class Thresholds:
    """Log-odds from which a head counts: one for each level, one for all categories.

    `emergency_beside`: from which the head of emergencies counts where that of elevated does too.
    """

    check_in: float
    elevated: float
    emergency: float
    emergency_beside: float
    category: float

    @property
    def levels(self) -> tuple[float, float, float]:
        """Give those of the levels, in their order."""
        return self.check_in, self.elevated, self.emergency


# Chosen by all of our own sets, so that in talks as many risks are heard as by the ear before and
# fewer ordinary talks disturbed; so their numbers flatter. docs/safety.md has what they cost.
USUAL = Thresholds(
    check_in=-0.33, elevated=-0.05, emergency=-0.6, emergency_beside=-1.5, category=0.0
)
# Phrases hold where the heads hear nothing, but not against their being sure: "kms, called the
# consultant mum". Log-odds of "grave at all", chosen where no phrase that was right is lost. What
# is said plainly of oneself ("is_firm") they make one step less grave, and never nothing.
DOUBTED, UNBELIEVED = -1.8, -2.0  # a question instead of its level; nothing


@dataclass(frozen=True, kw_only=True, slots=True)
class Ear:
    """Everything that triage listens with. `heads` has the level heads first, then categories."""

    heads: Heads
    listener: Listener
    thresholds: Thresholds = USUAL


@dataclass(frozen=True, kw_only=True, slots=True)
class _Window:
    odds: NDArray[np.float32]  # of the level heads
    level: Level
    categories: tuple[tuple[float, Category], ...]
    starts: int
    ends: int


def triage(
    utterance: Utterance,
    ear: Ear,
    *,
    before: Before = tuple,
    together: Utterance | None = None,
) -> Risk:
    """Say how much somebody is at risk by what they said last, and by the turns before it.

    `together` is the turn read on from those before it. "She's got a hammer" is grave after a door
    that was locked, and "he says let her be" is not after a talk about the cat: in a talk both must
    hear it, the turn and the turn read on, unless one of them is sure. `before` is called only for
    a turn that asks about means. What is disguised is heard in both its readings.
    """
    heard = _risk(utterance, ear, before, together)
    if utterance.plain is None:
        return heard
    read_on = together and (together.plain or together)
    return max(heard, _risk(utterance.plain, ear, before, read_on), key=lambda one: one.level)


def _risk(utterance: Utterance, ear: Ear, before: Before, together: Utterance | None) -> Risk:
    if not utterance.windows:
        return Risk(level=Level.NONE)
    heard = _heard(utterance, ear)
    windows = _windows(utterance, ear)
    surest = float(_highest(windows)[0])
    if together is not None:
        windows = [*_agreed(utterance, windows, _windows(together, ear), ear.thresholds)]
    alone = [_believed(one, surest) for one in heard if not one.signal.means]
    level = max([Level.NONE, *alone, *(one.level for one in windows)])
    if level < Level.ELEVATED and _means_after_distress(heard, before, ear):
        level = Level.ELEVATED
    if (
        level is Level.CHECK_IN
        and not heard
        and _is_only_distance(utterance, windows, together, ear)
    ):
        level = Level.NONE
    grave = [one for one in windows if one.level is level and level]
    spoken = [one for one in heard if not one.signal.means or level is Level.ELEVATED]
    return Risk(
        level=level,
        categories=tuple(_categories(spoken, grave)) if level else (),
        because=tuple(_because(utterance, spoken, grave)) if level else (),
        language=_language(spoken) if level else "",
        is_held=_is_held(spoken),
    )


def _is_only_distance(
    utterance: Utterance, windows: Sequence[_Window], together: Utterance | None, ear: Ear
) -> bool:
    """Say whether the heads hear faintly, and no kind but despair, that two hardly meet."""
    if not only_tells_of_distance(utterance.text):
        return False
    read = [*windows, *(_windows(together, ear) if together else ())]
    kinds = {kind for one in read for _odd, kind in one.categories}
    return kinds <= {Category.DESPAIR} and bool((_highest(read)[: len(FAINT)] <= FAINT).all())


def _language(heard: Sequence[Heard]) -> str:
    """Name the language of the gravest phrases; nothing for English, or where two speak."""
    gravest = max((one.level for one in heard), default=Level.NONE)
    spoken = {one.language for one in heard if one.level is gravest} or {ENGLISH}
    return "" if ENGLISH in spoken or len(spoken) > 1 else spoken.pop()


def _is_held(spoken: Sequence[Heard]) -> bool:
    """Say whether somebody threatens to harm themselves, and no phrase tells of an own emergency.

    That the threat is meant is a worry for another: it may be as grave.
    """
    own = [one for one in spoken if Category.WORRY_FOR_OTHER not in one.signal.categories]
    is_own = any(one.level is Level.EMERGENCY for one in own)
    return any(one.signal.holds for one in spoken) and not is_own


def _heard(utterance: Utterance, ear: Ear) -> tuple[Heard, ...]:
    """Hear phrases in the text as it was mended and as it was typed: "nicht mehr" is well spelt.

    The places of all of them are those of the mended text.
    """
    heard, typed = ear.listener.hear(utterance.text), utterance.unmended
    if typed is None:
        return heard
    known = {one.signal.id for one in heard}
    also = (one for one in ear.listener.hear(typed.text) if one.signal.id not in known)
    return (*heard, *(_as_mended(one, typed, utterance.cleaned) for one in also))


def _as_mended(heard: Heard, typed: Cleaned, mended: Cleaned) -> Heard:
    starts, ends = mended.cleaned(*typed.original(heard.starts, heard.ends))
    return replace(heard, starts=starts, ends=ends)


def _agreed(
    utterance: Utterance,
    alone: Sequence[_Window],
    together: Sequence[_Window],
    thresholds: Thresholds,
) -> Iterator[_Window]:
    """Give what a turn and the turn read on both hear, and what either is sure of."""
    read_on = _highest(together)
    both = level_of(read_on + AGREED, thresholds)
    for one in alone:
        heard = min(level_of(one.odds + AGREED, thresholds), both)
        yield replace(one, level=max(heard, level_of(one.odds - SURE_ALONE, thresholds)))
    surely = level_of(read_on - SURE_READ_ON, thresholds)
    if surely:
        gravest = max(together, key=lambda one: one.level)
        yield replace(gravest, level=surely, starts=0, ends=len(utterance.text))


def _believed(heard: Heard, surest: float) -> Level:
    """Give the level of a phrase beside what the heads say of the whole message.

    The encoder knows English; what is said in another language it may not doubt.
    """
    if heard.language != ENGLISH or surest >= DOUBTED:
        return heard.level
    if heard.signal.is_firm:
        return max(Level.CHECK_IN, Level(heard.level - 1))
    return min(heard.level, Level.CHECK_IN) if surest >= UNBELIEVED else Level.NONE


def _windows(utterance: Utterance, ear: Ear) -> list[_Window]:
    return [_window(utterance, at, ear) for at in range(len(utterance.windows))]


def _window(utterance: Utterance, at: int, ear: Ear) -> _Window:
    odds = ear.heads.log_odds(utterance.window(at), utterance.embeddings[at])
    levels, kinds = odds[: len(LEVEL_HEADS)], odds[len(LEVEL_HEADS) :]
    names = ear.heads.names[len(LEVEL_HEADS) :]
    known = sorted(
        ((float(odd), Category(name)) for odd, name in zip(kinds, names, strict=True)),
        reverse=True,
    )
    sure = [one for one in known if one[0] > ear.thresholds.category] or [
        one for one in known[:1] if one[0] > UNNAMED
    ]
    starts, ends = utterance.windows[at]
    return _Window(
        odds=levels,
        level=level_of(levels, ear.thresholds),
        categories=tuple(sure),
        starts=starts,
        ends=ends,
    )


def level_odds(utterance: Utterance, ear: Ear) -> NDArray[np.float32]:
    """Give the highest log-odds of each level head over a message's windows."""
    return _highest(_windows(utterance, ear))


def _highest(windows: Sequence[_Window]) -> NDArray[np.float32]:
    highest: NDArray[np.float32] = np.max([one.odds for one in windows], axis=0)
    return highest


def level_of(odds: NDArray[np.float32], thresholds: Thresholds) -> Level:
    """Give the gravest level whose head is over its threshold."""
    over = [
        level
        for level, odd, least in zip(LEVEL_HEADS, odds, thresholds.levels, strict=True)
        if odd > least
    ]
    if Level.ELEVATED in over and odds[-1] > thresholds.emergency_beside:
        return Level.EMERGENCY
    return max(over, default=Level.NONE)


def _means_after_distress(heard: Sequence[Heard], before: Before, ear: Ear) -> bool:
    if not any(one.signal.means == MEANS for one in heard):
        return False
    return any(
        any(one.signal.means == DISTRESS or one.level for one in _heard(turn, ear))
        or any(one.level for one in _windows(turn, ear))
        for turn in before()
    )


def _categories(heard: Sequence[Heard], windows: Sequence[_Window]) -> Iterator[Category]:
    """Name each kind once: what was said, the gravest first, then what the heads are surest of."""
    said = sorted(heard, key=lambda one: -one.level)
    named = [kind for one in said for kind in one.signal.categories]
    sure = sorted((one for window in windows for one in window.categories), reverse=True)
    yield from dict.fromkeys([*named, *(kind for _odd, kind in sure)])


def _because(
    utterance: Utterance, heard: Sequence[Heard], windows: Sequence[_Window]
) -> Iterator[Because]:
    for one in heard:
        starts, ends = utterance.cleaned.original(one.starts, one.ends)
        yield Because(starts=starts, ends=ends, signal=one.signal.id)
    for window in windows:
        starts, ends = utterance.cleaned.original(window.starts, window.ends)
        yield Because(starts=starts, ends=ends, signal=f"heard as {window.level.word}")
