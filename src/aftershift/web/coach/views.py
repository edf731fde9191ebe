"""Pages of the coach."""

from contextlib import suppress

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from aftershift.web import ears
from aftershift.web.coach import actions, cards, placing, voice_cards
from aftershift.web.coach.forms import (
    AllowForm,
    CardForm,
    ForgetForm,
    HelpedForm,
    PlaceForm,
    SayForm,
)
from aftershift.web.help.queries import frame
from aftershift.web.pages import clock, remembered
from aftershift.web.people.signed_in import PersonRequest, signed_in
from aftershift.web.safety import queries as safety

FROM_ITS_TOP = "outerHTML show:window:top"


@require_safe
@signed_in
def page(request: PersonRequest) -> HttpResponse:
    """Show the conversation."""
    ears.room().wake()  # while somebody thinks
    with suppress(ears.NotInTime, ears.Deaf):  # then the step is asked about next time
        actions.open_talk(by=request.by, now=clock.now())
    return _shown(request, SayForm())


@require_POST
@signed_in
def say(request: PersonRequest) -> HttpResponse:
    """Say one thing, or tap an answer."""
    form = SayForm(request.POST)
    if not form.is_valid():
        return _shown(request, form, status=422)
    try:
        told = actions.say(by=request.by, given=form.given(), now=clock.now())
    except ears.NotInTime:
        return _shown(request, form, unread="late")
    except ears.Deaf:
        return _shown(request, form, unread="failed")
    if told.course is not None:
        country, now = request.COOKIES.get(remembered.COUNTRY, ""), clock.now()
        shown = cards.risk_page(told.course, country=country, now=now, is_kept=False)
        return _rendered(request, shown, SayForm())
    return _shown(request, SayForm(), is_masked=True) if told.is_masked else redirect("coach:page")


@require_POST
@signed_in
def end(request: PersonRequest) -> HttpResponse:
    """End the conversation."""
    actions.end(by=request.by)
    return redirect("coach:page")


@require_POST
@signed_in
def place(request: PersonRequest) -> HttpResponse:
    """Place a practice in the next window that is long enough for it."""
    form = PlaceForm(request.POST)
    if not form.is_valid():
        raise Http404
    try:
        actions.place(by=request.by, now=clock.now(), practice=form.cleaned_data["practice"])
    except placing.NoWindow:
        return _shown(request, SayForm(), unread="no_window", status=409)
    return redirect("windows:plan")


@require_POST
@signed_in
def helped(request: PersonRequest) -> HttpResponse:
    """Say whether something that was done helped."""
    form = HelpedForm(request.POST)
    if not form.is_valid():
        raise Http404
    told = {name: form.cleaned_data[name] for name in ("practice", "helped")}
    actions.tell_helped(by=request.by, now=clock.now(), **told)
    return redirect("coach:kept" if form.cleaned_data["on_kept"] else "coach:page")


@require_safe
@signed_in
def kept(request: PersonRequest) -> HttpResponse:
    """Show what the coach remembers."""
    return _kept(request, CardForm())


@require_POST
@signed_in
def keep(request: PersonRequest) -> HttpResponse:
    """Keep a card."""
    form = CardForm(request.POST)
    if not form.is_valid():
        return _kept(request, form, status=422)
    actions.keep_card(by=request.by, text=form.cleaned_data["text"], now=clock.now())
    return redirect("coach:kept")


@require_POST
@signed_in
def forget(request: PersonRequest) -> HttpResponse:
    """Forget a card."""
    form = ForgetForm(request.POST)
    if not form.is_valid():
        raise Http404
    actions.forget_card(by=request.by, card=form.cleaned_data["card"])
    return redirect("coach:kept")


@require_POST
@signed_in
def unbar(request: PersonRequest) -> HttpResponse:
    """Let a practice be offered again."""
    form = PlaceForm(request.POST)
    if not form.is_valid():
        raise Http404
    actions.unbar(by=request.by, practice=form.cleaned_data["practice"])
    return redirect("coach:kept")


@require_POST
@signed_in
def forget_steps(request: PersonRequest) -> HttpResponse:
    """Forget the steps."""
    actions.forget_steps(by=request.by)
    return redirect("coach:kept")


@require_safe
@signed_in
def voice(request: PersonRequest) -> HttpResponse:
    """Show whose words the coach may use, and in full what would leave for them."""
    return _voice(request)


@require_POST
@signed_in
def allow(request: PersonRequest) -> HttpResponse:
    """Let a model say drafts again."""
    form = AllowForm(request.POST)
    mark = form.cleaned_data["mark"] if form.is_valid() else ""
    if not actions.allow_voice(by=request.by, mark=mark, now=clock.now()):
        return _voice(request, status=409)
    return redirect("coach:voice")


@require_POST
@signed_in
def withdraw(request: PersonRequest) -> HttpResponse:
    """Let no model say anything any more."""
    actions.withdraw_voice(by=request.by)
    return redirect("coach:voice")


def _voice(request: PersonRequest, status: int = 200) -> HttpResponse:
    page_ = {
        "page": voice_cards.voice_page(by=request.by, now=clock.now()),
        "changed": status != 200,
    }
    return render(request, "coach/voice.html", page_, status=status)


def _kept(request: PersonRequest, form: CardForm, status: int = 200) -> HttpResponse:
    page_ = {"page": cards.kept_page(by=request.by), "form": form}
    return render(request, "coach/kept.html", page_, status=status)


def _shown(
    request: PersonRequest,
    form: SayForm,
    *,
    unread: str = "",
    is_masked: bool = False,
    status: int = 200,
) -> HttpResponse:
    shown = cards.talk_page(
        by=request.by,
        now=clock.now(),
        country=request.COOKIES.get(remembered.COUNTRY, ""),
        is_masked=is_masked,
    )
    return _rendered(request, shown, form, unread=unread, status=status)


def _rendered(
    request: PersonRequest,
    shown: cards.TalkPage,
    form: SayForm,
    *,
    unread: str = "",
    status: int = 200,
) -> HttpResponse:
    page_ = {
        "page": shown,
        "form": form,
        "unread": unread,
        "help_link": safety.has_help_link(by=request.by),
    }
    if shown.risk is None:
        return render(request, "coach/page.html", page_, status=status)
    page_ |= {"frame": (frame_ := frame("", "home")), "words": frame_.words}
    at_risk = render(request, "coach/page.html", page_, status=status)
    at_risk.headers["HX-Reswap"] = FROM_ITS_TOP  # or numbers would come in above what is in view
    return at_risk
