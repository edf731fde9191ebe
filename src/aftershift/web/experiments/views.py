"""Pages of the experiments wing."""

from collections.abc import Callable
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from aftershift.engines.checkins.experiments import TooFewEveningsError
from aftershift.web import ears
from aftershift.web.experiments import actions, cards, queries
from aftershift.web.experiments.forms import EveningForm, TickForm, WishForm
from aftershift.web.experiments.papers import Experiment, Wish
from aftershift.web.experiments.words import too_few_words
from aftershift.web.journal.hearing import may_need_people
from aftershift.web.pages import clock
from aftershift.web.people.signed_in import PersonRequest, signed_in
from aftershift.web.safety import gate
from aftershift.web.safety import queries as safety


@require_safe
@signed_in
def page(request: PersonRequest) -> HttpResponse:
    """Show what runs and what is over, and a form where nothing runs."""
    ears.room().wake()  # while somebody types
    return shown(request, form_of(request))


@require_POST
@signed_in
def begin(request: PersonRequest) -> HttpResponse:
    """Draw a plan."""
    form = form_of(request, request.POST)
    if not form.is_valid():
        return shown(request, form, status=422)
    wish = form.wish()
    try:
        actions.begin(by=request.by, wish=wish, now=clock.now())
    except (actions.OneRuns, actions.TooMany) as refused:
        is_full = isinstance(refused, actions.TooMany)
        return shown(request, form, is_full=is_full, status=409)
    except TooFewEveningsError:
        return shown(request, form, too_few=_too_few(request, wish), status=409)
    if may_need_people(wish.words):
        return render(request, "experiments/kept.html", {"to": reverse("experiments:page")})
    return redirect("experiments:page")


@require_safe
@signed_in
def experiment(request: PersonRequest, experiment_id: UUID) -> HttpResponse:
    """Show what came of one; while it runs, where it stands."""
    one = found(request, experiment_id)
    if _is_away(request, one):
        return gate.away(request)
    if queries.is_running(by=request.by, one=one, now=clock.now()):
        return redirect("experiments:page")
    over = cards.over_card(by=request.by, one=one, now=clock.now())
    return render(request, "experiments/over.html", {"one": over})


@require_POST
@signed_in
def tick(request: PersonRequest, experiment_id: UUID) -> HttpResponse:
    """Note whether it was done on an evening."""
    form = TickForm(request.POST)
    return _changed(request, experiment_id, actions.tick, form)


@require_POST
@signed_in
def hold(request: PersonRequest, experiment_id: UUID) -> HttpResponse:
    """Hold the time of an evening in the plan."""
    return _changed(request, experiment_id, actions.hold, EveningForm(request.POST))


@require_POST
@signed_in
def stop(request: PersonRequest, experiment_id: UUID) -> HttpResponse:
    """Stop one. No gate stands before this door."""
    one = found(request, experiment_id)
    actions.stop(by=request.by, experiment_id=UUID(one.id), now=clock.now())
    return redirect("experiments:page")


@require_POST
@signed_in
def erase(request: PersonRequest, experiment_id: UUID) -> HttpResponse:
    """Erase one. No gate stands before this door."""
    one = found(request, experiment_id)
    actions.stop(by=request.by, experiment_id=UUID(one.id), now=clock.now())
    actions.erase(by=request.by, experiment_id=UUID(one.id))
    return redirect("experiments:page")


def _changed(
    request: PersonRequest,
    experiment_id: UUID,
    change: Callable[..., None],
    form: TickForm | EveningForm,
) -> HttpResponse:
    one = found(request, experiment_id)
    if _is_away(request, one):
        return gate.away(request)
    if not form.is_valid():
        return shown(request, form_of(request), gone=True, status=422)
    try:
        change(by=request.by, experiment_id=UUID(one.id), now=clock.now(), **form.cleaned_data)
    except actions.NotNow:
        return shown(request, form_of(request), gone=True, status=409)
    return redirect("experiments:page")


def found(request: PersonRequest, experiment_id: UUID) -> Experiment:
    """Find one of this person's; anybody else's is not there."""
    one = queries.experiment(by=request.by, experiment_id=experiment_id)
    if one is None:
        raise Http404
    return one


def _is_away(request: PersonRequest, one: Experiment) -> bool:
    return queries.is_for_two(one) and safety.is_just_me(by=request.by)


def form_of(request: PersonRequest, *given: object) -> WishForm:
    """Give the form with what may be chosen on this page."""
    return WishForm(
        *given,
        shelf=cards.shelf_offered(by=request.by),
        outcomes=cards.outcomes_offered(by=request.by),
    )


def _too_few(request: PersonRequest, wish: Wish) -> str:
    minutes = queries.minutes_of(wish.ritual)
    reach = queries.reach(by=request.by, two=wish.two, minutes=minutes, now=clock.now())
    return too_few_words(reach.blocks, cards.fits(reach.blocks), reach.until)


def shown(
    request: PersonRequest, form: WishForm, *, status: int = 200, **more: object
) -> HttpResponse:
    """Show the page with a form and what there is to say."""
    every = cards.experiments_page(by=request.by, now=clock.now())
    context = {"page": every, "form": form, **more}
    return render(request, "experiments/page.html", context, status=status)
