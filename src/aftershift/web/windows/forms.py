"""What a person says about the time together."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

from aftershift.engines.windows.reminders import Budget

EARLIEST, LATEST = date(2000, 1, 1), date(2100, 1, 1)  # beyond, calendars run out of days
JUST_NOW = timedelta(hours=1)  # a page that lay open for a while still asks about "now"
OFF = frozenset({"off", "free", "day off"})
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


class ReminderForm(forms.Form):
    """How often a person's own calendar may ring: never more than the shared budget."""

    a_day = forms.TypedChoiceField(
        label=_("In a day"),
        coerce=int,
        choices=[(0, _("None")), (1, _("At most one")), (2, _("At most two"))],
    )
    a_week = forms.IntegerField(
        label=_("In seven days, at most"), min_value=1, max_value=Budget().a_week
    )
    lead_minutes = forms.TypedChoiceField(
        label=_("How long before"),
        coerce=int,
        choices=[
            (0, _("As it begins")),
            (15, _("A quarter of an hour")),
            (30, _("Half an hour")),
            (60, _("An hour")),
        ],
    )

    def budget(self) -> Budget | None:
        """Give what was chosen; None for no reminders at all."""
        return Budget(**self.cleaned_data) if self.cleaned_data["a_day"] else None


class TalkForm(forms.Form):
    """When somebody means to begin a hard talk, on their own clock."""

    day = forms.DateField(
        label=_("Day"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        validators=[MaxValueValidator(LATEST)],
    )
    time = forms.TimeField(label=_("Time"), widget=_CLOCK)
    minutes = forms.IntegerField(label=_("For how many minutes"), min_value=5, max_value=480)

    def __init__(self, *args: object, now: datetime, zone: ZoneInfo, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self._now, self._zone = now, zone

    def clean(self) -> dict[str, Any]:
        """Work out the moment, and refuse one that is over."""
        given: dict[str, Any] = super().clean() or {}
        if len(given) < len(self.fields):
            return given
        day: date = given["day"]
        if day < EARLIEST:
            raise forms.ValidationError(_("That moment is over."))
        at = datetime.combine(day, given["time"], self._zone).astimezone(UTC)
        if at < self._now - JUST_NOW:
            raise forms.ValidationError(_("That moment is over."))
        return {**given, "at": at}


class SwapForm(forms.Form):
    """Another shift on one of the next days: a code, hours, or a day off."""

    shift = forms.ChoiceField(label=_("Which day, and whose"))
    instead = forms.CharField(
        label=_("What instead"),
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "spellcheck": "false", "autocapitalize": "off"}
        ),
    )

    def __init__(
        self, *args: object, days: Iterable[tuple[str, Iterable[tuple[str, str]]]], **kwargs: object
    ) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["shift"].choices = list(days)  # type: ignore[attr-defined]
        self.fields["shift"].error_messages["invalid_choice"] = _("Choose one of these days.")

    def clean_shift(self) -> tuple[UUID, date]:
        """Give the member and the day that were chosen."""
        member, _slash, day = str(self.cleaned_data["shift"]).partition("/")
        return UUID(member), date.fromisoformat(day)

    def clean_instead(self) -> str:
        """Take the usual words for a day off as the dash of a rota."""
        said = str(self.cleaned_data["instead"]).strip()
        return "-" if said.casefold() in OFF else said
