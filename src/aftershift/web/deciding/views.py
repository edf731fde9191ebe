"""Pages of the deciding wing: decisions, one of them, and two of its sheets side by side."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from aftershift.engines.together.deciding import Decision, Sheet, usual_pair
from aftershift.web import ears
from aftershift.web.deciding import actions, cards, queries
from aftershift.web.deciding.forms import CompareForm, DecisionForm
from aftershift.web.journal.hearing import may_need_people
from aftershift.web.pages import clock
from aftershift.web.people.signed_in import PersonRequest, signed_in
from aftershift.web.safety.gate import OwnView, P, asked_first
from aftershift.web.windows import queries as windows


@require_safe
@signed_in
def page(request: PersonRequest) -> HttpResponse:
    """Show every decision, and a form for another."""
    ears.room().wake()  # while somebody types
    return _shown(request, DecisionForm())


@require_POST
@signed_in
def begin(request: PersonRequest) -> HttpResponse:
    """Name a decision and its ways."""
    form = DecisionForm(request.POST)
    if not form.is_valid():
        return _shown(request, form, status=422)
    named = form.decision(windows.today(by=request.by, now=clock.now()))
    try:
        actions.begin(by=request.by, decision=named)
    except actions.TooMany:
        return _shown(request, form, is_full=True, status=409)
    to = reverse("deciding:decision", args=[named.id])
    return after(request, "\n".join((named.line, *named.ways)), to)


@require_safe
@signed_in
def decision(request: PersonRequest, decision_id: UUID) -> HttpResponse:
    """Show one decision with its sheets."""
    return shown_decision(request, decision_of(request, decision_id))


@require_safe
@signed_in
def compare(request: PersonRequest, decision_id: UUID) -> HttpResponse:
    """Lay two sheets side by side."""
    about = decision_of(request, decision_id)
    sheets = queries.shown(by=request.by, about=about)
    form = CompareForm(request.GET, sheets=cards.choices(about, sheets))
    pair = form.pair(sheets)
    if pair is None:
        return redirect("deciding:decision", about.id)
    return behind_its_gate(_side_by_side, *pair)(request, about, pair)


@require_POST
@signed_in
def erase(request: PersonRequest, decision_id: UUID) -> HttpResponse:
    """Erase a decision with its sheets. No gate stands before this door."""
    actions.erase(by=request.by, decision_id=decision_of(request, decision_id).id)
    return redirect("deciding:page")


def behind_its_gate(view: OwnView[P], *sheets: Sheet) -> OwnView[P]:
    """Put a page behind the gates for two where somebody else's sheet is on it."""
    return asked_first(view) if any(one.whose for one in sheets) else view


def after(request: PersonRequest, words: str, to: str) -> HttpResponse:
    """Go on; where the words may be about danger, with one calm line, of which nothing is kept."""
    if may_need_people(words):
        return render(request, "deciding/kept.html", {"to": to})
    return redirect(to)


def decision_of(request: PersonRequest, decision_id: UUID) -> Decision:
    """Find a decision of the reader's. Raises Http404."""
    found = queries.decision(by=request.by, decision_id=decision_id)
    if found is None:
        raise Http404
    return found


def shown_decision(
    request: PersonRequest, about: Decision, *, is_full: bool = False, status: int = 200
) -> HttpResponse:
    """Show one decision, and say where there are as many sheets as there may be."""
    sheets = queries.shown(by=request.by, about=about)
    context = {
        "page": cards.decision_page(by=request.by, about=about),
        "form": CompareForm(sheets=cards.choices(about, sheets), initial=_usual(sheets)),
        "is_full": is_full,
    }
    return render(request, "deciding/decision.html", context, status=status)


def _usual(sheets: tuple[Sheet, ...]) -> dict[str, str]:
    pair = usual_pair(sheets)
    return {"one": pair[0].id, "other": pair[1].id} if pair else {}


def _side_by_side(
    request: PersonRequest, about: Decision, pair: tuple[Sheet, Sheet]
) -> HttpResponse:
    found = cards.compare_page(about, *pair)
    return render(request, "deciding/compare.html", {"page": found})


def _shown(
    request: PersonRequest, form: DecisionForm, *, is_full: bool = False, status: int = 200
) -> HttpResponse:
    kept = queries.paper(by=request.by).decisions
    context = {"decisions": kept, "form": form, "is_full": is_full}
    return render(request, "deciding/page.html", context, status=status)
