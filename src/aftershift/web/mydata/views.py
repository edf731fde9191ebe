"""Take everything, or erase everything."""

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from aftershift.web.journal import queries as journal
from aftershift.web.mydata import actions, queries
from aftershift.web.mydata.bringing import PAPERS
from aftershift.web.mydata.forms import EraseForm
from aftershift.web.mydata.readable import entries
from aftershift.web.pages import clock
from aftershift.web.people import sessions
from aftershift.web.people.signed_in import PersonRequest, signed_in


@require_safe
@signed_in
def page(request: PersonRequest) -> HttpResponse:
    """Show what can be taken and what can be erased."""
    return _page(request, EraseForm())


@require_safe
@signed_in
def take_json(request: PersonRequest) -> HttpResponse:
    """Hand over everything for a machine."""
    held = {**queries.everything(by=request.by), PAPERS: queries.papers(by=request.by)}
    response = JsonResponse(held, json_dumps_params={"indent": 1, "ensure_ascii": False})
    response["Content-Disposition"] = 'attachment; filename="aftershift.json"'
    return response


@require_safe
@signed_in
def take_readable(request: PersonRequest) -> HttpResponse:
    """Hand over everything for a person, as one page that needs nothing else."""
    reader = queries.reader(by=request.by)
    page = {
        "entries": entries(queries.everything(by=request.by), reader),
        "made": clock.now().astimezone(reader.zone).replace(tzinfo=None),  # on their own wall
        "zone": reader.zone.key,
    }
    response = render(request, "mydata/everything.html", page)
    response["Content-Disposition"] = 'attachment; filename="aftershift.html"'
    return response


@require_POST
@signed_in
def erase(request: PersonRequest) -> HttpResponse:
    """Erase everything once the word was typed."""
    form = EraseForm(request.POST)
    if not form.is_valid():
        return _page(request, form, status=422)
    try:
        actions.erase_everything(by=request.by)
    except DatabaseError:  # the keys went first; the rest may be asked for again
        return render(request, "mydata/unfinished.html", {"form": EraseForm()}, status=503)
    return sessions.take_cookie(redirect("mydata:erased"))


@require_safe
def erased(request: HttpRequest) -> HttpResponse:
    """Say that it is done."""
    return render(request, "mydata/erased.html")


def _page(request: PersonRequest, form: EraseForm, *, status: int = 200) -> HttpResponse:
    page = {"form": form, "has_sounds": journal.has_sounds(by=request.by)}
    return render(request, "mydata/page.html", page, status=status)
