"""What one of the two types or taps."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from aftershift.engines.together.agreements import LONGEST_WORDS, Agreement, Kind
from aftershift.engines.together.coming_home import Left
from aftershift.engines.together.repair import Ready, readiness
from aftershift.library.together import load_repair
from aftershift.web.agreements.papers import LONGEST_NOTE, RepairPaper
from aftershift.web.agreements.words import AWAY, OWN_LEFT
from aftershift.web.pages.lines import one_line
from aftershift.web.patients import WarnsOfPatients

PRIVATE = {"autocomplete": "off"}
KINDS = (
    (Kind.PLAIN, _("An agreement")),
    (Kind.ROUTINE, _("A routine in place of a moment that was missed")),
    (Kind.GROUND_RULE, _("A ground rule for when we disagree")),
    (Kind.TIME_OUT, _("A time-out: a word that stops it, and when we are back")),
)
YES_NO = (("no", _("No")), ("yes", _("Yes")))
NEEDS_RETURN = _("A time-out has a time to come back. Choose one.")
IN_THE_PAST = _("Choose a day after today.")
LATEST = timedelta(days=366)


def _day(label: Any) -> forms.DateField:
    return forms.DateField(
        label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


class AgreementForm(WarnsOfPatients):
    """A short sentence, what it is for, and the day to look at it again."""

    WATCHED = {"words": frozenset(), "purpose": frozenset()}

    words = forms.CharField(
        label=_("In your own words, one sentence"),
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 3, **PRIVATE}),
    )
    purpose = forms.CharField(
        label=_("What it is for (may stay empty)"),
        required=False,
        max_length=LONGEST_WORDS,
        widget=forms.TextInput(attrs=PRIVATE),
    )
    kind = forms.ChoiceField(
        label=_("What kind"), choices=KINDS, initial=Kind.PLAIN, widget=forms.RadioSelect
    )
    minutes_away = forms.ChoiceField(
        label=_("Only for a time-out: back after"),
        choices=(("", _("it is none")), *AWAY),
        required=False,
    )
    look_again = _day(_("Look at it again on"))

    def __init__(self, *given: Any, today: date, **named: Any) -> None:
        super().__init__(*given, **named)
        self.today = today
        self.fields["look_again"].initial = today + timedelta(days=28)

    def clean_words(self) -> str:
        """Refuse a sentence in which nothing is seen."""
        line = one_line(self.cleaned_data["words"])
        if not line:
            raise forms.ValidationError(self.fields["words"].error_messages["required"])
        return line

    def clean_look_again(self) -> date:
        """Refuse a day that is not to come, or not in sight."""
        day: date = self.cleaned_data["look_again"]
        if not self.today < day <= self.today + LATEST:
            raise forms.ValidationError(IN_THE_PAST)
        return day

    def clean(self) -> dict[str, Any]:
        """Ask a time-out for its return."""
        given = super().clean()
        if given.get("kind") == Kind.TIME_OUT and not given.get("minutes_away"):
            self.add_error("minutes_away", NEEDS_RETURN)
        return given

    def agreement(self) -> Agreement:
        """Give the agreement; a return is a time-out's alone."""
        said = self.cleaned_data
        kind = Kind(said["kind"])
        return Agreement(
            id=str(uuid4()),
            kind=kind,
            words=said["words"],
            purpose=one_line(said["purpose"]),
            written=self.today,
            look_again=said["look_again"],
            minutes_away=int(said["minutes_away"]) if kind is Kind.TIME_OUT else None,
        )


class BeginForm(forms.Form):
    """Words from another page, to begin an agreement with."""

    text = forms.CharField(required=False, max_length=2000)
    kind = forms.ChoiceField(choices=KINDS, required=False)


class OneForm(forms.Form):
    """One agreement, by its id."""

    agreement = forms.UUIDField()


class LookForm(OneForm):
    """One agreement, and how many weeks it may stand now."""

    weeks = forms.TypedChoiceField(choices=[("4", "4"), ("12", "12"), ("26", "26")], coerce=int)


class TimeOutForm(forms.Form):
    """How long somebody needs at the least."""

    minutes_away = forms.TypedChoiceField(
        label=_("I need at least"), choices=AWAY, coerce=int, widget=forms.RadioSelect, initial="20"
    )


class ComingForm(forms.Form):
    """How much of somebody is left after a shift."""

    left = forms.TypedChoiceField(
        label=_("How much of me is left"),
        choices=[(one.value, words) for one, words in OWN_LEFT.items()],
        coerce=Left,
        widget=forms.RadioSelect,
        initial=Left.NOT_YET.value,
    )


class StartsForm(forms.Form):
    """A time that a page offered, by its start."""

    starts = forms.DateTimeField()


class ReadyForm(forms.Form):
    """The questions before a repair. What is not answered counts as a yes, as the engine has it."""

    afraid = forms.ChoiceField(choices=YES_NO, widget=forms.RadioSelect)
    hurt = forms.ChoiceField(choices=YES_NO, widget=forms.RadioSelect)
    told = forms.ChoiceField(choices=YES_NO, widget=forms.RadioSelect)
    winning = forms.ChoiceField(choices=YES_NO, widget=forms.RadioSelect)
    hot = forms.ChoiceField(choices=YES_NO, widget=forms.RadioSelect)

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        for question in load_repair().question:
            self.fields[question.id].label = question.asks

    def readiness(self) -> Ready:
        """Say where somebody stands."""
        said = {name: self.cleaned_data[name] == "yes" for name in self.fields}
        return readiness(load_repair().question, said)


class RepairForm(WarnsOfPatients):
    """What a repair is about, for oneself alone, and when to look at it again."""

    WATCHED = {"about": frozenset()}

    about = forms.CharField(
        label=_("What happened, in a line for yourself"),
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 2, **PRIVATE}),
    )
    follow_up = _day(_("Look at it again on"))

    def __init__(self, *given: Any, today: date, **named: Any) -> None:
        super().__init__(*given, **named)
        self.today = today
        self.fields["follow_up"].initial = today + timedelta(days=14)

    def clean_follow_up(self) -> date:
        """Refuse a day that is not to come, or not in sight."""
        day: date = self.cleaned_data["follow_up"]
        if not self.today < day <= self.today + LATEST:
            raise forms.ValidationError(IN_THE_PAST)
        return day

    def repair(self) -> RepairPaper:
        """Give what is kept."""
        said = self.cleaned_data
        return RepairPaper(about=said["about"].replace("\r\n", "\n"), follow_up=said["follow_up"])


class WeekForm(forms.Form):
    """One week by its Monday."""

    week = forms.DateField()


class ListForm(forms.Form):
    """One list by its id."""

    checklist = forms.SlugField()


class ShowListForm(ListForm):
    """One list, and whether also the lines that ring true for both may be seen."""

    lines = forms.TypedChoiceField(
        choices=[("no", "no"), ("yes", "yes")], coerce=lambda said: said == "yes"
    )
