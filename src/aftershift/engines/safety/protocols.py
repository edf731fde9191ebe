"""What is answered at a risk: authored turns, each with its variants and the answers to tap.

Nothing here is made up at the moment of speaking. A protocol is a file that people wrote; a turn
says one thing or asks one question in at least three ways, so that nobody is given the same words
twice; a bubble holds one idea.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from aftershift.engines.language.cleaning import clean
from aftershift.engines.safety.risk import LEVELS, Level
from aftershift.engines.safety.rows import ALL_PATHS, ROWS
from aftershift.engines.safety.signals import Listener

LEAST_VARIANTS = 3
MOST_BUBBLES = 6
MOST_WORDS, MOST_SENTENCES = 30, 3  # of one bubble
CHECK = "check"  # the turn that asks first, where the level is only check_in
RETURNED = "returned"  # the turn for somebody who stepped down and comes back to it
# What is filled in by country: the name of a line's purpose, or of something that every page has.
SLOTS = frozenset(
    {
        *("emergency", "silent", "crisis", "violence", "child", "substance", "health_worker"),
        *("poison", "eating", "perpetrator", "youth", "directory"),
    }
)
OPENS = frozenset({"help", "plan", "grounding", "just_me", "plain_copy", "quick_exit"})
# The languages of the help card beside English: what each calls itself.
TONGUES = {"es": "español", "de": "Deutsch", "fr": "français", "nl": "Nederlands"}
SLOT = re.compile(r"\{(\w+)\}")
REPLIES = frozenset({"retracts", "angry", "yes", "no", "frame", "grave"})


class ProtocolError(Exception):
    """A protocol that may not be used; names the turn and the reason."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Button:
    """An answer to tap: where it leads, whether it lowers the level by one, what it opens.

    `typed`: "yes" or "no", when a typed yes or no means this answer.
    """

    id: str
    says: str
    path: str = ""
    turn: str = ""
    lowers: bool = False
    opens: str = ""
    typed: str = ""

    def __post_init__(self) -> None:
        if self.opens and self.opens not in OPENS:
            reason = f"{self.id}: opens none of {', '.join(sorted(OPENS))}"
            raise ProtocolError(reason)
        if not (self.path or self.turn or self.lowers or self.opens):
            reason = f"{self.id}: leads nowhere"
            raise ProtocolError(reason)


@dataclass(frozen=True, kw_only=True, slots=True)
class Turn:
    """One thing said, in several ways. `aside`: only a tapped answer leads here."""

    id: str
    variants: tuple[tuple[str, ...], ...]
    buttons: tuple[Button, ...] = ()
    aside: bool = False

    def __post_init__(self) -> None:
        if len(set(self.variants)) < LEAST_VARIANTS:
            reason = f"{self.id}: fewer than {LEAST_VARIANTS} variants"
            raise ProtocolError(reason)
        if len({one.id for one in self.buttons}) < len(self.buttons):
            reason = f"{self.id}: two answers of one name"
            raise ProtocolError(reason)
        for variant in self.variants:
            if fault := fault_of(variant):
                reason = f"{self.id}: {fault}"
                raise ProtocolError(reason)

    def variant(self, count: int) -> tuple[str, ...]:
        """Choose the words by a number that grows, so that they come round only after all."""
        return self.variants[count % len(self.variants)]


