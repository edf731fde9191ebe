"""Whole conversations with the real coach, of people that another hand wrote."""

import tomllib
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from aftershift.engines.coach.state import NOBODY, Known, Reply, State
from aftershift.engines.coach.turn import take_turn
from aftershift.engines.safety.risk import NO_RISK
from aftershift.listening import Coach

SET = Path(__file__).parents[1] / "sets" / "coach"
NOW = datetime(2026, 10, 19, 12, tzinfo=UTC)


def talk(
    turns: Sequence[str], coach: Coach, *, known: Known = NOBODY, hears_risk: bool = False
) -> tuple[State, list[Reply]]:
    """Hold one conversation of a fresh person; without risk, it is the coach alone that is read."""
    state, replies = State(), []
    for text in turns:
        heard = coach.hear(text, state.heard_before)
        heard = heard if hears_risk else replace(heard, risk=NO_RISK)
        state, reply = take_turn(state, heard, coach.shelves, NOW, known)
        replies.append(reply)
    return state, replies


def authored(name: str, of: str) -> list[dict[str, Any]]:
    """Read one set of conversations."""
    found: list[dict[str, Any]] = tomllib.loads((SET / f"{name}.toml").read_text())[of]
    return found
