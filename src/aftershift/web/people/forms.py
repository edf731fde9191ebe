"""What people type about their account."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from aftershift.web.people import passwords
from aftershift.web.people.spelling import tidy

_QUIET = {"spellcheck": "false", "autocapitalize": "none"}
TAKEN = _("Somebody has this name already. Choose another.")
WRONG_ENTRY = _("This name and password do not open anything here.")
WRONG_RECOVERY = _("This name and recovery key do not open anything here.")
WRONG_PASSWORD = _("This is not your password.")
WRONG_CODE = _("This code is not right, or it was used already. Wait for the next one.")
WRONG_GROUPS = _("These are not the groups asked for. Look at your printed key again.")
WRONG_PASSKEY = _("That passkey did not work here. Try again.")


def _password(label: Any, *, new: bool = False, hint: Any = "") -> forms.CharField:
    token = "new-password" if new else "current-password"
    return forms.CharField(
        label=label,
        strip=False,
        max_length=passwords.MOST,
        help_text=hint,
        widget=forms.PasswordInput(attrs={"autocomplete": token, **_QUIET}),
    )


def _text(label: Any, *, most: int, hint: Any = "", **attrs: str) -> forms.CharField:
    widget = forms.TextInput(attrs={"autocomplete": "off", **_QUIET, **attrs})
    return forms.CharField(label=label, max_length=most, help_text=hint, widget=widget)


class NewPassword(forms.Form):
    """A new password, typed twice, that is not one of the first that anybody would try."""

    password = _password(
        _("New password"), new=True, hint=_("Ten characters or more. A few words are good.")
    )
    password_again = _password(_("The same password again"), new=True)

    def name(self) -> str:
        """Say whose password it is; a password that is the name is too easy."""
        return ""

    def clean(self) -> dict[str, Any]:
        """Refuse two that differ, and one that is short or common."""
        given = self.cleaned_data
        password = given.get("password", "")
        if password and password != given.get("password_again"):
            self.add_error("password_again", _("The two passwords differ."))
        if password and len(password) < passwords.LEAST:
            self.add_error("password", _("Use ten characters or more."))
        elif password and passwords.is_common(password, self.name()):
            self.add_error("password", _("Many people try this one first. Choose another."))
        return given


class SignUpForm(NewPassword):
    """A name and a password: all that an account needs."""

    field_order = ("account", "password", "password_again", "understood")

    account = _text(
        _("A name for you here"),
        most=40,
        hint=_("Others on this server may see it. It need not say who you are."),
        autocomplete="username",
    )
    understood = forms.BooleanField(
        label=_("I understand: if I lose both my password and my recovery key, nothing opens.")
    )

    def clean_account(self) -> str:
        """Bring the name to one spelling."""
        name = tidy(self.cleaned_data["account"])
        if len(name) < 2 or not name.isprintable():
            raise forms.ValidationError(_("Use two characters or more."))
        return name

    def name(self) -> str:
        """Say whose password it is."""
        return str(self.cleaned_data.get("account", ""))


class SignInForm(forms.Form):
    """A name and a password."""

    account = _text(_("Name"), most=40, autocomplete="username")
    password = _password(_("Password"))


class RecoveryForm(forms.Form):
    """A name and the printed recovery key."""

    account = _text(_("Name"), most=40, autocomplete="username")
    recovery_key = _text(
        _("Recovery key"),
        most=80,
        hint=_("Seven groups of four. Small letters and missing dashes are fine."),
    )


class PasswordAgain(forms.Form):
    """The password once more, before something that matters."""

    password = _password(_("Your password"))


class ChangePasswordForm(NewPassword):
    """The old password and the new one."""

    field_order = ("old", "password", "password_again")

    old = _password(_("Your password now"))


class CodeForm(forms.Form):
    """The code that an app shows."""

    code = _text(
        _("Code from your app"),
        most=12,
        hint=_("Six digits."),
        autocomplete="one-time-code",
        inputmode="numeric",
    )


class CodeAppForm(CodeForm):
    """A new code app: the seed that was shown, a code that proves it, and the password."""

    seed = forms.RegexField(r"\A[A-Z2-7]{32}\Z", widget=forms.HiddenInput)
    password = _password(_("Your password"))


class GroupsForm(forms.Form):
    """The groups of the recovery key that are asked back."""

    def __init__(self, asked: tuple[int, ...], *args: Any) -> None:
        super().__init__(*args)
        for place in asked:
            label = _("Group %(place)s of your recovery key") % {"place": place}
            self.fields[f"group_{place}"] = _text(label, most=12)

    def groups(self) -> dict[int, str]:
        """Give the groups by their place."""
        return {int(name.removeprefix("group_")): text for name, text in self.cleaned_data.items()}


CALLED_THAT = _("Somebody here is called that already. Use another name, or add a letter.")


class MemberForm(forms.Form):
    """Somebody without an account."""

    label = _text(_("What you call them"), most=40, hint=_("Only you can read it."))
