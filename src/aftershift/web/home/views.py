"""The first page, for a stranger and for somebody signed in."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from aftershift.library.demo import file_of, load_demo
from aftershift.web import ears
from aftershift.web.env import ENV
from aftershift.web.home import cards
from aftershift.web.pages import clock
from aftershift.web.people.signed_in import PersonRequest, VisitorRequest, signed_in, signed_out_ok


@require_safe
@signed_out_ok
def home(request: VisitorRequest) -> HttpResponse:
    """Greet a stranger, or show today."""
    if request.by is None:
        return render(request, "home/welcome.html")
    return today(request)


@signed_in
def today(request: PersonRequest) -> HttpResponse:
    """Show today, the next window, and what waits for an answer."""
    ears.room().wake()  # while somebody thinks of what to say
    page = cards.home_page(by=request.by, now=clock.now())
    return render(request, "home/home.html", {"page": page})


@require_safe
def demo_file(request: VisitorRequest, name: str) -> HttpResponse:
    """Hand out one of the demo household's own files, to try an import with."""
    if not ENV.demo or name not in load_demo().files:
        raise Http404
    response = HttpResponse(file_of(name), content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
