"""Help: no account, no form, no trace on the server; the same page for everybody."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from aftershift.web.help import queries
from aftershift.web.pages import clock


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show whom to call, and what else helps now."""
    today = clock.now().date()
    context = {"numbers": queries.emergency(), "cards": queries.cards(today)}
    return render(request, "help/home.html", context)


@require_safe
def reset(request: HttpRequest) -> HttpResponse:
    """Show five small steps for the moment when everything is too much."""
    return render(request, "help/reset.html")
