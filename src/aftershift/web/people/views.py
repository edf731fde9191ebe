"""The doors: sign up, sign in, the second factor, recovery, lock and leave."""

import json
from typing import Any

from django.forms import Form
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aftershift.web.pages import remembered
from aftershift.web.people import actions, factor_actions, forms, queries, sessions, throttle
from aftershift.web.people.actions import Credentials, Entry
from aftershift.web.people.models import Factor
from aftershift.web.people.signed_in import (
    PersonRequest,
    VisitorRequest,
    go_to,
    locking_itself,
    signed_in_or_recovered,
    signed_out_ok,
)
from aftershift.web.people.waiting import WaitingRequest, waits_for_factor

HOME = "/"
page_and_form = require_http_methods(["GET", "HEAD", "POST"])


@page_and_form
@signed_out_ok
def sign_up(request: VisitorRequest) -> HttpResponse:
    """Make an account, and show its recovery key this once."""
    form = forms.SignUpForm(request.POST or None, initial={"account": queries.suggested_name()})
    if not form.is_valid():
        return _page(request, "people/sign_up.html", form)
    given = _credentials(request, form, "password")
    entry = actions.sign_up(given, now=timezone.now())
    if entry is None:
        form.add_error("account", forms.TAKEN)
        return _page(request, "people/sign_up.html", form)
    return _with_new_key(request, entry)


@page_and_form
@signed_out_ok
def sign_in(request: VisitorRequest) -> HttpResponse:
    """Enter by name and password."""
    if request.by and request.method != "POST":
        return redirect(HOME)
    form = forms.SignInForm(request.POST or None)
    if not form.is_valid():
        return _page(request, "people/sign_in.html", form)
    entry = actions.sign_in(_credentials(request, form, "password"), now=timezone.now())
    if entry is None:
        form.add_error(None, forms.WRONG_ENTRY)
        return _page(request, "people/sign_in.html", form)
    return _entered(request, entry)


@page_and_form
@signed_out_ok
def forgotten(request: VisitorRequest) -> HttpResponse:
    """Enter by name and recovery key; a new password comes next."""
    form = forms.RecoveryForm(request.POST or None)
    if not form.is_valid():
        return _page(request, "people/forgotten.html", form)
    given = _credentials(request, form, "recovery_key")
    entry = actions.sign_in_by_recovery_key(given, now=timezone.now())
    if entry is None:
        form.add_error(None, forms.WRONG_RECOVERY)
        return _page(request, "people/forgotten.html", form)
    return _entered(request, entry)


@page_and_form
@signed_in_or_recovered
def renew(request: PersonRequest) -> HttpResponse:
    """Set a new password after a recovery, and show the new recovery key this once."""
    if not request.by.is_recovered:
        return redirect("people:password")
    form = forms.NewPassword(request.POST or None)
    if not form.is_valid():
        return _page(request, "people/renew.html", form)
    password = form.cleaned_data["password"]
    return _with_new_key(
        request, actions.finish_recovery(password, by=request.by, now=timezone.now())
    )


@page_and_form
@waits_for_factor
def second_factor(request: WaitingRequest) -> HttpResponse:
    """Ask for a code or a passkey, and go on with the code."""
    form = forms.CodeForm(request.POST or None)
    if form.is_valid():
        code = form.cleaned_data["code"]
        entry = factor_actions.pass_by_code(code, waiting=request.waiting, now=timezone.now())
        if entry:
            return _entered(request, entry)
        form.add_error("code", forms.WRONG_CODE)
    kinds = queries.kinds_of_factors(by=request.waiting)
    page = {"has_code": Factor.TOTP in kinds, "has_passkey": Factor.PASSKEY in kinds}
    return _page(request, "people/second_factor.html", form, **page)


@require_POST
@waits_for_factor
def ask_for_passkey(request: WaitingRequest) -> HttpResponse:
    """Tell the browser which passkeys would do."""
    return JsonResponse(factor_actions.ask_to_pass_by_passkey(waiting=request.waiting))


@require_POST
@waits_for_factor
def pass_by_passkey(request: WaitingRequest) -> HttpResponse:
    """Go on with the passkey that the browser used."""
    answer = passkey_answer(request)
    entry = factor_actions.pass_by_passkey(answer, waiting=request.waiting, now=timezone.now())
    if entry is None:
        return JsonResponse({"said": str(forms.WRONG_PASSKEY)}, status=422)
    return sessions.give_cookie(JsonResponse({"go": HOME}), entry.secret)


@require_safe
@signed_out_ok
def locked(request: VisitorRequest) -> HttpResponse:
    """Say that the page is locked, and offer the way back in."""
    response = _page(request, "people/locked.html", forms.SignInForm())
    return response if request.by else sessions.take_cookie(response)


@require_POST
@signed_out_ok
def lock(request: VisitorRequest) -> HttpResponse:
    """Lock this browser's session."""
    _lock(request)
    return sessions.take_cookie(go_to(request, "/locked"))


@csrf_exempt  # whoever must leave at once must not meet a stale form; it can only lock
@require_POST
@signed_out_ok
def leave(request: VisitorRequest) -> HttpResponse:
    """Lock, make the browser forget, and show a page that says nothing."""
    _lock(request)
    response = sessions.take_cookie(render(request, "pages/neutral.html"))
    remembered.forget(response, remembered.COUNTRY, remembered.PAPER)
    response["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return response


def new_key_page(request: HttpRequest, printed: str) -> HttpResponse:
    """Show a recovery key this once, in groups that a narrow screen can break."""
    return render(request, "people/recovery_key.html", {"groups": printed.split("-")})


def passkey_answer(request: HttpRequest) -> dict[str, Any]:
    """Read what a browser says of a passkey; nothing that fits when it is not an object."""
    try:
        answer = json.loads(request.POST.get("answer", ""))
    except ValueError:
        return {}
    return answer if isinstance(answer, dict) else {}


def _credentials(request: HttpRequest, form: Form, field: str) -> Credentials:
    return Credentials(
        name=form.cleaned_data["account"],
        secret=form.cleaned_data[field],
        network=throttle.network_of(request),
    )


def _page(request: HttpRequest, template: str, form: Form, **more: Any) -> HttpResponse:
    status = 422 if form.errors else 200
    return render(request, template, {"form": form, **more}, status=status)


def _entered(request: HttpRequest, entry: Entry) -> HttpResponse:
    """Change the browser's session for the one just begun."""
    _lock(request)
    address = "people:second-factor" if entry.is_waiting else HOME
    return sessions.give_cookie(redirect(address), entry.secret)


def _with_new_key(request: HttpRequest, entry: Entry) -> HttpResponse:
    _lock(request)
    response = locking_itself(new_key_page(request, entry.recovery_key))
    return sessions.give_cookie(response, entry.secret)


def _lock(request: HttpRequest) -> None:
    actions.lock(request.COOKIES.get(sessions.COOKIE, ""))
