"""What a person says about who somebody is, and about a child's days."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from aftershift.engines.windows.holidays import NotDays, Stretch, holidays_in, written
from aftershift.engines.windows.overlap import Role
from aftershift.web.rosters.forms import ROLES
from aftershift.web.rosters.papers import SCHOOL_WEEK, ChildPaper, Weekday

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
