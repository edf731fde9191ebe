"""What a person writes for hard hours."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from aftershift.web.safety import queries
from aftershift.web.safety.papers import (
    LONGEST_NAME,
    LONGEST_NUMBER,
    LONGEST_STEP,
    STEPS,
    OwnPaper,
    Trusted,
)

_PRIVATE = {"autocomplete": "off", "spellcheck": "false"}
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")  # what no line of words has


class PlanForm(forms.Form):
    """Six steps, each as many lines as somebody likes; none is asked for."""

    step_1 = forms.CharField(required=False, max_length=LONGEST_STEP)
    step_2 = forms.CharField(required=False, max_length=LONGEST_STEP)
    step_3 = forms.CharField(required=False, max_length=LONGEST_STEP)
    step_4 = forms.CharField(required=False, max_length=LONGEST_STEP)
    step_5 = forms.CharField(required=False, max_length=LONGEST_STEP)
    step_6 = forms.CharField(required=False, max_length=LONGEST_STEP)

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        for field, step in zip(self.fields.values(), queries.steps(), strict=True):
            field.label, field.help_text = step.title, step.says
            field.widget = forms.Textarea(attrs={**_PRIVATE, "rows": 3, "maxlength": LONGEST_STEP})

    @staticmethod
    def filled(paper: OwnPaper) -> dict[str, str]:
        """Give what is written already, for the fields."""
        return {f"step_{n}": said for n, said in enumerate(paper.steps, start=1)}

    def steps(self) -> tuple[str, ...]:
        """Give what was written, line by line."""
        said = (self.cleaned_data[f"step_{n}"] for n in range(1, STEPS + 1))
        return tuple(_UNSEEN.sub("", one.replace("\r\n", "\n")) for one in said)


class TrustedForm(forms.Form):
    """Somebody to call. Both fields empty: nobody."""

    name = forms.CharField(
        label=_("What you call them"),
        required=False,
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs=_PRIVATE),
    )
    number = forms.CharField(
        label=_("Their number"),
        required=False,
        max_length=LONGEST_NUMBER,
        widget=forms.TextInput(attrs={**_PRIVATE, "type": "tel"}),
    )

    def clean_number(self) -> str:
        """Refuse what a phone cannot dial."""
        number = str(self.cleaned_data["number"])
        if number and not re.fullmatch(r"\+?[0-9][0-9 ()/.-]{2,}", number):
            raise forms.ValidationError(_("Digits only, with a + in front if you like."))
        return number

    def clean_name(self) -> str:
        """Keep words only."""
        return _UNSEEN.sub("", str(self.cleaned_data["name"]))

    def trusted(self) -> Trusted:
        """Give who it is; nobody without a number."""
        number = self.cleaned_data["number"]
        name = self.cleaned_data["name"] or number
        return Trusted(name=name, number=number) if number else Trusted()


class BeforeForm(forms.Form):
    """The answer to the question before anything shared."""

    afraid = forms.ChoiceField(choices=[("no", "no"), ("yes", "yes"), ("", "")], required=False)
