"""Help: no account, no trace on the server; the same page for everybody but for its order."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from aftershift.web.help import kinds, queries
from aftershift.web.help.forms import ChooseForm, TickForm
from aftershift.web.pages import clock, remembered


@require_safe
def home(request: HttpRequest, language: str = "") -> HttpResponse:
    """Show whom to call, and what else helps now."""
    frame = queries.frame(language, "home")
    chosen = request.COOKIES.get(remembered.COUNTRY, "")
    card = queries.card(frame.language, chosen=chosen, today=clock.now().date())
    papers = queries.papers(frame.language)
    return _page(request, "help/home.html", frame, card=card, papers=papers)


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


@csrf_exempt  # it changes nothing, and the page that asks may come from a browser's shelf
@require_http_methods(["GET", "HEAD", "POST"])
def which(request: HttpRequest, language: str = "") -> HttpResponse:
    """Show the four kinds of help with their reasons, or the one that fits what was ticked."""
    frame = queries.frame(language, "which")
    chosen = request.COOKIES.get(remembered.COUNTRY, "")
    ticked = TickForm(request.POST).ticked()
    answer = kinds.answer(frame, ticked, chosen=chosen, today=clock.now().date())
    page = {"papers": queries.papers(frame.language), "kinds": kinds.four(frame.language)}
    is_empty = request.method == "POST" and not ticked
    return _page(request, "help/which.html", frame, answer=answer, is_empty=is_empty, **page)


@require_safe
def sheet(request: HttpRequest, language: str = "") -> HttpResponse:
    """Show a blank sheet for a first talk with a professional, to print."""
    frame = queries.frame(language, "sheet")
    return _page(request, "help/sheet.html", frame, papers=queries.papers(frame.language))


@require_safe
def leaving(request: HttpRequest, language: str = "") -> HttpResponse:
    """Show how to think about staying or leaving; it says neither."""
    frame = queries.frame(language, "leaving")
    return _page(request, "help/leaving.html", frame, papers=queries.papers(frame.language))


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
