"""Pages without a wing: what went wrong, and the files that the browser asks for."""

from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from aftershift.web.pages import remembered
from aftershift.web.pages.forms import CHOICES, LookForm

WORKER = Path(__file__).parent / "static" / "pages" / "sw.js"


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that a form was too old to be accepted, and how to go on."""
    return render(request, "pages/stale.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that there is no such page; the same words whether it exists for somebody else or not."""
    return render(request, "pages/missing.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """Say that the fault is ours and that nothing was lost."""
    return render(request, "pages/broken.html", status=500)


@require_safe
def offline(request: HttpRequest) -> HttpResponse:
    """Show what is left without a network: the way to help."""
    return render(request, "pages/offline.html")


@require_safe
def neutral(request: HttpRequest) -> HttpResponse:
    """Show where a quick exit leads: a page that says nothing about this product."""
    return render(request, "pages/neutral.html")


@require_http_methods(["GET", "HEAD", "POST"])
def look(request: HttpRequest) -> HttpResponse:
    """Let somebody choose light, dark or by the hour; this browser alone remembers it."""
    form = LookForm(request.POST)
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data["paper"]
        return remembered.remember(redirect("look"), chosen, name=remembered.PAPER)
    chosen = request.COOKIES.get(remembered.PAPER, "")
    return render(request, "pages/look.html", {"choices": CHOICES, "chosen": chosen or "hours"})


@require_safe
def service_worker(request: HttpRequest) -> HttpResponse:
    """Serve the service worker from the root, so that it may answer for every address."""
    return HttpResponse(
        WORKER.read_bytes(),
        content_type="text/javascript",
        headers={"Cache-Control": "no-cache", "Service-Worker-Allowed": "/"},
    )
