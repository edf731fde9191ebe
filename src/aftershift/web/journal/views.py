"""Pages of the journal."""

from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aftershift.web import ears
from aftershift.web.journal import actions, cards, queries, transcribing
from aftershift.web.journal.forms import EntryForm, FriendForm, LeaveForm, VoiceForm
from aftershift.web.journal.hearing import may_need_people
from aftershift.web.journal.models import TooMuch
from aftershift.web.journal.papers import Entry
from aftershift.web.journal.transcription_cards import FAILED, UNREACHED, transcription_page
from aftershift.web.pages import clock
from aftershift.web.people.signed_in import PersonRequest, signed_in
from aftershift.web.safety.gate import for_two

_LOOK_AND_SEND = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@signed_in
def page(request: PersonRequest) -> HttpResponse:
    """Show something to write about, and what was written last."""
    ears.room().wake()  # while somebody writes
    return _shown(request, EntryForm(initial={"prompt": request.GET.get("prompt", "")}))


@require_POST
@signed_in
def write(request: PersonRequest) -> HttpResponse:
    """Keep an entry."""
    form = EntryForm(request.POST)
    if not form.is_valid():
        return _shown(request, form, status=422)
    try:
        kept = actions.keep(by=request.by, entry=form.entry(clock.now()))
    except TooMuch:
        return _shown(request, form, is_full=True, status=409)
    return _after(request, kept)


@require_POST
@signed_in
def ask(request: PersonRequest) -> HttpResponse:
    """Show another prompt, for what was tapped; what was typed stays in its field."""
    form = EntryForm(request.POST)
    if form.shown():
        actions.show(by=request.by, prompt=form.shown(), now=clock.now())
    typed = {"text": form["text"].value(), "feelings": form.tapped()}
    return _shown(request, EntryForm(initial=typed), feelings=form.tapped())


@require_safe
@signed_in
def older(request: PersonRequest, place: int) -> HttpResponse:
    """Show what was written before."""
    lines, further = cards.leaf(by=request.by, place=place)
    return render(request, "journal/older.html", {"lines": lines, "older": further})


@require_safe
@signed_in
def entry(request: PersonRequest, entry_id: UUID) -> HttpResponse:
    """Show one entry."""
    shown = cards.entry_page(by=request.by, entry=_found(request, entry_id))
    return render(request, "journal/entry.html", {"entry": shown})


@require_safe
@signed_in
def listen(request: PersonRequest, entry_id: UUID) -> HttpResponse:
    """Hand the sound of an entry to its own person."""
    sound = queries.sound(by=request.by, entry_id=entry_id)
    if sound is None:
        raise Http404
    media_type, data = sound
    return HttpResponse(data, content_type=media_type)


@require_POST
@signed_in
def text(request: PersonRequest, entry_id: UUID) -> HttpResponse:
    """Have a voice note made into text, and show it in a form; nothing is kept yet."""
    ears.room().wake()
    if not _found(request, entry_id).voice:
        raise Http404
    made = transcribing.transcript(by=request.by, entry_id=entry_id)
    if made is None:
        return redirect("journal:transcription")
    note = _found(request, entry_id)  # as it is after the wait
    page_: dict[str, Any] = {"entry": cards.entry_page(by=request.by, entry=note)}
    if made.why_not:
        page_ |= {"failed": FAILED.get(made.why_not, UNREACHED)}
        return render(request, "journal/entry.html", page_)
    form = _form_for(replace(note, text=cards.with_words(note, made.words)), None)
    page_ |= {"form": form, "is_made": True, "needs_people": may_need_people(made.words)}
    return render(request, "journal/change.html", page_)


@require_safe
@signed_in
def transcription(request: PersonRequest) -> HttpResponse:
    """Show what makes notes into text, and in full what would leave for it."""
    return _transcription(request)


@require_POST
@signed_in
def allow(request: PersonRequest) -> HttpResponse:
    """Let it make notes into text."""
    form = LeaveForm(request.POST)
    mark = form.cleaned_data["mark"] if form.is_valid() else ""
    try:
        is_that_one = actions.allow_transcription(by=request.by, mark=mark, now=clock.now())
    except TooMuch:
        return _transcription(request, is_full=True)
    if not is_that_one:
        return _transcription(request, changed=True)
    return redirect("journal:transcription")


