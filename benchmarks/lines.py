"""How often what was told gives a line that could be sent to somebody, and how often a wrong one.

    python -m benchmarks.lines

In `tests/sets/coach/sendable.toml`, 167 pieces of talks by two writers who taught the coach
nothing, readers marked what of the messages around a request for words could be sent, turned to
whom it is for, and what never should be. It prints, at some thresholds, how often a line is given,
how often the one given could be sent, never should be, and how often one was where one could. `told
last` gives the latest line there is.
"""

import sys
import tomllib
from collections.abc import Iterator, Sequence

from benchmarks._timing import say
from benchmarks.judging import SET

from aftershift.adapters import encoder_files, encoders
from aftershift.adapters.tuned import TunedEar, tuned_ear
from aftershift.engines.coach.hearing.moves import TOLD
from aftershift.engines.coach.own_words.matter import Asked, Line, lines_of
from aftershift.engines.coach.words.theirs import SENDABLE
from aftershift.library.coach_lessons import TUNED

THRESHOLDS = (0.3, 0.5, SENDABLE, 0.75)
Best = Sequence[tuple[Asked, Line]]


def asked() -> Iterator[Asked]:
    """Give the pieces, each with what could be sent."""
    for one in tomllib.loads((SET / "sendable.toml").read_text())["piece"]:
        never = tuple(one.get("never", ()))
        yield Asked(said=tuple(one["says"][-TOLD:]), sends=tuple(one["sends"]), never=never)


def row_of(name: str, given: Best, of: Sequence[Asked]) -> str:
    """Count over all pieces; `given` are those of which a line was given, and the line."""
    sent = sum(one.could_send(line) for one, line in given)
    never = sum(one.never_sends(line) for one, line in given)
    could = sum(bool(one.sends) for one in of)
    parts = (f"{len(given)} of {len(of)}", f"{sent / len(given):.2f}", f"{never / len(given):.2f}")
    return f"| {name} | {' | '.join(parts)} | {sent / could:.2f} |"


def main() -> None:
    """Print the table."""

    def tell(line: str) -> None:
        sys.stderr.write(f"{line}\n")

    ear: TunedEar = tuned_ear(encoders.best_encoder(encoder_files.cache_folder(), tell, TUNED))
    pieces = tuple(asked())
    best = [(one, lines[0]) for one in pieces for lines in (ear.lines(one.said),) if lines]
    say("| a line | given | could be sent | never should | sent where one could |")
    say("|---|---|---|---|---|")
    last = [(one, lines[0]) for one in pieces for lines in (lines_of(one.said),) if lines]
    say(row_of("told last", last, pieces))
    for least in THRESHOLDS:
        likely = [(one, line) for one, line in best if line.share >= least]
        say(row_of(f"likelier than {least}", likely, pieces))


if __name__ == "__main__":
    main()
