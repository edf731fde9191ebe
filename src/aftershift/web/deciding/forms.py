"""What somebody types and taps: a decision, the values of a sheet, and one way of it."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from aftershift.engines.safety.phi import Kind
from aftershift.engines.together.deciding import (
    LONGEST_LINE,
    LONGEST_NAME,
    LONGEST_NOTE,
    LONGEST_VALUE,
    LONGEST_WAY,
    MOST_VALUES,
    MOST_WAYS,
    Answer,
    Cost,
    Decision,
    Ease,
    Sheet,
    Trial,
    are_apart,
    usual_pair,
)
from aftershift.web.deciding.words import COSTS, EASES
from aftershift.web.patients import WarnsOfPatients

FAR_AHEAD = timedelta(days=366 * 2)
AS_IT_IS = _("Leave it as it is")
TWICE = _("This stands here already, in the same words.")
NEEDS_SIGN = _("A trial has a sign by which you see that it works. Write one.")
NEEDS_END = _("A trial has an end. Choose a day.")
NOT_AHEAD = _("Choose a day after today, within two years.")


def _line(label: Any, longest: int, *, required: bool = False) -> forms.CharField:
    typed = forms.TextInput(attrs={"autocomplete": "off"})
    return forms.CharField(label=label, max_length=longest, required=required, widget=typed)


def _many(choices: Any, label: Any) -> forms.MultipleChoiceField:
    boxes = forms.CheckboxSelectMultiple
    return forms.MultipleChoiceField(label=label, choices=choices, required=False, widget=boxes)


def _named(names: Mapping[Any, Any]) -> list[tuple[Any, Any]]:
    return [(one, capfirst(words)) for one, words in names.items()]


class Lines(WarnsOfPatients):
    """A form with several lines of one kind, no two of them the same."""

    LINES: tuple[str, ...] = ()

    def clean(self) -> dict[str, Any]:
        """Put each line on one line, and refuse one that stands there twice."""
        given = super().clean()
        said = {name: " ".join((given.get(name) or "").split()) for name in self.LINES}
        met: list[str] = []
        for name, words in said.items():
            if words and not are_apart((*met, words)):
                self.add_error(name, TWICE)
            met += [words] if words else []
        return {**given, **said}

    def lines(self) -> tuple[str, ...]:
        """Give every place, an empty one too."""
        return tuple(self.cleaned_data[name] for name in self.LINES)

    def fields_of_lines(self) -> list[forms.BoundField]:
        """Give the fields for the page."""
        return [self[name] for name in self.LINES]


class DecisionForm(Lines):
    """A decision in a line, and two to four ways; the first is to leave it as it is."""

    LINES = tuple(f"way_{place}" for place in range(1, MOST_WAYS + 1))
    WATCHED = {name: frozenset() for name in ("line", *LINES)}

    line = _line(_("The decision, in a line"), LONGEST_LINE, required=True)
    way_1 = _line(_("One way: as it is now"), LONGEST_WAY, required=True)
    way_2 = _line(_("Another way"), LONGEST_WAY, required=True)
    way_3 = _line(_("A third (may stay empty)"), LONGEST_WAY)
    way_4 = _line(_("A fourth (may stay empty)"), LONGEST_WAY)

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["way_1"].initial = AS_IT_IS

    def decision(self, today: date) -> Decision:
        """Give the decision."""
        line = " ".join(self.cleaned_data["line"].split())
        ways = tuple(one for one in self.lines() if one)
        return Decision(id=str(uuid4()), line=line, named=today, ways=ways)


class ValuesForm(Lines):
    """Up to five values, in somebody's own words."""

    LINES = tuple(f"value_{place}" for place in range(1, MOST_VALUES + 1))
    WATCHED = {name: frozenset() for name in LINES}

    value_1 = _line(_("First"), LONGEST_VALUE)
    value_2 = _line(_("Second"), LONGEST_VALUE)
    value_3 = _line(_("Third"), LONGEST_VALUE)
    value_4 = _line(_("Fourth"), LONGEST_VALUE)
    value_5 = _line(_("Fifth"), LONGEST_VALUE)

    @classmethod
    def of(cls, sheet: Sheet) -> "ValuesForm":
        """Show the values of a sheet, to be worded anew."""
        return cls(initial=dict(zip(cls.LINES, sheet.values, strict=False)))

    def clean(self) -> dict[str, Any]:
        """Ask for one value at the least."""
        given = super().clean()
        if not any(given[name] for name in self.LINES) and not self.errors:
            self.add_error("value_1", forms.Field.default_error_messages["required"])
        return given

    def sheet(self, today: date) -> Sheet:
        """Begin a sheet."""
        values = tuple(one for one in self.lines() if one)
        whose = " ".join(self.cleaned_data.get("name", "").split())
        return Sheet(id=str(uuid4()), day=today, values=values, whose=whose)

    def words(self) -> str:
        """Give all that was typed, to be heard."""
        return "\n".join(one for one in (*self.lines(), self.cleaned_data.get("name", "")) if one)


