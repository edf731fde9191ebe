"""The pages of one's own account: keys, second factors, devices and the household."""

from uuid import UUID

from django.forms import Form
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from aftershift.web.people import (
    actions,
    factor_actions,
    forms,
    queries,
    second_factors,
    sessions,
)
from aftershift.web.people.signed_in import PersonRequest, signed_in
from aftershift.web.people.views import new_key_page, page_and_form, passkey_answer


@require_safe
@signed_in
def account(request: PersonRequest) -> HttpResponse:
    """Show what belongs to the account, and whether the recovery key was checked."""
    return render(request, "people/account.html", {"asked": queries.asked_groups(by=request.by)})


@page_and_form
@signed_in
def password(request: PersonRequest) -> HttpResponse:
    """Change the password."""
    form = forms.ChangePasswordForm(request.POST or None)
    if form.is_valid():
        old, new = form.cleaned_data["old"], form.cleaned_data["password"]
        wrong = actions.change_password(old, new, by=request.by, now=timezone.now())
        if wrong is None:
            return render(request, "people/password_changed.html")
        form.add_error(wrong, forms.WRONG_PASSWORD)
    return render(request, "people/password.html", {"form": form}, status=_status(form))


@page_and_form
@signed_in
def recovery_key(request: PersonRequest) -> HttpResponse:
    """Print a new recovery key, once the password was typed again."""
    form = forms.PasswordAgain(request.POST or None)
    if form.is_valid():
        given = form.cleaned_data["password"]
        printed = actions.renew_recovery_key(given, by=request.by, now=timezone.now())
        if printed:
            return new_key_page(request, printed)
        form.add_error("password", forms.WRONG_PASSWORD)
    return render(request, "people/recovery_again.html", {"form": form}, status=_status(form))


@page_and_form
@signed_in
def check_recovery_key(request: PersonRequest) -> HttpResponse:
    """Ask two groups of the recovery key back."""
    asked = queries.asked_groups(by=request.by)
    form = forms.GroupsForm(asked, request.POST or None)
    if form.is_valid():
        if actions.check_recovery_key(form.groups(), by=request.by):
            return render(request, "people/recovery_checked.html")
        form.add_error(None, forms.WRONG_GROUPS)
    return render(request, "people/recovery_check.html", {"form": form}, status=_status(form))


@require_safe
@signed_in
def factors(request: PersonRequest) -> HttpResponse:
    """Show the second factors, and the ways to add one."""
    page = {"factors": queries.factors(by=request.by), "form": forms.PasswordAgain()}
    return render(request, "people/factors.html", page)


@page_and_form
@signed_in
def code_app(request: PersonRequest) -> HttpResponse:
    """Show a seed for a code app, and add the app once it has shown a right code."""
    form = forms.CodeAppForm(request.POST or None, initial={"seed": second_factors.new_code_seed()})
    if form.is_valid():
        seed, code = form.cleaned_data["seed"], form.cleaned_data["code"]
        given = form.cleaned_data["password"]
        wrong = factor_actions.add_code_app(seed, code, given, by=request.by, now=timezone.now())
        if wrong is None:
            return redirect("people:factors")
        form.add_error(wrong, forms.WRONG_CODE if wrong == "code" else forms.WRONG_PASSWORD)
    if form.has_error("seed"):
        return redirect("people:code-app")
    seed = str(form["seed"].value())
    page = {
        "form": form,
        "seed": seed,
        "picture": second_factors.code_picture(seed, request.by.person.name),
    }
    return render(request, "people/code_app.html", page, status=_status(form))


@require_POST
@signed_in
def ask_for_new_passkey(request: PersonRequest) -> HttpResponse:
    """Tell the browser what passkey to make, once the password was typed again."""
    given = request.POST.get("password", "")
    question = factor_actions.ask_for_new_passkey(given, by=request.by, now=timezone.now())
    if question is None:
        return JsonResponse({"said": str(forms.WRONG_PASSWORD)}, status=422)
    return JsonResponse(question)


@require_POST
@signed_in
def add_passkey(request: PersonRequest) -> HttpResponse:
    """Keep the passkey that the browser made."""
    answer = passkey_answer(request)
    if not factor_actions.add_passkey(answer, by=request.by, now=timezone.now()):
        return JsonResponse({"said": str(forms.WRONG_PASSKEY)}, status=422)
    return JsonResponse({"go": reverse("people:factors")})


@page_and_form
@signed_in
def remove_factor(request: PersonRequest, factor_id: UUID) -> HttpResponse:
    """Take a second factor away, once the password was typed again."""
    form = forms.PasswordAgain(request.POST or None)
    if form.is_valid():
        given = form.cleaned_data["password"]
        wrong = factor_actions.remove_factor(factor_id, given, by=request.by, now=timezone.now())
        if wrong is None:
            return redirect("people:factors")
        form.add_error(wrong, forms.WRONG_PASSWORD)
    page = {"form": form, "factor_id": factor_id}
    return render(request, "people/remove_factor.html", page, status=_status(form))


@require_safe
@signed_in
def devices(request: PersonRequest) -> HttpResponse:
    """Show where the account is open."""
    return render(request, "people/devices.html", {"devices": queries.devices(by=request.by)})


@require_POST
@signed_in
def sign_out_device(request: PersonRequest, session_id: UUID) -> HttpResponse:
    """Sign one device out."""
    actions.sign_out_device(session_id, by=request.by)
    return redirect("people:devices")


@require_POST
@signed_in
def sign_out_everywhere(request: PersonRequest) -> HttpResponse:
    """Sign every device out, this one too."""
    actions.sign_out_everywhere(by=request.by)
    return sessions.take_cookie(redirect("people:locked"))


@page_and_form
@signed_in
def household(request: PersonRequest) -> HttpResponse:
    """Show the household, and add somebody without an account."""
    form = forms.MemberForm(request.POST or None)
    if form.is_valid():
        if actions.add_member(form.cleaned_data["label"], by=request.by):
            return redirect("people:household")
        form.add_error("label", forms.CALLED_THAT)
    page = {"form": form, "members": queries.household(by=request.by)}
    return render(request, "people/household.html", page, status=_status(form))


@require_POST
@signed_in
def remove_member(request: PersonRequest, member_id: UUID) -> HttpResponse:
    """Take somebody out of the household."""
    actions.remove_member(member_id, by=request.by)
    return redirect("people:household")


def _status(form: Form) -> int:
    return 422 if form.errors else 200
