"""What this wing holds of a person: to take away and to erase."""

from base64 import b64encode
from typing import Any
from uuid import UUID

from aftershift.web.journal import cards, queries
from aftershift.web.journal.models import Journal, Voice
from aftershift.web.journal.papers import Entry
from aftershift.web.people.models import Person
from aftershift.web.people.signed_in import SignedIn


def export(by: SignedIn) -> dict[str, Any]:
    """Give every entry, with its sound, which prompts were shown when, and what was allowed."""
    kept = queries.paper(by=by)
    leave = kept.transcription
    return {
        "entries": [_taken(one, by) for one in kept.entries],
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


def _taken(entry: Entry, by: SignedIn) -> dict[str, Any]:
    taken = {
        "written": entry.written.isoformat(),
        "changed": entry.changed.isoformat() if entry.changed else "",
        "feelings": cards.titles(entry),
        "prompt": cards.prompt_of(entry),
        "text": entry.text,
        "voice_note": bool(entry.voice),
    }
    taken |= {answer.asks: answer.said for answer in cards.answers_of(entry)}
    sound = queries.sound(by=by, entry_id=UUID(entry.id))
    if sound:
        media_type, data = sound
        taken["sound"] = f"data:{media_type};base64,{b64encode(data).decode()}"
    return taken
