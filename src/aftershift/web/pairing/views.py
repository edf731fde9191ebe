"""Pages of the pairing wing."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from aftershift.web.pages import clock
from aftershift.web.pairing import actions, codes, queries
from aftershift.web.pairing.forms import NO_CODE, CodeForm, GrownForm
from aftershift.web.people import actions as people
from aftershift.web.people.forms import WRONG_PASSWORD, PasswordAgain
from aftershift.web.people.signed_in import PersonRequest, signed_in
from aftershift.web.safety import queries as safety
from aftershift.web.safety.gate import asked_first

OFFER = "offer_%s"  # two forms with the same field stand on one page


@require_safe
@signed_in
def page(request: PersonRequest) -> HttpResponse:
    """Show how far a link has come, and the next step.

    Whoever put away what is for two is shown the way out of a link, and nothing else of it.
    """
    if safety.is_just_me(by=request.by):
        return _put_away(request)
    return _next_step(request)


@require_POST
@signed_in
@asked_first
def offer(request: PersonRequest) -> HttpResponse:
    """Make a code."""
    form = GrownForm(request.POST, auto_id=OFFER)
    if not _is_themselves(request, form):
        return _shown(request, form, CodeForm(), status=422)
    actions.offer(by=request.by, now=clock.now())
    return redirect("pairing:page")


@require_POST
@signed_in
@asked_first
def answer(request: PersonRequest) -> HttpResponse:
    """Take the code that the other read aloud."""
    form = CodeForm(request.POST)
    if _is_themselves(request, form):
        code = form.cleaned_data["code"]
        if actions.answer(code, by=request.by, now=clock.now()):
            return redirect("pairing:page")
        form.add_error("code", NO_CODE)
    return _shown(request, GrownForm(auto_id=OFFER), form, status=422)


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


@asked_first
def _next_step(request: PersonRequest) -> HttpResponse:
    return _shown(request, GrownForm(auto_id=OFFER), CodeForm())


def _put_away(request: PersonRequest) -> HttpResponse:
    standing = queries.standing(by=request.by, now=clock.now())
    context = {"standing": standing, "page": safety.own_page(by=request.by)}
    return render(request, "pairing/put_away.html", context)


def _is_themselves(request: PersonRequest, form: PasswordAgain) -> bool:
    """Say whether a form is sound and its password right. Raises TooOften."""
    if not form.is_valid():
        return False
    given = form.cleaned_data["password"]
    is_right = people.is_password(given, by=request.by, now=clock.now())
    if not is_right:
        form.add_error("password", WRONG_PASSWORD)
    return is_right


def _shown(
    request: PersonRequest, grown: GrownForm, code: CodeForm, *, status: int = 200
) -> HttpResponse:
    standing = queries.standing(by=request.by, now=clock.now())
    context = {"standing": standing, "grown": grown, "form": code}
    context["spoken"] = codes.printed(standing.code)
    return render(request, "pairing/page.html", context, status=status)
