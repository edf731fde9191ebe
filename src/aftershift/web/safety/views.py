"""Pages of the safety wing."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aftershift.web.env import ENV
from aftershift.web.pages import remembered
from aftershift.web.people.signed_in import PersonRequest, signed_in
from aftershift.web.safety import actions, queries
from aftershift.web.safety.forms import BeforeForm, PlanForm, TrustedForm


@require_safe
@signed_in
def page(request: PersonRequest) -> HttpResponse:
    """Show the plan's door, somebody trusted, and what is put away."""
    shown = {"page": queries.own_page(by=request.by), "is_host_plain": ENV.plain_name}
    return render(request, "safety/page.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def plan(request: PersonRequest) -> HttpResponse:
    """Write the plan."""
    paper = queries.own(by=request.by)
    form = PlanForm(
        request.POST if request.method == "POST" else None, initial=PlanForm.filled(paper)
    )
    if request.method != "POST" or not form.is_valid():
        status, shown = (422 if form.errors else 200), {"form": form, "has_plan": paper.has_plan}
        return render(request, "safety/plan.html", shown, status=status)
    actions.write_plan(by=request.by, steps=form.steps())
    return redirect("safety:paper")


@require_safe
@signed_in
def paper(request: PersonRequest) -> HttpResponse:
    """Show the plan as one clean page, to read and to print."""
    return render(request, "safety/paper.html", {"steps": queries.filled_steps(by=request.by)})


@require_safe
@signed_in
def take(request: PersonRequest) -> HttpResponse:
    """Hand the plan over as a file that needs nothing else, under a name that says nothing."""
    response = render(request, "safety/file.html", {"steps": queries.filled_steps(by=request.by)})
    response["Content-Disposition"] = 'attachment; filename="notes.html"'
    return response


@require_POST
@signed_in
def erase_plan(request: PersonRequest) -> HttpResponse:
    """Erase the plan."""
    actions.erase_plan(by=request.by)
    return redirect("safety:page")


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def trusted(request: PersonRequest) -> HttpResponse:
    """Say who is to be called."""
    known = queries.own(by=request.by).trusted
    form = TrustedForm(
        request.POST if request.method == "POST" else None,
        initial={"name": known.name, "number": known.number},
    )
    if request.method != "POST" or not form.is_valid():
        status = 422 if form.errors else 200
        return render(request, "safety/trusted.html", {"form": form}, status=status)
    actions.trust(by=request.by, trusted=form.trusted())
    return redirect("safety:page")


@require_POST
@signed_in
def put_away(request: PersonRequest) -> HttpResponse:
    """Put away what is for two."""
    actions.put_away(by=request.by)
    return redirect("safety:page")


@require_POST
@signed_in
def feel_safe(request: PersonRequest) -> HttpResponse:
    """Bring back what rests after help."""
    actions.feel_safe(by=request.by)
    return redirect("safety:page")


@require_POST
@signed_in
def forget_note(request: PersonRequest) -> HttpResponse:
    """Forget what was noted of help."""
    actions.forget_note(by=request.by)
    return redirect("safety:page")


@require_POST
@signed_in
def bring_back(request: PersonRequest) -> HttpResponse:
    """Bring back what is for two."""
    actions.bring_back(by=request.by)
    return redirect("safety:page")


@require_POST
@signed_in
def look(request: PersonRequest) -> HttpResponse:
    """Choose the name that an app installed from this browser has; the server keeps nothing."""
    chosen = redirect("safety:page")
    if request.POST.get("look") == remembered.PLAIN:
        return remembered.remember(chosen, remembered.PLAIN, name=remembered.LOOK)
    return remembered.forget(chosen, remembered.LOOK)


@require_POST
@signed_in
def before(request: PersonRequest) -> HttpResponse:
    """Take the answer to the question before anything shared; only a no is written anywhere.

    Whatever the answer is, the same page comes next: neither an address, nor the browser's history,
    nor a step back in it tells which one it was.
    """
    form = BeforeForm(request.POST)
    if form.is_valid() and form.cleaned_data["afraid"] == "no":
        actions.say_not_afraid(by=request.by)
    return redirect("safety:answered")


@require_safe
@signed_in
def answered(request: PersonRequest) -> HttpResponse:
    """Name people to everybody, and the way on for whoever said no."""
    return render(request, "safety/answered.html", {"page": queries.own_page(by=request.by)})
