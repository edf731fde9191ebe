"""Pages of the instruments wing."""

import json
from uuid import UUID, uuid4

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aftershift.engines.checkins.fhir_answers import bundle_of
from aftershift.engines.checkins.filled import Filled
from aftershift.engines.checkins.instruments import Instrument
from aftershift.engines.safety.touches import gravest
from aftershift.library.instruments import load_instruments
from aftershift.web.instruments import actions, cards, queries
from aftershift.web.instruments.forms import AnswersForm
from aftershift.web.instruments.papers import Kept
from aftershift.web.instruments.queries import Offered
from aftershift.web.pages import clock
from aftershift.web.people.signed_in import PersonRequest, signed_in
from aftershift.web.safety import first
from aftershift.web.sealed import TooMuch


@require_safe
@signed_in
def page(request: PersonRequest) -> HttpResponse:
    """Show what may be answered here, and what was kept."""
    return render(request, "instruments/page.html", {"shelf": cards.shelf(by=request.by)})


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def instrument(request: PersonRequest, instrument_id: str) -> HttpResponse:
    """Show the official form, or its result, once what it touches was asked."""
    found = _found(instrument_id)
    if request.method != "POST":
        return _form_page(request, AnswersForm(offered=found))
    form = _passed(request, found)
    return form if isinstance(form, HttpResponse) else _result_page(request, form)


@require_POST
@signed_in
def keep(request: PersonRequest, instrument_id: str) -> HttpResponse:
    """Keep a result, because somebody chose to."""
    found = _found(instrument_id)
    form = _passed(request, found)
    if isinstance(form, HttpResponse):
        return form
    new = Kept(
        id=str(uuid4()),
        instrument=found.key.id,
        at=clock.now(),
        answers=form.answers(),
        form=found.wording.canonical,
    )
    try:
        kept_ = actions.keep(by=request.by, new=new)
    except TooMuch:
        return _result_page(request, form, is_full=True)
    return redirect("instruments:kept", measure_id=kept_.id)


@require_safe
@signed_in
def kept(request: PersonRequest, measure_id: UUID) -> HttpResponse:
    """Show a result that was kept, beside the one before it."""
    one = queries.kept(by=request.by, kept_id=measure_id)
    key = load_instruments().get(one.instrument) if one else None
    if one is None or key is None:
        raise Http404
    all_of_it = queries.kept_of(one.instrument, by=request.by)
    earlier = [other for other in all_of_it if other.at < one.at]
    shown = {"result": cards.result_page(key, one.answers, earlier, by=request.by), "kept": one}
    shown["day"] = queries.day_of(one, by=request.by)
    return render(request, "instruments/kept.html", shown)


@require_POST
@signed_in
def erase(request: PersonRequest, measure_id: UUID) -> HttpResponse:
    """Erase what was kept."""
    if queries.kept(by=request.by, kept_id=measure_id) is None:
        raise Http404
    actions.erase(by=request.by, kept_id=measure_id)
    return redirect("instruments:page")


@require_safe
@signed_in
def take(request: PersonRequest) -> HttpResponse:
    """Hand out what was kept, of forms whose wording lies here, as FHIR responses with scores."""
    keys = load_instruments()
    pairs = [
        (_filled(one, keys[one.instrument]), wording)
        for one in queries.paper(by=request.by).kept
        if (wording := queries.wording_of(one.instrument)) is not None
    ]
    text = json.dumps(bundle_of(pairs), ensure_ascii=False, indent=1)
    response = HttpResponse(text, content_type="application/fhir+json; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="answers.json"'
    return response


def _filled(one: Kept, key: Instrument) -> Filled:
    scores = cards.scored(key, one.answers).scores
    return Filled(
        instrument=one.instrument,
        answers=one.answers,
        authored=one.at,
        id=one.id,
        form=one.form,
        scores={
            name: float(value) for name, value in scores.items() if isinstance(value, int | float)
        },
    )


def _found(instrument_id: str) -> Offered:
    found = queries.offered().get(instrument_id)
    if found is None:
        raise Http404
    return found


def _of(found: Offered) -> str:
    return f"instruments:{found.slug}"


def _touched(found: Offered, answers: dict[str, int]) -> str:
    """Name the gravest of what was answered above the lowest."""
    return gravest(
        one.touches.value
        for one in found.key.items
        if one.touches and answers.get(one.id, one.answers[0]) > one.answers[0]
    )


def _passed(request: PersonRequest, found: Offered) -> AnswersForm | HttpResponse:
    """Give a sound form whose question was answered; or the page that comes before it."""
    given = first.given(request, of=_of(found))
    form = AnswersForm(given, offered=found)
    if not form.is_valid():
        return _form_page(request, form, status=422)
    touch = _touched(found, form.answers())
    question = first.asked(request, of=_of(found), touch=touch, given=given)
    return question or form


def _form_page(request: PersonRequest, form: AnswersForm, *, status: int = 200) -> HttpResponse:
    context = {"form": form, "offered": form.offered}
    return render(request, "instruments/form.html", context, status=status)


def _result_page(
    request: PersonRequest, form: AnswersForm, *, is_full: bool = False
) -> HttpResponse:
    found, answers = form.offered, form.answers()
    given = first.given(request, of=_of(found))
    earlier = queries.kept_of(found.key.id, by=request.by)
    context = {
        "result": cards.result_page(found.key, answers, earlier, by=request.by),
        "slug": found.slug,
        "fields": first.fields(request, of=_of(found), given=given),
        "touched": _touched(found, answers),
        "is_full": is_full,
    }
    return render(request, "instruments/result.html", context, status=409 if is_full else 200)
