"""What makes text of notes, for tests of the page: it says what it is told to, without a wire."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from aftershift.adapters.models.client import NoModel
from aftershift.adapters.models.place import TranscriptionPlace
from aftershift.web.journal import transcribing

HERE = TranscriptionPlace(url="http://127.0.0.1:9/v1", name="small-ear")
OTHER = TranscriptionPlace(url="http://127.0.0.1:9/v1", name="other-ear")
AWAY = TranscriptionPlace(
    url="https://notes.ward.example/v1", name="far-ear", away="notes.ward.example"
)
SPOKEN = "I sat in the car for a while before I went up."


@dataclass(kw_only=True)
class Scribe:
    """Writes down one text, or fails with a reason, and remembers what it was sent."""

    text: str = SPOKEN
    why_not: str = ""
    place: TranscriptionPlace = HERE
    sent: list[tuple[str, bytes]] = field(default_factory=list)
    meanwhile: Callable[[], object] = lambda: None

    def words(self, media_type: str, sound: bytes) -> str:
        self.sent.append((media_type, sound))
        self.meanwhile()
        if self.why_not:
            raise NoModel(self.why_not)
        return self.text


def set_up(monkeypatch: pytest.MonkeyPatch, scribe: Scribe | None) -> None:
    """Let a host have set something up, or nothing."""
    monkeypatch.setattr(transcribing, "transcriber", lambda: scribe)