def fault_of(variant: tuple[str, ...]) -> str:
    """Say what is wrong with one way of saying a turn, or nothing."""
    if not 0 < len(variant) <= MOST_BUBBLES:
        return f"one to {MOST_BUBBLES} bubbles"
    slots = {slot for bubble in variant for slot in SLOT.findall(bubble)}
    if unknown := sorted(slots - SLOTS):
        return f"nothing fills {', '.join(unknown)}"
    for bubble in variant:
        sentences = re.findall(r"[.?!]+(?=\s|$)", bubble)
        if len(bubble.split()) > MOST_WORDS or len(sentences) > MOST_SENTENCES:
            return f"more than one idea in {bubble!r}"
    if "health_worker" in slots and "crisis" not in slots:
        return "a line that sleeps at night stands without one that does not"
    return ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Protocol:
    """One path of the decision table, its turns in their order.

    `above`: the path whose question comes when a check_in comes again within 72 hours.
    `below`: "path.turn" from which one goes on when the person has lowered the level.
    """

    path: str
    row: int
    level: str
    turns: tuple[Turn, ...]
    above: str = ""
    below: str = ""

    def __post_init__(self) -> None:
        if self.row not in ROWS or self.level not in LEVELS or not self.turns:
            reason = f"{self.path}: a row, a level and a turn are needed"
            raise ProtocolError(reason)
        if len({turn.id for turn in self.turns}) < len(self.turns):
            reason = f"{self.path}: two turns of one name"
            raise ProtocolError(reason)

    @property
    def grave(self) -> Level:
        """Its level as a value."""
        return LEVELS[self.level]

    def has(self, turn: str) -> bool:
        """Say whether it has a turn of this name."""
        return any(one.id == turn for one in self.turns)

    def first(self, level: Level) -> str:
        """Name the turn it begins with: a question, where no more than a check_in was heard."""
        if level <= Level.CHECK_IN < self.grave and self.has(CHECK):
            return CHECK
        return next(one.id for one in self.turns if one.id != CHECK)

    def following(self, given: tuple[str, ...]) -> str:
        """Name the next turn that was not said yet and waits for no tap, or nothing."""
        turns = [one.id for one in self.turns if not (one.aside or one.id == CHECK)]
        said = [at for at, turn in enumerate(turns) if f"{self.path}.{turn}" in given]
        return next(iter(turns[said[-1] + 1 :] if said else turns), "")


@dataclass(frozen=True, kw_only=True, slots=True)
class Protocols:
    """All paths, and an ear for what people say back to a card.

    `tongues`: what comes first for somebody who was heard in another language, by its code.
    """

    paths: Mapping[str, Protocol]
    listener: Listener
    tongues: Mapping[str, str]

    def __post_init__(self) -> None:
        if odd := sorted(ALL_PATHS ^ set(self.paths)):
            reason = f"missing, or of no row: {', '.join(odd)}"
            raise ProtocolError(reason)
        for code in TONGUES.keys() | self.tongues.keys():
            if SLOT.findall(self.tongues.get(code, "")) != [code]:
                reason = f"{code}: a line in it that names it is needed"
                raise ProtocolError(reason)
        for fault in self._dead_ends():
            raise ProtocolError(fault)

    def turn(self, path: str, turn: str) -> Turn:
        """Give one turn."""
        return next(one for one in self.paths[path].turns if one.id == turn)

    def buttons(self, asked: str) -> tuple[Button, ...]:
        """Give the answers to a turn, as "path.turn"; none for one that is no more."""
        path, _dot, turn = asked.partition(".")
        protocol = self.paths.get(path)
        turns = protocol.turns if protocol else ()
        return next((one.buttons for one in turns if one.id == turn), ())

    def said_in(self, language: str) -> tuple[str, ...]:
        """Give what comes first for somebody heard in a language: one bubble, or none."""
        return (self.tongues[language],) if language in self.tongues else ()

    def replies_in(self, text: str) -> frozenset[str]:
        """Name what is said back: retracts, angry, yes, no; or a frame around a grave wish."""
        heard = self.listener.hear(clean(text).text) if text.strip() else ()
        return frozenset(one.signal.means for one in heard)

    def _dead_ends(self) -> list[str]:
        ends = []
        for one in self.paths.values():
            for name in filter(None, (one.above, one.below.partition(".")[0])):
                ends += [] if name in self.paths else [f"{one.path}: no path {name}"]
            for turn in one.turns:
                for button in turn.buttons:
                    name = "stepping_down" if button.lowers else button.path or one.path
                    path = self.paths.get(name)
                    if path is None or (button.turn and not path.has(button.turn)):
                        ends.append(f"{one.path}.{turn.id}.{button.id}: leads to nothing")
        return ends
