"""What a person writes when they look for words. No word of it is kept."""

from django import forms
from django.utils.translation import gettext_lazy as _

from aftershift.engines.language.cleaning import LONGEST
from aftershift.engines.wording.apology import ApologyAnswers
from aftershift.web.sending.forms import NOTHING, TOO_LONG, CourseField, MessageForm

ROWS = {"rows": 3, "autocomplete": "off", "spellcheck": "false"}


class CheckForm(MessageForm):
    """An apology that somebody wrote; as a message about to be sent."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["text"].label = _("The apology")


class RantForm(MessageForm):
    """What somebody would say if nobody minded; as a message about to be sent."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["text"].label = _("What you would like to say, as it comes")


class ApologyForm(forms.Form):
    """The parts of an apology that only its writer knows."""

    did = forms.CharField(
        label=_("What did you do? Begin with “I”."),
        required=False,
        strip=True,
        widget=forms.Textarea(attrs=ROWS),
    )
    harm = forms.CharField(
        label=_("What was it like for them? Begin with “you”."),
        required=False,
        strip=True,
        widget=forms.Textarea(attrs=ROWS),
    )
    repair = forms.CharField(
        label=_("What will you do about it, and by when? Begin with “I will”."),
        required=False,
        strip=True,
        widget=forms.Textarea(attrs=ROWS),
    )
    course = CourseField(required=False, widget=forms.HiddenInput)

    def clean(self) -> None:
        """Ask for one part at the least, and refuse what nobody says."""
        words = "".join(self.cleaned_data.get(name, "") for name in ("did", "harm", "repair"))
        if not words:
            self.add_error("did", NOTHING)
        elif len(words) > LONGEST // 2:
            self.add_error("did", TOO_LONG)

    def answers(self) -> ApologyAnswers:
        """Give what a sound form says."""
        said = self.cleaned_data
        return ApologyAnswers(did=said["did"], harm=said["harm"], repair=said["repair"])
