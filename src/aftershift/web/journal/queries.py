"""Reads of the journal; each takes `by`, whose vault opens what is read."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from aftershift.web.journal.models import Journal, Voice
from aftershift.web.journal.papers import Entry, JournalPaper
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.rosters import queries as rosters

ENDINGS = {"audio/webm": ".webm", "audio/mp4": ".m4a"}


def paper(*, by: SignedIn) -> JournalPaper:
    """Open the journal."""
    row = Journal.objects.filter(person=by.person).first()
    return row.read_as(by.vault, JournalPaper) if row else JournalPaper()


def entry(*, by: SignedIn, entry_id: UUID) -> Entry | None:
    """Find one entry of this person; None where there is none, or it is somebody else's."""
    found = (one for one in paper(by=by).entries if one.id == str(entry_id))
    return next(found, None)


def sound(*, by: SignedIn, entry_id: UUID) -> tuple[str, bytes] | None:
    """Open the sound of an entry: its type, and its bytes. None where it has none."""
    found = entry(by=by, entry_id=entry_id)
    if found is None or not found.voice:
        return None
    row = Voice.objects.filter(id=found.voice, person=by.person).first()
    return row.sound(by.vault) if row else None


@dataclass(frozen=True, kw_only=True, slots=True)
class SoundFile:
    """A voice note as a file: under which name it is taken along, and what is in it."""

    name: str
    data: bytes


def sound_files(*, by: SignedIn) -> tuple[SoundFile, ...]:
    """Open the sound of every voice note that is here, each under a name of its own."""
    kept, files = paper(by=by), list[SoundFile]()
    for number, one in enumerate(kept.entries, start=1):
        found = sound(by=by, entry_id=UUID(one.id)) if one.voice else None
        if found is not None:
            name = f"{one.written:%Y-%m-%d}-{number}{ENDINGS.get(found[0], '')}"
            files.append(SoundFile(name=name, data=found[1]))
    return tuple(files)


def has_sounds(*, by: SignedIn) -> bool:
    """Say whether any voice note is here."""
    return Voice.objects.filter(person=by.person).exists()


def waiting_sounds(*, by: SignedIn) -> int:
    """Count the voice notes whose sound was not brought yet."""
    return sum(bool(one.waits) for one in paper(by=by).entries)


def last_friends_view(kept: JournalPaper) -> datetime | None:
    """Say when a friend's view was written last."""
    return max((one.written for one in kept.entries if one.friend), default=None)


def own_zone(*, by: SignedIn) -> ZoneInfo:
    """Say on whose clock this person reads."""
    return rosters.own_zone(by=by)
