"""`aftershift converse` keeps the contract of batch commands."""

import json
from dataclasses import replace
from types import SimpleNamespace

import pytest
from tests.cli.standard_input import give
from tests.shelves import heard, shelves

from aftershift.cli.batch import converse
from aftershift.cli.main import main
from aftershift.engines.coach.state import Heard
from aftershift.engines.safety.risk import Category, Level, Risk
from aftershift.listening import TooLong

GRAVE = Risk(level=Level.EMERGENCY, categories=(Category.SUICIDE_PLAN,))


def hears(text: str, before: tuple[str, ...]) -> Heard:
    """Stand in for the ear, which needs the encoder's weights."""
    if len(text) > 100:
        reason = "too long"
        raise TooLong(reason)
    assert all(isinstance(one, str) for one in before)
    return replace(heard(text), risk=GRAVE) if text == "tonight" else heard(text)


@pytest.fixture(autouse=True)
def _coach(monkeypatch: pytest.MonkeyPatch) -> None:
    made = SimpleNamespace(hear=hears, shelves=shelves(""))
    monkeypatch.setattr(converse, "coach_with", lambda _tell: made)


def answered(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *lines: object
) -> list[dict[str, object]]:
    given = (line if isinstance(line, str) else json.dumps(line) for line in lines)
    give(monkeypatch, "\n".join(given))
    assert main(["converse"]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_each_line_is_a_fresh_person_with_a_reply_to_every_turn(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    turns = ["my sister sings in the choir", "the shelf came down on sunday"]
    one, other = answered(
        monkeypatch, capsys, {"id": 1, "turns": turns}, {"id": "b", "turns": turns, "profile": {}}
    )
    assert [one["id"], other["id"]] == [1, "b"]
    assert one["replies"] == other["replies"]
    assert len(one["replies"]) == len(turns)
    assert set(one["replies"][0]) == {"text", "act", "level", "practices", "citations"}
    assert all(reply["text"] for reply in one["replies"])
    assert {reply["level"] for reply in one["replies"]} == {"none"}


def test_a_risk_has_its_level_and_what_the_protocol_says(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (found,) = answered(monkeypatch, capsys, {"id": 1, "turns": ["tonight"]})
    (reply,) = found["replies"]
    assert reply["level"] == "emergency"
    assert "{" not in reply["text"]
    assert reply["practices"] == []


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("no json", "this line is no JSON"),
        ({"id": 2}, "turns"),
        ({"id": 2, "turns": "one"}, "turns"),
        ({"id": 2, "turns": ["x" * 101]}, "too long"),
        ({"id": 2, "turns": ["hi"], "profile": [1]}, "profile: give an object"),
        ({"id": 2, "turns": ["hi"], "profile": {"hour": 24}}, "profile: helped"),
        ({"id": 2, "turns": ["hi"], "profile": {"country": 44}}, "profile: country"),
        ({"id": 2, "turns": ["hi"], "profile": {"helped": {"walk": "much"}}}, "profile: helped"),
    ],
)
def test_a_line_that_is_wrong_says_why_and_the_others_are_answered(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], line: object, why: str
) -> None:
    wrong, right = answered(monkeypatch, capsys, line, {"id": 3, "turns": ["hello there"]})
    assert str(wrong["error"]).startswith(why)
    assert len(right["replies"]) == 1


def test_help_lines_are_those_of_the_country_in_the_profile(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    profiles = ({"country": "gb"}, {"country": "US"}, {"country": "se"}, {})
    given = [{"id": at, "turns": ["tonight"], "profile": one} for at, one in enumerate(profiles)]
    told = [one["replies"][0]["text"] for one in answered(monkeypatch, capsys, *given)]
    assert all(one in told[0] for one in ("999", "Samaritans, 116 123"))
    assert all(one in told[1] for one in ("911", "988"))
    assert told[2] == told[3]
    assert told[3].count("112, 911, 999, 000 or 111") == 1
    assert told[3].count("findahelpline.com") == 1
