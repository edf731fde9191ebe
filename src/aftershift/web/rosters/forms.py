"""What a person says about a roster; a form knows shapes, never the trade."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, cast
from uuid import UUID
from zoneinfo import ZoneInfo, available_timezones

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from aftershift.engines.rosters.hours import hours_in
from aftershift.engines.rosters.shifts import Kind, Question, ShiftCode
from aftershift.engines.safety.phi import Kind as PhiKind
from aftershift.engines.windows.holidays import NotDays, Stretch, holidays_in, written
from aftershift.engines.windows.overlap import Role
from aftershift.web.patients import WarnsOfPatients
from aftershift.web.rosters.papers import SCHOOL_WEEK, ChildPaper, Weekday

TOLD_DAYS = 366  # how far back a night may be corrected
LONGEST_SLEEP = timedelta(hours=18)
CALLED = (  # the share of nights on call at home with a call; see docs/rhythm.md
    (0.0, _("Never")),
    (0.3, _("Some nights, about 3 in 10")),
    (0.7, _("Most nights, about 7 in 10")),
)
ROLES = (
    (Role.PARTNER.value, _("My partner")),
    (Role.CHILD.value, _("A child")),
    (Role.RELATIVE.value, _("A relative or housemate")),
)
_PRIVATE = {"autocomplete": "off", "spellcheck": "false", "autocapitalize": "off"}


def _minutes(label: Promise, most: int, least: int = 0) -> forms.IntegerField:
    return forms.IntegerField(label=cast(str, label), min_value=least, max_value=most)


class ZoneField(forms.CharField):
    """A time zone by its usual name."""

    def clean(self, value: str) -> str:
        """Refuse a name that is no zone, and say what one looks like."""
        zone = str(super().clean(value))
        if zone not in available_timezones():
            raise forms.ValidationError(
                _("There is no time zone of this name. It looks like Europe/London.")
            )
        return zone


class BringForm(WarnsOfPatients):
    """A roster in one of three ways: a file, pasted text, or the address of a feed."""

    WATCHED = {"place": frozenset({PhiKind.ROOM})}  # "ICU 3" is a ward, and not a bed

    member = forms.TypedChoiceField(label=_("Whose roster is it?"), coerce=UUID)
    # htmx keeps the chosen file while the rest of the form is asked again.
    file = forms.FileField(
        label=_("A file"),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"hx-preserve": "true"}),
    )
    text = forms.CharField(
        label=_("A line of codes"),
        required=False,
        max_length=20_000,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 3, **_PRIVATE}),
    )
    address = forms.CharField(
        label=_("The address of a calendar feed"),
        required=False,
        max_length=2_000,
        widget=forms.TextInput(attrs={"inputmode": "url", **_PRIVATE}),
    )
    anchor = forms.DateField(
        label=_("The first code is for"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    zone = ZoneField(
        label=_("Time zone of the ward"),
        widget=forms.TextInput(attrs={"list": "zones", **_PRIVATE}),
    )
    dialect = forms.ChoiceField(label=_("What kind of codes are they?"), required=False)
    row = forms.CharField(
        label=_("The row to read, as it stands on the rota"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs=_PRIVATE),
    )
    place = forms.CharField(
        label=_("Another workplace? Give it a name"),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs=_PRIVATE),
    )

    def __init__(
        self, *args: object, members: dict[UUID, str], dialects: dict[str, str], **kwargs: object
    ) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["member"].choices = list(members.items())  # type: ignore[attr-defined]
        self.fields["dialect"].choices = [("", _("Any of them")), *dialects.items()]  # type: ignore[attr-defined]

    is_too_large = False

    def clean(self) -> dict[str, object]:
        """Ask for exactly one of the three ways."""
        cleaned = super().clean() or {}
        if self.is_too_large:
            raise forms.ValidationError(
                _("This file is larger than 2 MB. Export fewer months, or paste the line of codes.")
            )
        ways = ("file", "text", "address")
        given = [name for name in ways if cleaned.get(name)]
        if len(given) != 1 and not any(name in self.errors for name in ways):
            raise forms.ValidationError(
                _("Drop a file, or paste a line, or give the address of a feed: one of the three.")
            )
        if given == ["text"] and not cleaned.get("anchor") and "anchor" not in self.errors:
            self.add_error("anchor", _("Which day is the first code for?"))
        return cleaned


class AnswerForm(forms.Form):
    """What a code means: one of the suggestions, own hours, or a day off."""

    member = forms.UUIDField(widget=forms.HiddenInput)
    code = forms.CharField(max_length=40, widget=forms.HiddenInput)
    choice = forms.CharField(max_length=20)
    hours = forms.CharField(required=False, max_length=40)

    def meaning(self, question: Question) -> ShiftCode | None:
        """Turn the answer into a meaning of the code; None when it says nothing clear."""
        choice, code = self.cleaned_data["choice"], question.code
        if self.cleaned_data["hours"] or choice == "hours":
            ways = hours_in(self.cleaned_data["hours"].strip())
            if len(ways) != 1:
                return None
            return ShiftCode(code=code, meaning=code, kind=Kind.WORK, hours=ways[0])
        plain = {"call": Kind.ON_CALL, "off": Kind.OFF}
        if code.startswith("?"):  # events bring their own hours
            plain["work"] = Kind.WORK
        if choice in plain:
            return ShiftCode(code=code, meaning=code, kind=plain[choice])
        if choice.isdecimal() and int(choice) < len(question.suggestions):
            return replace(question.suggestions[int(choice)], code=code, certainty=1.0)
        return None


class WaysForm(forms.Form):
    """How a body sleeps around its shifts."""

    zone = ZoneField(label=_("Time zone"), widget=forms.TextInput(attrs={"list": "zones"}))
    commute = _minutes(_("Way to work, one way (minutes)"), 240)
    prepare = _minutes(_("From waking to leaving (minutes)"), 240)
    wind_down = _minutes(_("From coming home to bed after a night (minutes)"), 360)
    unwind_evening = _minutes(_("From coming home to bed after a late shift (minutes)"), 360)
    mid_sleep_free = forms.TimeField(
        label=_("Middle of sleep on free days"),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )
    sleep_need = _minutes(_("Time in bed on a free night (minutes)"), 780, 240)
    children_wake = forms.TimeField(
        label=_("Children wake at"),
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )
    children_bed = forms.TimeField(
        label=_("Children are in bed at"),
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )
    called_share = forms.TypedChoiceField(
        label=_("On call at home: how often does a call come in the night?"),
        choices=CALLED,
        coerce=float,
    )


class SleptForm(forms.Form):
    """I slept 09:10 to 14:30."""

    day = forms.DateField(
        label=_("Woke on"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    starts = forms.TimeField(
        label=_("Slept from"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    ends = forms.TimeField(
        label=_("to"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )

    def __init__(self, *args: object, now: datetime, zone: str = "UTC", **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self._now, self._zone = now, ZoneInfo(zone)

    def clean_day(self) -> date:
        """Take a day of the past year."""
        day: date = self.cleaned_data["day"]
        if not 0 <= (self._now.astimezone(self._zone).date() - day).days <= TOLD_DAYS:
            raise forms.ValidationError(_("That day is still to come, or over a year ago."))
        return day

    def clean(self) -> dict[str, Any]:
        """Work out the two moments; a start after the end was on the evening before."""
        given: dict[str, Any] = super().clean() or {}
        if len(given) < len(self.fields):
            return given
        day, zone = given["day"], self._zone
        day_before = day - timedelta(days=given["starts"] >= given["ends"])
        starts = datetime.combine(day_before, given["starts"], zone).astimezone(UTC)
        ends = datetime.combine(day, given["ends"], zone).astimezone(UTC)
        if ends > self._now:
            raise forms.ValidationError(_("This sleep is not over yet. Tell it when you are up."))
        if not timedelta() < ends - starts <= LONGEST_SLEEP:
            raise forms.ValidationError(
                _("These two times are more than 18 hours apart. Are they the right way round?")
            )
        return {**given, "slept": (starts, ends)}


class NameForm(forms.Form):
    """Somebody who has no account here, and what they are to the household."""

    name = forms.CharField(
        label=_("What do you call them?"), max_length=40, widget=forms.TextInput(attrs=_PRIVATE)
    )
    role = forms.TypedChoiceField(
        label=_("Who are they?"),
        choices=ROLES,
        coerce=Role,
        required=False,
        empty_value=Role.PARTNER,
    )

    def clean_name(self) -> str:
        """Collapse white space."""
        return re.sub(r"\s+", " ", str(self.cleaned_data["name"])).strip()


# --- who somebody is, and a child's days --------------------------------------------

SCHOOL_DAYS = (
    (Weekday.MONDAY.value, _("Monday")),
    (Weekday.TUESDAY.value, _("Tuesday")),
    (Weekday.WEDNESDAY.value, _("Wednesday")),
    (Weekday.THURSDAY.value, _("Thursday")),
    (Weekday.FRIDAY.value, _("Friday")),
    (Weekday.SATURDAY.value, _("Saturday")),
    (Weekday.SUNDAY.value, _("Sunday")),
)
USUAL = ChildPaper(wakes=time(7), bedtime=time(19, 30))


class WhoForm(forms.Form):
    """What somebody is to the household."""

    role = forms.TypedChoiceField(label=_("Who are they?"), choices=ROLES, coerce=Role)
    at_home = forms.BooleanField(label=_("Has no roster and is usually at home"), required=False)


def _clock() -> forms.TimeInput:
    return forms.TimeInput(attrs={"type": "time"}, format="%H:%M")


class ChildForm(forms.Form):
    """A child's usual days."""

    wakes = forms.TimeField(label=_("Wakes at"), widget=_clock())
    bedtime = forms.TimeField(label=_("In bed at"), widget=_clock())
    leaves = forms.TimeField(label=_("Leaves at"), required=False, widget=_clock())
    returns = forms.TimeField(label=_("Back at"), required=False, widget=_clock())
    school_days = forms.TypedMultipleChoiceField(
        label=_("School days"),
        choices=SCHOOL_DAYS,
        coerce=Weekday,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    holidays = forms.CharField(
        label=_("Days without school"),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off", "spellcheck": "false"}),
    )

    def __init__(self, *args: object, today: date, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self._today = today

    def clean_holidays(self) -> tuple[Stretch, ...]:
        """Read days and stretches of days, and say which one is none."""
        try:
            return holidays_in(str(self.cleaned_data["holidays"]), near=self._today)
        except NotDays as error:
            raise forms.ValidationError(
                _(
                    "Number %(place)d is no day and no stretch of up to 100 days. "
                    "Write 26 Oct 2026, or 26 Oct 2026 to 30 Oct 2026, with a comma between."
                )
                % {"place": error.place}
            ) from error

    def clean(self) -> dict[str, Any]:
        """Refuse days that cannot be."""
        given: dict[str, Any] = super().clean() or {}
        for name, is_wrong, words in _RULES:
            if not self.errors and is_wrong(given):
                self.add_error(name, words)
        return given

    def paper(self) -> ChildPaper:
        """Take what was said."""
        given = self.cleaned_data
        return ChildPaper(
            wakes=given["wakes"],
            bedtime=given["bedtime"],
            school=(given["leaves"], given["returns"]) if given["leaves"] is not None else None,
            school_days=tuple(day for day in Weekday if day in given["school_days"]),
            holidays=given["holidays"],
        )


_RULES = (
    (
        "bedtime",
        lambda given: given["bedtime"] <= given["wakes"],
        _("Bedtime comes after waking, on the same day."),
    ),
    (
        "returns",
        lambda given: (given["leaves"] is None) != (given["returns"] is None),
        _("Say both: when school takes the child and when it is back. Or leave both empty."),
    ),
    (
        "returns",
        lambda given: given["leaves"] is not None and given["returns"] <= given["leaves"],
        _("School ends after it begins."),
    ),
    (
        "school_days",
        lambda given: given["leaves"] is not None and not given["school_days"],
        _("On which days is there school?"),
    ),
)


def initial_of(child: ChildPaper | None) -> Mapping[str, object]:
    """Fill the form in as it was kept; with usual hours at first."""
    kept = child or USUAL
    leaves, returns = kept.school or (None, None)
    return {
        "wakes": kept.wakes,
        "bedtime": kept.bedtime,
        "leaves": leaves,
        "returns": returns,
        "school_days": [day.value for day in kept.school_days or SCHOOL_WEEK],
        "holidays": written(kept.holidays),
    }
