"""Pages of the agreements wing: the week's answers of two, side by side."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from aftershift.web.agreements import actions, beside, queries
from aftershift.web.agreements.forms import WeekForm
from aftershift.web.pages import clock
from aftershift.web.pairing.gate import linked
from aftershift.web.pairing.queries import NotLinked
from aftershift.web.people.signed_in import PersonRequest, signed_in
from aftershift.web.safety.gate import asked_first


@require_safe
@signed_in
@asked_first
@linked
def page(request: PersonRequest) -> HttpResponse:
    """Show what has met, and what one may show."""
    two = queries.two(by=request.by)
    if two is None:
        raise NotLinked
    shown = beside.beside_page(two, by=request.by, now=clock.now())
    return render(request, "agreements/beside.html", {"page": shown})


@require_POST
@signed_in
@asked_first
@linked
def show(request: PersonRequest) -> HttpResponse:
    """Say yes to showing the answers of a week when the other does."""
    form = WeekForm(request.POST)
    weeks = beside.own_weeks(by=request.by, now=clock.now())
    if not form.is_valid() or form.cleaned_data["week"] not in weeks:
        raise Http404
    week = form.cleaned_data["week"]
    actions.show_week(by=request.by, week=week, answers=weeks[week])
    return redirect("agreements:beside")


@require_POST
@signed_in
@linked
def hide(request: PersonRequest) -> HttpResponse:
    """Take the answers of a week back. No gate stands before this door."""
    form = WeekForm(request.POST)
    if not form.is_valid():
        raise Http404
    actions.hide_week(by=request.by, week=form.cleaned_data["week"])
    return redirect("agreements:beside")
