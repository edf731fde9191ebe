"""Ritual plans beside their optimum: forty seeded households, four weeks each.

The optimum of each household stands in tests/engines/windows/plan_optima.json, found and proved by
CP-SAT. Where ortools is installed (it is no dependency of anything here), `--prove` finds them anew
and writes the file; without it, ours is measured against what is stored.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from itertools import groupby
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from benchmarks._timing import say
from tests.engines.windows.seeded import HORIZON, RITUALS, SEEDS, digest, household

from aftershift.engines.windows.month import Group, Home, groups_of
from aftershift.engines.windows.placing import Caps
from aftershift.engines.windows.ritual_plan import plan_rituals
from aftershift.engines.windows.slots import Slot, slots_of

OPTIMA = Path(__file__).parents[1] / "tests/engines/windows/plan_optima.json"
SECONDS = 60.0
WORKERS = 2
GAP = 0.0005  # what is stored is the proven bound, never the lesser plan that was found
ROUNDS = 5

AtMost = tuple[list[int], int]


def main() -> None:
    """Print ours beside the optimum; with --prove, find the optima first."""
    if "--prove" in sys.argv:
        OPTIMA.write_text(json.dumps([prove(seed) for seed in SEEDS], indent=1) + "\n", "utf-8")
    stored = json.loads(OPTIMA.read_text("utf-8"))
    shares, taken, used = [], [], []
    for one in stored:
        members = household(one["seed"])
        wall, cpu = [], []
        for _ in range(ROUNDS):
            begun = perf_counter(), process_time()
            plan = plan_rituals(RITUALS, members, HORIZON)
            wall.append(1000 * (perf_counter() - begun[0]))
            cpu.append(1000 * (process_time() - begun[1]))
        shares.append(plan.value / one["optimum"])
        taken.append(min(wall))
        used.append(min(cpu))
    say(f"\n{len(stored)} households, best of {ROUNDS} rounds each")
    say(
        f"  worth beside CP-SAT's optimum{min(shares):>12.2%} at least, {median(shares):.2%} median"
    )
    say(f"  milliseconds, by the clock{max(taken):>13.1f} at most, {median(taken):.1f} median")
    say(f"  milliseconds of a processor{max(used):>12.1f} at most, {median(used):.1f} median")
    proved = [one["seconds"] for one in stored]
    say(f"  CP-SAT, seconds{max(proved):>24.1f} at most, {median(proved):.1f} median (when proved)")


def prove(seed: int) -> dict[str, float | int | str]:
    """Let CP-SAT find the best plan of one household, and prove it."""
    members = household(seed)
    groups = groups_of(RITUALS, members)
    slots = slots_of(groups, Home(members, HORIZON))
    cp_model = import_module("ortools.sat.python.cp_model")
    model = cp_model.CpModel()
    takes = [model.new_bool_var("") for _ in slots]
    for some, most in (*_counted(slots, groups), *_at_once(slots), *_spaced(slots, groups)):
        model.add(sum(takes[n] for n in some) <= most)
    model.maximize(sum(slot.value * take for slot, take in zip(slots, takes, strict=True)))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = SECONDS
    solver.parameters.num_workers = WORKERS
    solver.parameters.relative_gap_limit = GAP
    status = solver.solve(model)
    bound = round(solver.best_objective_bound)
    say(f"  {seed:>2}: {bound} {solver.status_name(status)} in {solver.wall_time:.1f} s")
    return {
        "seed": seed,
        "slots": digest(slots),
        "optimum": bound,
        "found": round(solver.objective_value),
        "seconds": round(solver.wall_time, 2),
    }


def _counted(slots: Sequence[Slot], groups: Sequence[Group]) -> Iterator[AtMost]:
    """So many of a ritual in its stretch, so many of all in a day and in a week."""
    caps = Caps()
    held: defaultdict[tuple[str, int, int, int], list[int]] = defaultdict(list)
    for n, slot in enumerate(slots):
        held["ritual", slot.group, slot.bucket, groups[slot.group].ritual.times].append(n)
        held["day", slot.day, 0, caps.a_day].append(n)
        held["week", slot.day // 7, 0, caps.a_week].append(n)
    for (_what, _which, _bucket, most), some in held.items():
        yield some, most


def _at_once(slots: Sequence[Slot]) -> Iterator[AtMost]:
    """Let nobody have two things at once, nor nearer than the gap."""
    gap = Caps().gap
    for bit in {1 << n for slot in slots for n in range(6) if slot.people >> n & 1}:
        reach = {n: one.ends + gap for n, one in enumerate(slots) if one.people & bit}
        yield from _cliques(slots, reach)


def _spaced(slots: Sequence[Slot], groups: Sequence[Group]) -> Iterator[AtMost]:
    """Keep a ritual's own distance."""
    for number, group in enumerate(groups):
        spacing = group.ritual.spacing
        own = [n for n, one in enumerate(slots) if one.group == number]
        yield from _cliques(slots, {n: slots[n].starts + spacing for n in own}) if spacing else ()


def _cliques(slots: Sequence[Slot], reach: Mapping[int, int]) -> Iterator[AtMost]:
    """Of all that reach over one moment, at most one: tighter for a solver than pairs."""
    open_now: list[int] = []
    in_order = sorted(reach, key=lambda n: slots[n].starts)
    for at, new in groupby(in_order, key=lambda n: slots[n].starts):
        open_now = [*(n for n in open_now if reach[n] > at), *new]
        yield open_now, 1


if __name__ == "__main__":
    say("Four weeks of rituals")
    main()
