"""Every change of the journal; none of them is announced to anybody."""

from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID

from aftershift.web.journal import queries, transcribing
from aftershift.web.journal.models import Journal, TooMuch, Voice
from aftershift.web.journal.papers import MOST_VOICES, Entry, JournalPaper, Leave
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.people.turns import own_turn

TWICE = timedelta(minutes=10)  # the same words within so long were sent twice


def keep(*, by: SignedIn, entry: Entry) -> Entry:
    """Keep an entry; the same one sent twice is kept once. Raises TooMuch."""
    with own_turn(by):
        kept = queries.paper(by=by)
        if kept.entries and _is_again(kept.entries[-1], entry):
            return kept.entries[-1]
        shown = {**kept.shown, entry.prompt: entry.written} if entry.prompt else kept.shown
        _save(by, replace(kept, entries=(*kept.entries, entry), shown=shown))
    return entry


def keep_voice(*, by: SignedIn, entry: Entry, media_type: str, sound: bytes) -> Entry:
    """Keep a voice note as an entry of its own. Raises TooMuch."""
    with own_turn(by):
        kept = queries.paper(by=by)
        if sum(bool(one.voice) for one in kept.entries) >= MOST_VOICES:
            raise TooMuch
        row = Voice(person=by.person)
        row.keep(by.vault, media_type, sound)
        row.save()
        spoken = replace(entry, voice=str(row.id))
        _save(by, replace(kept, entries=(*kept.entries, spoken)))
    return spoken


def bring_sound(*, by: SignedIn, media_type: str, sound: bytes) -> bool:
    """Give a sound to the entry that waits for it; say whether there is one. Raises TooMuch."""
    with own_turn(by):
        kept = queries.paper(by=by)
        digest = sha256(sound).hexdigest()
        waiting = next((one for one in kept.entries if one.waits == digest), None)
        if waiting is None:
            return False
        if sum(bool(one.voice) for one in kept.entries) >= MOST_VOICES:
            raise TooMuch
        row = Voice(person=by.person)
        row.keep(by.vault, media_type, sound)
        row.save()
        spoken = replace(waiting, voice=str(row.id), waits="")
        others = tuple(spoken if one is waiting else one for one in kept.entries)
        _save(by, replace(kept, entries=others))
    return True


def change(*, by: SignedIn, entry_id: UUID, new: Entry) -> Entry | None:
    """Write an entry anew; None where there is none. Raises TooMuch."""
    with own_turn(by):
        kept = queries.paper(by=by)
        old = next((one for one in kept.entries if one.id == str(entry_id)), None)
        if old is None:
            return None
        changed = replace(
            old, feelings=new.feelings, text=new.text, friend=new.friend, changed=new.written
        )
        others = tuple(changed if one is old else one for one in kept.entries)
        _save(by, replace(kept, entries=others))
    return changed


def erase(*, by: SignedIn, entry_id: UUID) -> bool:
    """Erase an entry, and its sound; say whether there was one."""
    with own_turn(by):
        kept = queries.paper(by=by)
        gone = next((one for one in kept.entries if one.id == str(entry_id)), None)
        if gone is None:
            return False
        if gone.voice:
            Voice.objects.filter(id=gone.voice, person=by.person).delete()
        _save(by, replace(kept, entries=tuple(one for one in kept.entries if one is not gone)))
    return True


def show(*, by: SignedIn, prompt: str, now: datetime) -> None:
    """Remember that a prompt was shown, so that others come before it."""
    with own_turn(by):
        kept = queries.paper(by=by)
        _save(by, replace(kept, shown={**kept.shown, prompt: now}))


def allow_transcription(*, by: SignedIn, mark: str, now: datetime) -> bool:
    """Let what somebody was shown make notes into text; say whether it is still that one.

    Raises TooMuch.
    """
    asked = transcribing.transcriber()
    if asked is None or asked.place.mark != mark:
        return False
    with own_turn(by):
        kept = queries.paper(by=by)
        _save(by, replace(kept, transcription=Leave(mark=mark, given=now)))
    return True


def withdraw_transcription(*, by: SignedIn) -> None:
    """Let nothing make notes into text from now on; what was kept as text stays an entry."""
    with own_turn(by):
        kept = queries.paper(by=by)
        if kept.transcription is not None:
            _save(by, replace(kept, transcription=None))


def _is_again(last: Entry, new: Entry) -> bool:
    return new.written - last.written < TWICE and replace(last, id="", written=new.written) == (
        replace(new, id="")
    )


def _save(by: SignedIn, kept: JournalPaper) -> None:
    row = Journal.objects.filter(person=by.person).first() or Journal(person=by.person)
    row.write_from(by.vault, kept)
    row.save()
