"""A year of one nurse's body clock, against the package `circadian` 1.0.3.

The job is the same for both: Forger 1999 (and Hannay 2019 as a second race) through the light of
one year's roster, to the lows of body temperature and the onsets of melatonin. Ours starts from
shifts and sleep and makes the light itself; the package is given its light on the grid of 0.1 h
that its documents use. Beside the times stands each one's error against steps of 0.02 h.

The package is no dependency of this project. Without it our own figures are printed alone.
"""

from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import numpy as np
from benchmarks._household import FIRST, LAST, NURSE, YEAR, ZONE, hours
from benchmarks._timing import race, say, table

from aftershift.engines.sleep.circadian import (
    HANNAY_START,
    START,
    STEP_HOURS,
    Course,
    Numbers,
    State,
    forger99,
    hannay19,
)
from aftershift.engines.sleep.episodes import likely_sleep
from aftershift.engines.sleep.light import Light, light_of
from aftershift.engines.sleep.phase import body_clock

PEER = "circadian"
ADVICE = "\nFor the ratio: pip install circadian==1.0.3 into this environment, and run this again."
FINE_STEP_HOURS = 0.02
PEER_STEP_HOURS = 0.1
DLMO_BEFORE_LOW = 7 * 60
ROUNDS = 5
SETTLED = 5 * 1440  # both start near the cycle; the first days are left out of the comparison

Follow = Callable[..., Course]


def main() -> None:
    """Print the errors, then the times."""
    nurse = hours("Alex", NURSE)
    sleep = likely_sleep(nurse.shifts, nurse.habits, zone=ZONE, first=FIRST, last=LAST)

    def light() -> Light:
        return light_of(sleep, nurse.shifts, zone=ZONE, covers=YEAR)

    for name, follow, start in (
        ("Forger99", forger99, START), ("Hannay19", hannay19, HANNAY_START),
    ):  # fmt: skip
        compete(name, follow, start, light)
    whole = race({
        "shifts and sleep to bands, both models": lambda: body_clock(
            nurse.shifts, sleep, nurse.habits, zone=ZONE, first=FIRST, last=LAST
        )
    }, ROUNDS)  # fmt: skip
    table("The door that others use, a year", whole, "ours")
    if not find_spec(PEER):
        say(ADVICE)


def compete(name: str, follow: Follow, start: State, light: Callable[[], Light]) -> None:
    """Measure errors, then race, one model."""
    year = light()
    fine = np.array(follow(year, start, FINE_STEP_HOURS).lows)
    say(f"\n{name}: error of the low against steps of {FINE_STEP_HOURS} h, in minutes")
    for step in (1.0, STEP_HOURS, 0.25):
        tell(f"ours, steps of {step} h at most", follow(year, start, step).lows, fine)
    contenders: dict[str, Callable[[], object]] = {
        "aftershift: light, lows, onsets": lambda: onsets(follow(light(), start).lows),
    }
    if find_spec(PEER):
        peer = Peer(name, year, start)
        tell(f"{PEER} 1.0.3, steps of {PEER_STEP_HOURS} h", peer.lows(), fine)
        contenders[f"{PEER} 1.0.3: lows, onsets"] = peer.lows_and_onsets
    table(f"{name}, one person-year", race(contenders, ROUNDS), "ours")


def onsets(lows: Sequence[float]) -> list[tuple[float, float]]:
    """Put melatonin's onset beside each low."""
    return [(low, low - DLMO_BEFORE_LOW) for low in lows]


def tell(who: str, lows: Sequence[float], fine: Numbers) -> None:
    """Print one contender's errors; each of the fine lows is compared with the nearest."""
    found, exact = np.array(lows), fine[fine > fine[0] + SETTLED]
    errors = np.abs(found[None, :] - exact[:, None]).min(axis=1)
    say(f"  {who:<44}{errors.mean():>10.3f} mean{errors.max():>10.3f} most")


class Peer:
    """The package's model with its light on a grid, from our start."""

    def __init__(self, name: str, light: Light, start: State) -> None:
        """Spread the light over the grid, once."""
        self.make: Callable[[], Any] = getattr(import_module(f"{PEER}.models"), name)
        first, last = light.minutes[0], light.minutes[-1]
        self.origin = first
        self.time = np.arange(0, (last - first) / 60, PEER_STEP_HOURS)
        where = np.searchsorted(light.minutes, first + 60 * self.time + 1e-6, side="right") - 1
        self.light = np.array(light.lux)[where]
        point = start.point
        plane = (point.real, point.imag) if name == "Forger99" else (abs(point), np.angle(point))
        self.start = np.array([*plane, start.n])

    def lows_and_onsets(self) -> tuple[Numbers, Numbers]:
        """Do the job as its documents show it."""
        model = self.make()
        model(self.time, self.start, self.light)
        return model.cbt(), model.dlmos()

    def lows(self) -> list[float]:
        """Give its lows in minutes since the epoch."""
        found: list[float] = (self.origin + 60 * self.lows_and_onsets()[0]).tolist()
        return found


if __name__ == "__main__":
    say("The body clock over a year")
    main()
