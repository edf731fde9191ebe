"""What somebody says to begin an experiment, and what is ticked in the evening."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from aftershift.engines.checkins.experiments import OFFERED
from aftershift.web.experiments.papers import LONGEST_WORDS, Outcome, Wish
from aftershift.web.experiments.words import OUTCOMES, Offered, length_words
from aftershift.web.pages.lines import one_line
from aftershift.web.patients import WarnsOfPatients

OWN = "own"
ME, TWO = "me", "two"
SAY_WHAT = _("Choose a ritual, or say in a few words what it is.")
SAY_WHO = _("Choose who takes part: only you, or the two of you.")
SAY_OUTCOME = _("Choose what to compare.")
SAY_LENGTH = _("Choose how many evenings.")
SAY_DAY = _("Choose an evening that is on the page.")


class WishForm(WarnsOfPatients):
    """A ritual or own words, for whom, what is compared, and how long."""

    WATCHED: ClassVar = {"words": frozenset()}

    what = forms.ChoiceField(
        label=_("What do you want to try?"),
        error_messages={"required": SAY_WHAT, "invalid_choice": SAY_WHAT},
    )
    words = forms.CharField(
        label=_("In your own words"),
        max_length=LONGEST_WORDS,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    whom = forms.ChoiceField(
        label=_("Who takes part?"),
        choices=[(ME, _("Only me")), (TWO, _("The two of us"))],
        widget=forms.RadioSelect,
        error_messages={"required": SAY_WHO, "invalid_choice": SAY_WHO},
        required=False,
    )
    outcome = forms.TypedChoiceField(
        label=_("What is compared?"),
        coerce=Outcome,
        widget=forms.RadioSelect,
        error_messages={"required": SAY_OUTCOME, "invalid_choice": SAY_OUTCOME},
    )
    blocks = forms.TypedChoiceField(
        label=_("For how long?"),
        choices=[(one, length_words(one)) for one in reversed(OFFERED)],
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": SAY_LENGTH, "invalid_choice": SAY_LENGTH},
    )

    def __init__(
        self,
        *given: Any,
        shelf: Sequence[tuple[Promise, Offered]],
        outcomes: Sequence[Outcome],
        **named: Any,
    ) -> None:
        super().__init__(*given, **named)
        self.rituals = bool(shelf)
        fields: dict[str, Any] = self.fields
        own = (OWN, _("Something in my own words"))
        fields["what"].choices = [("", _("Choose one")), *shelf, own] if shelf else [own]
        fields["outcome"].choices = [(one.value, OUTCOMES[one]) for one in outcomes]
        fields["blocks"].choices = [(one, length_words(one)) for one in reversed(OFFERED)]
        if not shelf:  # what is for two is put away, or nobody else's days are known
            del fields["whom"]

    def clean(self) -> dict[str, Any]:
        """Ask for words, and for whom, where it is nothing from the shelf."""
        given = super().clean()
        if given.get("what") == OWN:
            if not one_line(given.get("words") or "") and "words" not in self.errors:
                self.add_error("words", SAY_WHAT)
            if "whom" in self.fields and not given.get("whom") and "whom" not in self.errors:
                self.add_error("whom", SAY_WHO)
        return given

    def wish(self) -> Wish:
        """Give what was asked for; a ritual of the shelf is for two."""
        said = self.cleaned_data
        is_own = said["what"] == OWN
        return Wish(
            ritual="" if is_own else said["what"],
            words=one_line(said["words"]) if is_own else "",
            two=said.get("whom") == TWO if is_own else True,
            outcome=said["outcome"],
            blocks=said["blocks"],
        )


class TickForm(forms.Form):
    """An evening, and whether it was done."""

    day = forms.DateField(error_messages={"required": SAY_DAY, "invalid": SAY_DAY})
    did = forms.TypedChoiceField(
        choices=[("yes", "yes"), ("no", "no")], coerce=lambda said: said == "yes"
    )


class EveningForm(forms.Form):
    """An evening."""

    day = forms.DateField(error_messages={"required": SAY_DAY, "invalid": SAY_DAY})


class TrialForm(forms.Form):
    """What the other asks, by its id."""

    trial = forms.UUIDField()
