"""Pages of the windows wing, and the feed that calendars fetch."""

from dataclasses import asdict
from datetime import date, datetime
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aftershift.engines.windows.limits import Limits
from aftershift.engines.windows.reminders import Budget
from aftershift.web.pages import clock
from aftershift.web.people.signed_in import PersonRequest, signed_in
from aftershift.web.safety.gate import for_two
from aftershift.web.windows import actions, cards, explained, queries, trying
from aftershift.web.windows.choosing import company_card
from aftershift.web.windows.forms import (
    EARLIEST,
    LATEST,
    AcceptForm,
    LimitsForm,
    ReminderForm,
    SwapForm,
    TalkForm,
)
from aftershift.web.windows.models import OutFeed
from aftershift.web.windows.swaps import swap_desk
from aftershift.web.windows.talk import talk_card
from aftershift.web.windows.what_if import weigh_draft

TALK_MINUTES = 30


@require_safe
@signed_in
def fortnight(request: PersonRequest) -> HttpResponse:
    """Show two weeks of everybody, what they share of them, and what is proposed."""
    now = clock.now()
    first = _day(request.GET.get("from", "")) or queries.today(by=request.by, now=now)
    asked = request.GET.getlist("with")
    view = queries.fortnight(by=request.by, first=first, now=now, asked=asked)
    show = "calendar" if request.GET.get("show") == "calendar" else "real"
    page = cards.fortnight_page(view, own=queries.own_member(by=request.by), show=show)
    return render(request, "windows/fortnight.html", {"page": page})


@require_safe
@signed_in
@for_two
def window(request: PersonRequest) -> HttpResponse:
    """Say why one window is proposed."""
    form = AcceptForm(request.GET)
    if not form.is_valid():
        raise Http404
    first, starts = form.cleaned_data["first"], form.cleaned_data["starts"]
    asked = request.GET.getlist("with")
    view = queries.fortnight(by=request.by, first=first, now=clock.now(), asked=asked)
    card = cards.window_page(view, starts=starts)
    page = {"window": card, "first": first, "company": company_card(view.company)}
    return render(request, "windows/window.html", page, status=200 if card else 404)


@require_POST
@signed_in
@for_two
def accept(request: PersonRequest) -> HttpResponse:
    """Hold one window."""
    form = AcceptForm(request.POST)
    if not form.is_valid():
        raise Http404
    try:
        asked = request.POST.getlist("with")
        actions.accept_window(by=request.by, now=clock.now(), asked=asked, **form.cleaned_data)
    except actions.NoSuchWindow:
        return render(request, "windows/window.html", {"window": None}, status=409)
    return redirect("windows:plan")


@require_safe
@signed_in
def plan(request: PersonRequest) -> HttpResponse:
    """Show what is held, what moved, and the calendar feed with its reminders."""
    chosen = queries.plan(by=request.by).budget
    usual = asdict(chosen) if chosen else {**asdict(Budget()), "a_day": 0}
    return _plan_page(request, ReminderForm(initial=usual), status=200)


@require_POST
@signed_in
def reminders(request: PersonRequest) -> HttpResponse:
    """Choose how often the person's own calendar may ring."""
    form = ReminderForm(request.POST)
    if not form.is_valid():
        return _plan_page(request, form, status=422)
    actions.set_reminders(by=request.by, budget=form.budget(), now=clock.now())
    return redirect("windows:plan")


def _plan_page(request: PersonRequest, form: ReminderForm, *, status: int) -> HttpResponse:
    host = request.build_absolute_uri("/")
    page = cards.plan_page(by=request.by, now=clock.now(), host=host)
    return render(request, "windows/plan.html", {"page": page, "form": form}, status=status)


@require_POST
@signed_in
def let_go(request: PersonRequest, uid: UUID) -> HttpResponse:
    """Call one item off."""
    actions.let_go(by=request.by, uid=uid, now=clock.now())
    return redirect("windows:plan")


@require_POST
@signed_in
def seen(request: PersonRequest) -> HttpResponse:
    """Put the news of moves away."""
    actions.seen_moves(by=request.by)
    return redirect("windows:plan")


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@for_two
def limits(request: PersonRequest) -> HttpResponse:
    """Show and change the lines that are drawn around the time together."""
    held = queries.plan(by=request.by)
    form = LimitsForm(
        request.POST if request.method == "POST" else None, initial=asdict(held.limits)
    )
    if request.method != "POST" or not form.is_valid():
        status = 422 if form.errors else 200
        return render(request, "windows/limits.html", {"form": form}, status=status)
    actions.draw_lines(by=request.by, limits=Limits(**form.cleaned_data), now=clock.now())
    return redirect("windows:fortnight")


@require_POST
@signed_in
def open_feed(request: PersonRequest) -> HttpResponse:
    """Make a secret address for the person's own calendar."""
    actions.open_feed(by=request.by, now=clock.now())
    return redirect("windows:plan")


@require_POST
@signed_in
def close_feed(request: PersonRequest) -> HttpResponse:
    """Revoke the address."""
    actions.close_feed(by=request.by)
    return redirect("windows:plan")


@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """Hand the calendar to whoever has its address: the token opens it, and nothing else."""
    row = OutFeed.objects.filter(token_hash=actions.hashed(token)).first()
    if row is None:
        raise Http404
    response = HttpResponse(
        actions.feed_bytes(row, token),
        content_type="text/calendar; charset=utf-8",
        headers={"ETag": f'"{row.etag}"', "Cache-Control": "private, no-cache"},
    )
    # Says 304 to whoever has this version, also when a proxy on the way made the tag a weak one.
    return get_conditional_response(request, etag=response["ETag"], response=response) or response


@require_safe
@signed_in
@for_two
def talk(request: PersonRequest) -> HttpResponse:
    """Say whether a moment is good for a hard talk; of now, where none is asked about."""
    now, zone = clock.now(), queries.own_zone(by=request.by)
    here = now.astimezone(zone)
    usual = {"day": f"{here:%Y-%m-%d}", "time": f"{here:%H:%M}", "minutes": TALK_MINUTES}
    form = TalkForm({**usual, **request.GET.dict()}, now=now, zone=zone)
    if not form.is_valid():
        return render(request, "windows/talk.html", {"form": form}, status=422)
    at, minutes = form.cleaned_data["at"], form.cleaned_data["minutes"]
    card = talk_card(by=request.by, at=at, minutes=minutes, now=now)
    return render(request, "windows/talk.html", {"form": form, "talk": card})


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@for_two
def what_if(request: PersonRequest) -> HttpResponse:
    """Weigh the roster that waits to be kept, or a swap that is tried; nothing is kept."""
    now = clock.now()
    desk = swap_desk(by=request.by, now=now)
    if request.method != "POST":
        page = trying.draft_page(desk, weigh_draft(by=request.by, now=now))
        return render(request, "windows/what_if.html", {"page": page})
    form = SwapForm(request.POST, desk=desk)
    page = trying.swap_page(form, desk, by=request.by, now=now)
    status = 422 if page.form.errors else 200
    return render(request, "windows/what_if.html", {"page": page}, status=status)


@require_safe
def why(request: HttpRequest) -> HttpResponse:
    """Explain every kind of number; it knows nobody, so it asks for no account."""
    return render(request, "windows/why.html", {"chapters": explained.chapters()})


def _day(words: str) -> date | None:
    try:
        day = datetime.strptime(words, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return None
    return day if EARLIEST <= day <= LATEST else None
