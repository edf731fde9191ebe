"""Pages of the agreements wing: a time-out and its return, the weekly check-in."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from aftershift.web.agreements import actions, cards
from aftershift.web.agreements.forms import ComingForm, StartsForm, TimeOutForm
from aftershift.web.agreements.views import shown
from aftershift.web.pages import clock
from aftershift.web.pairing.gate import linked
from aftershift.web.people.signed_in import PersonRequest, signed_in
from aftershift.web.rituals.actions import NoSuchPlace
from aftershift.web.safety.gate import asked_first, for_two


@require_POST
@signed_in
@asked_first
@linked
def time_out(request: PersonRequest) -> HttpResponse:
    """Take a time-out; it has a return at once."""
    form = TimeOutForm(request.POST)
    if not form.is_valid():
        raise Http404
    actions.take_time_out(by=request.by, now=clock.now(), **form.cleaned_data)
    return redirect("agreements:page")


@require_POST
@signed_in
@asked_first
@linked
def move_return(request: PersonRequest) -> HttpResponse:
    """Come back at another time."""
    form = StartsForm(request.POST)
    if not form.is_valid():
        raise Http404
    try:
        actions.move_return(by=request.by, now=clock.now(), **form.cleaned_data)
    except actions.NoSuchReturn:
        return shown(request, status=409)
    return redirect("agreements:page")


@require_POST
@signed_in
@asked_first
@linked
def hold_return(request: PersonRequest) -> HttpResponse:
    """Hold the return in one's own plan."""
    try:
        actions.hold_return(by=request.by, now=clock.now())
    except actions.NoSuchReturn:
        return shown(request, status=409)
    return redirect("agreements:page")


@require_POST
@signed_in
@linked
def end_time_out(request: PersonRequest) -> HttpResponse:
    """Say that the time-out is over. No gate stands before this door."""
    actions.end_time_out(by=request.by, now=clock.now())
    return redirect("agreements:page")


@require_POST
@signed_in
@asked_first
@linked
def say_coming(request: PersonRequest) -> HttpResponse:
    """Say how much of oneself is left after a shift."""
    form = ComingForm(request.POST)
    if not form.is_valid():
        raise Http404
    actions.say_coming(by=request.by, now=clock.now(), **form.cleaned_data)
    return redirect("agreements:page")


@require_POST
@signed_in
@linked
def take_coming_back(request: PersonRequest) -> HttpResponse:
    """Take it back. No gate stands before this door."""
    actions.take_coming_back(by=request.by)
    return redirect("agreements:page")


@require_safe
@signed_in
@for_two
def check_in(request: PersonRequest) -> HttpResponse:
    """Show the next check-in and its prompts."""
    return _check_in(request)


@require_POST
@signed_in
@for_two
def hold_check_in(request: PersonRequest) -> HttpResponse:
    """Hold the place of the check-in in the plan."""
    form = StartsForm(request.POST)
    if not form.is_valid():
        raise Http404
    try:
        actions.hold_check_in(by=request.by, now=clock.now(), **form.cleaned_data)
    except NoSuchPlace:
        return _check_in(request, status=409)
    return redirect("agreements:check_in")


def _check_in(request: PersonRequest, *, status: int = 200) -> HttpResponse:
    found = cards.check_in_page(by=request.by, now=clock.now())
    context = {"page": found, "is_gone": status == 409}
    return render(request, "agreements/check_in.html", context, status=status)
