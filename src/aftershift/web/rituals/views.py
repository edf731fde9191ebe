"""Pages of the rituals wing."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from aftershift.web.pages import clock
from aftershift.web.people.signed_in import PersonRequest, signed_in
from aftershift.web.rituals import actions, cards
from aftershift.web.rituals.forms import HoldForm, RitualForm
from aftershift.web.safety.gate import for_two


@require_safe
@signed_in
@for_two
def page(request: PersonRequest) -> HttpResponse:
    """Show what was taken up with its next times, and what else there is."""
    shown = cards.rituals_page(by=request.by, now=clock.now())
    return render(request, "rituals/page.html", {"page": shown})


@require_POST
@signed_in
@for_two
def take_up(request: PersonRequest) -> HttpResponse:
    """Take one ritual up, or say why it waits."""
    form = RitualForm(request.POST)
    if not form.is_valid():
        raise Http404
    try:
        refused = actions.take_up(by=request.by, now=clock.now(), **form.cleaned_data)
    except actions.NoSuchRitual as unknown:
        raise Http404 from unknown
    return redirect("rituals:page") if refused is None else _told(request, waits=True)


@require_POST
@signed_in
@for_two
def let_go(request: PersonRequest) -> HttpResponse:
    """Let one ritual go."""
    form = RitualForm(request.POST)
    if not form.is_valid():
        raise Http404
    actions.let_go(by=request.by, now=clock.now(), **form.cleaned_data)
    return redirect("rituals:page")


@require_POST
@signed_in
@for_two
def hold(request: PersonRequest) -> HttpResponse:
    """Hold one place of a ritual in the plan."""
    form = HoldForm(request.POST)
    if not form.is_valid():
        raise Http404
    try:
        actions.hold(by=request.by, now=clock.now(), **form.cleaned_data)
    except actions.NoSuchRitual as unknown:
        raise Http404 from unknown
    except actions.NoSuchPlace:
        return _told(request, waits=False)
    return redirect("windows:plan")


def _told(request: PersonRequest, *, waits: bool) -> HttpResponse:
    """Show the page again, with what kept something from happening on top."""
    shown = cards.rituals_page(by=request.by, now=clock.now())
    context = {"page": shown, "waits": waits, "gone": not waits}
    return render(request, "rituals/page.html", context, status=409)
