"""Reads of the journal; each takes `by`, whose vault opens what is read."""

from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from aftershift.web.journal.models import Journal, Voice
from aftershift.web.journal.papers import Entry, JournalPaper
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.rosters import queries as rosters


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


def last_friends_view(kept: JournalPaper) -> datetime | None:
    """Say when a friend's view was written last."""
    return max((one.written for one in kept.entries if one.friend), default=None)


def own_zone(*, by: SignedIn) -> ZoneInfo:
    """Say on whose clock this person reads."""
    return rosters.own_zone(by=by)
