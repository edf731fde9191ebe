"""The private question first: a door before any result that touches harm, fear or disappearing.

A page that takes ticks or numbers calls it between its form and its result, at its own address:

    @require_POST
    @signed_in
    def result(request: PersonRequest) -> HttpResponse:
        given = first.given(request, of=OF)              # what was sent, or what the door carried
        form = AnswersForm(given)
        ... refuse what is not sound ...
        touch = gravest(...)                             # engines/safety/touches, "" for nothing
        question = first.asked(request, of=OF, touch=touch, given=given)
        if question is not None:
            return question                              # as often as it takes
        ... the result; a form that goes on holds `first.fields(request, of=OF, given=given)` ...

`OF` names page and thing, such as "instruments:phq-9". While the question is open `asked` gives a
page of its own, in the words of content/protocols; once it was answered, and the person went on, it
gives None. What was ticked travels signed with that page, for one person and one `OF`. Nothing of
it stands in an address or is kept, and the browser's history is the same with and without.
Where a kind of touch has no protocol, `library.protocols.opening_for` raises at loading.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core import signing
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from aftershift.engines.safety.answering import SLOW_MS, Answer, Said, opened
from aftershift.engines.safety.course import Course, begin, note_of
from aftershift.engines.safety.risk import NO_RISK, UNHEARD, Level, Risk
from aftershift.library.protocols import load_protocols, opening_for
from aftershift.web import ears
from aftershift.web.help.queries import card, frame
from aftershift.web.pages import clock, remembered
from aftershift.web.people.signed_in import PersonRequest
from aftershift.web.safety import queries
from aftershift.web.safety.actions import keep_note
from aftershift.web.safety.answers import AnswerCard, answer_card, turn, waits_for_safe
from aftershift.web.safety.carried import LASTS, carried, carry
from aftershift.web.safety.gate import title_here

TOKEN, GOES_ON, OWN_FIELDS = "first", "go_on", ("first", "go_on", "button", "said")
LONGEST = 24_000  # characters; eighty answers and a few names take fewer
SECONDS = SLOW_MS / 1000
_SALT = "aftershift.web.safety.first"


@dataclass(frozen=True, kw_only=True, slots=True)
class _Here:
    """Where somebody stands: what they had given, the exchange, and whether they answered it."""

    given: Mapping[str, Sequence[str]]
    touch: str
    course: Course
    is_answered: bool

    @property
    def may_go_on(self) -> bool:
        """Say whether the way on is open: after an answer, and never from an emergency.

        Nor while somebody has not said that it is safe to read here.
        """
        waits = self.course.level > Level.NONE and waits_for_safe(self.course)
        return self.is_answered and self.course.level < Level.EMERGENCY and not waits


def given(request: PersonRequest, *, of: str) -> QueryDict:
    """Give what a page was sent: its own fields, or those that the door carried for it."""
    here = _brought(request, of)
    fields = QueryDict(mutable=True)
    source = here.given if here else dict(request.POST.lists())
    for name, values in source.items():
        if name not in ("csrfmiddlewaretoken", *OWN_FIELDS):
            fields.setlist(name, list(values))
    return fields


def asked(request: PersonRequest, *, of: str, touch: str, given: QueryDict) -> HttpResponse | None:
    """Ask what `touch` opens, on a page of its own; None once it was answered, or for no touch."""
    if not touch:
        return None
    here = _brought(request, of)
    here = here if here and here.touch == touch else None
    if here and here.may_go_on and GOES_ON in request.POST:
        return None
    now = clock.now()
    if here is None:
        course, answer = opened(
            begin(queries.own(by=request.by).note, now),
            opening_for(touch, of),
            load_protocols(),
            now,
        )
        here = _Here(given=dict(given.lists()), touch=touch, course=course, is_answered=False)
    else:
        here, answer = _answered(request, here)
    keep_note(by=request.by, note=note_of(here.course))
    return _page(request, of, here, answer)


def fields(request: PersonRequest, *, of: str, given: QueryDict) -> tuple[tuple[str, str], ...]:
    """Give the hidden fields by which a form after the result brings the same answers again."""
    here = _brought(request, of)
    if here is not None and here.may_go_on:
        return ((TOKEN, request.POST[TOKEN]), (GOES_ON, "on"))
    return tuple((name, one) for name, values in given.lists() for one in values)


def _answered(request: HttpRequest, here: _Here) -> tuple[_Here, Answer]:
    """Take what was tapped or typed; whatever was typed is an answer, also one we cannot read."""
    text = request.POST.get("said", "")
    heard = _heard(text)
    said = Said(
        text=text,
        risk=UNHEARD if heard is None else heard,
        button=request.POST.get("button", ""),
        milliseconds=SLOW_MS + 1 if heard is None else 0,
    )
    course, answer = turn(here.course, said, is_message=False, now=clock.now())
    has_moved = course.spoken > here.course.spoken or bool(text.strip())
    after = _Here(
        given=here.given,
        touch=here.touch,
        course=course,
        is_answered=here.is_answered or has_moved,
    )
    return after, answer


def _heard(text: str) -> Risk | None:
    """Hear what was typed; None when it took too long. A failure is never "none"."""
    if not text.strip():
        return NO_RISK
    try:
        return ears.room().ask(lambda ear: ear.triage(text, ()), SECONDS)
    except ears.NotInTime:
        return None
    except ears.Deaf:
        return UNHEARD


def _page(request: PersonRequest, of: str, here: _Here, answer: Answer) -> HttpResponse:
    ears.room().wake()  # while somebody reads
    token = _signed(request, of, here)
    country = request.COOKIES.get(remembered.COUNTRY, "")
    today = clock.now().date()
    shown = answer_card(here.course, answer, ((TOKEN, token),), country=country, on=today)
    around = frame("", "home")
    context = {
        "card": shown,
        "lines": shown.lines or _people(shown, country),
        "token": token,
        "may_go_on": here.may_go_on,
        "title": title_here(request),
        "frame": around,
        "words": around.words,
    }
    return render(request, "safety/first.html", context)


def _people(shown: AnswerCard, country: str) -> Any:
    """Give people to call already at the first question; quietly, for most only mean tired.

    Where somebody might read along, the answer itself says when; help is at the top of the page.
    """
    if shown.is_private or not shown.is_open:
        return None
    return card(queries.LANGUAGE, chosen=country, today=clock.now().date())


def _signed(request: PersonRequest, of: str, here: _Here) -> str:
    told = {
        "by": str(request.by.person.id),
        "of": of,
        "given": {name: list(values) for name, values in here.given.items()},
        "touch": here.touch,
        "course": carry(here.course),
        "is_answered": here.is_answered,
    }
    return signing.dumps(told, salt=_SALT, compress=True)


def _brought(request: PersonRequest, of: str) -> _Here | None:
    """Read what the page brings back; None for what is not ours, theirs, of this, or too old."""
    token = request.POST.get(TOKEN, "")
    if not 0 < len(token) <= LONGEST:
        return None
    try:
        told = signing.loads(token, salt=_SALT, max_age=LASTS)
    except signing.BadSignature:
        return None
    course = carried(told["course"])
    if course is None or (told["by"], told["of"]) != (str(request.by.person.id), of):
        return None
    return _Here(
        given=told["given"],
        touch=told["touch"],
        course=course,
        is_answered=told["is_answered"],
    )
