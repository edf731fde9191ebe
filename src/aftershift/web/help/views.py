"""Help: no account, no trace on the server; the same page for everybody but for its order."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from aftershift.web.help import queries
from aftershift.web.help.forms import ChooseForm
from aftershift.web.pages import clock, remembered


@require_safe
def home(request: HttpRequest, language: str = "") -> HttpResponse:
    """Show whom to call, and what else helps now."""
    frame = queries.frame(language, "home")
    chosen = request.COOKIES.get(remembered.COUNTRY, "")
    card = queries.card(frame.language, chosen=chosen, today=clock.now().date())
    return _page(request, "help/home.html", frame, card=card)


@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    """Let this browser remember which country comes first, or forget it; nothing else changes.

    A GET, so that the form needs no token: the page comes from a browser's shelf as well.
    """
    form = ChooseForm(request.GET)
    if not form.is_valid():
        return redirect("help:home")
    country = form.cleaned_data["country"]
    back = redirect(queries.address_of("home", form.cleaned_data["language"]))
    return remembered.remember(back, country) if country else remembered.forget(back)


@require_safe
def reset(request: HttpRequest, language: str = "") -> HttpResponse:
    """Show small steps for the moment when everything is too much."""
    frame = queries.frame(language, "reset")
    return _page(request, "help/reset.html", frame, say=frame.words.player)


@require_safe
def plan(request: HttpRequest, language: str = "") -> HttpResponse:
    """Show a blank plan for hard hours, to print."""
    return _page(request, "help/plan.html", queries.frame(language, "plan"))


@require_safe
def note(request: HttpRequest, code: str, place: int, language: str = "") -> HttpResponse:
    """Show one number as a line of a list of things to buy."""
    number = queries.plain_number(code, place)
    if not number:
        raise Http404
    return _page(request, "help/note.html", queries.frame(language, "home"), number=number)


def _page(
    request: HttpRequest, template: str, frame: queries.Frame, **more: object
) -> HttpResponse:
    page = {"frame": frame, "words": frame.words, **more}
    response = render(request, template, page)
    response["Content-Language"] = frame.language
    return response
