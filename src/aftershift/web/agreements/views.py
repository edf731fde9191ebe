"""Pages of the agreements wing: what stands, what waits, what is new."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aftershift.engines.together.agreements import AgreementError
from aftershift.web import ears
from aftershift.web.agreements import actions, cards
from aftershift.web.agreements.forms import (
    AgreementForm,
    BeginForm,
    ComingForm,
    LookForm,
    OneForm,
    TimeOutForm,
)
from aftershift.web.help.queries import frame
from aftershift.web.pages import clock
from aftershift.web.pairing.gate import linked
from aftershift.web.people.signed_in import PersonRequest, signed_in
from aftershift.web.safety.gate import asked_first, away, title_here
from aftershift.web.sending.forms import Given
from aftershift.web.sending.listening import Listened, listen
from aftershift.web.windows import queries as windows


@require_safe
@signed_in
@asked_first
def page(request: PersonRequest) -> HttpResponse:
    """Show what the two agree on."""
    return shown(request)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@asked_first
@linked
def new(request: PersonRequest) -> HttpResponse:
    """Write a proposal; it is heard before it is shared."""
    if request.method != "POST":
        ears.room().wake()  # while somebody types
        return _form(request, AgreementForm(today=_today(request)))
    form = AgreementForm(request.POST, today=_today(request))
    if not form.is_valid():
        return _form(request, form, status=422)
    return _share(request, form)


@require_POST
@signed_in
@asked_first
@linked
def begin(request: PersonRequest) -> HttpResponse:
    """Begin an agreement with words from another page; nothing is kept yet."""
    form = BeginForm(request.POST)
    if not form.is_valid():
        return _form(request, AgreementForm(today=_today(request)))
    said = form.cleaned_data
    initial = {"words": said["text"], **({"kind": said["kind"]} if said["kind"] else {})}
    return _form(request, AgreementForm(today=_today(request), initial=initial))


@require_safe
@signed_in
@asked_first
def ground_rules(request: PersonRequest) -> HttpResponse:
    """Show ground rules to begin with, and what a quarrel may be about."""
    return render(request, "agreements/ground_rules.html", {"rules": cards.ground_rules()})


@require_POST
@signed_in
@asked_first
@linked
def agree(request: PersonRequest) -> HttpResponse:
    """Say yes to one of the other's."""
    day = _today(request)
    return _done(request, lambda one: actions.agree(by=request.by, agreement=str(one), today=day))


@require_POST
@signed_in
@asked_first
@linked
def put_aside(request: PersonRequest) -> HttpResponse:
    """Take one of the other's proposals off one's own page."""
    return _done(request, lambda one: actions.put_aside(by=request.by, agreement=str(one)))


@require_POST
@signed_in
@linked
def end(request: PersonRequest) -> HttpResponse:
    """End an agreement. No gate stands before this door."""
    return _done(request, lambda one: actions.end(by=request.by, agreement=str(one)))


@require_POST
@signed_in
@asked_first
@linked
def look_again(request: PersonRequest) -> HttpResponse:
    """Say that an agreement was looked at, and when next."""
    form = LookForm(request.POST)
    if not form.is_valid():
        raise Http404
    on = _today(request) + timedelta(weeks=form.cleaned_data["weeks"])
    return _done(request, lambda one: actions.look_again(by=request.by, agreement=str(one), on=on))


def _share(request: PersonRequest, form: AgreementForm) -> HttpResponse:
    """Share a sound proposal, unless help comes first."""
    agreement = form.agreement()
    heard = hear(request, f"{agreement.words} {agreement.purpose}")
    if held_back := alone(request, heard):
        return held_back
    try:
        actions.propose(by=request.by, agreement=agreement)
    except AgreementError:
        return _form(request, form, is_full=True, status=409)
    return after(request, heard)


def hear(request: PersonRequest, text: str) -> Listened:
    """Hear words for risk; for a patient the form has asked already."""
    return listen(request, Given(text=text, not_a_patient=True))


def alone(request: PersonRequest, heard: Listened) -> HttpResponse | None:
    """Show help and nothing else where that comes first: then nothing is kept or shared."""
    if heard.look.is_alone:
        help_frame = frame("", "home")
        context = {"look": heard.look, "frame": help_frame, "words": help_frame.words}
        context["title"] = title_here(request)
        return render(request, "wording/alone.html", context)
    return away(request) if heard.rests else None


def after(request: PersonRequest, heard: Listened) -> HttpResponse:
    """Go on after something was kept; where somebody may need people, say so on the way."""
    look = heard.look
    if look.answer or look.unread or look.help_link:
        return shown(request, look=look)
    return redirect("agreements:page")


def shown(request: PersonRequest, *, look: object = None, status: int = 200) -> HttpResponse:
    """Show the page of the two."""
    found = cards.agreements_page(by=request.by, now=clock.now())
    context = {"page": found, "look": look, "form": TimeOutForm(), "coming_form": ComingForm()}
    return render(request, "agreements/page.html", context, status=status)


def _form(
    request: PersonRequest, form: AgreementForm, *, is_full: bool = False, status: int = 200
) -> HttpResponse:
    context = {"form": form, "is_full": is_full}
    return render(request, "agreements/new.html", context, status=status)


def _done(request: PersonRequest, act: Callable[[UUID], None]) -> HttpResponse:
    """Do one thing with one agreement."""
    form = OneForm(request.POST)
    if not form.is_valid():
        raise Http404
    act(form.cleaned_data["agreement"])
    return redirect("agreements:page")


def _today(request: PersonRequest) -> date:
    return windows.today(by=request.by, now=clock.now())