class OtherForm(ValuesForm):
    """The values of somebody else at the same device, and what they are called."""

    WATCHED = {**ValuesForm.WATCHED, "name": frozenset({Kind.NAME})}  # it is a name that is asked

    name = _line(_("What are you called here?"), LONGEST_NAME, required=True)


class WayForm(WarnsOfPatients):
    """What a sheet says of one way."""

    WATCHED = {"note": frozenset(), "sees": frozenset()}

    serves = _many((), _("Which of your values does it serve?"))
    costs = _many(_named(COSTS), _("What does it cost?"))
    note = _line(_("How much, or whom, in a line (may stay empty)"), LONGEST_NOTE)
    taken_back = forms.ChoiceField(
        label=_("How easily can it be taken back?"),
        choices=_named(EASES),
        required=False,
        widget=forms.RadioSelect,
    )
    until = forms.DateField(
        label=_("Until when"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    sees = _line(_("By what would you see that it works?"), LONGEST_NOTE)

    def __init__(self, sent: Any, *, sheet: Sheet, way: int, today: date) -> None:
        self.kept, self.way, self.today = sheet.answer(way), way, today
        super().__init__(sent, initial=_as_typed(self.kept))
        self.fields["serves"].choices = [(one, one) for one in sheet.values]  # type: ignore[attr-defined]

    def clean_until(self) -> date | None:
        """Refuse a day that is over, but for the one that stands here already."""
        day: date | None = self.cleaned_data["until"]
        stands = self.kept.trial.until if self.kept and self.kept.trial else None
        if day not in (None, stands) and not self.today < day <= self.today + FAR_AHEAD:
            raise forms.ValidationError(NOT_AHEAD)
        return day

    def clean(self) -> dict[str, Any]:
        """Ask a trial for its end and for its sign."""
        given = super().clean()
        until, sees = given.get("until"), " ".join((given.get("sees") or "").split())
        if until and not sees and "sees" not in self.errors:
            self.add_error("sees", NEEDS_SIGN)
        if sees and not until and "until" not in self.errors:
            self.add_error("until", NEEDS_END)
        return {**given, "sees": sees}

    def answer(self) -> Answer:
        """Give the answer."""
        said = self.cleaned_data
        return Answer(
            way=self.way,
            serves=tuple(said["serves"]),
            costs=tuple(Cost(one) for one in said["costs"]),
            note=" ".join(said["note"].split()),
            taken_back=Ease(said["taken_back"]) if said["taken_back"] else None,
            trial=Trial(until=said["until"], sees=said["sees"]) if said["until"] else None,
        )

    def words(self) -> str:
        """Give all that was typed, to be heard."""
        return "\n".join(
            one for one in (self.cleaned_data["note"], self.cleaned_data["sees"]) if one
        )


class CompareForm(forms.Form):
    """Which two sheets to lay side by side; without a choice, two that differ in whose they are."""

    one = forms.ChoiceField(label=_("This one"))
    other = forms.ChoiceField(label=_("beside this one"))

    def __init__(self, *given: Any, sheets: Sequence[tuple[str, str]], **named: Any) -> None:
        super().__init__(*given, **named)
        for name in ("one", "other"):
            self.fields[name].choices = sheets  # type: ignore[attr-defined]

    def pair(self, sheets: Sequence[Sheet]) -> tuple[Sheet, Sheet] | None:
        """Give two sheets; None where there are no two."""
        by_id = {one.id: one for one in sheets}
        if self.is_valid() and self.cleaned_data["one"] != self.cleaned_data["other"]:
            return by_id[self.cleaned_data["one"]], by_id[self.cleaned_data["other"]]
        return usual_pair(sheets)


def _as_typed(said: Answer | None) -> dict[str, Any]:
    if said is None:
        return {}
    trial = {"until": said.trial.until, "sees": said.trial.sees} if said.trial else {}
    return {
        "serves": list(said.serves),
        "costs": list(said.costs),
        "note": said.note,
        "taken_back": said.taken_back,
        **trial,
    }
