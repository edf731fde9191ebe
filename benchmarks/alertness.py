"""A year of one nurse's alertness, against the plain loop that steps the same equations.

The job is the same for both: S, C, U, W and KSS of the three-process model through a year of sleep
on a grid of 5 or 15 minutes (Ingre 2014; Akerstedt & Folkard 1997), C at 16.8 h. The loop steps
from one moment to the next, exactly, and is given the hours on the wall; ours works them out too.
Both must agree to 1e-9 of alertness before anything is timed.

Beside them runs what `circadian` 1.0.3 has nearest: its two-process model, driven by the same
sleep. It is another model, so its values are not compared, and it is no dependency: without it the
loop alone is raced. Last comes the limit: the exponentials and cosines of each moment, two each,
in numpy with nothing around them.
"""

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec
from math import cos, exp, log, pi
from typing import Any

import numpy as np
from benchmarks._household import FIRST, LAST, NURSE, YEAR, ZONE, hours
from benchmarks._timing import Work, race, say, table

from aftershift.engines.basics.spans import Spans, is_inside, union
from aftershift.engines.sleep.alertness import Alertness, Numbers, alertness_through, clock_hours
from aftershift.engines.sleep.episodes import likely_sleep

PEER = "circadian"
STEPS = (15, 5)  # minutes
EQUAL = 1e-9
ROUNDS = 7
WOKEN_BEFORE = 16.0  # hours before the first sleep, as ours begins

Row = tuple[float, float, float, float, float]


def main() -> None:
    """See that both find the same, then time them, on each grid."""
    nurse = hours("Alex", NURSE)
    sleep = union(
        one.span
        for one in likely_sleep(nurse.shifts, nurse.habits, zone=ZONE, first=FIRST, last=LAST)
    )
    for step in STEPS:
        compete(sleep, step)


def compete(sleep: Spans, step: int) -> None:
    """Race on one grid."""
    minutes = np.arange(YEAR[0], YEAR[1] + 1, step, dtype=np.float64)
    clock = clock_hours(minutes, ZONE)
    found = by_us(sleep, step)
    ours = np.column_stack((found.s, found.c, found.u, found.w, found.kss))
    apart = float(np.abs(ours - np.array(stepped(sleep, minutes, clock))).max())
    if not apart < EQUAL:
        reason = f"the loop finds other alertness, by {apart}"
        raise SystemExit(reason)
    contenders: dict[str, Work] = {
        "aftershift: alertness_through": lambda: by_us(sleep, step),
        "a plain loop, step by step": lambda: stepped(sleep, minutes, clock),
        "the limit: numpy's exp and cos alone": lambda: limit(minutes),
    }
    if find_spec(PEER):
        contenders[f"{PEER} 1.0.3: its two-process model"] = two_processes(sleep, minutes)
    title = f"A person-year every {step} minutes: {minutes.size} moments, apart by {apart:.0e}"
    table(title, race(contenders, ROUNDS), "ours")


def by_us(sleep: Spans, step: int) -> Alertness:
    """Do it as the product does."""
    return alertness_through(sleep, zone=ZONE, within=YEAR, step=step)


# --- the plain loop ---------------------------------------------------------------------


def stepped(sleep: Spans, minutes: Numbers, clock: Numbers) -> list[Row]:
    """Step S and the hours awake from moment to moment; C, U and W follow from the hour."""
    s, since = 14.0, sleep[0][0] / 60 - WOKEN_BEFORE
    at, asleep, woken = since, False, since
    edges, rows = _edges(sleep), []
    edge, falls_asleep = next(edges)
    for now, shown in zip((minutes / 60).tolist(), clock.tolist(), strict=True):
        while edge <= now:
            s, at, asleep = _after(s, edge - at, asleep=asleep), edge, falls_asleep
            woken = woken if asleep else edge
            edge, falls_asleep = next(edges, (float("inf"), False))
        s, at = _after(s, now - at, asleep=asleep), now
        c = 2.5 * cos(2 * pi / 24 * (shown - 16.8))
        u = -0.5 + 0.5 * cos(2 * pi / 12 * (shown - 19.8))
        w = 0.0 if asleep else -5.72 * exp(-1.51 * (now - woken))
        kss = min(max(10.6 - 0.6 * (s + c + u + w), 1.0), 9.0)
        rows.append((s, c, u, w, kss))
    return rows


def _edges(sleep: Spans) -> Iterator[tuple[float, bool]]:
    for onset, waking in sleep:
        yield onset / 60, True
        yield waking / 60, False


G = log((14.3 - 14) / (14.3 - 7.96)) / 8


def _after(s: float, hours: float, *, asleep: bool) -> float:
    """Let S fall towards 2.4, or recover: in a line up to 12.2, then towards 14.3."""
    if not asleep:
        return 2.4 + (s - 2.4) * exp(-0.0353 * hours)
    steady = G * (12.2 - 14.3)
    to_brake = max(0.0, (12.2 - s) / steady)
    if hours < to_brake:
        return s + steady * hours
    return 14.3 - (14.3 - max(s, 12.2)) * exp(G * (hours - to_brake))


# --- the others -------------------------------------------------------------------------


def two_processes(sleep: Spans, minutes: Numbers) -> Callable[[], Any]:
    """Prepare the package's loop over as many moments, awake and asleep given as steps walked.

    Its step is 0.1 h whatever the grid: it is timed, and not believed.
    """
    model = import_module(f"{PEER}.sleep").TwoProcessModel()
    time = (minutes - minutes[0]) / 60
    walked = [0.0 if is_inside((int(at), int(at) + 1), sleep) else 100.0 for at in minutes]
    phase = 2 * pi / 24 * (time - 4.5)
    return lambda: model(time, phase, walked)


def limit(minutes: Numbers) -> Sequence[Numbers]:
    """Take what no way around can spare: one exponential each for S and W, two cosines."""
    at = minutes / 60
    return np.exp(-0.0353 * at), np.exp(-1.51 * at), np.cos(at), np.cos(2 * at)


if __name__ == "__main__":
    say("Alertness over a year")
    main()
