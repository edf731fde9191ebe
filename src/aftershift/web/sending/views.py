"""The page of the sending wing."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from aftershift.web import ears
from aftershift.web.pages import clock
from aftershift.web.people.signed_in import PersonRequest, signed_in
from aftershift.web.sending.cards import second_look
from aftershift.web.sending.forms import MessageForm


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def page(request: PersonRequest) -> HttpResponse:
    """Take a message, and say what was heard in it; nothing of it is kept."""
    if request.method != "POST":
        ears.room().wake()  # while somebody types
        return render(request, "sending/page.html", {"form": MessageForm()})
    form = MessageForm(request.POST)
    if not form.is_valid():
        return render(request, "sending/page.html", {"form": form}, status=422)
    look = second_look(form.given(), today=clock.now().date())
    return render(request, "sending/page.html", {"form": form, "look": look})
