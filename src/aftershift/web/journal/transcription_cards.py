"""What the pages say of making a voice note into text: to whom it would go, and what went wrong."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from aftershift.web.journal import queries, transcribing
from aftershift.web.people.signed_in import SignedIn

FAILED = {
    "late": _("The words did not come in time. Try again later, or write them yourself."),
    "busy": _("Others are having theirs made into text just now. Try again in a few minutes."),
    "silent": _("No words came back. Listen to the note: it may be too quiet."),
    "too_long": _("More words came back than an entry holds. Listen, and write down what matters."),
    transcribing.WITHDRAWN: _("You stopped it meanwhile, so what came back was thrown away."),
}
UNREACHED = _(
    "The server that makes text did not answer as it should. "
    "Tell whoever runs Aftershift here, or listen and write it yourself."
)


@dataclass(frozen=True, kw_only=True, slots=True)
class TranscriptionPage:
    """What the host has set up, and whether this person allowed it: `since` when, if they did."""

    name: str
    host: str
    is_here: bool
    mark: str
    seconds: int
    since: datetime | None
    was_another: bool


def transcription_page(*, by: SignedIn) -> TranscriptionPage | None:
    """Gather the page; None where nothing is set up."""
    asked = transcribing.transcriber()
    if asked is None:
        return None
    leave, place = queries.paper(by=by).transcription, asked.place
    is_allowed = transcribing.is_allowed(leave)
    return TranscriptionPage(
        name=place.name,
        host=place.host,
        is_here=place.is_here,
        mark=place.mark,
        seconds=place.seconds,
        since=leave.given if leave and is_allowed else None,
        was_another=leave is not None and not is_allowed,
    )
