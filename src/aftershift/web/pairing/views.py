"""Pages of the pairing wing."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from aftershift.web.pages import clock
from aftershift.web.pairing import actions, codes, queries
from aftershift.web.pairing.forms import NO_CODE, CodeForm, GrownForm
from aftershift.web.people.signed_in import PersonRequest, signed_in
from aftershift.web.safety.gate import asked_first

OFFER = "offer_%s"  # two forms with the same field stand on one page


@require_safe
@signed_in
@asked_first
def page(request: PersonRequest) -> HttpResponse:
    """Show how far a link has come, and the next step."""
    return _shown(request, GrownForm(auto_id=OFFER), CodeForm())


@require_POST
@signed_in
@asked_first
def offer(request: PersonRequest) -> HttpResponse:
    """Make a code."""
    form = GrownForm(request.POST, auto_id=OFFER)
    if not form.is_valid():
        return _shown(request, form, CodeForm(), status=422)
    actions.offer(by=request.by, now=clock.now())
    return redirect("pairing:page")


@require_POST
@signed_in
@asked_first
def answer(request: PersonRequest) -> HttpResponse:
    """Take the code that the other read aloud."""
    form = CodeForm(request.POST)
    if form.is_valid() and not actions.answer(
        form.cleaned_data["code"], by=request.by, now=clock.now()
    ):
        form.add_error("code", NO_CODE)
    if not form.is_valid():
        return _shown(request, GrownForm(auto_id=OFFER), form, status=422)
    return redirect("pairing:page")


@require_POST
@signed_in
@asked_first
def confirm(request: PersonRequest) -> HttpResponse:
    """Say that the right one typed the code."""
    stands = actions.confirm(by=request.by, now=clock.now())
    return redirect("agreements:page" if stands else "pairing:page")


@require_POST
@signed_in
def end(request: PersonRequest) -> HttpResponse:
    """End it. No gate stands before this door."""
    actions.end(by=request.by, now=clock.now())
    return redirect("home")


def _shown(
    request: PersonRequest, grown: GrownForm, code: CodeForm, *, status: int = 200
) -> HttpResponse:
    standing = queries.standing(by=request.by, now=clock.now())
    context = {"standing": standing, "grown": grown, "form": code}
    context["spoken"] = codes.printed(standing.code)
    return render(request, "pairing/page.html", context, status=status)
