"""Reading: no account, no trace on the server, the same pages for everybody."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from aftershift.web.reading import cards
from aftershift.web.reading.forms import LookForm


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show what is on the shelf, or what of it answers."""
    form = LookForm(request.GET)
    page = cards.home_page(form.wish(), form.asked())
    return render(request, "reading/home.html", {"page": page, "form": form})


@require_safe
def practice(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one practice with all that is known of it."""
    page = cards.practice_page(slug)
    if page is None:
        raise Http404
    return render(request, "reading/practice.html", {"page": page})


@require_safe
def myths(request: HttpRequest) -> HttpResponse:
    """Show what many have heard, and what can be said of it."""
    return render(request, "reading/myths.html", {"chapters": cards.myth_chapters()})


@require_safe
def glossary(request: HttpRequest) -> HttpResponse:
    """Show the words of the trade."""
    return render(request, "reading/glossary.html", {"terms": cards.term_cards()})


@require_safe
def grades(request: HttpRequest) -> HttpResponse:
    """Show how sure we are, by which rule, and what nobody has checked."""
    return render(request, "reading/grades.html", {"page": cards.grades_page()})
