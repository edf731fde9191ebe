"""Whether a ritual's help, a spillover and a change are found, and how often where there is none.

    python -m benchmarks.checkins [--quick]

Simulations with fixed seeds, so that the same code prints the same rates: the block design at every
length that is offered, beside an AB design with a random start; the mean of two; spillover with and
without a lag; the trend in flat answers, at a step, and when only the roster changes; the time of
two rosters by week. Then the sign-flip test is raced against a plain loop over all flips, which
must find the same. `--quick` takes a tenth of the runs.
"""

import sys
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import combinations, product

import numpy as np
from benchmarks._household import NURSE, RESIDENT, ZONE, hours
from benchmarks._timing import race, same, say

from aftershift.engines.checkins import experiments, randomisation, trend
from aftershift.engines.checkins.lasting import lasting
from aftershift.engines.checkins.spillover import Spills, spillover
from aftershift.engines.windows.weeks import weeks_together

RUNS = 1500
START = date(2026, 1, 5)
SIZES = (0, 0.5, 0.8, 1.2)  # in standard deviations within a person
ALIKE = (0.0, 0.3)  # AR(1): how alike neighbouring days are
TWO_ALIKE = (0.0, 0.3, 0.6)  # how alike the days of two partners are
ALPHA = 0.05
AB_DAYS, AB_LEAST = 28, 5
PATTERNS = (NURSE, RESIDENT, "DDDDD--", "DDEENN---", "LLMM----")
SLOW = ("DDDDD--", "NNNN----DDDD---")
CHANGES = (trend.Verdict.UP, trend.Verdict.DOWN)


def noise(dice: np.random.Generator, count: int, phi: float) -> np.ndarray:
    """Make days of spread one, each alike to its neighbour by phi."""
    values = dice.normal(0, 1, count)
    for at in range(1, count):
        values[at] = phi * values[at - 1] + np.sqrt(1 - phi**2) * values[at]
    return values


def dated(values: Iterable[float]) -> list[tuple[date, float]]:
    """Give each value its day."""
    return [(START + timedelta(days=at), float(value)) for at, value in enumerate(values)]


# --- experiments ------------------------------------------------------------------


def blocks_found(count: int, size: float, phi: float, runs: int) -> tuple[float, float]:
    """Give how often the ritual is said to help: by one side, and by the two that are shown."""
    dice = np.random.default_rng([count, round(100 * size), round(100 * phi)])
    one = two = 0
    for _ in range(runs):
        days = noise(dice, 2 * count, phi).reshape(-1, 2)
        signs = dice.choice((-1.0, 1.0), count)
        better = (days[:, 0] - days[:, 1]) * signs + size
        one += experiments.sign_flip(better, sides=1) <= ALPHA
        two += experiments.sign_flip(better) <= ALPHA and float(np.mean(better)) > 0
    return one / runs, two / runs


def phase_found(size: float, phi: float, runs: int) -> float:
    """Give how often an AB design of 28 days finds it, at its smallest p of 1/19."""
    dice = np.random.default_rng([AB_DAYS, round(100 * size), round(100 * phi)])
    hits = 0
    for _ in range(runs):
        days = noise(dice, AB_DAYS, phi)
        start = int(dice.integers(AB_LEAST, AB_DAYS - AB_LEAST + 1))
        days[start:] += size
        test = randomisation.starts_test([list(days)], length=start, least=AB_LEAST)
        hits += test.p <= 1 / 19 + 1e-9
    return hits / runs


def show_experiments(runs: int) -> None:
    """Print the table of power and false positives."""
    say(f"A ritual helps by d = {SIZES}: how often it is found ({runs} runs, alpha .05)")
    for phi in ALIKE:
        for count in experiments.OFFERED:
            rates = [blocks_found(count, size, phi, runs) for size in SIZES]
            one = " ".join(f"{rate:.2f}" for rate, _ in rates)
            two = " ".join(f"{rate:.2f}" for _, rate in rates)
            say(f"  phi {phi}, {count:2} blocks: one side {one}; as shown, two sides {two}")
        phases = " ".join(f"{phase_found(size, phi, runs):.2f}" for size in SIZES)
        say(f"  phi {phi}, AB of {AB_DAYS} days: {phases}")


