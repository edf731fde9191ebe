"""The shelf of the journal: what to write about, and the questions of a friend's view."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from aftershift.library.evidence import load_evidence
from aftershift.library.shelf import CONTENT, ContentError, read_record
from aftershift.library.understanding import emotion_names

SHELF = CONTENT / "journal"


@dataclass(frozen=True, kw_only=True, slots=True)
class Prompt:
    """Something to write about; without feelings it fits any day."""

    id: str
    says: str
    feelings: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Prompts:
    """The file of prompts."""

    prompt: tuple[Prompt, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """One short question of a friend's view."""

    id: str
    asks: str


@dataclass(frozen=True, kw_only=True, slots=True)
class FriendsView:
    """Seven minutes of writing: which practice it is, what to recall, and what is asked."""

    practice: str
    recall: str
    question: tuple[Question, ...]


@cache
def load_prompts(shelf: Path = SHELF) -> tuple[Prompt, ...]:
    """Load every prompt; raise ContentError where two share an id or one names no known feeling."""
    path = shelf / "prompts.toml"
    prompts = read_record(path, Prompts).prompt
    seen: set[str] = set()
    for one in prompts:
        strange = sorted(set(one.feelings) - set(emotion_names()))
        if one.id in seen or strange:
            reason = f"feelings that nobody knows: {strange}" if strange else "is there twice"
            raise ContentError(path.name, one.id, reason)
        seen.add(one.id)
    return prompts


@cache
def load_friends_view(shelf: Path = SHELF) -> FriendsView:
    """Load the questions; raise ContentError where their practice is not on its shelf."""
    path = shelf / "friend.toml"
    view = read_record(path, FriendsView)
    if view.practice not in load_evidence().practices:
        raise ContentError(path.name, "practice", "is not on its shelf")
    return view
