"""What somebody types to be linked."""

from django import forms
from django.utils.translation import gettext_lazy as _

from aftershift.web.people.forms import PasswordAgain

NO_CODE = _("That code leads to nobody now. It lasts ten minutes; ask for a new one.")


class GrownForm(PasswordAgain):
    """A link is for grown-ups, and not for whoever holds an open phone for a minute."""

    grown = forms.BooleanField(label=_("I am 18 or older"))


class CodeForm(GrownForm):
    """The code that the other read aloud."""

    code = forms.CharField(
        label=_("The code that you were told"),
        max_length=20,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "spellcheck": "false", "autocapitalize": "characters"}
        ),
    )
    field_order = ("code", "grown", "password")