def mean_found(count: int, sizes: tuple[float, float], alike: float, runs: int) -> float:
    """Give how often the mean of two is said to be helped, as shown; `alike` is of their days."""
    dice = np.random.default_rng([count, *(round(100 * abs(one)) for one in (*sizes, alike))])
    hits = 0
    for _ in range(runs):
        shared = dice.normal(0, 1, 2 * count) * np.sqrt(alike)
        own = dice.normal(0, 1, (2, 2 * count)) * np.sqrt(1 - alike)
        days = np.mean(shared + own, axis=0).reshape(-1, 2)
        signs = dice.choice((-1.0, 1.0), count)
        better = (days[:, 0] - days[:, 1]) * signs + float(np.mean(sizes))
        hits += experiments.sign_flip(better) <= ALPHA and float(np.mean(better)) > 0
    return hits / runs


def show_experiments_of_two(runs: int) -> None:
    """Print how often the mean of two finds what helps both, one of them, or one at a cost."""
    say(f"The mean of two, d = .8 for both, for one, or .8 and -.8: as shown ({runs} runs)")
    for alike in TWO_ALIKE:
        for count in (7, 14, 21):
            helped = ((0.8, 0.8), (0.8, 0.0), (0.8, -0.8))
            rates = " ".join(f"{mean_found(count, one, alike, runs):.2f}" for one in helped)
            say(f"  days of the two alike by {alike}, {count:2} blocks: {rates}")


# --- spillover --------------------------------------------------------------------


def spills_found(count: int, effect: float, phi: float, runs: int) -> float:
    """Give how often strain is said to go with tomorrow's closeness."""
    dice = np.random.default_rng([count, round(100 * effect), round(100 * phi)])
    hits = 0
    for _ in range(runs):
        strain, close = noise(dice, count, phi), noise(dice, count, phi)
        close[1:] -= effect * strain[:-1]
        hits += spillover(dated(strain), dated(close)).verdict is Spills.FOUND
    return hits / runs


def show_spillover(runs: int) -> None:
    """Print how often a spillover is found."""
    say(f"Spillover: how often it is found for effects of 0, .3, .5 and .8 ({runs} runs)")
    for phi in (0.0, 0.3, 0.6):
        size = spills_found(41, 0, phi, 10 * runs)
        say(f"  phi {phi},  41 days, none there: {size:.4f} ({10 * runs} runs)")
        for count in (41, 60, 120):
            rates = [spills_found(count, effect, phi, runs) for effect in (0, 0.3, 0.5, 0.8)]
            say(f"  phi {phi}, {count:3} days: " + " ".join(f"{rate:.3f}" for rate in rates))


# --- trend ------------------------------------------------------------------------


def changes_found(step: float, phi: float, runs: int) -> float:
    """Give how often a change is called real in twelve weeks with a step before the last three."""
    dice = np.random.default_rng([round(100 * step), round(100 * phi)])
    hits = 0
    for _ in range(runs):
        values = np.round(5 + 1.5 * noise(dice, 84, phi) + 1.5 * step * (np.arange(84) >= 63))
        found = trend.level(dated(values), until=START + timedelta(days=83))
        hits += found.verdict in CHANGES
    return hits / runs


def year_alarms(phi: float, runs: int) -> float:
    """Give how many flat years have any false alarm, looked at each week from the eighth on."""
    dice, years = np.random.default_rng([364, round(100 * phi)]), 0
    for _ in range(runs):
        days = dated(np.round(5 + 1.5 * noise(dice, 364, phi)))
        looks = (
            trend.level(days[: 7 * week], until=START + timedelta(days=7 * week - 1)).verdict
            for week in range(8, 53)
        )
        years += any(verdict in CHANGES for verdict in looks)
    return years / runs


def roster_alarms(runs: int) -> tuple[float, float]:
    """Give the false alarms when nights grow from a quarter to three quarters: plain, by kinds."""
    dice = np.random.default_rng(84)
    night = np.where(np.arange(84) < 63, np.arange(84) % 4 == 0, np.arange(84) % 4 != 0)
    until, plain, fair = START + timedelta(days=83), 0, 0
    for _ in range(runs):
        days = dated(np.round(7 - 3 * night + 1.5 * noise(dice, 84, 0.3)))
        kinds = {day: "night" if one else "off" for (day, _), one in zip(days, night, strict=True)}
        plain += trend.level(days, until=until).verdict in CHANGES
        fair += trend.level(days, until=until, kinds=kinds).verdict in CHANGES
    return plain / runs, fair / runs


