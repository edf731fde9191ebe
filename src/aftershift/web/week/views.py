"""Pages of the week."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aftershift.engines.safety.rows import Feature
from aftershift.engines.windows.rituals import Tie
from aftershift.engines.wording.scripts import To
from aftershift.web import ears
from aftershift.web.journal.hearing import may_need_people
from aftershift.web.pages import clock
from aftershift.web.people.signed_in import PersonRequest, signed_in
from aftershift.web.safety import queries as safety
from aftershift.web.safety.gate import away, unless_resting
from aftershift.web.week import actions, cards, queries
from aftershift.web.week.forms import (
    BoldForm,
    CapForm,
    FeedForm,
    HabitForm,
    NameForm,
    PlaceForm,
    TalkForm,
    TextForm,
    ToForm,
)
from aftershift.web.week.words import GONE, WITH

awake = unless_resting(Feature.NUDGES)
speaks = unless_resting(Feature.SCRIPTS)
_LOOK_AND_SEND = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@signed_in
@awake
def page(request: PersonRequest) -> HttpResponse:
    """Show the week."""
    return _shown(request)


@require_POST
@signed_in
@awake
def cap(request: PersonRequest) -> HttpResponse:
    """Choose how many small things a week may hold."""
    form = CapForm(request.POST)
    if not form.is_valid():
        return _shown(request, status=422, cap_form=form)
    actions.set_cap(by=request.by, cap=form.cleaned_data["cap"])
    return redirect("week:page")


@require_POST
@signed_in
@awake
def place(request: PersonRequest) -> HttpResponse:
    """Place a small thing."""
    return _done(request, PlaceForm(request.POST), actions.place)


@require_POST
@signed_in
@awake
def refuse(request: PersonRequest) -> HttpResponse:
    """Put a small thing away."""
    return _done(request, NameForm(request.POST), actions.refuse)


@require_POST
@signed_in
@awake
def bold(request: PersonRequest) -> HttpResponse:
    """Place the bold move of the week."""
    return _done(request, BoldForm(request.POST), actions.choose_bold)


@require_POST
@signed_in
def let_go(request: PersonRequest, kept_id: UUID) -> HttpResponse:
    """Let something go that is held."""
    if str(kept_id) not in {one.uid for one in queries.paper(by=request.by).kept}:
        raise Http404
    actions.let_go(by=request.by, uid=kept_id, now=clock.now())
    return redirect("week:page")


@require_POST
@signed_in
@awake
def habit(request: PersonRequest) -> HttpResponse:
    """Begin the one habit, or say that one is on its way."""
    form = HabitForm(request.POST)
    if not form.is_valid():
        return _shown(request, status=422, habit_form=form)
    words, tie = form.cleaned_data["words"], Tie(form.cleaned_data["tie"])
    if actions.begin_habit(by=request.by, words=words, tie=tie, now=clock.now()) is not None:
        return _shown(request, status=409, waits=True)
    return _after(request, words)


@require_POST
@signed_in
def end_habit(request: PersonRequest) -> HttpResponse:
    """End the habit."""
    actions.end_habit(by=request.by, now=clock.now())
    return redirect("week:page")


@require_POST
@signed_in
def feed(request: PersonRequest) -> HttpResponse:
    """Say whether small reminders stand in the calendar feed."""
    return _done(request, FeedForm(request.POST), actions.show_in_feed)


@require_POST
@signed_in
def refuse_notes(request: PersonRequest) -> HttpResponse:
    """Never speak of a note before a long run again."""
    actions.refuse_notes(by=request.by, now=clock.now())
    return redirect("home")


@_LOOK_AND_SEND
@signed_in
@awake
@speaks
def conversation(request: PersonRequest) -> HttpResponse:
    """Plan a conversation: when, and how it begins."""
    asked = _meant(ToForm(request.POST if request.method == "POST" else request.GET))
    to = To(asked.cleaned_data["to"] or To.FRIEND)
    if to is To.PARTNER and safety.is_just_me(by=request.by):
        return away(request)
    ears.room().wake()
    times = cards.times_of(queries.view(by=request.by, now=clock.now()), to)
    sent = request.POST if request.method == "POST" else None
    form = TalkForm(sent, times=times, lines=cards.lines_for(to))
    if form.is_valid():
        starts, line = cards.moment(form.cleaned_data["starts"]), form.begins()
        try:
            actions.plan_talk(by=request.by, to=to, starts=starts, line=line, now=clock.now())
        except actions.NotOpen:  # something else was held there a moment ago
            form.add_error("starts", GONE)
        else:
            return _after(request, form.cleaned_data["words"])
    page_ = {"form": form, "to": to.value, "with": WITH[to], "times": times}
    status = 422 if form.errors else 200
    return render(request, "week/conversation.html", page_, status=status)


@require_POST
@signed_in
@awake
def write(request: PersonRequest) -> HttpResponse:
    """Keep a text for a break."""
    now = clock.now()
    breaks = cards.breaks(queries.view(by=request.by, now=now))
    form = TextForm(request.POST, breaks=breaks)
    if not form.is_valid():
        return _shown(request, status=422, text_form=form)
    try:
        actions.write_text(by=request.by, text=form.written(now), now=now)
    except actions.TooMany:
        return _shown(request, status=409, text_form=form, full=True)
    return _after(request, form.cleaned_data["text"])


@require_safe
@signed_in
def text(request: PersonRequest, text_id: UUID) -> HttpResponse:
    """Open a text, for its writer to send."""
    found = cards.open_text(by=request.by, text_id=str(text_id))
    if found is None:
        raise Http404
    return render(request, "week/text.html", {"text": found})


@require_POST
@signed_in
def erase_text(request: PersonRequest, text_id: UUID) -> HttpResponse:
    """Erase a text."""
    if queries.text_of(queries.paper(by=request.by), str(text_id)) is None:
        raise Http404
    actions.erase_text(by=request.by, text_id=text_id, now=clock.now())
    return redirect("week:page")


def _meant(form: Form) -> Any:
    """Take a form that our own page sent; anything else is no page."""
    if not form.is_valid():
        raise Http404
    return form


def _done(request: PersonRequest, form: Form, act: Callable[..., None]) -> HttpResponse:
    """Do what our own page sent; where it is not open any more, show what is."""
    sent = _meant(form).cleaned_data
    try:
        act(by=request.by, now=clock.now(), **sent)
    except actions.NotOpen:
        return _shown(request, status=409, gone=True)
    return redirect("week:page")


def _after(request: PersonRequest, words: str) -> HttpResponse:
    """Go on; where the words may be about danger, with one calm line, of which nothing is kept."""
    if may_need_people(words):
        return render(request, "week/kept.html")
    return redirect("week:page")


def _shown(request: PersonRequest, *, status: int = 200, **said: Any) -> HttpResponse:
    """Show the page, with a form that was not taken or with what could not be."""
    ears.room().wake()
    shown = cards.week_page(by=request.by, now=clock.now())
    forms = {
        "cap_form": CapForm(initial={"cap": shown.cap}),
        "habit_form": HabitForm(),
        "text_form": TextForm(breaks=shown.breaks),
        "feed_form": FeedForm(initial={"is_shown": shown.in_feed}),
    }
    return render(request, "week/page.html", {"page": shown, **forms, **said}, status=status)
