"""Limits that keep a flood from costing memory, and a guesser from guessing on.

Each password check takes 64 MiB. Two run at a time in a process, a few wait, the rest are told
to come back: a hundred sign-ins at once cost as much memory as two.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from threading import BoundedSemaphore


class TooMuch(Exception):
    """More was asked than may be done now; the same may be asked again in a while."""

    def __init__(self, retry_after: timedelta) -> None:
        super().__init__("too much at once")
        self.retry_after = retry_after


class TooBusy(TooMuch):
    """The queue is full: not the asker's fault."""


class TooOften(TooMuch):
    """The same was tried too often."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Limit:
    """How often something may be tried in one span of time."""

    name: str
    times: int
    span: timedelta


class Turnstile:
    """Let a few do something at a time, let a few more wait, and turn the others away."""

    def __init__(self, *, at_once: int, waiting: int, patience: timedelta) -> None:
        self._turns = BoundedSemaphore(at_once)
        self._places = BoundedSemaphore(at_once + waiting)
        self._patience = patience

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for a turn and hold it; raise TooBusy when there is none to be had."""
        if not self._places.acquire(blocking=False):
            raise TooBusy(self._patience)
        try:
            if not self._turns.acquire(timeout=self._patience.total_seconds()):
                raise TooBusy(self._patience)
            try:
                yield
            finally:
                self._turns.release()
        finally:
            self._places.release()


DERIVATIONS = Turnstile(at_once=2, waiting=6, patience=timedelta(seconds=5))
