"""The pages of the rehearsal wing: what there is to rehearse, a scene, and the two drills."""

from collections.abc import Callable, Mapping
from typing import TypeAlias, TypeVar

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from aftershift.web import ears
from aftershift.web.help.queries import frame
from aftershift.web.pages import clock, remembered
from aftershift.web.people.signed_in import PersonRequest, signed_in
from aftershift.web.rehearsal import cards
from aftershift.web.rehearsal.cards import DrillCard, MessageCard, SceneCard
from aftershift.web.rehearsal.forms import Given, LineForm
from aftershift.web.rehearsal.hearing import Line, listen
from aftershift.web.safety import queries as safety
from aftershift.web.safety.actions import keep_note

Shown: TypeAlias = SceneCard | DrillCard | MessageCard
Found = TypeVar("Found")


@require_safe
@signed_in
def shelf(request: PersonRequest) -> HttpResponse:
    """Show what there is to rehearse."""
    page = {
        "shelf": cards.shelf(),
        "wards": cards.wards(),
        "help_link": safety.has_help_link(by=request.by),
    }
    return render(request, "rehearsal/shelf.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def scene(request: PersonRequest, scene: str) -> HttpResponse:
    """Show a scene, or have the other answer a line."""
    found = _found(cards.shelf().scenes, scene)
    return _page(
        request,
        "rehearsal/scene.html",
        shown=lambda token: cards.scene_card(found, token),
        answered=lambda given, line: cards.scene_answered(found, given, line),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def speaking_up(request: PersonRequest, drill: str) -> HttpResponse:
    """Show a drill, or have the other refuse."""
    found = _found(cards.shelf().drills, drill)
    return _page(
        request,
        "rehearsal/speaking_up.html",
        shown=lambda token: cards.drill_card(found, token),
        answered=lambda given, line: cards.drill_answered(found, given, line),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def listening(request: PersonRequest, message: str) -> HttpResponse:
    """Show a message, or what was read in a reply to it."""
    found = _found(cards.shelf().messages, message)
    return _page(
        request,
        "rehearsal/listening.html",
        shown=lambda _token: cards.message_card(found),
        answered=lambda _given, line: cards.message_answered(found, line),
    )


def _page(
    request: PersonRequest,
    template: str,
    *,
    shown: Callable[[str], Shown],
    answered: Callable[[Given, Line], Shown],
) -> HttpResponse:
    if request.method != "POST":
        ears.room().wake()  # while somebody reads
        return render(request, template, {"card": shown(""), "form": LineForm()})
    form = LineForm(request.POST)
    if not form.is_valid():
        card = shown(str(form.data.get("stand", "")))
        return render(request, template, {"card": card, "form": form}, status=422)
    given, line = form.given(), _heard(request, form.given())
    if line.is_alone:
        own = frame("", "home")
        page = {"line": line, "frame": own, "words": own.words}
        return render(request, "rehearsal/help.html", page)
    if line.unread:
        return render(request, template, {"card": shown(given.stand), "form": form, "line": line})
    card = answered(given, line)
    return render(request, template, {"card": card, "form": LineForm(), "line": line})


def _heard(request: PersonRequest, given: Given) -> Line:
    """Hear a line, and keep the note of it that is kept for the person's safety."""
    note = safety.own(by=request.by).note
    country = request.COOKIES.get(remembered.COUNTRY, "")
    line = listen(given, note=note, country=country, now=clock.now())
    keep_note(by=request.by, note=line.note)
    return line


def _found(things: Mapping[str, Found], name: str) -> Found:
    try:
        return things[name]
    except KeyError:
        raise Http404 from None
