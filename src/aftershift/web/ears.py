"""The ear of this process: made in the background, and never waited for long.

It is heavy: its libraries take half a second to import, and its graph is written once for each
user. So it is made in a thread of its own when somebody first opens a page that listens, and no
other page pays for it. That thread is the only one that listens: one text at a
time. Texts may wait for it, but not long: who has waited is told so, and what nobody waits for any
more is not heard.
"""

import logging
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from queue import Full, Queue
from threading import Event, Lock, Thread
from typing import Any, Protocol, TypeAlias, TypeVar, cast

from aftershift.engines.coach.hearing.moves import Told
from aftershift.engines.coach.state import Heard
from aftershift.engines.coach.stock.shelves import Shelves
from aftershift.engines.language.candour import Candour
from aftershift.engines.language.connection import Heard as HeardAbout
from aftershift.engines.language.patterns import Reading
from aftershift.engines.rehearsal.moves import Likely
from aftershift.engines.safety.name_meaning import Meaning
from aftershift.engines.safety.risk import Risk
from aftershift.engines.voice.craft import Fault
from aftershift.engines.voice.saying import Judge
from aftershift.engines.voice.slots import Slots
from aftershift.web.env import ENV

LOG = logging.getLogger(__name__)
WAITING = 64  # texts, about as many as are heard while their writers are kept waiting
SWITCHBOARD, READERS = "aftershift.listening", "aftershift.sending"

Triage: TypeAlias = Callable[[str, Sequence[str]], Risk]  # (what was said, what was said before it)
ReadPatterns: TypeAlias = Callable[[str], Reading]  # (a message about to be sent)
HearAbout: TypeAlias = Callable[[str], HeardAbout]  # (a message between two people)
ReadCandour: TypeAlias = Callable[[str], Candour]  # (a draft of feedback)
LikelyMoves: TypeAlias = Callable[[str], Likely]  # (a line of a rehearsal)
MeaningOf: TypeAlias = Callable[[str], Meaning | None]  # (what somebody typed)
Hear: TypeAlias = Callable[[str, Sequence[str]], Heard]  # as Triage, for the coach
ToldOf: TypeAlias = Callable[[Sequence[str]], Told]  # what the last few messages mean together
Tell: TypeAlias = Callable[[str], None]

Answer = TypeVar("Answer")


class NotInTime(Exception):
    """The ear is not made yet, has too much to do, or was slower than somebody may be kept."""


class Deaf(Exception):
    """There is no ear, or it failed; what it was asked about is not in the message."""


class LetsNothingPass:
    """Judges a model's words where nobody can: none of them may be said."""

    def sentence(self, sentence: str, slots: Slots) -> Fault | None:
        """Refuse it."""
        return Fault.OUTPUT

    def whole(self, said: str, slots: Slots) -> Fault | None:
        """Refuse it."""
        return Fault.OUTPUT


@dataclass(frozen=True, kw_only=True, slots=True)
class Ears:
    """Everything that listens to words; `hear`, `told` and `shelves` are the coach's.

    `meaning` says who in a message is a patient; nobody knows it without MiniLM's weights.
    `judge` says whether a model's words may be said; none may, where no model is set up.
    """

    triage: Triage
    read_patterns: ReadPatterns
    hear_about: HearAbout
    read_candour: ReadCandour
    likely_moves: LikelyMoves
    meaning: MeaningOf
    hear: Hear
    told: ToldOf
    shelves: Shelves
    judge: Judge = field(default_factory=LetsNothingPass)


Question: TypeAlias = Callable[[Ears], Answer]


class Hearing(Protocol):
    """What a page may ask for; tests hand out others."""

    def wake(self) -> None:
        """Have the ear made, if it is not yet, and do not wait for it."""

    def ask(self, question: Question[Answer], patience: float) -> Answer:
        """Ask the ear, for so many seconds at most. Raises NotInTime and Deaf."""


