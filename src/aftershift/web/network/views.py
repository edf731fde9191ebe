"""Pages of the network wing."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from aftershift.engines.together.network import due, in_order
from aftershift.library.evidence import load_evidence
from aftershift.library.together import load_hero_audit
from aftershift.web.network import actions, queries
from aftershift.web.network.forms import ContactForm, WhoForm
from aftershift.web.pages import clock
from aftershift.web.people.signed_in import PersonRequest, signed_in
from aftershift.web.windows import queries as windows


@require_safe
@signed_in
def page(request: PersonRequest) -> HttpResponse:
    """Show everybody on the list, and of whom somebody wanted to be reminded."""
    return _shown(request, ContactForm(today=_today(request)))


@require_POST
@signed_in
def add(request: PersonRequest) -> HttpResponse:
    """Put somebody on the list."""
    form = ContactForm(request.POST, today=_today(request))
    if not form.is_valid():
        return _shown(request, form, status=422)
    try:
        actions.add(by=request.by, contact=form.contact())
    except actions.TooMany:
        return _shown(request, form, is_full=True, status=409)
    return redirect("network:page")


@require_POST
@signed_in
def talked(request: PersonRequest) -> HttpResponse:
    """Note that they talked today."""
    day = _today(request)
    return _done(request, lambda one: actions.note_talk(by=request.by, contact=one, today=day))


@require_POST
@signed_in
def silence(request: PersonRequest) -> HttpResponse:
    """Take a reminder away."""
    return _done(request, lambda one: actions.silence(by=request.by, contact=one))


@require_POST
@signed_in
def remove(request: PersonRequest) -> HttpResponse:
    """Take somebody off the list."""
    return _done(request, lambda one: actions.remove(by=request.by, contact=one))


@require_safe
@signed_in
def hero(request: PersonRequest) -> HttpResponse:
    """Show four cards, each with one small thing to do."""
    practices = load_evidence().practices
    shown = [
        {"card": one, "slug": one.practice.replace(".", "-"), "practice": practices[one.practice]}
        for one in load_hero_audit()
    ]
    return render(request, "network/hero.html", {"cards": shown})


def _done(request: PersonRequest, act: Callable[[UUID], None]) -> HttpResponse:
    form = WhoForm(request.POST)
    if not form.is_valid():
        raise Http404
    act(form.cleaned_data["contact"])
    return redirect("network:page")


def _shown(
    request: PersonRequest, form: ContactForm, *, is_full: bool = False, status: int = 200
) -> HttpResponse:
    people, today = queries.paper(by=request.by).people, _today(request)
    late = due(people, today)
    rest = [one for one in in_order(people) if one not in late]
    context = {"due": late, "rest": rest, "form": form, "is_full": is_full}
    return render(request, "network/page.html", context, status=status)


def _today(request: PersonRequest) -> date:
    return windows.today(by=request.by, now=clock.now())
