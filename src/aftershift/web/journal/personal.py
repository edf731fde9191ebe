"""What this wing holds of a person: to take away and to erase."""

import re
from dataclasses import replace
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from aftershift.web.carrying import Carried
from aftershift.web.journal import cards, queries
from aftershift.web.journal.models import Journal, Voice
from aftershift.web.journal.papers import MOST_VOICES, Entry, JournalPaper
from aftershift.web.people.models import Person
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.strict import Unfit

_WAITS = re.compile(r"([0-9a-f]{64})?")

CARRIES = (
    Carried(
        name="journal",
        model=Journal,
        shape=JournalPaper,
        goes=lambda paper, by: _unspoken(paper, by),
        comes=lambda paper, by: _waiting(paper),
    ),
)


def export(by: SignedIn) -> dict[str, Any]:
    """Give every entry, which prompts were shown when, and what was allowed."""
    kept = queries.paper(by=by)
    leave = kept.transcription
    return {
        "entries": [_taken(one) for one in kept.entries],
        "shown_prompts": {name: at.isoformat() for name, at in kept.shown.items()},
        "made_into_text_by": {
            "allowed": leave.mark if leave else "nobody",
            "since": leave.given.isoformat() if leave else "",
        },
    }


def erase(person: Person) -> None:
    """Delete every row."""
    Voice.objects.filter(person_id=person.id).delete()
    Journal.objects.filter(person_id=person.id).delete()


def _taken(entry: Entry) -> dict[str, Any]:
    taken = {
        "written": entry.written.isoformat(),
        "changed": entry.changed.isoformat() if entry.changed else "",
        "feelings": cards.titles(entry),
        "prompt": cards.prompt_of(entry),
        "text": entry.text,
        "voice_note": entry.was_spoken,
    }
    taken |= {answer.asks: answer.said for answer in cards.answers_of(entry)}
    return taken


def _unspoken(paper: JournalPaper, by: SignedIn) -> JournalPaper:
    """Give every entry with the SHA-256 of its sound, which is a file of its own; and no leave."""
    entries = tuple(_without_sound(one, by) for one in paper.entries)
    return replace(paper, entries=entries, transcription=None)


def _without_sound(entry: Entry, by: SignedIn) -> Entry:
    found = queries.sound(by=by, entry_id=UUID(entry.id))
    return replace(entry, voice="", waits=sha256(found[1]).hexdigest()) if found else entry


def _waiting(paper: JournalPaper) -> JournalPaper:
    """Refuse more voice notes than there is room for, and names that no page could look for."""
    for number, one in enumerate(paper.entries, start=1):
        if one.voice or not _WAITS.fullmatch(one.waits):
            raise Unfit(_("this is no SHA-256 of a sound"), place=("entries", number))
    if sum(bool(one.waits) for one in paper.entries) > MOST_VOICES:
        raise Unfit(_("these are more rows than there is room for"), place=("entries",))
    return replace(paper, transcription=None)
