"""A model's answer, for a caller that waits only so long: in pieces, or a recording's words whole.

Asking happens in a thread of its own with its own event loop. Whoever asked stops waiting when the
time is over, whatever that thread is doing: connecting, looking up a name, reading a stream that
drips. A few may ask at once; the others are turned away.
"""

import asyncio
from collections.abc import AsyncGenerator, Callable, Generator
from contextlib import aclosing, suppress
from functools import partial
from importlib import import_module
from queue import Empty, SimpleQueue
from threading import BoundedSemaphore, Event, Lock, Thread
from time import monotonic
from typing import ClassVar, Generic, Protocol, TypeVar, cast

from aftershift.adapters.models.place import ModelPlace, TranscriptionPlace

AT_ONCE = 4
GRACE = 1.0  # seconds that a thread may live on after nobody waits for it


class NoModel(Exception):
    """No words came of a model: `why` is one of the words below, and nothing else is known."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


NOT_READY, BUSY, LATE, UNREACHED = "not_ready", "busy", "late", "unreached"
SILENT, TOO_LONG = "silent", "too_long"  # of a recording: no words in it, or more than are taken
_Came = str | None | NoModel  # a piece, the end, or a failure


class _Asking(Protocol):
    """What is used of `adapters.models.asking`."""

    def pieces(self, place: ModelPlace, rules: str, payload: str) -> AsyncGenerator[str, None]:
        """Give a model's answer as it comes."""


class _Transcribing(Protocol):
    """What is used of `adapters.models.transcribing`."""

    def words(self, place: ModelPlace, media_type: str, sound: bytes) -> AsyncGenerator[str, None]:
        """Give the words of a recording, in one piece."""


Place = TypeVar("Place", bound=ModelPlace)
Module = TypeVar("Module")


class _Client(Generic[Place, Module]):
    """Asks one model at one place. Its library is imported in the background, once it is woken."""

    MODULE: ClassVar[str]
    AT_ONCE: ClassVar[int]

    def __init__(self, place: Place, *, load: Callable[[], object] | None = None) -> None:
        self.place = place
        self._load = load or (lambda: import_module(self.MODULE))
        self._turns = BoundedSemaphore(self.AT_ONCE)
        self._lock = Lock()
        self._thread: Thread | None = None
        self._is_settled = Event()
        self._asking: Module | None = None

    def wake(self) -> None:
        """Have the client imported, if it is not yet, and do not wait for it."""
        with self._lock:
            if self._thread is None:
                self._thread = Thread(target=self._import, name="model", daemon=True)
                self._thread.start()

    def is_ready(self, patience: float = 0) -> bool:
        """Say whether the client is imported, after waiting so many seconds at most."""
        self.wake()
        return self._is_settled.wait(patience) and self._asking is not None

    def _asked(
        self, ask: Callable[[Module], AsyncGenerator[str, None]], patience: float
    ) -> Generator[str, None, None]:
        """Ask once, and give the answer as it comes, within the place's seconds. Raises NoModel.

        `patience`: how many of them may go by while the library is imported.
        """
        ends = monotonic() + self.place.seconds
        if not self.is_ready(patience) or self._asking is None:
            raise NoModel(NOT_READY)
        if not self._turns.acquire(blocking=False):
            raise NoModel(BUSY)
        call = _Call(ask(self._asking), self.place.seconds + GRACE, self._turns.release)
        call.start()
        return call.came(ends)

    def _import(self) -> None:
        try:
            self._asking = cast(Module, self._load())
        except Exception:  # the pages go on without one; `aftershift doctor` says what is wrong
            self._asking = None
        finally:
            self._is_settled.set()


class ModelVoice(_Client[ModelPlace, _Asking]):
    """Asks a language model to say a draft again."""

    MODULE = "aftershift.adapters.models.asking"
    AT_ONCE = AT_ONCE

    def pieces(self, rules: str, payload: str) -> Generator[str, None, None]:
        """Ask once, and give the answer as it comes, within the place's seconds. Raises NoModel.

        Leaving the loop early ends the asking.
        """
        return self._asked(lambda asking: asking.pieces(self.place, rules, payload), patience=0)


class Transcriber(_Client[TranscriptionPlace, _Transcribing]):
    """Asks a server to write down what is said in a recording."""

    MODULE = "aftershift.adapters.models.transcribing"
    AT_ONCE = 2  # each holds a recording, and a server that listens has its hands full

    def words(self, media_type: str, sound: bytes) -> str:
        """Send a recording once, and give its words, within the place's seconds. Raises NoModel."""
        came = self._asked(
            lambda client: client.words(self.place, media_type, sound),
            patience=self.place.seconds,
        )
        return "".join(came)


class _Call:
    """One question to a model, in a thread of its own that ends itself soon after its time."""

    def __init__(
        self, pieces: AsyncGenerator[str, None], seconds: float, done: Callable[[], None]
    ) -> None:
        self._pieces = pieces
        self._seconds = seconds
        self._done = done
        self._came: SimpleQueue[_Came] = SimpleQueue()  # as large as `bounds` lets an answer be
        self._stops: Callable[[], object] | None = None

    def start(self) -> None:
        """Begin to ask."""
        Thread(target=self._run, name="model-call", daemon=True).start()

    def came(self, ends: float) -> Generator[str, None, None]:
        """Give what comes until the end, or until the time is over. Raises NoModel."""
        try:
            while True:
                left = ends - monotonic()
                try:
                    piece = self._came.get(timeout=max(left, 0.001))
                except Empty:
                    raise NoModel(LATE) from None
                if piece is None:
                    return
                if isinstance(piece, NoModel):
                    raise piece
                if left <= 0:  # a drip always has a piece ready
                    raise NoModel(LATE)
                yield piece
        finally:
            self._stop()

    def _stop(self) -> None:
        if self._stops is not None:
            with suppress(RuntimeError):  # it ended by itself meanwhile
                self._stops()

    def _run(self) -> None:
        try:
            with suppress(asyncio.CancelledError):  # nobody waits any more
                asyncio.run(self._ask())
        finally:
            self._done()

    async def _ask(self) -> None:
        loop, task = asyncio.get_running_loop(), asyncio.current_task()
        if task is not None:
            self._stops = partial(loop.call_soon_threadsafe, task.cancel)
        try:
            async with asyncio.timeout(self._seconds), aclosing(self._pieces) as pieces:
                async for piece in pieces:
                    self._came.put(piece)
        except NoModel as failure:
            self._came.put(failure)
        except Exception:  # whatever it was; its message may hold what was said
            self._came.put(NoModel(UNREACHED))
        else:
            self._came.put(None)
