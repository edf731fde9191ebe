"""What a person says to the coach, taps, or wants remembered."""

from django import forms
from django.utils.translation import gettext_lazy as _

from aftershift.engines.coach.hearing.moves import Move
from aftershift.library.coach import load_coach
from aftershift.web.coach.hearing import Given
from aftershift.web.coach.papers import LONGEST_CARD
from aftershift.web.coach.words import ANSWERS, HELPED
from aftershift.web.patients import WarnsOfPatients
from aftershift.web.safety.carried import carried

LONGEST = 4000
TOO_LONG = _("This is longer than 4,000 characters. It is still here: send it in parts.")
NOTHING = _("Write something first, or tap an answer.")


class SayForm(forms.Form):
    """One message, or one tap."""

    text = forms.CharField(
        label=_("Say one thing"),
        required=False,
        max_length=LONGEST,
        error_messages={"max_length": TOO_LONG},
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off", "spellcheck": "false"}),
    )
    tapped = forms.ChoiceField(
        required=False, choices=[(move.value, says) for move, says in ANSWERS.items()]
    )
    purpose = forms.ChoiceField(
        required=False, choices=lambda: [(one.id, one.to) for one in load_coach().purposes]
    )
    button = forms.CharField(required=False, max_length=60)
    course = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, object]:
        """Ask for words where nothing was said or tapped."""
        given: dict[str, object] = super().clean() or {}
        names = ("text", "tapped", "purpose", "button")
        if not (any(given.get(name) for name in names) or self.errors):
            self.add_error("text", NOTHING)
        return given

    def given(self) -> Given:
        """Give what was sent; a tap goes before what stands in the field."""
        tapped, purpose, button = (
            self.cleaned_data[name] for name in ("tapped", "purpose", "button")
        )
        return Given(
            text="" if tapped or purpose or button else self.cleaned_data["text"].strip(),
            button=button,
            purpose=purpose,
            tapped=Move(tapped) if tapped else None,
            course=carried(self.cleaned_data["course"]),
        )


class CardForm(WarnsOfPatients):
    """Something to be remembered."""

    WATCHED = {"text": frozenset()}

    text = forms.CharField(
        label=_("Remember this"),
        max_length=LONGEST_CARD,
        widget=forms.Textarea(attrs={"rows": 2, "autocomplete": "off"}),
    )


class ForgetForm(forms.Form):
    """The name of a card."""

    card = forms.RegexField(r"^[0-9a-f]{32}$")


class PlaceForm(forms.Form):
    """The id of a practice."""

    practice = forms.RegexField(r"^[a-z]+\.[a-z0-9-]+$")


class HelpedForm(PlaceForm):
    """Whether what was done helped, and on which page that was said."""

    helped = forms.ChoiceField(choices=list(HELPED.items()))
    on_kept = forms.BooleanField(required=False)


class AllowForm(forms.Form):
    """Which model is allowed: the one that the page named."""

    mark = forms.CharField(max_length=400)
