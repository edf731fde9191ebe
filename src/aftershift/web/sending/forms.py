"""What a person hands over for a second look."""

from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext_lazy as _

from aftershift.engines.language.kinds import KINDS, Kind
from aftershift.web.ears import LONGEST
from aftershift.web.sending.answers import Own

TOO_LONG = _(
    "This is longer than 20,000 characters, and too much to read at once. It is still here: take "
    "a part of it."
)
NOTHING = _("Paste or type the message first.")


@dataclass(frozen=True, kw_only=True, slots=True)
class Given:
    """A message, and what its writer said about it on the page before.

    `without` are kinds of pattern that the writer found not helpful.
    """

    text: str
    own: Own | None = None
    not_a_patient: bool = False
    without: tuple[Kind, ...] = ()


class MessageForm(forms.Form):
    """A message about to be sent. Nothing of it is kept."""

    # No maxlength: a browser would cut a pasted text without a word.
    text = forms.CharField(
        label=_("The message"),
        strip=False,
        error_messages={"required": NOTHING},
        widget=forms.Textarea(
            attrs={"rows": 7, "autocomplete": "off", "spellcheck": "false", "required": True}
        ),
    )
    own = forms.TypedChoiceField(
        choices=[(one.value, one.value) for one in Own],
        coerce=Own,
        required=False,
        empty_value=None,
        widget=forms.HiddenInput,
    )
    not_a_patient = forms.BooleanField(required=False, widget=forms.HiddenInput)
    without = forms.TypedMultipleChoiceField(
        choices=[(kind.value, kind.value) for kind in KINDS],
        coerce=Kind,
        required=False,
        widget=forms.MultipleHiddenInput,
    )

    def clean_text(self) -> str:
        """Count a line's end as one character, and refuse what nobody sends."""
        text = str(self.cleaned_data["text"]).replace("\r\n", "\n")
        if not text.strip():
            raise forms.ValidationError(NOTHING)
        if len(text) > LONGEST:
            raise forms.ValidationError(TOO_LONG)
        return text

    def given(self) -> Given:
        """Give what a sound form says."""
        said = self.cleaned_data
        return Given(
            text=said["text"],
            own=said["own"],
            not_a_patient=said["not_a_patient"],
            without=tuple(said["without"]),
        )
