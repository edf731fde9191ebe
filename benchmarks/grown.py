"""Pages that read many answers: an account of ten years beside one of three weeks, in one run.

    python -m benchmarks.grown

Accounts in one process and one database. One answered every day for three weeks and kept one
thing of each kind; the other answered every day and week for ten years, kept results and lists
every month and finished as many experiments as an account holds. Once both have the same two
rosters of a year, of which twelve weeks back are kept, and once none, where a level is learnt from
a whole year. Each page is asked for in turns, through Django's own client, so that no socket is in
it. The wish: ten years within twice three weeks, and a year drawn as fast as a week.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks._household import NURSE, RESIDENT, ZONE, calendar
from benchmarks._timing import Times, race, say

ROOT = Path(__file__).parents[1]
NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
TODAY = NOW.date()
FEW, MANY = 21, 3652  # days
MONTHS = 120
ROUNDS = 15
TRENDS, PAPER = "/check-in/trends?span=", "/check-in/paper"
PAGES = {
    "the day": "/check-in/",
    "the week": "/check-in/week",
    "over time, a week": f"{TRENDS}week",
    "over time, a month": f"{TRENDS}month",
    "over time, a year": f"{TRENDS}year",
    "on paper, 12 weeks": PAPER,
    "on paper, 26 weeks": f"{PAPER}?weeks=26&item=energy&item=mood&item=closeness&item=fair",
    "reflections": "/reflect/",
    "questionnaires": "/questionnaires/",
    "experiments": "/experiments/",
}
DAILY = ("energy", "mood", "stress", "patience", "closeness")
WEEKLY = ("understood", "cared_for", "fair", "workload", "record", "say", "moral", "stay")


def main() -> None:
    """Measure in a process of its own, with a database in a new folder."""
    with tempfile.TemporaryDirectory(prefix="aftershift-grown-") as folder:
        told = {"DATA": folder, "DATABASE": "", "NOW": NOW.isoformat(), "TESTING": "yes"}
        ours = {f"AFTERSHIFT_{name}": value for name, value in told.items()}
        ours |= {"AFTERSHIFT_ARGON2_KIB": "64"}  # not a password is what is measured
        subprocess.run(
            [sys.executable, "-m", "benchmarks.grown", "here"],
            cwd=ROOT,
            env={**os.environ, **ours, "DJANGO_SETTINGS_MODULE": "aftershift.web.settings"},
            check=True,
        )


def measure() -> None:
    """Let both accounts grow, then print each page's two times and their ratio."""
    import_module("aftershift.web.env")  # the safe SQLite, before Django takes another
    import_module("django").setup()
    import_module("django.core.management").call_command("migrate", verbosity=0)
    import_module("aftershift.web.ears").room = import_module("tests.web.hearing").Calm
    somebody = import_module("tests.people").somebody
    for told, has_rosters in (("Two rosters", True), ("No roster", False)):
        small, grown = (somebody(f"{told} {size}") for size in ("small", "grown"))
        for account, days, months in ((small, FEW, 1), (grown, MANY, MONTHS)):
            if has_rosters:
                bring_rosters(account)
            answer(account, days)
            keep_much(account, months)
        say(told)
        show({name: race_of(small, grown, path) for name, path in PAGES.items()})


def race_of(small: Any, grown: Any, path: str) -> Mapping[str, Times]:
    """Let both ask for one page in turns."""
    asking = {"small": asked(small, path), "grown": asked(grown, path)}
    return race(asking, rounds=ROUNDS)


def asked(account: Any, path: str) -> Callable[[], object]:
    """Give what asks for a page and stops where it is not there."""

    def ask() -> None:
        status = account.browser.get(path).status_code
        if status != 200:
            reason = f"{path} answers {status}"
            raise SystemExit(reason)

    return ask


def show(took: Mapping[str, Mapping[str, Times]]) -> None:
    """Print a row for each page, then a year beside a week."""
    say(f"  {'':<22}{'three weeks':>14}{'ten years':>14}")
    for name, times in took.items():
        small, grown = times["small"], times["grown"]
        row = f"{name:<22}{small.ms:>11.1f} ms{grown.ms:>11.1f} ms"
        say(f"  {row}{grown.times(small):>8.2f} times")
    year, week = took["over time, a year"]["grown"], took["over time, a week"]["grown"]
    say(f"  Ten years of answers: a year drawn takes {year.ms / week.ms:.2f} times a week drawn")


# --- how an account grows ---------------------------------------------------------


