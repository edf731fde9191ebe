"""What a person says in a rehearsal."""

from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext_lazy as _

from aftershift.engines.safety.course import Course
from aftershift.web.sending.forms import CourseField

LONGEST = 1_000  # characters: a line, and not a letter
NOTHING = _("Write a line first.")
TOO_LONG = _("This is longer than 1,000 characters. It is still here: say a part of it.")


@dataclass(frozen=True, kw_only=True, slots=True)
class Given:
    """A line, and where the rehearsal and the exchange about the person's own safety stand."""

    text: str
    stand: str
    course: Course | None


class LineForm(forms.Form):
    """One line of a rehearsal. No word of it is kept."""

    text = forms.CharField(
        label=_("What you say"),
        error_messages={"required": NOTHING},
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off", "spellcheck": "false"}),
    )
    stand = forms.CharField(required=False, widget=forms.HiddenInput)
    course = CourseField(required=False, widget=forms.HiddenInput)

    def clean_text(self) -> str:
        """Refuse what nobody says in one go."""
        text = str(self.cleaned_data["text"]).replace("\r\n", "\n")
        if len(text) > LONGEST:
            raise forms.ValidationError(TOO_LONG)
        return text

    def given(self) -> Given:
        """Give what a sound form says."""
        said = self.cleaned_data
        return Given(text=said["text"], stand=said["stand"], course=said["course"])
