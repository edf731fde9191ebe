"""Pages of the check-ins."""

from datetime import date, timedelta

from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aftershift.engines.checkins.items import Moment, week_of
from aftershift.web import ears
from aftershift.web.checkins import actions, cards, queries, tables
from aftershift.web.checkins.forms import (
    ANOTHER_DAY,
    DailyForm,
    DayForm,
    FootprintForm,
    ItemsForm,
    WeekForm,
    WeeklyForm,
)
from aftershift.web.checkins.papers import Daily, Weekly
from aftershift.web.checkins.words import SPANS
from aftershift.web.journal.hearing import may_need_people
from aftershift.web.pages import clock
from aftershift.web.people.signed_in import PersonRequest, signed_in
from aftershift.web.safety import queries as safety
from aftershift.web.sealed import TooMuch

ONE_DAY = timedelta(days=1)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def day(request: PersonRequest) -> HttpResponse:
    """Ask for the day, or keep it."""
    return _day(request, queries.today(by=request.by, now=clock.now()), is_yesterday=False)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def yesterday(request: PersonRequest) -> HttpResponse:
    """Ask for the day before, until noon."""
    if not queries.may_add_yesterday_now(by=request.by, now=clock.now()):
        return _too_late(request)
    before = queries.today(by=request.by, now=clock.now()) - ONE_DAY
    return _day(request, before, is_yesterday=True)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def week(request: PersonRequest) -> HttpResponse:
    """Ask for the week, or keep it."""
    monday = week_of(queries.today(by=request.by, now=clock.now()))
    items = cards.shown_items(Moment.WEEKLY, by=request.by)
    kept = queries.weekly(by=request.by, since=monday, until=monday)
    context = {"week": monday}
    if request.method == "POST":
        form = WeeklyForm(request.POST, items=items)
        if _is_of(request, monday, form) and form.is_valid():
            before = kept[0] if kept else Weekly(week=monday, values={})
            actions.keep_week(by=request.by, weekly=form.weekly(before))
            return redirect("checkins:week")
        return render(request, "checkins/week.html", {**context, "form": form}, status=422)
    form = WeeklyForm(items=items, initial=ItemsForm.filled(kept[0].values) if kept else {})
    return render(request, "checkins/week.html", {**context, "form": form, "is_kept": bool(kept)})


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def footprint(request: PersonRequest) -> HttpResponse:
    """Ask three questions about the week at work, or keep what was written."""
    ears.room().wake()  # while somebody writes
    monday = week_of(queries.today(by=request.by, now=clock.now()))
    written = cards.footprint_page(by=request.by, week=monday)
    if request.method != "POST":
        form = FootprintForm(initial=written.this)
        return render(request, "checkins/footprint.html", {"page": written, "form": form})
    form = FootprintForm(request.POST)
    if not (_is_of(request, monday, form) and form.is_valid()):
        return render(
            request, "checkins/footprint.html", {"page": written, "form": form}, status=422
        )
    new = form.footprint(monday)
    try:
        actions.keep_footprint(by=request.by, footprint=new)
    except TooMuch:
        full = {"page": written, "form": form, "is_full": True}
        return render(request, "checkins/footprint.html", full, status=409)
    if may_need_people("\n".join(new.answers.values())):
        return render(request, "checkins/footprint_kept.html")
    return redirect("checkins:footprint")


@require_POST
@signed_in
def erase_footprint(request: PersonRequest) -> HttpResponse:
    """Take out what was written about a week."""
    form = WeekForm(request.POST)
    if not form.is_valid():
        raise Http404
    actions.forget_footprint(by=request.by, week=form.cleaned_data["of"])
    return redirect("checkins:footprint")


@require_safe
@signed_in
def trends(request: PersonRequest) -> HttpResponse:
    """Show the numbers over time, and what may be said of them."""
    page = cards.trends_page(by=request.by, now=clock.now(), span=_span(request))
    return render(request, "checkins/trends.html", {"page": page})


@require_POST
@signed_in
def forget(request: PersonRequest) -> HttpResponse:
    """Take a day out."""
    form = DayForm(request.POST)
    if not form.is_valid():
        raise Http404
    actions.forget_day(by=request.by, day=form.cleaned_data["day"])
    return redirect("checkins:trends")


@require_safe
@signed_in
def answers(request: PersonRequest) -> HttpResponse:
    """Hand out every answer as a table."""
    return _file(tables.answers_table(by=request.by), "answers.csv")


@require_safe
@signed_in
def codebook(request: PersonRequest) -> HttpResponse:
    """Hand out what each column of the answers is."""
    return _file(tables.codebook_table(), "codebook.csv")


def _day(request: PersonRequest, of: date, *, is_yesterday: bool) -> HttpResponse:
    items = cards.shown_items(Moment.DAILY, by=request.by)
    kept = next(iter(queries.daily(by=request.by, since=of, until=of)), None)
    here = "checkins:yesterday" if is_yesterday else "checkins:day"
    context = {
        "day": of,
        "here": here,
        "is_yesterday": is_yesterday,
        "may_add": queries.may_add_yesterday_now(by=request.by, now=clock.now()),
        "two": not safety.is_just_me(by=request.by),
    }
    if request.method == "POST":
        form = DailyForm(request.POST, items=items)
        if _is_of(request, of, form) and form.is_valid():
            before = kept or Daily(day=of, values={})
            actions.keep_day(by=request.by, daily=form.daily(before))
            return redirect(here)
        return render(request, "checkins/day.html", {**context, "form": form}, status=422)
    form = DailyForm(items=items, initial=_begins(request, of, kept))
    return render(request, "checkins/day.html", {**context, "form": form, "is_kept": bool(kept)})


def _too_late(request: PersonRequest) -> HttpResponse:
    """Keep nothing for a day that is closed; what was tapped is shown again for today."""
    if request.method == "POST" and "opened" in request.POST:
        today = queries.today(by=request.by, now=clock.now())
        return _day(request, today, is_yesterday=False)
    return redirect("checkins:day")


def _is_of(request: PersonRequest, of: date, form: Form) -> bool:
    """Say whether the page was opened for this day or week; a page left open overnight was not."""
    if request.POST.get("opened", of.isoformat()) == of.isoformat():
        return True
    form.add_error(None, ANOTHER_DAY)
    return False


def _begins(request: PersonRequest, of: date, kept: Daily | None) -> dict[str, object]:
    """Give what the day's form begins with: what was said, or likely sleep by the roster."""
    if kept is None:
        return {"slept": queries.likely_slept(by=request.by, day=of, now=clock.now())}
    extra = {"slept": kept.slept, "record": kept.record, "thanked": kept.thanked}
    return {**ItemsForm.filled(kept.values), **extra}


def _span(request: PersonRequest) -> str:
    asked = request.GET.get("span", "month")
    return asked if asked in SPANS else "month"


def _file(text: str, name: str) -> HttpResponse:
    response = HttpResponse(text, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
