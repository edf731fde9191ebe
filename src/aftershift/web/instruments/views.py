"""Pages of the instruments wing."""

from uuid import UUID, uuid4

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aftershift.engines.checkins.instruments import Instrument
from aftershift.library.instruments import load_instruments
from aftershift.web.instruments import actions, cards, queries
from aftershift.web.instruments.forms import AnswersForm
from aftershift.web.instruments.history import history_page
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
        key=found.key.version,
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
    shown["slug"] = queries.slug_of(key)
    shown["is_of_another_key"] = one.key not in ("", key.version)
    shown["twice"] = cards.twice(key, at=one.at, by=request.by)
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
def over_time(request: PersonRequest, instrument_id: str) -> HttpResponse:
    """Show everything that was kept of one instrument: drawn, as a table, and judged."""
    key = _key(instrument_id)
    shown = history_page(key, by=request.by)
    if not shown.kept:
        raise Http404
    return render(request, "instruments/over_time.html", {"history": shown})


@require_POST
@signed_in
def erase_all(request: PersonRequest, instrument_id: str) -> HttpResponse:
    """Erase everything that was kept of one instrument."""
    actions.erase_all(by=request.by, instrument=_key(instrument_id).id)
    return redirect("instruments:page")


def _key(slug: str) -> Instrument:
    key = queries.key_at(slug)
    if key is None:
        raise Http404
    return key


def _found(instrument_id: str) -> Offered:
    found = queries.offered().get(instrument_id)
    if found is None:
        raise Http404
    return found


def _of(found: Offered) -> str:
    return f"instruments:{found.slug}"


def _passed(request: PersonRequest, found: Offered) -> AnswersForm | HttpResponse:
    """Give a sound form whose question was answered; or the page that comes before it."""
    given = first.given(request, of=_of(found))
    form = AnswersForm(given, offered=found)
    if not form.is_valid():
        return _form_page(request, form, status=422)
    touch = cards.touched(found.key, form.answers())
    question = first.asked(request, of=_of(found), touch=touch, given=given)
    return question or form


def _form_page(request: PersonRequest, form: AnswersForm, *, status: int = 200) -> HttpResponse:
    context = {"form": form, "offered": form.offered}
    context["twice"] = cards.twice(form.offered.key, at=clock.now(), by=request.by)
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
        "touched": cards.touched(found.key, answers),
        "is_full": is_full,
        "twice": cards.twice(found.key, at=clock.now(), by=request.by),
    }
    return render(request, "instruments/result.html", context, status=409 if is_full else 200)
