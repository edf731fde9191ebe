"""Pages of the wording wing."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from aftershift.engines.safety.rows import Feature
from aftershift.engines.wording.apology import compose_apology
from aftershift.engines.wording.disagreeing import Gap
from aftershift.engines.wording.scripts import Script
from aftershift.web import ears
from aftershift.web.people.signed_in import PersonRequest, signed_in
from aftershift.web.safety import queries as safety
from aftershift.web.safety.gate import for_two, unless_resting
from aftershift.web.sending.forms import Given
from aftershift.web.sending.listening import listen
from aftershift.web.wording import cards, conflict_cards
from aftershift.web.wording.answering import answer
from aftershift.web.wording.forms import ApologyForm, CheckForm, RantForm, SortForm

awake = unless_resting(Feature.SCRIPTS)
FORMS = ["GET", "HEAD", "POST"]


@require_safe
@signed_in
@awake
def page(request: PersonRequest) -> HttpResponse:
    """List what there are words for."""
    groups = cards.group_cards(for_two=not safety.is_just_me(by=request.by))
    return render(request, "wording/page.html", {"groups": groups})


@require_safe
@signed_in
@awake
def script(request: PersonRequest, script_id: str) -> HttpResponse:
    """Show the words for one situation; those for the other of the two behind their gate."""
    found = cards.script_of(script_id)
    if found is None:
        raise Http404
    show = for_two(_script) if found.is_for_two else _script
    return show(request, found)


@require_http_methods(FORMS)
@signed_in
@awake
def apology(request: PersonRequest) -> HttpResponse:
    """Take the parts of an apology, and put them together; no word of it is kept."""
    if request.method != "POST":
        ears.room().wake()  # while somebody types
        return render(request, "wording/apology.html", {"form": ApologyForm()})
    form = ApologyForm(request.POST)
    if not form.is_valid():
        return render(request, "wording/apology.html", {"form": form}, status=422)
    made = compose_apology(form.answers())
    given = Given(text=made, course=form.cleaned_data["course"])
    heard = listen(request, given)
    shown = {"form": form, "card": cards.apology_card(made), "made": made}
    return answer(request, heard, "wording/apology.html", shown)


@require_http_methods(FORMS)
@signed_in
@awake
def check(request: PersonRequest) -> HttpResponse:
    """Take an apology, and say which parts are there; no word of it is kept."""
    if request.method != "POST":
        ears.room().wake()
        return render(request, "wording/check.html", {"form": CheckForm()})
    form = CheckForm(request.POST)
    if not form.is_valid():
        return render(request, "wording/check.html", {"form": form}, status=422)
    heard = listen(request, form.given())
    shown = {"form": form, "card": cards.apology_card(form.given().text)}
    return answer(request, heard, "wording/check.html", shown)


@require_http_methods(FORMS)
@signed_in
@awake
def request_page(request: PersonRequest) -> HttpResponse:
    """Take a rant, and make a situation, a behaviour, an impact and a request of it."""
    if request.method != "POST":
        ears.room().wake()
        return render(request, "wording/request.html", {"form": RantForm()})
    form = RantForm(request.POST)
    if not form.is_valid():
        return render(request, "wording/request.html", {"form": form}, status=422)
    heard = listen(request, form.given())
    shown = {"form": form, "card": cards.rant_card(form.given().text)}
    return answer(request, heard, "wording/request.html", shown)


@require_http_methods(FORMS)
@signed_in
@awake
def disagreement(request: PersonRequest) -> HttpResponse:
    """Take up to three things of a disagreement, and say of which kind each is."""
    if request.method != "POST":
        ears.room().wake()
        return render(request, "wording/disagreement.html", _sorting(request, SortForm()))
    form = SortForm(request.POST)
    if not form.is_valid():
        return render(request, "wording/disagreement.html", _sorting(request, form), status=422)
    heard = listen(request, form.given())
    things, keeps = form.things(), form.keeps(heard.look.course)
    again = SortForm(initial={**keeps, **{one.place: one.text for one in things}})
    shown = {"card": conflict_cards.conflict_cards(things, keeps=keeps)}
    return answer(
        request, heard, "wording/disagreement.html", {**_sorting(request, again), **shown}
    )


@require_safe
@signed_in
@awake
def disagree_well(request: PersonRequest) -> HttpResponse:
    """Show the six steps to disagree well, for two who may speak alike."""
    return _steps(request, Gap.LEVEL)


@require_safe
@signed_in
@awake
def disagree_up(request: PersonRequest) -> HttpResponse:
    """Show the six steps to disagree well with somebody of more rank."""
    return _steps(request, Gap.UP)


@require_safe
@signed_in
@awake
def who_does_what(request: PersonRequest) -> HttpResponse:
    """Show an empty sheet for who does what by when; it is filled in on paper."""
    shown = {"rows": cards.CHARTER_ROWS, "is_for_two": _is_for_two(request)}
    return render(request, "wording/who_does_what.html", shown)


def _steps(request: PersonRequest, gap: Gap) -> HttpResponse:
    shown = {"page": conflict_cards.steps_page(gap), "is_for_two": _is_for_two(request)}
    return render(request, "wording/disagree_well.html", shown)


def _sorting(request: PersonRequest, form: SortForm) -> dict[str, object]:
    """Give what the page about a disagreement shows beside what was made of it."""
    return {
        "form": form,
        "kinds": conflict_cards.kinds(),
        "why": conflict_cards.why(),
        "is_for_two": _is_for_two(request),
    }


def _is_for_two(request: PersonRequest) -> bool:
    return not safety.is_just_me(by=request.by)


def _script(request: PersonRequest, found: Script) -> HttpResponse:
    return render(request, "wording/script.html", {"page": cards.script_page(found)})
