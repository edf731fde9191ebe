"""What a person says about the time together."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from functools import reduce
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

from aftershift.engines.windows.reminders import Budget
from aftershift.web.rosters.words import day_words
from aftershift.web.windows.swaps import (
    MOST_STEPS,
    Exchange,
    Instead,
    Step,
    Swap,
    SwapDesk,
    days_of,
    read_step,
)

EARLIEST, LATEST = date(2000, 1, 1), date(2100, 1, 1)  # beyond, calendars run out of days
JUST_NOW = timedelta(hours=1)  # a page that lay open for a while still asks about "now"
OFF = frozenset({"off", "free", "day off"})
CHOOSE_A_DAY = _("Choose one of these days.")
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


class TriedField(forms.Field):
    """The steps tried so far, as the page that showed them sends them back."""

    widget = forms.MultipleHiddenInput

    def to_python(self, value: object) -> tuple[tuple[UUID, Step], ...]:
        """Read each step; refuse what no page of ours wrote, and more than anybody tries."""
        written = [str(one) for one in value] if isinstance(value, list) else []
        try:
            steps = tuple(read_step(one) for one in written)
        except ValueError:
            raise forms.ValidationError(CHOOSE_A_DAY) from None
        if len(steps) >= MOST_STEPS:
            raise forms.ValidationError(_("That is a lot at once. Put it back, and begin again."))
        return steps


class SwapForm(forms.Form):
    """One more step on one of the next days: exchanged with another, or something instead.

    `pick` only chooses the day. The steps of `tried` come before it, where they are of the same
    member's days. What was tried is in `swap` afterwards, None where nothing was.
    """

    shift = forms.ChoiceField(label=_("Which day, and whose"), required=False)
    other = forms.ChoiceField(label=_("Exchange it with"), required=False)
    instead = forms.CharField(
        label=_("What instead"),
        required=False,
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "spellcheck": "false", "autocapitalize": "off"}
        ),
    )
    pick = forms.ChoiceField(required=False)
    tried = TriedField(required=False)

    def __init__(self, *args: object, desk: SwapDesk, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self._desk = desk
        others = [(day.isoformat(), day_words(day)) for day in desk.days]
        self._offer("other", [("", _("no other day")), *others])
        values = [f"{member}/{day.isoformat()}" for member in desk.members for day in desk.days]
        for name in ("shift", "pick"):
            self._offer(name, [(value, value) for value in values])

    def name_days(self, choices: list[tuple[str, list[tuple[str, str]]]]) -> None:
        """Say in the list of days what is worked on each."""
        self._offer("shift", choices)

    def _offer(self, name: str, choices: Sequence[tuple[str, object]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]
        self.fields[name].error_messages["invalid_choice"] = CHOOSE_A_DAY

    def clean_tried(self) -> tuple[tuple[UUID, Step], ...]:
        """Refuse steps on the days of somebody else, or on other days."""
        tried: tuple[tuple[UUID, Step], ...] = self.cleaned_data["tried"]
        for member, step in tried:
            days = days_of(Swap(member=member, steps=(step,)))
            if member not in self._desk.members or not set(days) <= set(self._desk.days):
                raise forms.ValidationError(CHOOSE_A_DAY)
        return tried

    def clean_instead(self) -> str:
        """Take the usual words for a day off as the dash of a rota."""
        said = str(self.cleaned_data["instead"]).strip()
        return "-" if said.casefold() in OFF else said

    def clean(self) -> dict[str, Any]:
        """Put the new step behind those tried before."""
        given: dict[str, Any] = super().clean() or {}
        if self.errors:
            return given
        if given["pick"]:
            return {**given, "shift": given["pick"], "swap": self.earlier()}
        if not given["shift"]:
            self.add_error("shift", CHOOSE_A_DAY)
            return given
        member, day = _place_of(given["shift"])
        step = self._step_on(day, given)
        return {**given, "swap": _behind(self.earlier(), member, step)} if step else given

    def earlier(self) -> Swap | None:
        """Give what was tried before, where it can be read."""
        tried = self.cleaned_data.get("tried") or ()
        return reduce(lambda swap, one: _behind(swap, *one), tried, None)

    def _step_on(self, day: date, given: dict[str, Any]) -> Step | None:
        other, said = given["other"], given["instead"]
        if not other and not said:
            self.add_error("instead", self.fields["instead"].error_messages["required"])
        elif other and said:
            self.add_error("other", _("Choose another day, or type what instead: one of the two."))
        elif other == day.isoformat():
            self.add_error("other", _("Choose two different days."))
        elif other:
            return Exchange(day=day, other=date.fromisoformat(other))
        else:
            return Instead(day=day, said=said)
        return None


def _place_of(value: str) -> tuple[UUID, date]:
    member, _slash, day = value.partition("/")
    return UUID(member), date.fromisoformat(day)


def _behind(swap: Swap | None, member: UUID, step: Step) -> Swap:
    """Add a step to those of the same member; a step of another's days begins anew."""
    steps = swap.steps if swap is not None and swap.member == member else ()
    return Swap(member=member, steps=(*steps, step))
