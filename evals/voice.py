"""Score a real language model as the coach's voice, by the suites that every voice has to pass.

    python -m evals.voice --url http://127.0.0.1:8080/v1 --model NAME --note "what it is" --write

It holds authored talks and quarrels of `tests/sets/coach` with the embedded coach, lets the model
say again what it may, and judges both what it wrote and what would reach a page. `--write` puts the
row into docs/voices.md. Nothing is decided by it: a model is never let pass or stopped by a score.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from time import monotonic
from typing import Protocol

import numpy as np
from tests.conversations.talking import NOW, authored
from tests.conversations.test_quarrels import SIDED
from tests.library.test_coach import BANNED

from aftershift.adapters.judging import VoiceJudge
from aftershift.adapters.models.client import ModelVoice, NoModel
from aftershift.adapters.models.place import ModelPlace
from aftershift.engines.coach.state import NOBODY, State
from aftershift.engines.coach.turn import take_turn
from aftershift.engines.language.cleaning import clean
from aftershift.engines.safety.gate import Cleared, clear
from aftershift.engines.safety.risk import NO_RISK
from aftershift.engines.voice.craft import CraftBook, length_fault, sentence_fault
from aftershift.engines.voice.nearness import NEAR_WHOLE
from aftershift.engines.voice.saying import NotSaid, said_again
from aftershift.engines.voice.slots import Slots, Turn, sentences_of, slots_of, why_authored
from aftershift.engines.voice.streaming import MOST_LETTERS, tidied
from aftershift.library.phi import find_by_rules
from aftershift.library.voice import load_instructions
from aftershift.listening import Coach, coach_with, judge_with

TABLE = Path(__file__).parents[1] / "docs" / "voices.md"
END = "<!-- voices: end -->"
HEAD = (
    "| date | model | turns asked | said in its words | craft, as written | no side, as written"
    " | no side, as said | near the draft | drafts instead, most often | seconds: half, 95 % |"
)
RULE = f"|{'---|' * (HEAD.count('|') - 1)}"
READY_SECONDS = 120.0


class Asked(Protocol):
    """What is used of a model's voice."""

    def pieces(self, rules: str, payload: str) -> Generator[str, None, None]:
        """Ask once, and give the answer as it comes."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """One turn that a model was asked about.

    `wrote` is what came of it, `said` what would reach the page in its words ("" where the draft
    would), `why` the reason for a draft. `near`: the cosine of what it wrote and the draft.
    """

    slots: Slots
    wrote: str
    said: str
    why: str
    near: float
    seconds: float


def turns_of(conversations: Sequence[Sequence[str]], coach: Coach) -> Iterator[tuple[Turn, Slots]]:
    """Hold conversations with the embedded coach; give what a model may be asked about."""
    for told in conversations:
        state = State()
        for text in told:
            heard = replace(coach.hear(text, state.heard_before), risk=NO_RISK)
            state, reply = take_turn(state, heard, coach.shelves, NOW, NOBODY)
            turn = Turn(reply=reply, state=state, heard=heard, now=NOW)
            message = clear(text, find_by_rules)
            if not why_authored(turn) and isinstance(message, Cleared):
                yield turn, slots_of(turn, message)


def asked_about(slots: Slots, voice: Asked, judge: VoiceJudge) -> Outcome:
    """Ask a model to say one draft again, and judge what it wrote."""
    began, wrote, why, said = monotonic(), "", "", ""
    try:
        with closing(voice.pieces(load_instructions().says, slots.payload)) as pieces:
            for piece in pieces:
                wrote += piece
                if len(wrote) > MOST_LETTERS:
                    break
        said = said_again(iter([wrote]), slots, judge)
    except NoModel as failure:
        why = failure.why
    except NotSaid as refused:
        why = refused.fault.value
    seconds = monotonic() - began
    return Outcome(
        slots=slots,
        wrote=wrote,
        said=said,
        why=why,
        near=_near(wrote, slots, judge),
        seconds=seconds,
    )


def row(outcomes: Sequence[Outcome], *, judge: VoiceJudge, name: str, on: date) -> str:
    """Write one row of the table."""
    wrote = [one for one in outcomes if one.wrote.strip()]
    said = [one for one in outcomes if one.said]
    whys = Counter(one.why for one in outcomes if one.why).most_common(3)
    seconds = [one.seconds for one in outcomes] or [0.0]
    cells = (
        on.isoformat(),
        name,
        str(len(outcomes)),
        _of(len(said), len(outcomes)),
        _of(sum(keeps_the_craft(one, judge.craft) for one in wrote), len(wrote)),
        _of(sum(not SIDED.search(one.wrote) for one in wrote), len(wrote)),
        _of(sum(takes_no_side(one) for one in outcomes), len(outcomes)),
        _of(sum(one.near >= NEAR_WHOLE for one in wrote), len(wrote)),
        ", ".join(f"{why} {times}" for why, times in whys) or "none",
        f"{np.median(seconds):.1f}, {np.percentile(seconds, 95):.1f}",
    )
    return f"| {' | '.join(cells)} |"


def keeps_the_craft(outcome: Outcome, book: CraftBook) -> bool:
    """Say whether what a model wrote keeps to the craft, whole and in each sentence."""
    wrote = tidied(outcome.wrote)
    if length_fault(wrote, outcome.slots) or BANNED.search(wrote):
        return False
    return not any(sentence_fault(one, outcome.slots, book) for one in sentences_of(wrote))


def takes_no_side(outcome: Outcome) -> bool:
    """Say whether what would reach the page takes no side: the model's words, or the draft."""
    return not SIDED.search(outcome.said or outcome.slots.whole(outcome.slots.draft))


