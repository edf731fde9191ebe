"""A reply in the making: its pieces in order, what they are called, and what they change."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, final

from aftershift.engines.basics.order import rotated
from aftershift.engines.coach.hearing.moves import Move
from aftershift.engines.coach.hearing.noticing import SOMEBODY
from aftershift.engines.coach.reading import Reading
from aftershift.engines.coach.state import Act, Heard, Known, State, Steering
from aftershift.engines.coach.stock.gists import Gist
from aftershift.engines.coach.stock.shelves import Playbook, Shelves

LONGEST, LONGEST_LISTENING = 90, 30  # words of a reply
LOOK_BACK = 10  # replies within which no two begin alike
QUOTED = re.compile('“[^”]*”|"[^"]*"')  # words for somebody else
LAUGHS = re.compile(r"\b(?:(?:ha){2,}|he(?:he)+|lol|lmao|kkk+|jaja\w*)\b|[😂🤣😅😆]", re.IGNORECASE)
FRAME = 2  # words by which a beginning is told


@final
@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """Some sentences, and the name under which it is remembered that they were said.

    No name have their own words alone. `is_spare`: it goes where the reply would be too long.
    `beside` is the name of what introduces it. `back` are the person's own words that it gives
    back, in quotation marks or turned.
    """

    text: str
    name: str
    is_spare: bool = False
    back: tuple[str, ...] = ()
    beside: str = ""

    @property
    def asks(self) -> bool:
        """Say whether it asks the person something; words for somebody else do not."""
        return asks(self.text)

    @property
    def words(self) -> int:
        """Count its words."""
        return len(self.text.split())


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft:
    """What a rule says. `changes` are fields of the state that it sets anew."""

    act: Act
    pieces: tuple[Piece, ...]
    practices: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    suggestions: tuple[Move, ...] = ()
    purposes: tuple[str, ...] = ()
    why: str = ""
    place: str = ""
    outcome: str = ""
    barred: str = ""
    changes: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class Here:
    """Everything that a rule may look at.

    `told`: passages of the message that carry its point; `heart`: one of those before, where the
    message lies at the edge of it.
    """

    state: State
    heard: Heard
    reading: Reading
    known: Known
    shelves: Shelves
    told: tuple[str, ...] = ()
    heart: str = ""

    @property
    def who(self) -> str:
        """Say who it is about, as lines say it."""
        return self.reading.facts.who or self.state.who or SOMEBODY

    @property
    def thing(self) -> str:
        """Name a plain thing that it is about, if any."""
        return self.reading.thing or self.state.thing

    @property
    def theme(self) -> Playbook | None:
        """Give the theme."""
        return self.reading.theme

    @property
    def gists(self) -> tuple[Gist, ...]:
        """Give what this message does or carries, and then what those before it did."""
        before = (self.shelves.gists[one] for one in self.state.gists)
        return tuple({one.id: one for one in (*self.reading.gists, *before)}.values())

    @property
    def listens(self) -> bool:
        """Say whether only listening is wanted."""
        return Steering.LISTEN in self.state.steering

    @property
    def may_ask(self) -> bool:
        """Say whether a question fits: never three running, and a third of replies without one."""
        if self.listens or self.is_laughing or Steering.QUIET in self.state.steering:
            return False
        asked = self.state.asked
        if asked[-2:] == (True, True):
            return False
        return len(asked) < 2 or (sum(asked) + 1) * 3 <= (len(asked) + 1) * 2

    @property
    def is_laughing(self) -> bool:
        """Say whether they laugh in the middle of a talk: a joke is met, and not asked about."""
        return self.state.turns > 0 and LAUGHS.search(self.heard.text) is not None

    @property
    def is_guarded(self) -> bool:
        """Say whether somebody at home may be feared: nothing is encouraged towards them."""
        return self.state.course.guarded or not self.known.is_two

    @property
    def must_not_ask(self) -> bool:
        """Say whether the last two replies asked already, or no question is wanted."""
        twice = self.state.asked[-2:] == (True, True)
        return twice or self.listens or Steering.QUIET in self.state.steering

    def was_said(self, name: str) -> bool:
        """Say whether a line was said in this conversation or in the last thirty days."""
        return name in self.state.used or name in self.known.lines

    def line(
        self, key: str, *, fits: Callable[[str], object] = bool, is_spare: bool = False
    ) -> Piece | None:
        """Take a line of no theme: one that was not said, and begins as none of the last did.

        Where no question fits, one that asks nothing, if there is one; and one that `fits`.
        """
        says = self.shelves.lines.get(key, ())
        named = [(f"{key}.{place}", text) for place, text in enumerate(says)]
        fit = [one for one in named if fits(one[1]) and not (self.must_not_ask and asks(one[1]))]
        return self.first_new(rotated(fit or named, len(self.heard.clean)), is_spare=is_spare)

    def first_new(self, named: list[tuple[str, str]], *, is_spare: bool = False) -> Piece | None:
        """Take the first that was not said yet; where all were, the one said longest ago."""
        if not named:
            return None
        new = [one for one in named if not self.was_said(one[0])]
        fresh = [one for one in new if frame_of(one[1]) not in self.state.frames]
        if choice := next(iter(fresh or new), None):
            return self.piece(*choice, is_spare=is_spare)
        places = {name: at for at, name in enumerate(self.state.used)}
        oldest = min(named, key=lambda one: places.get(one[0], -1))
        return self.piece(*oldest, is_spare=is_spare)

    def piece(self, name: str, text: str, *, is_spare: bool = False) -> Piece:
        """Fill in who and what it is about."""
        text = text.replace("{who}", self.who).replace("{thing}", self.thing)
        return Piece(text=text, name=name, is_spare=is_spare)


def words_in_marks(text: str) -> tuple[str, ...]:
    """Give the words for somebody else that stand in a reply, without their marks."""
    return tuple(one.strip('“”"') for one in QUOTED.findall(text))


def asks(text: str) -> bool:
    """Say whether a text asks, outside of what it quotes."""
    return "?" in QUOTED.sub("", text)


def sentence(text: str) -> str:
    """Let a text begin like a sentence."""
    return f"{text[:1].upper()}{text[1:]}"


def frame_of(text: str) -> str:
    """Give the words that a reply begins with."""
    return " ".join(text.lower().split()[:FRAME])


def fitted(pieces: tuple[Piece, ...], most: int) -> tuple[Piece, ...]:
    """Leave out what is spare, the last first, until a reply is short enough."""
    kept = list(pieces)
    while sum(one.words for one in kept) > most:
        spare = next((one for one in reversed(kept) if one.is_spare), None)
        if spare is None:
            break
        kept.remove(spare)
    return tuple(kept)


def one_question(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Keep one question, the last: nobody is asked two things at once."""
    asking = [one for one in pieces if one.asks]
    return tuple(one for one in pieces if not one.asks or one is asking[-1])
