"""What somebody taps on a list, and who it is about where it has two sides."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from aftershift.engines.checkins.reflections import Answer, Checklist, Side, key_of
from aftershift.engines.safety.phi import Kind as PhiKind
from aftershift.web.patients import Warned, WarnsOfPatients
from aftershift.web.reflections.papers import LONGEST_LINE, LONGEST_NAME, About
from aftershift.web.reflections.words import ANSWERS

NOTHING = _("Answer one line at least. The others may stay as they are.")
ONE_OF_THREE = _("Choose one of the three.")
FIELD = "item_"


def _line(label: Any, longest: int) -> forms.CharField:
    typed = forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"})
    return forms.CharField(label=label, max_length=longest, required=False, widget=typed)


class AnswersForm(WarnsOfPatients):
    """One choice for each line, with nothing chosen before; what is not answered is skipped."""

    WATCHED = {"name": frozenset({PhiKind.NAME}), "gave": frozenset(), "got": frozenset()}

    name = _line(_("What you call them (may stay empty)"), LONGEST_NAME)
    gave = _line(_("What I gave lately, in one line (may stay empty)"), LONGEST_LINE)
    got = _line(_("What I got lately, in one line (may stay empty)"), LONGEST_LINE)

    def __init__(self, *given: Any, checklist: Checklist, **named: Any) -> None:
        super().__init__(*given, **named)
        self.checklist = checklist
        if not checklist.sides:
            for name in self.WATCHED:
                del self.fields[name]
        words = ANSWERS[checklist.kind]
        for key in checklist.keys:
            self.fields[FIELD + key] = forms.TypedChoiceField(
                choices=[(one.value, words[one]) for one in Answer],
                coerce=Answer,
                empty_value=Answer.SKIP,
                required=False,
                widget=forms.RadioSelect,
                error_messages={"invalid_choice": ONE_OF_THREE},
            )
        for key, label in self._labels():
            self.fields[FIELD + key].label = label

    def clean(self) -> dict[str, Any]:
        """Ask for one answer at least."""
        given = super().clean()
        if not self.errors and not self.answers():
            raise forms.ValidationError(NOTHING)
        return given

    def warned(self) -> tuple[Warned, ...]:
        """Look at the free lines only where the list has them."""
        return super().warned() if self.checklist.sides else ()

    def answers(self) -> dict[str, Answer]:
        """Give what was answered; what was skipped is not in it."""
        said = {key: self.cleaned_data.get(FIELD + key) for key in self.checklist.keys}
        return {key: one for key, one in said.items() if one in (Answer.YES, Answer.NO)}

    def about(self) -> About:
        """Give who it is about, each on one line."""
        said = {name: " ".join(self.cleaned_data.get(name, "").split()) for name in self.WATCHED}
        return About(**said)

    def lines(self) -> list[list[forms.BoundField]]:
        """Give the choices for the page: of each item one, or one for each side."""
        sides = tuple(Side) if self.checklist.sides else ("",)
        return [
            [self[FIELD + key_of(item.id, side)] for side in sides] for item in self.checklist.items
        ]

    def _labels(self) -> list[tuple[str, str]]:
        labels = []
        for item in self.checklist.items:
            if self.checklist.sides:
                labels += [(key_of(item.id, Side.I), item.says)]
                labels += [(key_of(item.id, Side.THEY), item.they)]
            else:
                labels += [(item.id, item.says)]
        return labels
