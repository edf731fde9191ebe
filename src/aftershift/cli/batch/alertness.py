"""`aftershift alertness`: alertness through some sleeps, by the three-process model."""

import argparse
import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Any

import numpy as np

from aftershift.cli.batch.files import STANDARD_INPUT, text_of
from aftershift.cli.batch.printing import clock, day_name, iso, table, write_json
from aftershift.cli.refusals import Refusal
from aftershift.engines.sleep.alertness import ACROPHASE, RESTED_S, Alertness, alertness

HELP = """\
Compute alertness through some sleeps by the three-process model (Ingre 2014).
Standard input is one JSON object:

  {"sleep": [{"starts": "2026-10-18T22:30Z", "ends": "2026-10-19T05:30Z"}],
   "from": "2026-10-19T05:30Z", "to": "2026-10-19T22:00Z", "step_minutes": 30,
   "initial_s": 14.0,     what S is at the first moment of all, awake (optional)
   "phase_hours": 16.8}   the hour of the day at which C peaks (optional)

Moments carry an offset; the hour of the day is on the clock of "from". KSS is
the Karolinska Sleepiness Scale: 1 very alert, 9 fighting sleep. The model is
within one step of what people report in about half of all shifts: read a band,
not a line.
"""
MODEL = (
    "Model: three processes (Ingre 2014; Akerstedt & Folkard 1997), within one step\n"
    "of KSS in about half of all shifts.\n"
)
LONGEST = 200_000  # rows: two years of five minutes
KSS_WORDS = ((4.0, "alert"), (6.0, "neither"), (7.0, "getting sleepy"), (8.0, "sleepy"))


def arguments(parser: argparse.ArgumentParser) -> None:
    """Name the arguments of `alertness`."""
    parser.description = HELP
    parser.add_argument("--json", action="store_true", help="all of it, for machines")


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """What one object on standard input asks for."""

    sleep: tuple[tuple[datetime, datetime], ...]
    times: tuple[datetime, ...]
    zone: tzinfo
    initial_s: float
    phase_hours: float


def run(given: argparse.Namespace) -> int:
    """Read one object, print alertness at each of its steps."""
    asked = asked_for(text_of(STANDARD_INPUT))
    found = follow(asked)
    if given.json:
        write_json(shape(asked, found))
    else:
        sys.stdout.write(readable(asked, found))
    return 0


def asked_for(text: str) -> Asked:
    """Read what is asked for; refuse, with the place, what is no such object."""
    found = _object(text)
    starts, ends = _moment(found, "from"), _moment(found, "to")
    step = timedelta(minutes=_number(found, "step_minutes", None))
    if step <= timedelta() or ends < starts or (ends - starts) / step > LONGEST:
        reason = f"step_minutes, from, to: give a step over 0 and at most {LONGEST} of them"
        raise Refusal(reason)
    return Asked(
        sleep=_sleeps(found.get("sleep")),
        times=tuple(starts + step * number for number in range((ends - starts) // step + 1)),
        zone=starts.tzinfo or UTC,
        initial_s=_number(found, "initial_s", RESTED_S),
        phase_hours=_number(found, "phase_hours", ACROPHASE),
    )


def _object(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        place = f", line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        reason = f"standard input{place}: this is no JSON"
        raise Refusal(reason) from error
    if not isinstance(found, dict):
        reason = "standard input: give one JSON object (see aftershift alertness --help)"
        raise Refusal(reason)
    return found


def _sleeps(found: object) -> tuple[tuple[datetime, datetime], ...]:
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        reason = 'sleep: give a list of {"starts": ..., "ends": ...}'
        raise Refusal(reason)
    sleeps = (
        (_moment(one, "starts", f"sleep {number}: "), _moment(one, "ends", f"sleep {number}: "))
        for number, one in enumerate(found, start=1)
    )
    return tuple(sorted(sleeps))


def _moment(found: Mapping[str, Any], key: str, where: str = "") -> datetime:
    try:
        moment = datetime.fromisoformat(found.get(key, ""))
    except (TypeError, ValueError):
        moment = None
    if moment is None or moment.tzinfo is None or not 1970 < moment.year < 2100:
        reason = f"{where}{key}: give a moment with its offset, such as 2026-10-19T06:00:00Z"
        raise Refusal(reason)
    return moment


def _number(found: Mapping[str, Any], key: str, default: float | None) -> float:
    number = found.get(key, default)
    if isinstance(number, bool) or not isinstance(number, int | float) or not abs(number) < 1e6:
        reason = f"{key}: give a number"
        raise Refusal(reason)
    return float(number)


def follow(asked: Asked) -> Alertness:
    """Run the model on real hours, with the wall clock of the object's own offset."""
    origin = asked.times[0]
    clock_hours = [_hour_of_day(moment, asked.zone) for moment in asked.times]
    return alertness(
        [(_hours(starts - origin), _hours(ends - origin)) for starts, ends in asked.sleep],
        np.array([_hours(moment - origin) for moment in asked.times]),
        clock=np.array(clock_hours),
        initial_s=asked.initial_s,
        acrophase=asked.phase_hours,
    )


def _hours(length: timedelta) -> float:
    return length / timedelta(hours=1)


def _hour_of_day(moment: datetime, zone: tzinfo) -> float:
    local = moment.astimezone(zone)
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
    return _hours(local - midnight)


def shape(asked: Asked, found: Alertness) -> dict[str, object]:
    """Shape the answer for machines; one entry in each list for each step."""
    processes = {"s": found.s, "c": found.c, "u": found.u, "w": found.w, "kss": found.kss}
    return {
        "times": [iso(moment) for moment in asked.times],
        **{name: values.tolist() for name, values in processes.items()},
    }


def readable(asked: Asked, found: Alertness) -> str:
    """Set one line for each step, on the clock that the object is written in."""
    rows = [
        [
            day_name(moment.astimezone(asked.zone).date()),
            clock(moment, asked.zone),
            *(f"{values[at]:z.1f}" for values in (found.s, found.c, found.u, found.w, found.kss)),
            "asleep" if _is_asleep(moment, asked) else kss_words(found.kss[at]),
        ]
        for at, moment in enumerate(asked.times)
    ]
    shown = table(["day", "at", "S>", "C>", "U>", "W>", "KSS>", "about"], rows)
    return f"{shown}\n{MODEL}"


def _is_asleep(moment: datetime, asked: Asked) -> bool:
    return any(starts <= moment < ends for starts, ends in asked.sleep)


def kss_words(kss: float) -> str:
    """Say in words what a figure of the Karolinska Sleepiness Scale means."""
    return next((words for below, words in KSS_WORDS if kss < below), "fighting sleep")
