"""The official form as it is answered: nothing is chosen before, and every item may be left out."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from aftershift.web.instruments.queries import Offered

NOTHING = _("Answer one of them at least. The others may stay as they are.")
ONE_OF_THESE = _("Choose one of the answers that are there.")
NO_ANSWER = "none"
NOT_THIS = (NO_ANSWER, _("I would rather not answer this one"))
FIELD = "item_"


def _number(said: str) -> int | None:
    return None if said == NO_ANSWER else int(said)


class AnswersForm(forms.Form):
    """A choice for each item in the official words and order."""

    def __init__(self, *given: Any, offered: Offered, **named: Any) -> None:
        super().__init__(*given, **named)
        self.offered = offered
        for item in offered.wording.items:
            self.fields[FIELD + item.id] = forms.TypedChoiceField(
                label=item.text,
                choices=[*((str(one.value), one.words) for one in item.options), NOT_THIS],
                coerce=_number,
                empty_value=None,
                required=False,
                widget=forms.RadioSelect,
                error_messages={"invalid_choice": ONE_OF_THESE},
            )

    def clean(self) -> dict[str, Any]:
        """Ask for one answer at least."""
        given = super().clean() or {}
        if not self.errors and not self.answers():
            raise forms.ValidationError(NOTHING)
        return given

    def answers(self) -> dict[str, int]:
        """Give what was answered, by item of the key."""
        said = {item.id: self.cleaned_data.get(FIELD + item.id) for item in self.offered.key.items}
        return {name: value for name, value in said.items() if value is not None}


class FileForm(forms.Form):
    """A file with answers."""

    file = forms.FileField(
        label=_("The file"),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".json,.csv,.zip"}),
        error_messages={"required": _("Choose a file first.")},
    )


class TableForm(forms.Form):
    """The answers of a file that was shown, to be kept after a yes."""

    table = forms.CharField(strip=False, widget=forms.HiddenInput)
