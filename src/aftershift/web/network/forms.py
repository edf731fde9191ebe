"""Whom somebody does not want to lose."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from aftershift.engines.safety.phi import Kind
from aftershift.engines.together.network import LONGEST_NAME, Contact
from aftershift.web.patients import WarnsOfPatients

LONG_AGO = timedelta(days=366 * 20)
FAR_AHEAD = timedelta(days=366 * 2)
NOT_YET = _("Choose a day up to today.")
NOT_AHEAD = _("Choose a day after today, within two years.")


def _day(label: Any, *, required: bool) -> forms.DateField:
    picker = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=required, widget=picker)


class ContactForm(WarnsOfPatients):
    """What one calls them, when one last talked, and when to be reminded, if ever."""

    WATCHED = {"name": frozenset({Kind.NAME})}  # it is a name that is asked for

    name = forms.CharField(
        label=_("What you call them"),
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    last = _day(_("When did you last talk? Roughly is fine"), required=True)
    remind_on = _day(_("Remind me on (may stay empty)"), required=False)

    def __init__(self, *given: Any, today: date, **named: Any) -> None:
        super().__init__(*given, **named)
        self.today = today
        self.fields["last"].initial = today

    def clean_last(self) -> date:
        """Refuse a day that is to come."""
        day: date = self.cleaned_data["last"]
        if not self.today - LONG_AGO <= day <= self.today:
            raise forms.ValidationError(NOT_YET)
        return day

    def clean_remind_on(self) -> date | None:
        """Refuse a day that is over."""
        day: date | None = self.cleaned_data["remind_on"]
        if day is not None and not self.today < day <= self.today + FAR_AHEAD:
            raise forms.ValidationError(NOT_AHEAD)
        return day

    def contact(self) -> Contact:
        """Give somebody for the list."""
        said = self.cleaned_data
        name = " ".join(said["name"].split())
        return Contact(id=str(uuid4()), name=name, last=said["last"], remind_on=said["remind_on"])


class WhoForm(forms.Form):
    """Somebody on the list, by their id."""

    contact = forms.UUIDField()
