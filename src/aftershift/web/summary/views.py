"""The page to print."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from aftershift.web.pages import clock
from aftershift.web.people.signed_in import PersonRequest, signed_in
from aftershift.web.summary import cards
from aftershift.web.summary.forms import SheetForm


@require_safe
@signed_in
def page(request: PersonRequest) -> HttpResponse:
    """Show what was chosen on one page to print, and the choice above it on the screen."""
    offered = cards.offered(by=request.by, now=clock.now())
    form = SheetForm.asked(request.GET, offered=offered)
    sheet = cards.sheet(by=request.by, now=clock.now(), chosen=form.chosen())
    return render(request, "summary/page.html", {"form": form, "sheet": sheet})
