"""Pages of the rosters wing."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID
from zoneinfo import available_timezones

from django.conf import settings
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aftershift.engines.rosters.grids import RowNeeded
from aftershift.engines.rosters.shifts import RosterError
from aftershift.engines.sleep.episodes import Habits, SleepError
from aftershift.engines.windows.availability import KnownHours
from aftershift.engines.windows.overlap import Role
from aftershift.web.pages import clock
from aftershift.web.people.forms import CALLED_THAT
from aftershift.web.people.signed_in import PersonRequest, signed_in
from aftershift.web.rosters import actions, cards, queries, strain
from aftershift.web.rosters.forms import AnswerForm, BringForm, NameForm, SleptForm, WaysForm
from aftershift.web.rosters.papers import Form
from aftershift.web.rosters.reading import Brought
from aftershift.web.safety import queries as safety
from aftershift.web.services import services
from aftershift.wiring import FeedRefused

NOTICES = {
    "kept": _("Kept."),
    "answered": _("Thank you. It is remembered."),
    "gone": _("Removed."),
    "fetched": _("Fetched."),
    "thrown": _("Thrown away. Nothing was changed."),
    "child": _("Kept. The fortnight can show the time with the children now."),
}


@require_safe
@signed_in
def show_list(request: PersonRequest) -> HttpResponse:
    """Show everybody's rosters and what is open in them."""
    return _list_page(request, NameForm())


