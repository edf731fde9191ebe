"""Aims: what somebody is about to do next, whatever the matter is.

A theme is a matter that we foresaw. Thanking somebody, beginning what was put off or bringing
something up with a friend can be wanted in any life, and small steps and words for it fit there.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

import numpy as np

from aftershift.engines.basics.recall import Recall, Rows
from aftershift.engines.language.choosing import Chooser, log_odds, shares

TOLD = 6  # messages that say what a step or words are for, the last among them
SURE = 0.9  # share of an aim from where on it is taken for what is wanted
BOTH = 0.5  # share of two together from where on it is likely one of them


@dataclass(frozen=True, kw_only=True, slots=True)
class AimStep:
    """A small step, as it is offered, and the practice whose evidence stands behind it.

    The text may hold {who}, and {said}: the person's own words.
    """

    practice: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Aim:
    """One aim: how it is told, steps towards it, and words that the person may say or send."""

    id: str
    name: str
    says: tuple[str, ...]
    not_says: tuple[str, ...]
    steps: tuple[AimStep, ...]
    words: tuple[str, ...]


def _no_rows() -> Rows:
    return np.zeros((0, 0), dtype=np.float32)


def is_step(name: str) -> bool:
    """Say whether a line of this name offers a step of an aim, or one of the person's own."""
    return name.startswith("step_own.") or name.partition(".")[2].startswith("steps.")


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Told:
    """What was told lately, behind one another: its clean text, what it means, what is done in it.

    `rows` and `done` as in `Heard`: (1, width), or none.
    """

    text: str = ""
    rows: Rows = field(default_factory=_no_rows)
    done: Rows = field(default_factory=_no_rows)


@dataclass(frozen=True, kw_only=True, slots=True)
class Aiming:
    """The aims, and a chooser among them in their order; its last name is none. Without one nobody
    is known to want any of them.

    `lines` recalls `<aim>.steps.<place>` and `<aim>.words.<place>`.
    """

    chooser: Chooser | None
    aims: tuple[Aim, ...]
    lines: Recall

    def aimed(self, told: Told) -> Aim | None:
        """Give the aim of what was told; None where none is nearly sure."""
        (aim, share), *_others = self._likeliest(told) or [(None, 0.0)]
        return aim if share >= SURE else None

    def one_of(self, told: Told) -> tuple[Aim, ...]:
        """Give two aims of which what was told likely has one; none where it may be any."""
        (first, share), (second, less), *_others = self._likeliest(told) or [(None, 0.0)] * 2
        return (first, second) if first and second and share + less >= BOTH else ()

    def _likeliest(self, told: Told) -> list[tuple[Aim | None, float]]:
        if self.chooser is None or not len(told.done):
            return []
        each = shares(log_odds([told.text], told.done, self.chooser))[0, :-1]
        return [(self.aims[at], float(each[at])) for at in np.argsort(-each, kind="stable")]

    def steps(self, aim: Aim, told: Told) -> list[tuple[str, AimStep]]:
        """Give the steps of an aim by the names of their lines, what is nearest first."""
        names = {f"{aim.id}.steps.{place}": one for place, one in enumerate(aim.steps)}
        return [(name, names[name]) for name in self._nearest(names, told)]

    def words(self, aim: Aim, told: Told) -> list[tuple[str, str]]:
        """Give the words of an aim by the names of their lines, what is nearest first."""
        names = {f"{aim.id}.words.{place}": text for place, text in enumerate(aim.words)}
        return [(name, names[name]) for name in self._nearest(names, told)]

    def _nearest(self, names: Collection[str], told: Told) -> Iterable[str]:
        near = self.lines.nearest(told.rows, len(names), among=names)
        return dict.fromkeys((*(one.name for one in near), *names))
