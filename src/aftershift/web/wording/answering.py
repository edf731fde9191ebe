"""What was made of a text is shown, unless something else comes first."""

from django.http import HttpResponse
from django.shortcuts import render

from aftershift.web.help.queries import frame
from aftershift.web.people.signed_in import PersonRequest
from aftershift.web.safety.gate import away
from aftershift.web.sending.listening import Listened


def answer(
    request: PersonRequest, heard: Listened, template: str, shown: dict[str, object]
) -> HttpResponse:
    """Show what was made of a text; help, a rest or a patient come before it."""
    look = heard.look
    if look.is_alone:
        help_frame = frame("", "home")
        alone = {"look": look, "frame": help_frame, "words": help_frame.words}
        return render(request, "wording/alone.html", alone)
    if heard.rests:
        return away(request)
    kept_back = {} if heard.may_go_on else {"card": None, "made": ""}
    help_link = look.help_link and not look.unread
    return render(request, template, {**shown, **kept_back, "look": look, "help_link": help_link})
