"""The words of the help card in one language; a language that does not say all does not load."""

from collections.abc import Mapping
from dataclasses import dataclass

LANGUAGES = ("en", "es", "de", "fr", "nl")  # in the order in which the card offers them


@dataclass(frozen=True, kw_only=True, slots=True)
class FrameWords:
    """What stands around every page of help."""

    skip: str
    help: str
    exit: str
    languages: str
    foot: str


@dataclass(frozen=True, kw_only=True, slots=True)
class DangerWords:
    """The first thing on the card: the number to call now. `union` is the European one."""

    title: str
    call: str
    union: str
    stay: str


@dataclass(frozen=True, kw_only=True, slots=True)
class TalkWords:
    """Whom to call: the choice of a country, and where the lists end."""

    title: str
    lead: str
    choose: str
    remembers: str
    country: str
    show: str
    first: str
    forget: str
    others: str
    elsewhere: str
    directory: str


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupWords:
    """What lines are for, as a heading each."""

    crisis: str
    violence: str
    health_worker: str
    child: str
    youth: str
    substance: str
    poison: str


@dataclass(frozen=True, kw_only=True, slots=True)
class LineWords:
    """What is said around one number."""

    audience: str
    call: str
    text: str
    text_word: str
    to: str
    website: str
    hours_open: str
    doubt: str
    checked: str
    missing: str
    current: str
    plain: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """One part of the card: a heading, and what stands below it."""

    title: str
    says: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanLinks:
    """The way to the plan, and to somebody whom this person trusts."""

    title: str
    says: str
    blank: str
    own: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """One step: what to do, more about it, and words to say or send.

    `seconds` is how long it takes where that is known; 0 is as long as it takes.
    """

    title: str
    says: str
    aside: str = ""
    quote: str = ""
    seconds: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class PlayerWords:
    """What stands on the player of steps, and beside words to send."""

    pause: str
    go_on: str
    next: str
    back: str
    stop: str
    aloud: str
    over: str
    send: str
    share: str
    copy: str
    copied: str
    whom: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ResetWords:
    """Five small steps out of too much, the same in a corridor, and a way back into the room."""

    title: str
    link: str
    too_much: str
    offline: str
    lead: str
    first: str
    begin: str
    steps: tuple[Step, ...]
    people: str
    corridor: str
    corridor_lead: str
    corridor_begin: str
    corridor_steps: tuple[Step, ...]
    room: str
    room_lead: str
    room_steps: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanWords:
    """The six steps of a plan for hard hours.

    Reference: the order is that of Stanley and Brown's safety plan; the words are ours.
    """

    title: str
    lead: str
    printed: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class NoteWords:
    """A number that looks like nothing: a list of things to buy."""

    title: str
    items: tuple[str, ...]
    number: str


@dataclass(frozen=True, kw_only=True, slots=True)
class HelpCard:
    """All words of help in one language; `name` is what the language calls itself.

    `phrases` turns the English words of the telephone lines into this language.
    """

    name: str
    title: str
    lead: str
    frame: FrameWords
    danger: DangerWords
    talk: TalkWords
    groups: GroupWords
    line: LineWords
    player: PlayerWords
    reset: ResetWords
    home: Part
    plan: PlanLinks
    leaving: Part
    knows: Part
    numbers: Part
    sheet: PlanWords
    note: NoteWords
    countries: Mapping[str, str]
    phrases: Mapping[str, str]

    def said(self, words: str) -> str:
        """Say words of a telephone line in this language; a name of a service stays as it is."""
        return self.phrases.get(words, words)
