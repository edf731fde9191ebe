"""Pages on which answers go out as files, and come back from one."""

import json
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aftershift.engines.checkins.fhir_answers import bundle_of
from aftershift.engines.checkins.flat import answers_csv, codebook_csv
from aftershift.engines.checkins.forms import FormRefused
from aftershift.web.instruments import actions, queries
from aftershift.web.instruments.bringing import all_filled, brought
from aftershift.web.instruments.forms import FileForm, TableForm
from aftershift.web.pages import clock
from aftershift.web.people.signed_in import PersonRequest, SignedIn, signed_in
from aftershift.web.safety import first
from aftershift.web.sealed import TooMuch

OF = "instruments:bring"


@require_safe
@signed_in
def take(request: PersonRequest) -> HttpResponse:
    """Hand out what was kept, of forms whose wording lies here, as FHIR responses with scores."""
    return _file(
        _bundle(request.by).encode(), "answers.json", "application/fhir+json; charset=utf-8"
    )


@require_safe
@signed_in
def take_all(request: PersonRequest) -> HttpResponse:
    """Hand out all that was kept as one ZIP: FHIR, a table, and what each of its columns is."""
    filled = all_filled(by=request.by)
    mine = {one.instrument for one in filled}
    wordings = [one.wording for one in queries.offered().values() if one.key.id in mine]
    packed = BytesIO()
    files = {
        "answers.json": _bundle(request.by),
        "answers.csv": answers_csv(filled),
        "codebook.csv": codebook_csv(wordings),
    }
    with ZipFile(packed, "w") as archive:
        for name, text in files.items():  # by no clock: the same answers are the same file
            archive.writestr(ZipInfo(name), text, ZIP_DEFLATED)
    return _file(packed.getvalue(), "answers.zip", "application/zip")


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def bring(request: PersonRequest) -> HttpResponse:
    """Read a file with answers and show what is in it; nothing is kept by that."""
    if request.method != "POST":
        return _file_page(request, FileForm(), status=200)
    form = FileForm(request.POST, request.FILES)
    # What is larger than memory may hold never became a file; see FILE_UPLOAD_HANDLERS.
    if int(request.META.get("CONTENT_LENGTH") or 0) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
        return _refused(request, _("The file is too large to be answers of one person."))
    if not form.is_valid():
        return _file_page(request, form)
    try:
        found = brought(form.cleaned_data["file"].read(), now=clock.now(), by=request.by)
    except FormRefused as refused:
        return _refused(request, str(refused))
    return render(request, "instruments/brought.html", {"brought": found})


@require_POST
@signed_in
def keep_brought(request: PersonRequest) -> HttpResponse:
    """Keep what was shown, once what the newest of it touches was asked."""
    given = first.given(request, of=OF)
    form = TableForm(given)
    try:
        table = form.cleaned_data["table"] if form.is_valid() else ""
        found = brought(table.encode(), now=clock.now(), by=request.by)
    except FormRefused as refused:
        return _refused(request, str(refused))
    question = first.asked(request, of=OF, touch=found.touch(), given=given)
    if question is not None:
        return question
    try:
        actions.keep_brought(by=request.by, brought=found.to_keep)
    except TooMuch:
        full = _("There is no more room for these. Nothing was kept: erase some older ones first.")
        return _refused(request, full, status=409)
    return redirect("instruments:page")


def _refused(request: PersonRequest, why: str, *, status: int = 422) -> HttpResponse:
    """Show the page on which a file is chosen, with what is wrong with the one that came."""
    form = FileForm(request.POST, request.FILES)
    form.errors.clear()
    form.add_error(None, why)
    return _file_page(request, form, status=status)


def _file_page(request: PersonRequest, form: FileForm, *, status: int = 422) -> HttpResponse:
    return render(request, "instruments/bring.html", {"form": form}, status=status)


def _bundle(by: SignedIn) -> str:
    wordings = {one.key.id: one.wording for one in queries.offered().values()}
    pairs = [
        (one, wordings[one.instrument]) for one in all_filled(by=by) if one.instrument in wordings
    ]
    return json.dumps(bundle_of(pairs), ensure_ascii=False, indent=1)


def _file(data: bytes, name: str, kind: str) -> HttpResponse:
    response = HttpResponse(data, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
