"""The door of the command line: find the command, run it, turn trouble into one line.

A command is a module with `arguments(parser)` and `run(given)`. It is imported only when it is
called, so that a batch command neither pays for the web nor touches it.
"""

import argparse
import importlib
import os
import sys
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from aftershift import __version__
from aftershift.cli.refusals import Refusal, is_ours

OUR_FOLDER = Path(__file__).parents[1]
CANNOT = 2  # what was asked cannot be done
BROKEN = 70  # a fault of ours: EX_SOFTWARE of sysexits.h
STOPPED = 130  # Ctrl-C
NOBODY_READS = 141  # the reader of a pipe has gone


@dataclass(frozen=True, kw_only=True, slots=True)
class Command:
    """One word after `aftershift`: where it lives and what it is for."""

    module: str
    purpose: str


FOR_PEOPLE = {
    "demo": Command(
        module="aftershift.cli.demo",
        purpose="show the app with a made-up household, new at each start",
    ),
    "serve": Command(module="aftershift.cli.serve", purpose="serve the app on this machine"),
    "doctor": Command(
        module="aftershift.cli.doctor", purpose="say of every part if it works, and what is stale"
    ),
    "release": Command(
        module="aftershift.cli.release",
        purpose="refuse a release whose lines to call nobody checked lately",
    ),
    "train": Command(
        module="aftershift.cli.batch.train",
        purpose="teach better heads by labelled data of your own",
    ),
    "instruments": Command(
        module="aftershift.cli.batch.instruments",
        purpose="bring in the official wording of a questionnaire",
    ),
}
FOR_ROSTERS = {
    "shifts": Command(
        module="aftershift.cli.batch.shifts",
        purpose="read a roster: its shifts, and questions where it is not certain",
    ),
    "sleep": Command(
        module="aftershift.cli.batch.sleep", purpose="when the person of a roster likely sleeps"
    ),
    "windows": Command(
        module="aftershift.cli.batch.windows",
        purpose="the time that two or more rosters really leave together",
    ),
    "alertness": Command(
        module="aftershift.cli.batch.alertness",
        purpose="alertness from sleep, one JSON object on standard input",
    ),
}
FOR_WORDS = {
    "redact": Command(
        module="aftershift.cli.batch.redact",
        purpose="find patients' data in texts, and write them without it",
    ),
    "triage": Command(
        module="aftershift.cli.batch.triage",
        purpose="how grave it is what somebody said",
    ),
    "patterns": Command(
        module="aftershift.cli.batch.patterns",
        purpose="what may make a message hard to answer, and a softer start",
    ),
    "empathy": Command(
        module="aftershift.cli.batch.empathy",
        purpose="how much warmth, understanding and asking a reply shows",
    ),
    "understand": Command(
        module="aftershift.cli.batch.understand",
        purpose="feelings, situation and needs in what somebody tells",
    ),
    "find": Command(
        module="aftershift.cli.batch.find",
        purpose="the graded practices that fit a situation",
    ),
    "converse": Command(
        module="aftershift.cli.batch.converse",
        purpose="whole conversations with the coach",
    ),
}
FOR_NUMBERS = {
    "score": Command(
        module="aftershift.cli.batch.score",
        purpose="the answers to an instrument, scored as its key says",
    ),
    "change": Command(
        module="aftershift.cli.batch.change",
        purpose="whether two scores differ by more than the instrument wiggles",
    ),
}
COMMANDS = {**FOR_PEOPLE, **FOR_ROSTERS, **FOR_WORDS, **FOR_NUMBERS}


class Parser(argparse.ArgumentParser):
    """A parser that refuses in one line instead of ending the program itself."""

    def error(self, message: str) -> NoReturn:
        """Refuse what was typed and name the page that explains it."""
        reason = f"{message} (see {self.prog} --help)"
        raise Refusal(reason)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; return 0, the command's own code, or 2 after one line of reason."""
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        code = _called(words)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = NOBODY_READS
    except KeyboardInterrupt:
        code = STOPPED
    except SystemExit as done:  # argparse after --help
        code = done.code if isinstance(done.code, int) else CANNOT
    except Exception as fault:  # the shell's door: nothing may end in a traceback
        code = _explained(fault)
    return code


def _called(words: list[str]) -> int:
    if not words or words[0] in ("-h", "--help", "help"):
        sys.stdout.write(overview())
        return 0
    name, *rest = words
    if name == "--version":
        sys.stdout.write(f"aftershift {__version__}\n")
        return 0
    if name not in COMMANDS:
        reason = f"{name[:40]!r} is no command; there are: {', '.join(COMMANDS)}"
        raise Refusal(reason)
    command = importlib.import_module(COMMANDS[name].module)
    parser = Parser(prog=f"aftershift {name}", formatter_class=argparse.RawDescriptionHelpFormatter)
    command.arguments(parser)
    return int(command.run(parser.parse_args(rest)))


def overview() -> str:
    """Say what the program is and list its commands."""
    lines = [
        "Aftershift: two rosters in, the time you really have together out.",
        "",
        "  aftershift COMMAND [arguments]        aftershift COMMAND --help",
        "",
        "For people",
        *_listed(FOR_PEOPLE),
        "",
        "For rosters (readable; with --json for machines; no network, no account)",
        *_listed(FOR_ROSTERS),
        "",
        "For words (JSON lines in, JSON lines out; no network, no account)",
        *_listed(FOR_WORDS),
        "",
        "For numbers (JSON lines in, JSON lines out; no network, no account)",
        *_listed(FOR_NUMBERS),
    ]
    return "\n".join(lines) + "\n"


def _listed(commands: dict[str, Command]) -> list[str]:
    return [f"  {name:<12}{command.purpose}" for name, command in commands.items()]


def _explained(fault: Exception) -> int:
    """Write one line; of a fault that is not ours only the place."""
    if is_ours(fault):
        reason, code = str(fault), CANNOT
    else:
        frames = traceback.extract_tb(fault.__traceback__)
        ours = [frame for frame in frames if OUR_FOLDER in Path(frame.filename).parents]
        last = (ours or list(frames))[-1]
        place = f"{type(fault).__name__} in {Path(last.filename).name}, line {last.lineno}"
        reason, code = f"a fault of Aftershift, not yours; please report: {place}", BROKEN
    sys.stderr.write(f"aftershift: {' '.join(reason.split())}\n")
    return code
