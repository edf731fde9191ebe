"""What a person says about the time together."""

from datetime import date

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

EARLIEST, LATEST = date(2000, 1, 1), date(2100, 1, 1)  # beyond, calendars run out of days
_CLOCK = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")


class AcceptForm(forms.Form):
    """One of the proposed windows, by its start, on the fortnight where it was shown."""

    first = forms.DateField(validators=[MinValueValidator(EARLIEST), MaxValueValidator(LATEST)])
    starts = forms.DateTimeField()


class LimitsForm(forms.Form):
    """The lines a household draws."""

    curfew = forms.TimeField(label=_("Hard things wait after"), widget=_CLOCK)
    quiet_until = forms.TimeField(label=_("and until"), widget=_CLOCK)
    talk_minutes = forms.IntegerField(
        label=_("A talk is at least (minutes)"), min_value=5, max_value=480
    )
    time_minutes = forms.IntegerField(
        label=_("Time together is at least (minutes)"), min_value=5, max_value=480
    )
    moment_minutes = forms.IntegerField(
        label=_("A moment is at least (minutes)"), min_value=5, max_value=480
    )
