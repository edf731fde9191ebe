"""What a person chooses, writes or places for the week."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from aftershift.engines.windows.moments import MOST_A_WEEK
from aftershift.engines.windows.rituals import Tie
from aftershift.engines.wording.scripts import Script, To
from aftershift.library.week import load_week
from aftershift.web.patients import WarnsOfPatients
from aftershift.web.rituals.papers import LONGEST_HABIT
from aftershift.web.week.papers import LONGEST_LINE, LONGEST_NAME, LONGEST_TEXT, Text

OWN_WORDS = "own"
NO_WORDS = _("Choose a line, or write one.")
GONE = _("That time is not open any more. The times below are.")
TIES = (
    (Tie.AFTER_HANDOVER.value, _("After handover")),
    (Tie.BEFORE_LEAVING.value, _("Before I leave for work")),
    (Tie.AFTER_RETURN.value, _("After I come home from work")),
    (Tie.AFTER_WAKING.value, _("After I wake")),
)


def _words(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows, "autocomplete": "off"})


class CapForm(forms.Form):
    """How many small things a week may hold."""

    cap = forms.IntegerField(label=_("At most so many a week"), min_value=0, max_value=MOST_A_WEEK)


class NameForm(forms.Form):
    """Something proposed, by the id of its practice."""

    name = forms.RegexField(r"^[a-z]+\.[a-z0-9-]+$", max_length=60)


class PlaceForm(NameForm):
    """Something proposed, and when."""

    starts = forms.DateTimeField()


class BoldForm(forms.Form):
    """One of the four, and when."""

    move = forms.ChoiceField(choices=lambda: [(one.id, one.name) for one in load_week().moves])
    starts = forms.DateTimeField()


class HabitForm(WarnsOfPatients):
    """An event of a shift, and what is done then."""

    WATCHED = {"words": frozenset()}

    tie = forms.ChoiceField(label=_("When"), choices=TIES)
    words = forms.CharField(
        label=_("I"),
        max_length=LONGEST_HABIT,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "placeholder": _("text one line home")}
        ),
    )


class FeedForm(forms.Form):
    """Whether small reminders stand in the calendar feed."""

    is_shown = forms.BooleanField(
        label=_("Also in my own calendar, as “Something small”"), required=False
    )


class TextForm(WarnsOfPatients):
    """A text to somebody, and the break in which it is opened."""

    WATCHED = {"to": frozenset(), "text": frozenset()}

    to = forms.CharField(
        label=_("To"), max_length=LONGEST_NAME, widget=forms.TextInput({"autocomplete": "off"})
    )
    text = forms.CharField(label=_("Your words"), max_length=LONGEST_TEXT, widget=_words(3))
    at = forms.ChoiceField(label=_("Open it"))

    def __init__(self, *given: Any, breaks: Sequence[tuple[str, str]], **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["at"] = forms.ChoiceField(label=_("Open it"), choices=breaks)

    def written(self, now: datetime) -> Text:
        """Give the text."""
        day, _slash, minutes = self.cleaned_data["at"].partition("/")
        return Text(
            id=str(uuid4()),
            to=self.cleaned_data["to"],
            text=self.cleaned_data["text"].replace("\r\n", "\n"),
            day=date.fromisoformat(day),
            after_minutes=int(minutes),
            written=now,
        )


class ToForm(forms.Form):
    """Whom a conversation is with; a friend, where nothing is said."""

    to = forms.ChoiceField(required=False, choices=[(one.value, one.value) for one in To])


class TalkForm(WarnsOfPatients):
    """When, and with which words it begins."""

    WATCHED = {"words": frozenset()}

    starts = forms.ChoiceField(
        label=_("When"), widget=forms.RadioSelect, error_messages={"invalid_choice": GONE}
    )
    line = forms.ChoiceField(label=_("How it begins"), widget=forms.RadioSelect, required=False)
    words = forms.CharField(
        label=_("Or in your own words"), max_length=LONGEST_LINE, required=False, widget=_words(2)
    )

    def __init__(
        self,
        *given: Any,
        times: Sequence[tuple[str, str]],
        lines: Sequence[Script],
        **named: Any,
    ) -> None:
        super().__init__(*given, **named)
        self.lines = {one.id: one.soft for one in lines}
        chosen = (("starts", times), ("line", [(one.id, one.soft) for one in lines]))
        for name, choices in chosen:
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = choices
            field.initial = choices[0][0] if choices and name == "starts" else None

    def clean(self) -> dict[str, Any]:
        """Ask for a line where there is none."""
        given = super().clean()
        if not (given.get("words") or given.get("line") or self.errors):
            self.add_error("line", NO_WORDS)
        return given

    def begins(self) -> str:
        """Give the words that it begins with: one's own go before authored ones."""
        own = re.sub(r"\s+", " ", self.cleaned_data["words"]).strip()
        return own or self.lines[self.cleaned_data["line"]]
