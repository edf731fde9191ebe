"""How often the gist and the theme of a message are heard, and rightly.

    python -m benchmarks.gists

On the first forty talks of another hand, labelled by one reader (`tests/sets/coach/labels.toml`).
Thresholds were chosen on these talks; the blind judging is on others.
"""

import sys
import tomllib
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks._timing import say

from aftershift.engines.coach.reading import Reading, read
from aftershift.engines.coach.state import State
from aftershift.engines.coach.turn import take_turn
from aftershift.listening import Coach, coach_with

SET = Path(__file__).parents[1] / "tests" / "sets" / "coach"
NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)


def main() -> None:
    """Print, for gists and for themes, how many are said, right, and heard of all."""
    coach = coach_with(lambda line: sys.stderr.write(f"{line}\n"))
    labels = {
        (one["talk"], one["turn"]): one
        for one in tomllib.loads((SET / "labels.toml").read_text())["label"]
    }
    talks = tomllib.loads((SET / "talks.toml").read_text())["talk"]
    known = [
        (labels[talk["id"], turn], reading)
        for talk in talks
        if (talk["id"], 0) in labels
        for turn, reading in enumerate(readings(talk["turns"], coach))
    ]
    _told("gist", [(label["gists"], [one.id for one in got.gists[:1]]) for label, got in known])
    _told(
        "theme",
        [
            (label["themes"], [got.theme.id] if got.theme and got.is_still else [])
            for label, got in known
        ],
    )


def readings(turns: Sequence[str], coach: Coach) -> Iterator[Reading]:
    """Give what each message of a talk is taken for."""
    state = State()
    for text in turns:
        heard = coach.hear(text, state.heard_before)
        yield read(state, heard, coach.shelves)
        state, _reply = take_turn(state, heard, coach.shelves, NOW)


def _told(what: str, given: Sequence[tuple[list[str], list[str]]]) -> None:
    said = [(right, got[0]) for right, got in given if got]
    hits = sum(got in right for right, got in said)
    wanted = sum(bool(right) for right, _got in given)
    share = f"{hits / max(1, len(said)):.2f}"
    say(f"{what}: said {len(said)} of {len(given)}, right {share}, heard {hits / wanted:.2f}")


if __name__ == "__main__":
    main()
