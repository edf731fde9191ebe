"""The ear of a process: made apart, asked one at a time, and never waited for longer than said."""

import logging
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from tests.shelves import heard, shelves, told
from tests.web.hearing import BLUNT, LOGISTICS, NOTHING

from aftershift.engines.rehearsal.moves import NOBODY
from aftershift.engines.safety.risk import NO_RISK, Level, Risk
from aftershift.web.ears import Deaf, EarRoom, Ears, NotInTime, Triage

LONG = 60.0  # seconds; nothing here takes them
PRIVATE = "zorve"


class Gate:
    """An ear that says when it began, and goes on when it is let."""

    def __init__(self) -> None:
        self.began, self.open = threading.Semaphore(0), threading.Event()
        self.heard: list[str] = []
        self.at_once = self.most_at_once = 0

    def triage(self, text: str, _before: object) -> Risk:
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        self.began.release()
        assert self.open.wait(LONG)
        self.heard.append(text)
        self.at_once -= 1
        return NO_RISK

    def ears(self) -> Ears:
        return ears_with(self.triage)


def ears_with(triage: Triage) -> Ears:
    return Ears(
        triage=triage,
        read_patterns=lambda _text: NOTHING,
        hear_about=lambda _text: LOGISTICS,
        read_candour=lambda _text: BLUNT,
        likely_moves=lambda _line: NOBODY,
        meaning=lambda _text: None,
        hear=lambda text, _before: heard(text),
        told=told,
        shelves=shelves(),
    )


@pytest.fixture
def gate() -> Iterator[Gate]:
    gate = Gate()
    yield gate
    gate.open.set()


def settled(room: EarRoom) -> EarRoom:
    room.wake()
    assert room._is_settled.wait(LONG)
    return room


def said(room: EarRoom, text: str, patience: float = LONG) -> Risk:
    return room.ask(lambda ear: ear.triage(text, ()), patience)


def test_nobody_waits_long_while_the_ear_is_made(gate: Gate) -> None:
    may_be_made = threading.Event()

    def make() -> Ears:
        assert may_be_made.wait(LONG)
        return gate.ears()

    room = EarRoom(make)
    for _ in range(2):
        with pytest.raises(NotInTime):
            said(room, "Hello", patience=0)
    gate.open.set()
    may_be_made.set()
    assert said(room, "Hello") == NO_RISK  # it is waited for as long as for an answer


def test_the_ear_is_made_once_whoever_asks(gate: Gate) -> None:
    made = []

    def make() -> Ears:
        made.append(threading.current_thread())
        return gate.ears()

    room = EarRoom(make)
    with ThreadPoolExecutor(8) as many:
        list(many.map(lambda _: room.wake(), range(32)))
    settled(room)
    assert len(made) == 1
    assert made[0] is not threading.current_thread()
    assert made[0].daemon  # it keeps no server from stopping


def test_what_is_slower_than_somebody_may_be_kept_is_not_in_time(gate: Gate) -> None:
    room = settled(EarRoom(gate.ears))
    with pytest.raises(NotInTime):
        said(room, "Hello", patience=0)


def test_one_text_at_a_time_and_a_few_may_wait(gate: Gate) -> None:
    room = settled(EarRoom(gate.ears, waiting=2))
    with ThreadPoolExecutor(3) as many:
        first = many.submit(said, room, "one")
        assert gate.began.acquire(timeout=LONG)
        for text in ("two", "three"):
            with pytest.raises(NotInTime):
                said(room, text, patience=0)  # it waits in the queue, and nobody waits for it
        with pytest.raises(NotInTime):
            said(room, "four")  # the queue is full: turned away at once
        gate.open.set()
        assert first.result(LONG) == NO_RISK
    assert said(room, "five") == NO_RISK
    assert gate.heard == ["one", "five"]  # what nobody waits for is not heard
    assert gate.most_at_once == 1


def test_an_ear_that_cannot_be_made_is_deaf_and_says_nothing_of_it_but_its_name(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def make() -> Ears:
        raise ImportError(PRIVATE)

    with caplog.at_level(logging.DEBUG):
        room = settled(EarRoom(make))
        with pytest.raises(Deaf):
            said(room, "Hello")
    assert "ImportError" in caplog.text
    assert PRIVATE not in caplog.text


def test_an_ear_that_fails_is_deaf_and_hears_the_next_text(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def triage(text: str, _before: object) -> Risk:
        if PRIVATE in text:
            raise ValueError(text)
        return Risk(level=Level.CHECK_IN)

    room = settled(EarRoom(lambda: ears_with(triage)))
    with caplog.at_level(logging.DEBUG), pytest.raises(Deaf) as refusal:
        said(room, PRIVATE)
    assert PRIVATE not in caplog.text
    assert PRIVATE not in str(refusal.value)
    assert said(room, "Hello").level is Level.CHECK_IN


def test_no_page_pays_for_an_ear_that_it_does_not_use() -> None:
    """Django, all addresses and all pages are there, and nothing that listens was imported."""
    import_all = (
        "import django, sys; django.setup(); from django.urls import get_resolver;"
        "get_resolver().url_patterns; from aftershift.web import asgi;"
        "heavy = {'aftershift.listening', 'onnxruntime', 'tokenizers', 'onnx'} & set(sys.modules);"
        "assert not heavy, heavy"
    )
    done = run_python(import_all)
    assert done.returncode == 0, done.stderr


def run_python(code: str) -> subprocess.CompletedProcess[str]:
    """Run some lines in a Python of their own, with the settings of the tests."""
    return subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "aftershift.web.settings"},
        capture_output=True,
        text=True,
        check=False,
    )