def show_trend(runs: int) -> None:
    """Print how often a change is called real."""
    say(f"Trend: how often steps of 0, .5, 1 and 1.5 SD are called real ({runs} runs)")
    for phi in (0.0, 0.3, 0.6):
        rates = [changes_found(step, phi, runs) for step in (0, 0.5, 1, 1.5)]
        say(f"  phi {phi}: " + " ".join(f"{rate:.3f}" for rate in rates))
        year = year_alarms(phi, runs // 15)
        say(f"    a flat year looked at each week: {year:.2f} have an alarm ({runs // 15} runs)")
    plain, fair = roster_alarms(runs)
    say(f"  only the roster changes: {plain:.3f}, with kinds of shift {fair:.3f}")


# --- weeks together ---------------------------------------------------------------


def weeks_found(weeks: int, step: float, runs: int) -> float:
    """Give how often weeks of 15 hours, give or take three, are said to be more after a step."""
    dice = np.random.default_rng([weeks, round(100 * step)])
    moved = np.where(np.arange(weeks) >= weeks - trend.RECENT_WEEKS, 180 * step, 0)
    rows = dice.normal(900, 180, (runs, weeks)) + moved
    wanted = (trend.Verdict.UP,) if step else CHANGES
    return sum(lasting(list(row), least=60) in wanted for row in rows) / runs


def pattern_alarms(one: str, other: str) -> tuple[int, int]:
    """Give how often two unchanging patterns of a year sound like a change, and of how many."""
    everyone = [hours(name, pattern) for name, pattern in (("one", one), ("other", other))]
    weeks = weeks_together(everyone, zone=ZONE, first=date(2026, 1, 12), weeks=48)
    minutes = [each.minutes for each in weeks]
    looks = [minutes[at : at + 12] for at in range(len(minutes) - 12)]
    return sum(lasting(look, least=60) in CHANGES for look in looks), len(looks)


def show_weeks(runs: int) -> None:
    """Print how often the time of two people's rosters is said to have changed."""
    say(f"Time together: how often it is said to have changed, 12 weeks ({10 * runs} runs)")
    rates = [weeks_found(12, step, 10 * runs) for step in (0, 1, 2, 3)]
    say("  steps of 0, 1, 2 and 3 SD: " + " ".join(f"{rate:.3f}" for rate in rates))
    counts = [pattern_alarms(*pair) for pair in combinations(PATTERNS, 2)]
    alarms, looks = (sum(column) for column in zip(*counts, strict=True))
    say(f"  pairs of {len(PATTERNS)} patterns of shifts: {alarms} of {looks} looks")
    alarms, looks = pattern_alarms(*SLOW)
    say(f"  a pair that takes fifteen weeks to come round: {alarms} of {looks} looks")


# --- speed ------------------------------------------------------------------------


def by_loop(values: list[float]) -> float:
    """Go through all flips one by one: what anybody would write first."""
    size = abs(sum(values))
    hits = flips = 0
    for signs in product((1, -1), repeat=len(values)):
        flips += 1
        moved = sum(sign * value for sign, value in zip(signs, values, strict=True))
        hits += abs(moved) >= size - 1e-9
    return hits / flips


def show_speed() -> None:
    """Race the test of ten blocks, and time a year's and ten years' level."""
    values = np.random.default_rng(1).normal(0.5, 1, 10)
    plain = [float(value) for value in values]
    same("p", {"ours": experiments.sign_flip(values), "a plain loop": by_loop(plain)})
    times = race(
        {"ours": lambda: experiments.sign_flip(values), "loop": lambda: by_loop(plain)}, rounds=5
    )
    say(f"Sign flips of 10 blocks: {times['loop'].times(times['ours']):.0f} times a plain loop")
    dice = np.random.default_rng(2)
    for years in (1, 10):
        days = dated(np.round(dice.normal(5, 1.5, 365 * years)))
        until = days[-1][0]
        took = race({"level": lambda: trend.level(days, until=until)}, rounds=3)  # noqa: B023
        say(f"Level of {years} years of days: {took['level'].ms:.0f} ms")


def main() -> None:
    """Run all of it."""
    runs = RUNS // 10 if "--quick" in sys.argv[1:] else RUNS
    show_experiments(runs)
    show_experiments_of_two(runs)
    show_spillover(runs)
    show_trend(runs)
    show_weeks(runs)
    show_speed()


if __name__ == "__main__":
    main()
