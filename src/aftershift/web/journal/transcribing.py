"""A voice note made into text, by a server that the host set up and its person allowed.

A recording is opened here, sent once, and let go of. Nothing of what comes back is kept or logged:
it goes into a form, and only what its person keeps from there is sealed.
"""

from dataclasses import dataclass
from uuid import UUID

from aftershift.web.journal import queries
from aftershift.web.journal.papers import Leave
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.services import services
from aftershift.wiring import NoModel, Transcriber

WITHDRAWN = "withdrawn"


@dataclass(frozen=True, kw_only=True, slots=True)
class Transcript:
    """The words of a note, or why there are none: a reason of NoModel's, or `withdrawn`."""

    words: str = ""
    why_not: str = ""


def transcriber() -> Transcriber | None:
    """Give what the host has set up, if anything."""
    return services().transcriber


def is_allowed(leave: Leave | None) -> bool:
    """Say whether somebody allowed the very server and model that are set up now."""
    asked = transcriber()
    return asked is not None and leave is not None and leave.mark == asked.place.mark


def transcript(*, by: SignedIn, entry_id: UUID) -> Transcript | None:
    """Have a note written down; None where it may not be, or the entry has no sound.

    In no transaction: it may take as long as the host lets it.
    """
    asked = transcriber()
    if asked is None or not is_allowed(queries.paper(by=by).transcription):
        return None
    sound = queries.sound(by=by, entry_id=entry_id)
    if sound is None:
        return None
    try:
        words = asked.words(*sound)
    except NoModel as failure:
        return Transcript(why_not=failure.why)
    if not is_allowed(queries.paper(by=by).transcription):  # withdrawn while it was on its way
        return Transcript(why_not=WITHDRAWN)
    return Transcript(words=words)