def bring_rosters(account: Any) -> None:
    """Bring a year of two people's shifts, by the same actions as anybody."""
    actions = import_module("aftershift.web.rosters.actions")
    papers = import_module("aftershift.web.rosters.papers")
    reading = import_module("aftershift.web.rosters.reading")
    queries = import_module("aftershift.web.rosters.queries")
    own = next(iter(queries.member_names(by=account.by)))
    other = actions.add_member(by=account.by, name="Sam")
    for member, pattern in ((own, NURSE), (other, RESIDENT)):
        brought = reading.Brought(
            member=member,
            form=papers.Form.FILE,
            data=calendar("shifts", pattern),
            name="shifts.ics",
            zone=ZONE.key,
        )
        actions.read_in(by=account.by, brought=brought, now=NOW)
        actions.keep(by=account.by, now=NOW)


def wiggle(day: date, item: str) -> int:
    """Give a number from 2 to 8 that looks like somebody's, and is the same in each run."""
    return 2 + (day.toordinal() * 7919 + sum(map(ord, item))) % 7


def answer(account: Any, days: int) -> None:
    """Answer every day and every week up to today, a row for each year."""
    models = import_module("aftershift.web.checkins.models")
    papers = import_module("aftershift.web.checkins.papers")
    every = [TODAY - timedelta(days=back) for back in range(days)][::-1]
    by = account.by
    for year in sorted({day.year for day in every}):
        of = [day for day in every if day.year == year]
        paper = papers.YearPaper(
            days=tuple(
                papers.Daily(
                    day=day,
                    values={item: wiggle(day, item) for item in DAILY},
                    slept=6.5,
                    thanked=day.toordinal() % 4 == 0,
                )
                for day in of
            ),
            weeks=tuple(
                papers.Weekly(week=day, values={item: wiggle(day, item) for item in WEEKLY})
                for day in of
                if day.weekday() == 0
            ),
        )
        row = models.CheckInYear(person=by.person, year=year)
        row.write_from(by.vault, paper)
        row.save()


def keep_much(account: Any, count: int) -> None:
    """Keep what months bring: a result and a list each, and experiments, of which twelve fit."""
    months = [NOW - timedelta(days=30 * back) for back in range(1, count + 1)][::-1]
    measures = import_module("aftershift.web.instruments.papers")
    key = import_module("aftershift.library.instruments").load_instruments()["PHQ-9"]
    answers = {item.id: at % 4 for at, item in enumerate(key.items)}
    kept = tuple(
        measures.Kept(id=number(at), instrument="PHQ-9", at=month, answers=answers)
        for at, month in enumerate(months)
    )
    _seal(account, "instruments", "Measures", measures.MeasuresPaper(kept=kept))
    lists = import_module("aftershift.web.reflections.papers")
    shelf = import_module("aftershift.library.reflections").load_reflections()
    yes = import_module("aftershift.engines.checkins.reflections").Answer.YES
    ids = sorted(shelf)
    filled = tuple(
        lists.Kept(
            id=number(at),
            checklist=ids[at % len(ids)],
            day=month.date(),
            answers=dict.fromkeys(shelf[ids[at % len(ids)]].keys, yes),
        )
        for at, month in enumerate(months)
    )
    _seal(account, "reflections", "Reflections", lists.ReflectionsPaper(kept=filled))
    _seal(account, "experiments", "Experiments", experiments(count))


def experiments(count: int) -> Any:
    """Make experiments, as many as an account holds at most, each over, one a season."""
    papers = import_module("aftershift.web.experiments.papers")
    block = import_module("aftershift.engines.checkins.experiments").Block
    every, most = [], min(count, papers.MOST)
    for at in range(most):
        first = TODAY - timedelta(days=90 * (most - at))
        blocks = tuple(
            block(with_ritual=day, without=day + timedelta(days=1)) for day in pairs_of(first)
        )
        wish = papers.Wish(
            ritual="", words="tea", two=False, outcome=papers.Outcome.ENERGY, blocks=14
        )
        every.append(papers.Experiment(id=number(at), wish=wish, begun=first, blocks=blocks))
    return papers.ExperimentsPaper(experiments=tuple(every))


def pairs_of(first: date) -> Iterator[date]:
    """Give the first evenings of fourteen blocks."""
    return islice((first + timedelta(days=2 * at) for at in range(14)), 14)


def number(at: int) -> str:
    """Give an id."""
    return f"00000000-0000-4000-8000-{at:012d}"


def _seal(account: Any, wing: str, model: str, paper: Any) -> None:
    by = account.by
    row = getattr(import_module(f"aftershift.web.{wing}.models"), model)(person=by.person)
    row.write_from(by.vault, paper)
    row.save()


if __name__ == "__main__":
    if sys.argv[1:] == ["here"]:
        measure()
    else:
        main()
