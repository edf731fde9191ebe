"""The shape of what this wing keeps sealed."""

from dataclasses import dataclass, field
from datetime import datetime

LONGEST = 8_000  # characters of one entry
LONGEST_ANSWER = 3_000
MOST_VOICES = 20


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """Something that was written, tapped or said.

    `prompt` is the id of what was shown above it; `friend` holds the three answers of a friend's
    view, by their questions' ids; `voice` is the id of a note's row.
    `waits` is the SHA-256 of a sound that was not brought yet to where the entry was.
    """

    id: str
    written: datetime
    changed: datetime | None = None
    feelings: tuple[str, ...] = ()
    text: str = ""
    prompt: str = ""
    friend: dict[str, str] = field(default_factory=dict)
    voice: str = ""
    waits: str = ""

    @property
    def was_spoken(self) -> bool:
        """Say whether it is a voice note, its sound here or not."""
        return bool(self.voice or self.waits)


@dataclass(frozen=True, kw_only=True, slots=True)
class Leave:
    """That this person lets one model, at one place, make notes into text, and no other."""

    mark: str
    given: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class JournalPaper:
    """All entries, the oldest first, and when each prompt was shown last."""

    entries: tuple[Entry, ...] = ()
    shown: dict[str, datetime] = field(default_factory=dict)
    transcription: Leave | None = None
