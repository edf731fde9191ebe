"""Pages of the mydata wing: bring back what was taken along, and the sounds of voice notes."""

from datetime import timedelta
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aftershift.web.journal import actions as journal
from aftershift.web.journal import queries as journal_queries
from aftershift.web.journal.forms import sound_of
from aftershift.web.journal.models import TooMuch
from aftershift.web.limits import Turnstile
from aftershift.web.mydata import bringing, queries
from aftershift.web.mydata.forms import BringForm, SoundsForm
from aftershift.web.mydata.wings import stays
from aftershift.web.people.signed_in import PersonRequest, signed_in
from aftershift.web.strict import Unfit

# A large file is some hundred megabytes while it is read: one at a time.
ONE_AT_A_TIME = Turnstile(at_once=1, waiting=2, patience=timedelta(seconds=5))


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def bring(request: PersonRequest) -> HttpResponse:
    """Take a file in: all of it counts afterwards, or nothing of it."""
    is_empty = queries.is_empty(by=request.by)
    if request.method != "POST":
        return _page(request, BringForm(is_empty=is_empty))
    form = BringForm(
        request.POST, request.FILES, is_empty=is_empty, is_too_large=_is_too_large(request)
    )
    if not form.is_valid():
        return _page(request, form, status=422)
    try:
        with ONE_AT_A_TIME.turn():
            kept = bringing.bring(form.cleaned_data["file"].read(), by=request.by)
    except Unfit as unfit:
        form.add_error("file", _said(unfit))
        return _page(request, form, status=422)
    page = {
        "kept": kept,
        "waiting": journal_queries.waiting_sounds(by=request.by),
        "stays": stays(),
        "sounds": SoundsForm(),
    }
    return render(request, "mydata/brought.html", page)


@require_POST
@signed_in
def bring_sounds(request: PersonRequest) -> HttpResponse:
    """Give sounds to the voice notes that wait for them."""
    form = SoundsForm(request.POST, request.FILES, is_too_large=_is_too_large(request))
    is_empty = queries.is_empty(by=request.by)
    if form.is_valid():
        _give(form, request)
    if form.errors:
        return _page(request, BringForm(is_empty=is_empty), sounds=form, status=422)
    return redirect("mydata:bring")


def _give(form: SoundsForm, request: PersonRequest) -> None:
    """Give every sound to its note; one that is no sound, or not waited for, is said by number."""
    for number, file in enumerate(form.cleaned_data["sounds"], start=1):
        sound = sound_of(file.read())
        try:
            is_given = sound is not None and journal.bring_sound(
                by=request.by, media_type=sound.media_type, sound=sound.data
            )
        except TooMuch:
            form.add_error("sounds", _("There is no room for more voice notes."))
            return
        if not is_given:
            wrong = _("File %(number)d is not the sound of a note that waits for one.")
            form.add_error("sounds", wrong % {"number": number})


@require_safe
@signed_in
def take_sounds(request: PersonRequest) -> HttpResponse:
    """Hand over every voice note, each as a file."""
    files = journal_queries.sound_files(by=request.by)
    if not files:
        raise Http404
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for file in files:  # by no clock: the same notes are the same file
            archive.writestr(ZipInfo(file.name), file.data, ZIP_STORED)
    response = HttpResponse(packed.getvalue(), content_type="application/zip")
    response["Content-Disposition"] = 'attachment; filename="voice-notes.zip"'
    return response


def _is_too_large(request: HttpRequest) -> bool:
    """Say whether more was sent than memory may hold; see FILE_UPLOAD_HANDLERS."""
    return int(request.META.get("CONTENT_LENGTH") or 0) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE


def _said(unfit: Unfit) -> str:
    """Say where in the file it is and what to do; no word of the file is in it."""
    where = " / ".join(map(str, unfit.place))
    if not where:
        return _("Nothing was brought in: %(why)s.") % {"why": unfit.why}
    return _(
        "Nothing was brought in. At %(where)s: %(why)s. "
        "Mend that place in the file or take a fresh one, then choose it again."
    ) % {"where": where, "why": unfit.why}


def _page(
    request: PersonRequest, form: BringForm, *, sounds: SoundsForm | None = None, status: int = 200
) -> HttpResponse:
    page = {
        "form": form,
        "sounds": sounds or SoundsForm(),
        "waiting": journal_queries.waiting_sounds(by=request.by),
        "stays": stays(),
    }
    return render(request, "mydata/bring.html", page, status=status)
