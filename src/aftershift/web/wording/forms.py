"""What a person writes when they look for words. No word of it is kept."""

from collections.abc import Mapping
from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext_lazy as _

from aftershift.engines.language.cleaning import LONGEST
from aftershift.engines.wording.apology import ApologyAnswers
from aftershift.engines.wording.conflict import Kind
from aftershift.web.sending.forms import NOTHING, TOO_LONG, CourseField, MessageForm

ROWS = {"rows": 3, "autocomplete": "off", "spellcheck": "false"}
# Field -> the kind that it asks for, in the order of the page.
ASKED: Mapping[str, Kind] = {
    "about": Kind.TASK,
    "way": Kind.PROCESS,
    "between": Kind.RELATION,
}
KINDS = [(kind.value, kind.value) for kind in Kind]


def short(place: str) -> dict[str, object]:
    """Give the widget's attributes of a short thing, whose hint says what belongs to it."""
    return {**ROWS, "rows": 2, "aria-describedby": f"id_{place}_hint"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Thing:
    """One thing of a disagreement: under which question it stands, and where it was put."""

    place: str
    asked: Kind
    text: str
    decided: Kind | None


class CheckForm(MessageForm):
    """An apology that somebody wrote; as a message about to be sent."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["text"].label = _("The apology")


class RantForm(MessageForm):
    """What somebody would say if nobody minded; as a message about to be sent."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["text"].label = _("What you would like to say, as it comes")


class DraftForm(MessageForm):
    """Feedback that somebody is about to give; as a message about to be sent."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["text"].label = _("Your draft, to one person")


class BlameForm(MessageForm):
    """What somebody blames another for; as a message about to be sent."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["text"].label = _("What they did, or did not do")


class HeardForm(MessageForm):
    """What somebody said to who listens; as a message about to be sent."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["text"].label = _("What they said, in their words")


class ApologyForm(forms.Form):
    """The parts of an apology that only its writer knows."""

    did = forms.CharField(
        label=_("What did you do? Begin with “I”."),
        required=False,
        strip=True,
        widget=forms.Textarea(attrs=ROWS),
    )
    harm = forms.CharField(
        label=_("What was it like for them? Begin with “you”."),
        required=False,
        strip=True,
        widget=forms.Textarea(attrs=ROWS),
    )
    repair = forms.CharField(
        label=_("What will you do about it, and by when? Begin with “I will”."),
        required=False,
        strip=True,
        widget=forms.Textarea(attrs=ROWS),
    )
    course = CourseField(required=False, widget=forms.HiddenInput)

    def clean(self) -> None:
        """Ask for one part at the least, and refuse what nobody says."""
        words = "".join(self.cleaned_data.get(name, "") for name in ("did", "harm", "repair"))
        if not words:
            self.add_error("did", NOTHING)
        elif len(words) > LONGEST // 2:
            self.add_error("did", TOO_LONG)

    def answers(self) -> ApologyAnswers:
        """Give what a sound form says."""
        said = self.cleaned_data
        return ApologyAnswers(did=said["did"], harm=said["harm"], repair=said["repair"])


class SortForm(MessageForm):
    """A disagreement: up to three short things, and where their writer put each of them.

    `text` is the three as one, a line each, as an answer to what was asked brings them back.
    """

    about = forms.CharField(
        label=_("What do you disagree about?"),
        required=False,
        widget=forms.Textarea(attrs=short("about")),
    )
    way = forms.CharField(
        label=_("How do you go about it?"),
        required=False,
        widget=forms.Textarea(attrs=short("way")),
    )
    between = forms.CharField(
        label=_("What does it do between you?"),
        required=False,
        widget=forms.Textarea(attrs=short("between")),
    )
    about_is = forms.TypedChoiceField(choices=KINDS, coerce=Kind, required=False, empty_value=None)
    way_is = forms.TypedChoiceField(choices=KINDS, coerce=Kind, required=False, empty_value=None)
    between_is = forms.TypedChoiceField(
        choices=KINDS, coerce=Kind, required=False, empty_value=None
    )

    def clean(self) -> None:
        """Join what was typed to the one text that is heard, and refuse too much of it."""
        lines = [" ".join(str(self.cleaned_data.get(place, "")).split()) for place in ASKED]
        if any(lines):
            self.cleaned_data["text"] = "\n".join(lines)
        if sum(map(len, lines)) > LONGEST // 2:
            self.add_error("about", TOO_LONG)
        super().clean()

    def keeps(self, course: str) -> dict[str, str]:
        """Give what the next form sends along: where the exchange stands, and about a patient."""
        own = str(self.data.get("course", "")) if self.cleaned_data["course"] else ""
        patient = "on" if self.cleaned_data["not_a_patient"] else ""
        sent = {"course": course or own, "not_a_patient": patient}
        return {name: value for name, value in sent.items() if value}

    def things(self) -> tuple[Thing, ...]:
        """Give what a sound form says, each under its question; a line that is lost moves up."""
        lines = self.cleaned_data["text"].split("\n")
        if len(lines) != len(ASKED):
            lines = [line for line in lines if line.strip()]
        found = zip(ASKED.items(), lines, strict=False)
        return tuple(
            Thing(place=place, asked=kind, text=line, decided=self.cleaned_data[f"{place}_is"])
            for (place, kind), line in found
            if line.strip()
        )
