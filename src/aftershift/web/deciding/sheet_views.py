"""Pages of the deciding wing: a sheet begun, its values, one way at a time, and the whole of it."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aftershift.engines.safety.risk import Level
from aftershift.engines.together.deciding import Decision, Sheet
from aftershift.web import ears
from aftershift.web.deciding import actions, cards, queries
from aftershift.web.deciding.forms import OtherForm, ValuesForm, WayForm
from aftershift.web.deciding.views import after, behind_its_gate, decision_of, shown_decision
from aftershift.web.journal.hearing import level_of
from aftershift.web.pages import clock
from aftershift.web.people.signed_in import PersonRequest, signed_in
from aftershift.web.safety.gate import asked_first
from aftershift.web.windows import queries as windows

_LOOK_AND_SEND = require_http_methods(["GET", "HEAD", "POST"])


@_LOOK_AND_SEND
@signed_in
def own(request: PersonRequest, decision_id: UUID) -> HttpResponse:
    """Begin a sheet of one's own, with its values."""
    form = ValuesForm(request.POST if request.method == "POST" else None)
    return _begun(request, decision_of(request, decision_id), form)


@_LOOK_AND_SEND
@signed_in
@asked_first
def other(request: PersonRequest, decision_id: UUID) -> HttpResponse:
    """Let somebody else begin theirs, at this device, without a look at the sheets before."""
    form = OtherForm(request.POST if request.method == "POST" else None)
    return _begun(request, decision_of(request, decision_id), form)


@require_safe
@signed_in
def sheet(request: PersonRequest, sheet_id: UUID) -> HttpResponse:
    """Show a sheet as it stands."""
    about, found = _found(request, sheet_id)
    return behind_its_gate(_sheet, found)(request, about, found)


@_LOOK_AND_SEND
@signed_in
def values(request: PersonRequest, sheet_id: UUID) -> HttpResponse:
    """Word the values of a sheet anew."""
    about, found = _found(request, sheet_id)
    return behind_its_gate(_values, found)(request, about, found)


@_LOOK_AND_SEND
@signed_in
def way(request: PersonRequest, sheet_id: UUID, place: int) -> HttpResponse:
    """Fill in one way of a sheet; `place` counts from 1."""
    about, found = _found(request, sheet_id)
    if not 1 <= place <= len(about.ways):
        raise Http404
    return behind_its_gate(_way, found)(request, about, found, place)


@require_POST
@signed_in
def erase(request: PersonRequest, sheet_id: UUID) -> HttpResponse:
    """Erase a sheet. No gate stands before this door."""
    about, found = _found(request, sheet_id)
    actions.erase_sheet(by=request.by, sheet_id=found.id)
    return redirect("deciding:decision", about.id)


def _begun(request: PersonRequest, about: Decision, form: ValuesForm) -> HttpResponse:
    if not form.is_valid():
        return _asks_values(request, about, form)
    begun = form.sheet(windows.today(by=request.by, now=clock.now()))
    if is_held_back(begun, form.words()):
        return render(request, "deciding/not_kept.html")
    try:
        actions.add_sheet(by=request.by, decision_id=about.id, sheet=begun)
    except actions.TooMany:
        return shown_decision(request, about, is_full=True, status=409)
    return after(request, form.words(), reverse("deciding:way", args=[begun.id, 1]))


def _sheet(request: PersonRequest, about: Decision, found: Sheet) -> HttpResponse:
    return render(request, "deciding/sheet.html", {"page": cards.sheet_page(about, found)})


def _values(request: PersonRequest, about: Decision, found: Sheet) -> HttpResponse:
    form = ValuesForm(request.POST) if request.method == "POST" else ValuesForm.of(found)
    if not form.is_valid():
        return _asks_values(request, about, form, found)
    if is_held_back(found, form.words()):
        return render(request, "deciding/not_kept.html")
    actions.reword(by=request.by, sheet_id=found.id, values=form.lines())
    return after(request, form.words(), reverse("deciding:sheet", args=[found.id]))


def _way(request: PersonRequest, about: Decision, found: Sheet, place: int) -> HttpResponse:
    ears.room().wake()  # while somebody types
    sent = request.POST if request.method == "POST" else None
    today = windows.today(by=request.by, now=clock.now())
    form = WayForm(sent, sheet=found, way=place - 1, today=today)
    if not form.is_valid():
        page = cards.sheet_page(about, found)
        context = {"form": form, "page": page, "way": page.ways[place - 1]}
        return render(request, "deciding/way.html", context, status=422 if form.errors else 200)
    if is_held_back(found, form.words()):
        return render(request, "deciding/not_kept.html")
    actions.answer(by=request.by, sheet_id=found.id, said=form.answer())
    if place < len(about.ways):
        return after(request, form.words(), reverse("deciding:way", args=[found.id, place + 1]))
    return after(request, form.words(), reverse("deciding:sheet", args=[found.id]))


def is_held_back(sheet: Sheet, words: str) -> bool:
    """Say whether somebody else's words are too grave to be kept in an account that is not theirs.

    Whoever keeps the account would read them afterwards.
    """
    return bool(sheet.whose) and level_of(words) >= Level.ELEVATED


def _found(request: PersonRequest, sheet_id: UUID) -> tuple[Decision, Sheet]:
    found = queries.sheet(by=request.by, sheet_id=sheet_id)
    if found is None:
        raise Http404
    return found


def _asks_values(
    request: PersonRequest, about: Decision, form: ValuesForm, sheet: Sheet | None = None
) -> HttpResponse:
    ears.room().wake()  # while somebody types
    context = {"form": form, "about": about, "sheet": sheet, "is_others": "name" in form.fields}
    status = 422 if form.errors else 200
    return render(request, "deciding/values.html", context, status=status)