def _list_page(request: PersonRequest, name_form: NameForm, *, status: int = 200) -> HttpResponse:
    page = {
        "members": cards.member_cards(by=request.by),
        "questions": cards.question_cards(by=request.by),
        "has_draft": queries.draft(by=request.by) is not None,
        "has_feed": queries.has_feed(by=request.by),
        "name_form": name_form,
        "notice": NOTICES.get(request.GET.get("done", "")),
    }
    return render(request, "rosters/list.html", page, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def bring(request: PersonRequest) -> HttpResponse:
    """Take a roster in, read it, and show it before anything is kept."""
    if request.method != "POST":
        return _bring_page(request, _bring_form(request))
    form = _bring_form(request)
    if not form.is_valid():
        return _bring_page(request, form, status=422)
    try:
        labels = _read_in(request, form)
    except RowNeeded as needed:
        return _bring_page(request, form, status=422, people=needed.people)
    except (RosterError, FeedRefused) as error:
        form.add_error(None, str(error))
        return _bring_page(request, form, status=422)
    return _preview_page(request, labels)


def _bring_form(request: PersonRequest) -> BringForm:
    members = queries.roster_names(by=request.by)
    own = next(iter(members))
    wanted = request.GET.get("member", "")
    initial = {
        "member": wanted or str(own),
        "zone": queries.ways(by=request.by).members[own].zone,
        "anchor": clock.now().date(),
    }
    dialects = {dialect.id: dialect.name for dialect in services().dialects}
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    form = BringForm(*posted, members=members, dialects=dialects, initial=initial)
    # What is larger than memory may hold never became a file; see FILE_UPLOAD_HANDLERS.
    size = int(request.META.get("CONTENT_LENGTH") or 0)
    form.is_too_large = size > settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    return form


def _read_in(request: PersonRequest, form: BringForm) -> Mapping[str, str]:
    given: dict[str, Any] = form.cleaned_data
    brought = Brought(
        member=given["member"],
        form=Form.FILE,
        data=given["file"].read() if given["file"] else b"",
        name=given["file"].name if given["file"] else "",
        zone=given["zone"],
        anchor=given["anchor"],
        dialect=given["dialect"],
        row=given["row"],
        place=given["place"],
    )
    now = clock.now()
    if given["address"]:
        return actions.read_feed_in(
            by=request.by,
            brought=replace(brought, form=Form.FEED),
            address=given["address"],
            now=now,
        )
    if given["text"]:
        brought = replace(brought, form=Form.TEXT, data=given["text"].encode())
    return actions.read_in(by=request.by, brought=brought, now=now)


def _bring_page(
    request: PersonRequest, form: BringForm, *, status: int = 200, people: tuple[str, ...] = ()
) -> HttpResponse:
    page = {"form": form, "people": people, "zones": sorted(available_timezones())}
    return render(request, "rosters/bring.html", page, status=status)


def _preview_page(request: PersonRequest, labels: Mapping[str, str]) -> HttpResponse:
    preview = cards.preview_card(by=request.by, labels=labels)
    if preview is None:
        return redirect("rosters:list")
    page = {"preview": preview, "just_me": safety.is_just_me(by=request.by)}
    return render(request, "rosters/preview.html", page)


@require_safe
@signed_in
def preview(request: PersonRequest) -> HttpResponse:
    """Show the draft again, without the calendar's own titles: those were never kept."""
    return _preview_page(request, {})


@require_POST
@signed_in
def keep(request: PersonRequest) -> HttpResponse:
    """Make the draft count, then show the fortnight."""
    actions.keep(by=request.by, now=clock.now())
    return redirect("windows:fortnight")


@require_POST
@signed_in
def discard(request: PersonRequest) -> HttpResponse:
    """Throw the draft away."""
    actions.discard(by=request.by)
    return redirect("/rosters/?done=thrown")


@require_POST
@signed_in
def answer(request: PersonRequest) -> HttpResponse:
    """Remember what a code means."""
    form = AnswerForm(request.POST)
    if not form.is_valid():
        raise Http404
    member, code = form.cleaned_data["member"], form.cleaned_data["code"]
    question = queries.question(by=request.by, member=member, code=code)
    if question is None:
        raise Http404
    meaning = form.meaning(question)
    if meaning is None:
        has_draft = queries.draft(by=request.by) is not None
        return render(request, "rosters/unclear.html", {"has_draft": has_draft}, status=422)
    actions.answer(by=request.by, member=member, meaning=meaning, now=clock.now())
    if queries.draft(by=request.by) is not None:
        return redirect("rosters:preview")
    return redirect("/rosters/?done=answered")


@require_POST
@signed_in
def refresh(request: PersonRequest, roster: UUID) -> HttpResponse:
    """Fetch a feed now; what went wrong stands beside it."""
    answered = actions.refresh(by=request.by, roster=roster, now=clock.now())
    return redirect("/rosters/?done=fetched" if answered else "/rosters/")


@require_POST
@signed_in
def refresh_due(request: PersonRequest) -> HttpResponse:
    """Fetch the feeds that are due, while the app is open; reload the page if a shift changed."""
    changed = actions.refresh_due(by=request.by, now=clock.now())
    return HttpResponse(status=204, headers={"HX-Refresh": "true"} if changed else {})


@require_POST
@signed_in
def forget(request: PersonRequest, roster: UUID) -> HttpResponse:
    """Remove one roster."""
    actions.forget(by=request.by, roster=roster, now=clock.now())
    return redirect("/rosters/?done=gone")


@require_POST
@signed_in
def add_member(request: PersonRequest) -> HttpResponse:
    """Add somebody whose hours this person knows."""
    form = NameForm(request.POST)
    if not form.is_valid():
        return _list_page(request, form, status=422)
    role = form.cleaned_data["role"]
    member = actions.add_member(by=request.by, name=form.cleaned_data["name"], role=role)
    if member is None:
        form.add_error("name", CALLED_THAT)
        return _list_page(request, form, status=422)
    return redirect(NEXT[role].format(member=member))


NEXT = {
    Role.PARTNER: "/rosters/bring?member={member}",
    Role.CHILD: "/rosters/members/{member}/child",
    Role.RELATIVE: "/rosters/members/{member}/who",
}


@require_safe
@signed_in
def show_strain(request: PersonRequest) -> HttpResponse:
    """Show what a person's own roster asks of them; of nobody else's."""
    page = {"page": strain.strain_page(by=request.by, now=clock.now())}
    return render(request, "rosters/strain.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def ways(request: PersonRequest, member: UUID) -> HttpResponse:
    """Show and change how a member sleeps around shifts."""
    hours = _hours_or_404(request, member)
    form = _ways_form(hours, request.POST if request.method == "POST" else None)
    if request.GET.get("children") == "fill":
        form.initial.update(queries.children_day(by=request.by))
    slept_form = SleptForm(initial=cards.last_sleep(hours, now=clock.now()), now=clock.now())
    if request.method != "POST" or not form.is_valid():
        return _ways_page(request, member, hours, form, slept_form)
    try:
        habits = replace(hours.habits, **{name: form.cleaned_data[name] for name in HABITS})
    except SleepError as error:
        form.add_error(None, str(error))
        return _ways_page(request, member, hours, form, slept_form)
    actions.set_ways(
        by=request.by, member=member, zone=form.cleaned_data["zone"], habits=habits, now=clock.now()
    )
    return redirect("/rosters/?done=kept")


HABITS = tuple(name for name in Habits.__dataclass_fields__ if name in WaysForm.base_fields)


@require_POST
@signed_in
def slept(request: PersonRequest, member: UUID) -> HttpResponse:
    """Take a told night as truth."""
    hours = _hours_or_404(request, member)
    form = SleptForm(request.POST, zone=hours.zone.key, now=clock.now())
    if not form.is_valid():
        return _ways_page(request, member, hours, _ways_form(hours), form)
    actions.tell_sleep(
        by=request.by, member=member, slept=form.cleaned_data["slept"], now=clock.now()
    )
    return redirect("windows:fortnight")


def _ways_form(hours: KnownHours, posted: QueryDict | None = None) -> WaysForm:
    kept = {name: getattr(hours.habits, name) for name in HABITS}
    return WaysForm(posted, initial={"zone": hours.zone.key, **kept})


def _hours_or_404(request: PersonRequest, member: UUID) -> KnownHours:
    hours = queries.hours_by_member(by=request.by)
    if member not in hours:
        raise Http404
    return hours[member]


def _ways_page(
    request: PersonRequest, member: UUID, hours: KnownHours, form: WaysForm, slept_form: SleptForm
) -> HttpResponse:
    page = {
        "member": member,
        "name": hours.name,
        "form": form,
        "slept_form": slept_form,
        "children": cards.children_words(hours, by=request.by),
        "learnt": cards.learnt(hours, by=request.by, member=member),
        "told": cards.told_nights(hours),
        "zones": sorted(available_timezones()),
    }
    status = 422 if form.errors or slept_form.errors else 200
    return render(request, "rosters/ways.html", page, status=status)
