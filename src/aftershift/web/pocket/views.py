"""The pocket: no account, no trace, the same pages for everybody, and all of them kept offline."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from aftershift.library.pocket import load_cards, load_talk
from aftershift.web.pocket import cards, words
from aftershift.web.pocket.forms import WishForm

BLANK_CARDS = range(6)


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show what there is."""
    return render(request, "pocket/home.html", {"rooms": cards.rooms()})


@require_safe
def one_room(request: HttpRequest, room: str) -> HttpResponse:
    """Show one room, narrowed down to what there is time, place, energy and company for."""
    found = cards.rooms().get(room)
    if found is None:
        raise Http404
    form = WishForm(found, request.GET)
    page = cards.room_page(room, found, form.wish())
    return render(request, "pocket/room.html", {"page": page, "form": form, "say": words.PLAYER})


@require_safe
def notes(request: HttpRequest) -> HttpResponse:
    """Show the cards to print."""
    return render(request, "pocket/cards.html", {"cards": load_cards(), "blank": BLANK_CARDS})


@require_safe
def talk(request: HttpRequest) -> HttpResponse:
    """Show the cards to talk with, two people and no phone."""
    return render(request, "pocket/talk.html", {"cards": load_talk()})
