"""Five ways of feedback: candour, feedforward, from a rant to a request, listening, a debrief."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from aftershift.engines.safety.rows import Feature
from aftershift.library.wording import load_feedback
from aftershift.web import ears
from aftershift.web.people.signed_in import PersonRequest, signed_in
from aftershift.web.pocket.words import PLAYER, seconds
from aftershift.web.safety.gate import unless_resting
from aftershift.web.sending.cards import FAILED, LATE
from aftershift.web.sending.forms import MessageForm
from aftershift.web.sending.listening import Listened, listen
from aftershift.web.wording import feedback_cards as cards
from aftershift.web.wording.answering import answer
from aftershift.web.wording.forms import BlameForm, DraftForm, HeardForm

awake = unless_resting(Feature.SCRIPTS)
FORMS = ["GET", "HEAD", "POST"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Way:
    """One way that takes a text: its form, its page, and what makes its card."""

    form: type[MessageForm]
    template: str
    made: Callable[[str], object]


CANDOUR = Way(form=DraftForm, template="wording/candour.html", made=cards.candour_card)
FORWARD = Way(form=BlameForm, template="wording/feedforward.html", made=cards.forward_card)
LISTENING = Way(form=HeardForm, template="wording/listen.html", made=cards.listening_card)


@require_safe
@signed_in
@awake
def feedback(request: PersonRequest) -> HttpResponse:
    """Show the five ways, and which fits when."""
    return render(request, "wording/feedback.html")


@require_http_methods(FORMS)
@signed_in
@awake
def candour(request: PersonRequest) -> HttpResponse:
    """Take a draft of feedback, and say in which quarter it lies; no word of it is kept."""
    return _way(request, CANDOUR)


@require_http_methods(FORMS)
@signed_in
@awake
def feedforward(request: PersonRequest) -> HttpResponse:
    """Take blame for what is past, and turn it to one ask; no word of it is kept."""
    return _way(request, FORWARD)


@require_http_methods(FORMS)
@signed_in
@awake
def listening(request: PersonRequest) -> HttpResponse:
    """Take what somebody said, and say it back with a question; no word of it is kept."""
    return _way(request, LISTENING)


@require_safe
@signed_in
@awake
def debrief(request: PersonRequest) -> HttpResponse:
    """Show a debrief of five minutes, to run by the clock or to print."""
    found = load_feedback().debrief
    steps = [(one, seconds(one.seconds)) for one in found.step]
    return render(request, "wording/debrief.html", {"page": found, "steps": steps, "say": PLAYER})


def _way(request: PersonRequest, way: Way) -> HttpResponse:
    if request.method != "POST":
        ears.room().wake()  # while somebody types
        return render(request, way.template, {"form": way.form()})
    form = way.form(request.POST)
    if not form.is_valid():
        return render(request, way.template, {"form": form}, status=422)
    heard = listen(request, form.given())
    heard, card = _carded(heard, way, form.given().text)
    return answer(request, heard, way.template, {"form": form, "card": card})


def _carded(heard: Listened, way: Way, text: str) -> tuple[Listened, object | None]:
    """Make the card, unless something else comes first or the ear is not there for it."""
    if not heard.may_go_on or not text.strip():
        return heard, None
    try:
        return heard, way.made(text)
    except ears.NotInTime:
        unread = LATE
    except ears.Deaf:
        unread = FAILED
    return replace(heard, look=replace(heard.look, unread=unread)), None
