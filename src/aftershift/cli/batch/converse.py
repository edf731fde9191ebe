"""`aftershift converse`: whole conversations with the coach, each of a fresh person."""

import argparse
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from aftershift.cli.batch.lines import BadLine, answer_lines, texts_in
from aftershift.engines.coach.state import Known, Reply, State
from aftershift.engines.coach.turn import take_turn
from aftershift.engines.safety.filling import filled
from aftershift.engines.safety.resources import Country
from aftershift.library.resources import countries
from aftershift.listening import Coach, TooLong, coach_with

HELP = """\
Talk with the coach. Standard input is JSON lines:

  {"id": 1, "turns": ["what somebody says", "and then"], "profile": {}}

and each is answered by a line:

  {"id": 1, "replies": [{"text", "act", "level", "practices", "citations"}]}

Each line is a fresh person, and nothing is kept. A profile may be left out; it
may hold "helped": {practice: times}, "last_step": practice, "hour": 0 to 23,
and "country": "gb", whose help lines are named.
"""
# A batch has no clock of its own; an hour of a day that no pause reaches back to.
NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Name the arguments of `converse`: there are none."""
    parser.description = HELP


def run(_given: argparse.Namespace) -> int:
    """Answer every line of standard input."""
    coach = coach_with(lambda words: print(words, file=sys.stderr))  # noqa: T201
    return answer_lines(lambda asked: _answer(asked, coach))


def _answer(asked: Mapping[str, Any], coach: Coach) -> Mapping[str, Any]:
    turns, profile = texts_in(asked, "turns"), asked.get("profile") or {}
    known, country = _profile(profile), _country(profile.get("country", ""))
    if not turns:
        reason = "turns: give a list of texts"
        raise BadLine(reason)
    try:
        replies = talked(turns, coach, known)
    except TooLong as error:
        raise BadLine(str(error)) from error
    return {"replies": [shape(one, country) for one in replies]}


def talked(turns: tuple[str, ...], coach: Coach, known: Known) -> list[Reply]:
    """Hold one conversation of a fresh person."""
    state, replies = State(), []
    for text in turns:
        heard = coach.hear(text, state.heard_before)
        state, reply = take_turn(state, heard, coach.shelves, NOON, known)
        replies.append(reply)
    return replies


def shape(reply: Reply, country: Country | None = None) -> Mapping[str, Any]:
    """Write a reply as cli.md's batch contract has it, with the help lines of a country."""
    said = filled(reply.answer.bubbles, country, NOON.date()) if reply.answer else ()
    return {
        "text": "\n\n".join(one.text for one in said) if reply.answer else reply.text,
        "act": reply.act.value,
        "level": reply.answer.level.word if reply.answer else "none",
        "practices": list(reply.practices),
        "citations": list(reply.sources),
    }


def _profile(given: Any) -> Known:
    if not isinstance(given, dict):
        reason = "profile: give an object, or leave it out"
        raise BadLine(reason)
    helped, step, hour = given.get("helped", {}), given.get("last_step", ""), given.get("hour")
    is_sound = (
        isinstance(helped, dict)
        and all(isinstance(one, int) for one in helped.values())
        and isinstance(step, str)
        and (hour is None or (isinstance(hour, int) and 0 <= hour < 24))
    )
    if not is_sound:
        reason = "profile: helped {practice: number}, last_step a practice, hour 0 to 23"
        raise BadLine(reason)
    return Known(helped=helped, last_step=step, hour=hour)


def _country(code: Any) -> Country | None:
    """Give a country by its code; None where it is left out, or where we have no list of it."""
    if not isinstance(code, str):
        reason = "profile: country is a code of two letters"
        raise BadLine(reason)
    return next((one for one in countries() if one.code == code.lower()), None)
