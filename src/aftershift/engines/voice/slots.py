"""What a language model may be given of a turn: the draft's own sentences, to say them again.

The engine has decided by then. A question, and everything after it, stays in its authored words and
is put behind the model's; so does every practice, script, fixed text and answer at a risk. What a
person typed goes into one slot, as data, and only when the gate has cleared it.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from aftershift.engines.coach.drafts import LONGEST, LONGEST_LISTENING, QUOTED, asks
from aftershift.engines.coach.state import Act, Heard, Reply, State, Steering
from aftershift.engines.safety.course import has_link, is_off
from aftershift.engines.safety.gate import Cleared
from aftershift.engines.safety.risk import Level
from aftershift.engines.safety.rows import Feature

# What reflects. A practice, words for somebody, a fact, a plan, a verdict that is not given, what
# the coach is, and everything at a risk is said in authored words, whoever speaks.
VOICED = frozenset({Act.REFLECT, Act.EXPLORE, Act.VIEW, Act.ASK_LEAVE})
FEWEST_DRAFTED = 5  # words: below it there is nothing to say in another way
ROOM = 1.6  # how much longer than the draft another way to say it may be
FEWEST_WORDS = 8  # of a whole reply
LEAST_ROOM = 24  # words
LONGEST_MESSAGE = 1500  # letters of a message that may leave
_END = re.compile(r"(?<=[.!?])[\"')”’]{0,2}\s+(?=\S)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Turn:
    """One turn as the engine decided it: the reply, where the talk stands after it, what came."""

    reply: Reply
    state: State
    heard: Heard
    now: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Slots:
    """What leaves, in typed slots. `then` is said behind the model's words, as it stands here.

    `act` and `then` are the engine's; `message` is the person's, cleared, and nothing but data.
    """

    act: Act
    draft: str
    then: str
    most_words: int
    message: Cleared

    @property
    def payload(self) -> str:
        """Write the slots as the JSON that is sent, and shown to whoever consents."""
        slots = {
            "act": self.act.value,
            "draft": self.draft,
            "then": self.then,
            "most_words": self.most_words,
            "data": {"message": self.message.text},
        }
        return json.dumps(slots, ensure_ascii=False, indent=1)

    @property
    def fewest_words(self) -> int:
        """Say how many words the model's part needs, so that the whole reply has enough."""
        return max(1, min(FEWEST_WORDS, len(self.draft.split())) - len(self.then.split()))

    def whole(self, said: str) -> str:
        """Put what is authored behind what the model said."""
        return f"{said} {self.then}".strip()


Keeps: TypeAlias = Callable[[Turn], bool]
# Why a turn stays with its authored words, the gravest reason first.
STAYS: tuple[tuple[str, Keeps], ...] = (
    ("a risk is answered", lambda turn: turn.reply.answer is not None),
    ("a risk is open", lambda turn: turn.state.course.level > Level.NONE),
    ("a risk was heard", lambda turn: turn.heard.risk.level > Level.NONE),
    ("a kind of risk was heard", lambda turn: bool(turn.heard.risk.categories)),
    ("nothing of it may be written", lambda turn: turn.state.course.guarded),
    ("a story or a game was begun", lambda turn: turn.state.course.framed),
    ("help was named lately", lambda turn: has_link(turn.state.course, turn.now)),
    (
        "a model rests",
        lambda turn: is_off(turn.state.course, Feature.LANGUAGE_MODEL, turn.now),
    ),
    ("fixed words", lambda turn: turn.reply.act not in VOICED),
    ("a practice", lambda turn: bool(turn.reply.practices or turn.reply.place)),
    ("a source", lambda turn: bool(turn.reply.sources)),
    ("words for somebody", lambda turn: bool(QUOTED.search(turn.reply.text))),
    ("nothing was typed", lambda turn: not turn.heard.text.strip()),
    ("a long message", lambda turn: len(turn.heard.text) > LONGEST_MESSAGE),
    ("nothing to say again", lambda turn: not _is_enough(parted(turn.reply.text)[0])),
)


def why_authored(turn: Turn) -> str:
    """Name the first reason why no model may say this turn; none, and it may."""
    return next((name for name, keeps in STAYS if keeps(turn)), "")


def slots_of(turn: Turn, message: Cleared) -> Slots:
    """Give what leaves of a turn that a model may say."""
    draft, then = parted(turn.reply.text)
    return Slots(
        act=turn.reply.act,
        draft=draft,
        then=then,
        most_words=_most_words(draft, then, _longest(turn.state)),
        message=message,
    )


def parted(text: str) -> tuple[str, str]:
    """Part a reply at its question: what may be said again, and what stays as it is."""
    sentences = sentences_of(text)
    at = next((at for at, one in enumerate(sentences) if asks(one)), len(sentences))
    return " ".join(sentences[:at]), " ".join(sentences[at:])


def sentences_of(text: str) -> tuple[str, ...]:
    """Cut a text at the ends of its sentences."""
    return tuple(one for one in _END.split(text.strip()) if one)


def _is_enough(draft: str) -> bool:
    return len(draft.split()) >= FEWEST_DRAFTED


def _longest(state: State) -> int:
    listens = {Steering.LISTEN, Steering.SHORT} & set(state.steering)
    return LONGEST_LISTENING if listens else LONGEST


def _most_words(draft: str, then: str, longest: int) -> int:
    words = len(draft.split())
    roomy = max(LEAST_ROOM, round(words * ROOM))
    return max(words, min(roomy, longest - len(then.split())))