@require_POST
@signed_in
def withdraw(request: PersonRequest) -> HttpResponse:
    """Let nothing make notes into text any more."""
    actions.withdraw_transcription(by=request.by)
    return redirect("journal:transcription")


@_LOOK_AND_SEND
@signed_in
def change(request: PersonRequest, entry_id: UUID) -> HttpResponse:
    """Write an entry anew."""
    old = _found(request, entry_id)
    form = _form_for(old, request.POST if request.method == "POST" else None)
    page_ = {"form": form, "entry": cards.entry_page(by=request.by, entry=old)}
    if not form.is_valid():
        return render(request, "journal/change.html", page_, status=_status(form))
    try:
        new = form.entry(clock.now())
        kept = actions.change(by=request.by, entry_id=entry_id, new=new)
    except TooMuch:
        return render(request, "journal/change.html", {**page_, "is_full": True}, status=409)
    return _after(request, kept or old)


@require_POST
@signed_in
def erase(request: PersonRequest, entry_id: UUID) -> HttpResponse:
    """Erase an entry."""
    if not actions.erase(by=request.by, entry_id=entry_id):
        raise Http404
    return redirect("journal:page")


@_LOOK_AND_SEND
@signed_in
@for_two
def friend(request: PersonRequest) -> HttpResponse:
    """Write how a friend of both would see it."""
    ears.room().wake()
    form = FriendForm(request.POST if request.method == "POST" else None)
    page_: dict[str, Any] = {"form": form, "page": cards.friend_page()}
    if not form.is_valid():
        return render(request, "journal/friend.html", page_, status=_status(form))
    try:
        kept = actions.keep(by=request.by, entry=form.entry(clock.now()))
    except TooMuch:
        return render(request, "journal/friend.html", {**page_, "is_full": True}, status=409)
    return _after(request, kept)


@_LOOK_AND_SEND
@signed_in
def voice(request: PersonRequest) -> HttpResponse:
    """Keep a voice note; nothing listens to it."""
    posted = request.method == "POST"
    form = VoiceForm(request.POST, request.FILES) if posted else VoiceForm()
    page_: dict[str, Any] = {"form": form, "making": transcription_page(by=request.by)}
    if not form.is_valid():
        return render(request, "journal/voice.html", page_, status=_status(form))
    sound, said = form.cleaned_data["audio"], Entry(id=str(uuid4()), written=clock.now())
    try:
        kept = actions.keep_voice(
            by=request.by, entry=said, media_type=sound.media_type, sound=sound.data
        )
    except TooMuch:
        return render(request, "journal/voice.html", {**page_, "is_full": True}, status=409)
    return redirect("journal:entry", kept.id)


def _found(request: PersonRequest, entry_id: UUID) -> Entry:
    found = queries.entry(by=request.by, entry_id=entry_id)
    if found is None:
        raise Http404
    return found


def _transcription(request: PersonRequest, **refused: bool) -> HttpResponse:
    page_ = {"page": transcription_page(by=request.by), **refused}
    return render(request, "journal/transcription.html", page_, status=409 if refused else 200)


def _form_for(old: Entry, sent: Any) -> EntryForm | FriendForm:
    if old.friend:
        return FriendForm(sent, initial=old.friend)
    written = {"text": old.text, "feelings": old.feelings}
    return EntryForm(sent, initial=written, may_be_empty=old.was_spoken)


def _status(form: Form) -> int:
    return 422 if form.errors else 200


def _after(request: PersonRequest, kept: Entry) -> HttpResponse:
    """Go on; where the words may be about danger, with one calm line, of which nothing is kept.

    That line comes with this answer and not behind a redirect: it stands in no address. The words
    themselves are not shown again on that page, for whoever looks over a shoulder.
    """
    if may_need_people("\n".join([kept.text, *kept.friend.values()]).strip()):
        return render(request, "journal/kept.html", {"entry": kept})
    return redirect("journal:entry", kept.id)


def _shown(
    request: PersonRequest,
    form: EntryForm,
    *,
    feelings: tuple[str, ...] = (),
    is_full: bool = False,
    status: int = 200,
) -> HttpResponse:
    felt = feelings or (form.tapped() if form.is_bound else ())
    asked = "" if form.is_bound else form.shown()
    shown = cards.journal_page(by=request.by, now=clock.now(), feelings=felt, asked=asked)
    page_ = {"page": shown, "form": form, "is_full": is_full}
    return render(request, "journal/page.html", page_, status=status)