def conversations(talks: int, quarrels: int) -> list[list[str]]:
    """Give what people tell: the first talks, and both sides of the first quarrels."""
    told = [one["turns"] for one in authored("talks", "talk")[:talks]]
    sides = [
        one[side]
        for one in authored("quarrels", "quarrel")[:quarrels]
        for side in ("first", "second")
    ]
    return [*told, *sides]


def with_row(page: str, line: str) -> str:
    """Put a row at the end of the table of a page."""
    before, end, after = page.partition(END)
    if not end:
        reason = f"no {END} in {TABLE}"
        raise ValueError(reason)
    return f"{before.rstrip()}\n{line}\n{end}{after}"


def main() -> None:
    """Ask the model that was named, and print the table."""
    given = _arguments().parse_args()
    place = ModelPlace(
        url=given.url,
        name=given.model,
        key_file=given.key_file,
        seconds=given.seconds,
        away=given.away,
    )
    place.check()
    voice = ModelVoice(place)
    if not voice.is_ready(READY_SECONDS):
        sys.exit("the model's client could not be imported")
    coach, judge = coach_with(_tell), judge_with(_tell)
    told = conversations(given.talks, given.quarrels)
    outcomes = [asked_about(slots, voice, judge) for _turn, slots in turns_of(told, coach)]
    line = row(outcomes, judge=judge, name=_named(given), on=datetime.now(UTC).date())
    print(f"{HEAD}\n{RULE}\n{line}")  # noqa: T201 - what the command is for
    if given.write:
        TABLE.write_text(with_row(TABLE.read_text(encoding="utf-8"), line), encoding="utf-8")


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evals.voice", description=__doc__)
    parser.add_argument("--url", required=True, help="such as http://127.0.0.1:8080/v1")
    parser.add_argument("--model", required=True, help="the name by which the server knows it")
    parser.add_argument("--key-file", type=Path, help="a file with the server's key")
    parser.add_argument("--away", default="", help="the server's name, if it is not this machine")
    parser.add_argument("--seconds", type=int, default=5, help="of one answer")
    parser.add_argument("--talks", type=int, default=40, help="how many talks to hold")
    parser.add_argument("--quarrels", type=int, default=32, help="how many quarrels, both sides")
    parser.add_argument("--note", default="", help="what it is, and where it ran")
    parser.add_argument("--write", action="store_true", help="put the row into docs/voices.md")
    return parser


def _named(given: argparse.Namespace) -> str:
    return f"{given.model}: {given.note}" if given.note else str(given.model)


def _tell(words: str) -> None:
    print(words, file=sys.stderr)  # noqa: T201 - what is being made


def _near(wrote: str, slots: Slots, judge: VoiceJudge) -> float:
    if not wrote.strip():
        return 0.0
    rows = judge.encoder.embed([clean(wrote).text, clean(slots.draft).text])
    return float(rows[0] @ rows[1])


def _of(some: int, every: int) -> str:
    return f"{some} of {every}"


if __name__ == "__main__":
    main()
