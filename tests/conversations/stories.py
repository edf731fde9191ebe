"""Stories: whole conversations of one person, with what must be true at each turn.

A story lies in tests/sets/coach/stories. It says what a careful colleague would expect, and was
written before the coach was asked. A turn is typed (`says`), tapped (`taps`), or the page that is
opened again at a later hour (`opens`). `acts` are those that will do; "listens" and "goes_on" stand
for several. What a turn names besides is expected too; what it leaves out is not looked at.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import numpy as np

from aftershift.engines.coach.hearing.moves import Move
from aftershift.engines.coach.state import Act, Heard, Known, Reply, State
from aftershift.engines.coach.turn import opened, take_turn
from aftershift.engines.safety.course import begin, note_of
from aftershift.engines.safety.risk import NO_RISK
from aftershift.library.shelf import read_record
from aftershift.listening import Coach

SET = Path(__file__).parents[1] / "sets" / "coach" / "stories"
NOON = datetime(2026, 10, 19, 12)  # noqa: DTZ001 - TOML's hours have no zone; UTC is added below
NO_ROWS = np.zeros((0, 0), dtype=np.float32)
WORTH = {"did": 1, "worse": -2}  # as web/coach counts what came of a step


@dataclass(frozen=True, kw_only=True, slots=True)
class Turn:
    """One turn, and what is expected of the reply.

    `theme`, `practice`: one of these. `names`: one of these words is in the reply; `not_names`:
    none of these, now or later. `lines`: one of its lines comes from one of these. `steers` is kept
    to from here on, "free" ends listening. `person`: it points to a person. `system`: by now the
    system was named. `least`: how grave it is. `for_one`: what is offered needs no other.
    """

    says: str = ""
    taps: Move | None = None
    opens: datetime | None = None
    acts: tuple[str, ...] = ()
    theme: tuple[str, ...] = ()
    practice: tuple[str, ...] = ()
    not_practice: tuple[str, ...] = ()
    most_minutes: int | None = None
    for_one: bool = False
    is_what_helped: bool = False
    names: tuple[str, ...] = ()
    not_names: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    not_lines: tuple[str, ...] = ()
    asks: bool | None = None
    asks_about: bool | None = None
    outcome: str = ""
    steers: Literal["", "listen", "quiet", "short", "free"] = ""
    person: bool = False
    system: bool = False
    least: Literal["", "check_in", "elevated", "emergency"] = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Story:
    """One person over one conversation or several days.

    `view`: how often the other's view is asked for; once at most where nothing is said.
    `hears_risk`: everything is heard for risk too; else it is the coach alone that is read.
    `not_yet`: why the coach does not understand it yet.
    `alarm`: what is taken for a risk and is none.
    """

    id: str
    about: str
    who: str
    turns: tuple[Turn, ...]
    at: datetime = NOON
    view: Literal["", "once", "never"] = ""
    hears_risk: bool = False
    is_two: bool = True
    not_yet: str = ""
    alarm: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class File:
    """One file of stories."""

    story: tuple[Story, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Past:
    """What there was before a turn, on this day and on those before."""

    said: frozenset[str] = frozenset()  # lines
    steps: tuple[tuple[str, str], ...] = ()  # planned practices, and what came of them
    held: frozenset[str] = frozenset()  # steering
    gone: tuple[str, ...] = ()  # words that may not come back

    @property
    def known(self) -> Known:
        """Say what the coach may know of it."""
        helped: Counter[str] = Counter()
        for practice, outcome in self.steps:
            helped[practice] += WORTH.get(outcome, 0)
        still = [practice for practice, outcome in self.steps if not outcome]
        return Known(helped=dict(helped), last_step=still[-1] if still else "", lines=self.said)


@dataclass(frozen=True, kw_only=True, slots=True)
class Happened:
    """A turn as it went: what there was before, and the reply, if there was one."""

    turn: Turn
    past: Past
    before: State
    after: State
    reply: Reply | None

    @property
    def lines(self) -> tuple[str, ...]:
        """Name the lines that were said in it."""
        return self.after.used[len(self.before.used) :]


def stories() -> list[Story]:
    """Read them all."""
    return [one for path in sorted(SET.glob("*.toml")) for one in read_record(path, File).story]


def played(story: Story, coach: Coach) -> Iterator[Happened]:
    """Hold the conversation turn by turn."""
    now, state, past = story.at.replace(tzinfo=UTC), State(), Past()
    for turn in story.turns:
        held = _held(past.held, turn)
        past = replace(past, held=held, gone=(*past.gone, *turn.not_names))
        if turn.opens:
            now = turn.opens.replace(tzinfo=UTC)
            state = State(course=begin(note_of(state.course), now))
        known = replace(past.known, hour=now.hour, is_two=story.is_two)
        if turn.opens:
            after, reply = opened(state, coach.shelves, known)
        else:
            heard = _heard(turn, state, coach, story)
            after, reply = take_turn(state, heard, coach.shelves, now, known)
        happened = Happened(turn=turn, past=past, before=state, after=after, reply=reply)
        yield happened
        state, past = after, _after(past, happened)


def _heard(turn: Turn, state: State, coach: Coach, story: Story) -> Heard:
    if turn.taps is not None:
        # as web/coach hears a tap
        return Heard(text="", clean="", rows=NO_ROWS, done=NO_ROWS, tapped=turn.taps)
    heard = coach.hear(turn.says, state.heard_before)
    return heard if story.hears_risk else replace(heard, risk=NO_RISK)


def _held(held: frozenset[str], turn: Turn) -> frozenset[str]:
    if turn.opens:
        return frozenset()
    if turn.steers == "free":
        return held - {"listen"}
    return held | {turn.steers} if turn.steers else held


def _after(past: Past, happened: Happened) -> Past:
    reply, steps = happened.reply, past.steps
    if reply and reply.outcome and steps:
        steps = (*steps[:-1], (steps[-1][0], reply.outcome))
    if reply and reply.act is Act.PLAN:
        steps = (*steps, (reply.place, ""))
    return replace(past, said=past.said | set(happened.lines), steps=steps)