class EarRoom:
    """One ear, and the thread that listens with it."""

    def __init__(self, make: Callable[[], Ears], *, waiting: int = WAITING) -> None:
        self._make = make
        self._asked: Queue[tuple[Question[Any], Future[Any]]] = Queue(waiting)
        self._turn = Lock()
        self._thread: Thread | None = None
        self._is_settled = Event()  # the ear is made, or could not be
        self._ears: Ears | None = None

    def wake(self) -> None:
        """Have the ear made, if it is not yet, and do not wait for it."""
        with self._turn:
            if self._thread is None:
                self._thread = Thread(target=self._listen, name="ear", daemon=True)
                self._thread.start()

    def ask(self, question: Question[Answer], patience: float) -> Answer:
        """Ask the ear, for so many seconds at most. Raises NotInTime and Deaf."""
        self.wake()
        if not self._is_settled.wait(patience):
            raise NotInTime
        if self._ears is None:
            raise Deaf
        answer: Future[Answer] = Future()
        try:
            self._asked.put_nowait((question, answer))
            return answer.result(timeout=patience)
        except (Full, TimeoutError):
            answer.cancel()  # nobody waits for it any more
            raise NotInTime from None
        except Exception:  # whatever it was; its message may hold what was said
            raise Deaf from None

    def _listen(self) -> None:
        try:
            self._ears = ears = self._make()
        except Exception as problem:  # the pages go on without one
            LOG.warning("no ear could be made: %s", type(problem).__name__)
            return
        finally:
            self._is_settled.set()
        while True:
            self._answer_one(ears)

    def _answer_one(self, ears: Ears) -> None:
        """Answer whoever waits longest; what was said is let go of with the answer."""
        question, answer = self._asked.get()
        if answer.set_running_or_notify_cancel():
            _settle(answer, question, ears)


def _settle(answer: Future[Any], question: Question[Any], ears: Ears) -> None:
    try:
        answer.set_result(question(ears))
    except Exception as problem:  # the asker is told, and the thread goes on
        LOG.warning("the ear failed: %s", type(problem).__name__)
        answer.set_exception(problem)


class _Coach(Protocol):
    """What is used of the coach, once it is ready."""

    @property
    def shelves(self) -> Shelves:
        """Give all that it can say."""

    @property
    def hear(self) -> Hear:
        """Give what hears a message."""

    @property
    def told(self) -> ToldOf:
        """Give what puts the last few messages together."""


class _Switchboard(Protocol):
    """What is used of `aftershift.listening`."""

    def triage_with(self, tell: Tell) -> Triage:
        """Make triage ready to listen."""

    def coach_with(self, tell: Tell, triage: Triage) -> _Coach:
        """Make the coach ready."""

    def judge_with(self, tell: Tell) -> Judge:
        """Make ready to judge a model's words."""


class _Reads(Protocol):
    """What is used of what reads messages, once it is ready."""

    @property
    def patterns(self) -> ReadPatterns:
        """Give what reads a message for patterns."""

    @property
    def about(self) -> HearAbout:
        """Give what hears what a message is for."""

    @property
    def candour(self) -> ReadCandour:
        """Give what reads a draft of feedback."""

    @property
    def moves(self) -> LikelyMoves:
        """Give what says how likely a line makes each move."""

    @property
    def meaning(self) -> MeaningOf:
        """Give what says who in a message is a patient."""


class _Readers(Protocol):
    """What is used of `aftershift.sending`."""

    def reads_with(self, tell: Tell) -> _Reads:
        """Make ready all that reads messages."""


def from_the_switchboard() -> Ears:
    """Make the real ear. It is imported by its name, here, so that no other page pays for it."""
    listening = cast(_Switchboard, import_module(SWITCHBOARD))
    reads = cast(_Readers, import_module(READERS)).reads_with(LOG.info)
    triage = listening.triage_with(LOG.info)
    coach = listening.coach_with(LOG.info, triage)
    return Ears(
        triage=triage,
        read_patterns=reads.patterns,
        hear_about=reads.about,
        read_candour=reads.candour,
        likely_moves=reads.moves,
        meaning=reads.meaning,
        hear=coach.hear,
        told=coach.told,
        shelves=coach.shelves,
        judge=listening.judge_with(LOG.info) if ENV.model else LetsNothingPass(),
    )


@cache
def room() -> Hearing:
    """Hand out the ear of this process."""
    return EarRoom(from_the_switchboard)
