"""The page of the sending wing."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from aftershift.web import ears
from aftershift.web.help.queries import frame
from aftershift.web.pages import clock, remembered
from aftershift.web.people.signed_in import PersonRequest, signed_in
from aftershift.web.safety import queries as safety
from aftershift.web.safety.actions import keep_note
from aftershift.web.sending.cards import second_look
from aftershift.web.sending.forms import MessageForm


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def page(request: PersonRequest) -> HttpResponse:
    """Take a message, and say what was heard in it; no word of it is kept."""
    if request.method != "POST":
        ears.room().wake()  # while somebody types
        page = {"form": MessageForm(), "help_link": safety.has_help_link(by=request.by)}
        return render(request, "sending/page.html", page)
    form = MessageForm(request.POST)
    if not form.is_valid():
        return render(request, "sending/page.html", {"form": form}, status=422)
    country = request.COOKIES.get(remembered.COUNTRY, "")
    note = safety.own(by=request.by).note
    look = second_look(
        form.given(),
        note=note,
        country=country,
        now=clock.now(),
        just_me=safety.is_just_me(by=request.by),
    )
    keep_note(by=request.by, note=look.note)
    page = {"form": form, "look": look, "help_link": look.help_link and not look.unread}
    if look.is_alone:
        page |= {"frame": (frame_ := frame("", "home")), "words": frame_.words}
    return render(request, "sending/page.html", page)
