"""Pages of the experiments wing: counting both partners in one experiment."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from aftershift.web.experiments import both_actions
from aftershift.web.experiments.actions import NotNow, OneRuns, TooMany
from aftershift.web.experiments.forms import TrialForm
from aftershift.web.experiments.views import form_of, found, shown
from aftershift.web.pages import clock
from aftershift.web.pairing.gate import linked
from aftershift.web.people.signed_in import PersonRequest, signed_in
from aftershift.web.safety.gate import asked_first


@require_POST
@signed_in
@asked_first
@linked
def ask(request: PersonRequest, experiment_id: UUID) -> HttpResponse:
    """Say yes to counting both; the other sees the plan from now on."""
    one = found(request, experiment_id)
    try:
        both_actions.ask(by=request.by, experiment_id=UUID(one.id), now=clock.now())
    except NotNow:
        return shown(request, form_of(request), gone=True, status=409)
    return redirect("experiments:page")


@require_POST
@signed_in
@asked_first
@linked
def join(request: PersonRequest) -> HttpResponse:
    """Say yes to what the other asks."""
    try:
        both_actions.join(by=request.by, experiment_id=_named(request), now=clock.now())
    except (NotNow, OneRuns, TooMany) as refused:
        said = {"gone": isinstance(refused, NotNow), "is_full": isinstance(refused, TooMany)}
        runs = isinstance(refused, OneRuns)
        return shown(request, form_of(request), one_runs=runs, **said, status=409)
    return redirect("experiments:page")


@require_POST
@signed_in
@linked
def put_aside(request: PersonRequest) -> HttpResponse:
    """Take what the other asks off one's own page. No gate of fear stands before this door."""
    both_actions.put_aside(by=request.by, experiment_id=_named(request))
    return redirect("experiments:page")


@require_POST
@signed_in
@asked_first
@linked
def hand_over(request: PersonRequest, experiment_id: UUID) -> HttpResponse:
    """Hand one's numbers over, at the end and once."""
    one = found(request, experiment_id)
    try:
        both_actions.give_numbers(by=request.by, experiment_id=UUID(one.id), now=clock.now())
    except NotNow:
        return shown(request, form_of(request), gone=True, status=409)
    return redirect("experiments:experiment", experiment_id=one.id)


@require_POST
@signed_in
def take_back(request: PersonRequest, experiment_id: UUID) -> HttpResponse:
    """Take one's yes back. No gate stands before this door."""
    one = found(request, experiment_id)
    both_actions.take_back(by=request.by, experiment_id=UUID(one.id))
    return redirect("experiments:experiment", experiment_id=one.id)


def _named(request: PersonRequest) -> UUID:
    form = TrialForm(request.POST)
    if not form.is_valid():
        raise Http404
    named: UUID = form.cleaned_data["trial"]
    return named
