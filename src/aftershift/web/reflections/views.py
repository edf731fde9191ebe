"""Pages of the reflections wing."""

from typing import Any
from uuid import UUID, uuid4

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aftershift.engines.checkins.reflections import Checklist, Scope, opened_by
from aftershift.engines.safety.touches import gravest
from aftershift.library.reflections import load_reflections
from aftershift.web.pages import clock
from aftershift.web.people.signed_in import PersonRequest, signed_in
from aftershift.web.reflections import actions, cards, queries
from aftershift.web.reflections.forms import AnswersForm
from aftershift.web.reflections.hearing import may_need_people
from aftershift.web.reflections.papers import Kept
from aftershift.web.safety import first, gate
from aftershift.web.safety import queries as safety
from aftershift.web.sealed import TooMuch


@require_safe
@signed_in
def page(request: PersonRequest) -> HttpResponse:
    """Show the lists by whom they are about, and what was kept."""
    shelf = cards.shelf(by=request.by, just_me=safety.is_just_me(by=request.by))
    return render(request, "reflections/page.html", {"shelf": shelf})


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def checklist(request: PersonRequest, list_id: str) -> HttpResponse:
    """Show a list, or what a filled one comes to, once what it touches was asked."""
    found = _found(list_id)
    if _is_away(request, found):
        return gate.away(request)
    if request.method != "POST":
        return _form_page(request, AnswersForm(checklist=found))
    form = _passed(request, found)
    return form if isinstance(form, HttpResponse) else _result_page(request, form)


@require_POST
@signed_in
def keep(request: PersonRequest, list_id: str) -> HttpResponse:
    """Keep a filled list, because somebody chose to."""
    found = _found(list_id)
    if _is_away(request, found):
        return gate.away(request)
    form = _passed(request, found)
    if isinstance(form, HttpResponse):
        return form
    new = Kept(
        id=str(uuid4()),
        checklist=found.id,
        day=queries.today(by=request.by, now=clock.now()),
        answers=form.answers(),
        about=form.about(),
    )
    try:
        kept_ = actions.keep(by=request.by, new=new)
    except TooMuch:
        return _result_page(request, form, is_full=True)
    return redirect("reflections:kept", reflection_id=kept_.id)


@require_safe
@signed_in
def kept(request: PersonRequest, reflection_id: UUID) -> HttpResponse:
    """Show what was kept, on its own: no two of them are compared."""
    one = queries.kept(by=request.by, kept_id=reflection_id)
    found = load_reflections().get(one.checklist) if one else None
    if one is None or found is None:
        raise Http404
    if _is_away(request, found):
        return gate.away(request)
    result = cards.result(found, one.answers, one.about)
    touched = gravest(opened_by(found, one.answers))
    shown = {"result": result, "kept": one, "touched": touched}
    return render(request, "reflections/kept.html", shown)


@require_POST
@signed_in
def erase(request: PersonRequest, reflection_id: UUID) -> HttpResponse:
    """Erase what was kept."""
    if queries.kept(by=request.by, kept_id=reflection_id) is None:
        raise Http404
    actions.erase(by=request.by, kept_id=reflection_id)
    return redirect("reflections:page")


def _found(list_id: str) -> Checklist:
    found = load_reflections().get(list_id)
    if found is None:
        raise Http404
    return found


def _is_away(request: PersonRequest, found: Checklist) -> bool:
    return found.scope is Scope.US and safety.is_just_me(by=request.by)


def _of(found: Checklist) -> str:
    return f"reflections:{found.id}"


def _passed(request: PersonRequest, found: Checklist) -> AnswersForm | HttpResponse:
    """Give a sound form whose question was answered; or the page that comes before it."""
    given = first.given(request, of=_of(found))
    form = AnswersForm(given, checklist=found)
    if not form.is_valid():
        return _form_page(request, form, status=422)
    touch = gravest(opened_by(found, form.answers()))
    question = first.asked(request, of=_of(found), touch=touch, given=given)
    return question or form


def _form_page(request: PersonRequest, form: AnswersForm, *, status: int = 200) -> HttpResponse:
    context = {"form": form, "list": form.checklist}
    return render(request, "reflections/list.html", context, status=status)


def _result_page(
    request: PersonRequest, form: AnswersForm, *, is_full: bool = False
) -> HttpResponse:
    found, about = form.checklist, form.about()
    given = first.given(request, of=_of(found))
    context: dict[str, Any] = {
        "result": cards.result(found, form.answers(), about),
        "fields": first.fields(request, of=_of(found), given=given),
        "touched": gravest(opened_by(found, form.answers())),
        "people": may_need_people(about),
        "is_full": is_full,
    }
    return render(request, "reflections/result.html", context, status=409 if is_full else 200)
