"""Pages of the agreements wing: a repair in five steps, and help instead of any of them."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from aftershift.engines.together.repair import Ready
from aftershift.library.together import load_repair
from aftershift.web import ears
from aftershift.web.agreements import actions, cards, queries
from aftershift.web.agreements.forms import ReadyForm, RepairForm, StartsForm
from aftershift.web.agreements.papers import RepairPaper
from aftershift.web.agreements.views import alone, hear
from aftershift.web.pages import clock
from aftershift.web.people.signed_in import PersonRequest, signed_in
from aftershift.web.safety import queries as safety
from aftershift.web.safety.gate import for_two
from aftershift.web.windows import queries as windows


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@for_two
def repair(request: PersonRequest) -> HttpResponse:
    """Show the first step, or the others once somebody is ready; keep what the last one says."""
    if queries.kept(by=request.by).repair is None:
        return _asked(request, ReadyForm())
    today = windows.today(by=request.by, now=clock.now())
    if request.method != "POST":
        ears.room().wake()  # while somebody types
        return _steps(request, RepairForm(today=today))
    form = RepairForm(request.POST, today=today)
    if not form.is_valid():
        return _steps(request, form, status=422)
    return _keep(request, form.repair())


@require_POST
@signed_in
@for_two
def ready(request: PersonRequest) -> HttpResponse:
    """Take the first step: who is not safe meets people who help, and nothing is written."""
    form = ReadyForm(request.POST)
    if not form.is_valid():
        return _asked(request, form, status=422)
    stands = form.readiness()
    if stands is Ready.UNSAFE:
        own = safety.own_page(by=request.by)
        return render(request, "agreements/unsafe.html", {"page": own})
    if stands is Ready.NOT_YET:
        return render(request, "agreements/not_yet.html")
    actions.keep_repair(by=request.by, repair=RepairPaper())
    return redirect("agreements:repair")


@require_POST
@signed_in
@for_two
def hold_talk(request: PersonRequest) -> HttpResponse:
    """Hold a window for the talk."""
    form = StartsForm(request.POST)
    if not form.is_valid():
        raise Http404
    today = windows.today(by=request.by, now=clock.now())
    try:
        actions.hold_talk(by=request.by, now=clock.now(), **form.cleaned_data)
    except actions.NoSuchReturn:
        return _steps(request, RepairForm(today=today), status=409)
    return redirect("windows:plan")


@require_POST
@signed_in
def end_repair(request: PersonRequest) -> HttpResponse:
    """Let it be. No gate stands before this door."""
    actions.end_repair(by=request.by)
    return redirect("agreements:page")


def _keep(request: PersonRequest, paper: RepairPaper) -> HttpResponse:
    """Keep the last step, unless help comes first."""
    if held_back := alone(request, hear(request, paper.about)):
        return held_back
    actions.keep_repair(by=request.by, repair=paper)
    return redirect("agreements:repair")


def _asked(request: PersonRequest, form: ReadyForm, *, status: int = 200) -> HttpResponse:
    return render(request, "agreements/ready.html", {"form": form}, status=status)


def _steps(request: PersonRequest, form: RepairForm, *, status: int = 200) -> HttpResponse:
    now = clock.now()
    context = {
        "form": form,
        "shelf": load_repair(),
        "times": cards.times_for_talk(by=request.by, now=now),
        "kept": queries.kept(by=request.by).repair,
        "is_due": queries.is_repair_due(by=request.by, now=now),
        "is_gone": status == 409,
    }
    return render(request, "agreements/repair.html", context, status=status)
