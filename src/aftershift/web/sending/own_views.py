"""The page about one's own messages."""

from dataclasses import replace

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from aftershift.engines.safety.rows import Feature
from aftershift.web import ears
from aftershift.web.help.queries import frame
from aftershift.web.people.signed_in import PersonRequest, signed_in
from aftershift.web.safety import queries as safety
from aftershift.web.safety.gate import away, unless_resting
from aftershift.web.sending.cards import FAILED, LATE, Look
from aftershift.web.sending.forms import Own, OwnForm
from aftershift.web.sending.listening import Listened, listen
from aftershift.web.sending.own_cards import OwnCard, own_card, without_landing


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@unless_resting(Feature.SCRIPTS)
def own(request: PersonRequest) -> HttpResponse:
    """Take somebody's own messages, and say what was found in them; no word of it is kept."""
    shown: dict[str, object] = {"is_for_two": not safety.is_just_me(by=request.by)}
    if request.method != "POST":
        ears.room().wake()  # while somebody types
        return render(request, "sending/own.html", {**shown, "form": OwnForm()})
    form = OwnForm(request.POST)
    if not form.is_valid():
        return render(request, "sending/own.html", {**shown, "form": form}, status=422)
    heard = listen(request, form.given())
    if heard.rests and not heard.look.is_alone:
        return away(request)
    look, card = _looked(heard, form.own())
    if card and (look.help_link or not shown["is_for_two"]):
        card = without_landing(card)
    shown |= {"form": form, "look": look, "card": card}
    shown |= {"help_link": look.help_link and not look.unread}
    if look.is_alone:
        shown |= {"frame": (frame_ := frame("", "home")), "words": frame_.words}
    return render(request, "sending/own.html", shown)


def _looked(heard: Listened, own: Own) -> tuple[Look, OwnCard | None]:
    """Read the messages, unless something else comes first or the ear is not there for it."""
    if not heard.may_go_on:
        return heard.look, None
    try:
        return heard.look, own_card(own)
    except ears.NotInTime:
        return replace(heard.look, unread=LATE), None
    except ears.Deaf:
        return replace(heard.look, unread=FAILED), None
