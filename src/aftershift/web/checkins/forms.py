"""What is tapped in a check-in: every item may be skipped, and none is chosen before."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from aftershift.engines.checkins.items import HIGHEST, LOWEST, About, OwnItem
from aftershift.library.checkins import load_footprint
from aftershift.web.checkins.papers import LONGEST_ANSWER, Daily, Footprint, Weekly
from aftershift.web.patients import WarnsOfPatients

MOST_MINUTES = 120  # of an evening on the record that are told apart
SKIP = "skip"  # takes a number back that was tapped by mistake
SCALE = [*((str(one), str(one)) for one in range(LOWEST, HIGHEST + 1)), (SKIP, _("skip"))]
ON_RECORD = [
    *((str(one), str(one)) for one in (0, 15, 30, 45, 60, 90)),
    (str(MOST_MINUTES), "120+"),
    (SKIP, _("skip")),
]
ANOTHER_DAY = _(
    "This page was opened for another day or week, so nothing was kept yet. "
    "What you tapped is still here: keep it if it is for the one above."
)
NO_WORD = _("One sentence to one of them is enough.")
TOO_LONG = _("This is longer than 300 characters. It is still here: a shorter line is enough.")
NOTHING = _("Tap one number at least. The others may stay as they are.")
ONE_OF_THESE = _("Choose one of these.")
ONE_OF_ELEVEN = _("Choose a number from 0 to 10.")
FIELD = "item_"
MOST_HOURS = 24


def _own_words() -> forms.CharField:
    typed = forms.Textarea(attrs={"rows": 3, "autocomplete": "off"})
    longest = {"max_length": TOO_LONG}
    return forms.CharField(
        required=False, max_length=LONGEST_ANSWER, error_messages=longest, widget=typed
    )


def _number(said: str) -> int | None:
    return None if said == SKIP else int(said)


class ItemsForm(forms.Form):
    """A row of eleven numbers for each item."""

    def __init__(self, *given: Any, items: Sequence[OwnItem], **named: Any) -> None:
        super().__init__(*given, **named)
        self.items = tuple(items)
        for item in self.items:
            self.fields[FIELD + item.id] = forms.TypedChoiceField(
                label=item.asks,
                choices=SCALE,
                coerce=_number,
                empty_value=None,
                required=False,
                widget=forms.RadioSelect,
                error_messages={"invalid_choice": ONE_OF_ELEVEN},
            )

    def clean(self) -> dict[str, Any]:
        """Ask for one number at least."""
        given = super().clean() or {}
        if not self.errors and not self.values():
            raise forms.ValidationError(NOTHING)
        return given

    def values(self) -> dict[str, int]:
        """Give what was tapped, by item."""
        said = {item.id: self.cleaned_data.get(FIELD + item.id) for item in self.items}
        return {name: value for name, value in said.items() if value is not None}

    def values_over(self, before: Mapping[str, int]) -> dict[str, int]:
        """Give what was tapped, and what was said before of items that are not shown now."""
        shown = {item.id for item in self.items}
        return {name: value for name, value in before.items() if name not in shown} | self.values()

    def rows(self) -> list[tuple[OwnItem, forms.BoundField]]:
        """Give each item with its numbers, for the page."""
        return [(item, self[FIELD + item.id]) for item in self.items]

    @staticmethod
    def filled(values: dict[str, int]) -> dict[str, int]:
        """Give what a form begins with where something was said before."""
        return {FIELD + name: value for name, value in values.items()}


class DailyForm(ItemsForm):
    """The day's numbers, the hours slept, minutes on the record, and a tick for thanks."""

    slept = forms.DecimalField(
        label=_("Hours slept"),
        required=False,
        min_value=0,
        max_value=MOST_HOURS,
        decimal_places=1,
        widget=forms.NumberInput(attrs={"step": "0.5", "inputmode": "decimal"}),
    )
    record = forms.TypedChoiceField(
        label=_("Minutes on the record after your hours"),
        choices=ON_RECORD,
        coerce=_number,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": ONE_OF_THESE},
    )
    thanked = forms.BooleanField(label=_("I said thank you to them today"), required=False)

    def daily(self, before: Daily) -> Daily:
        """Give the day's check-in, over what was said before of what is put away now."""
        slept = self.cleaned_data["slept"]
        is_for_two = any(item.about is About.TWO for item in self.items)
        return Daily(
            day=before.day,
            values=self.values_over(before.values),
            slept=None if slept is None else float(slept),
            record=self.cleaned_data["record"],
            thanked=self.cleaned_data["thanked"] if is_for_two else before.thanked,
        )


class WeeklyForm(ItemsForm):
    """The week's numbers."""

    def weekly(self, before: Weekly) -> Weekly:
        """Give the week's check-in, over what was said before of what is put away now."""
        return Weekly(week=before.week, values=self.values_over(before.values))


class FootprintForm(WarnsOfPatients):
    """Three questions in own words; one of them is enough."""

    WATCHED = {"left": frozenset(), "spread": frozenset(), "next": frozenset()}

    left = _own_words()
    spread = _own_words()
    next = _own_words()

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        for question in load_footprint():
            self.fields[question.id].label = question.asks

    def clean(self) -> dict[str, Any]:
        """Ask for one answer."""
        given = super().clean()
        if not (self.errors or any(self._said(given).values())):
            self.add_error("left", NO_WORD)
        return given

    def footprint(self, week: date) -> Footprint:
        """Give what was written, by question; what stayed empty is not in it."""
        said = {name: text for name, text in self._said(self.cleaned_data).items() if text}
        return Footprint(week=week, answers=said)

    def questions(self) -> list[tuple[forms.BoundField, str]]:
        """Give the fields in the order of the questions, each with its line below."""
        return [(self[question.id], question.hint) for question in load_footprint()]

    def _said(self, given: Mapping[str, Any]) -> dict[str, str]:
        return {name: str(given.get(name, "")).replace("\r\n", "\n") for name in self.WATCHED}


class WeekForm(forms.Form):
    """One week by its Monday, to take out what was written about it."""

    of = forms.DateField()


class DayForm(forms.Form):
    """One day, to take it out."""

    day = forms.DateField()
