"""What a person hands over for a second look."""

from dataclasses import dataclass, replace

from django import forms
from django.utils.translation import gettext_lazy as _

from aftershift.engines.language.cleaning import LONGEST
from aftershift.engines.language.connection import ABOUTS, About
from aftershift.engines.language.kinds import KINDS, Kind
from aftershift.engines.safety.course import Course
from aftershift.engines.safety.risk import Level
from aftershift.web.safety.carried import carried

TOO_LONG = _(
    "This is longer than 20,000 characters, and too much to read at once. It is still here: take "
    "a part of it."
)
MOST_LINES = 200
TOO_MANY = _(
    "These are more than 200 messages, and too many to read at once. They are still here: take "
    "some of them out."
)
NOTHING = _("Paste or type the message first.")
TOO_OLD = _("That page is too old to go on from, and nothing of it was kept. “Help” is at the top.")


@dataclass(frozen=True, kw_only=True, slots=True)
class Given:
    """A message, and what its writer said about it on the page before.

    `each`: the messages of it, where there are many, to be heard one by one.

    `course` is where the exchange about it stands; `said` and `button` answer what was asked last.
    `without` are kinds of pattern that the writer found not helpful.
    """

    text: str = ""
    each: tuple[str, ...] = ()
    said: str = ""
    button: str = ""
    course: Course | None = None
    not_a_patient: bool = False
    without: tuple[Kind, ...] = ()


class CourseField(forms.CharField):
    """Where an exchange stands; whatever is not ours is none, and no error."""

    def clean(self, value: object) -> Course | None:
        """Read the signed course."""
        return carried(value) if isinstance(value, str) else None


class MessageForm(forms.Form):
    """A message about to be sent, or an answer to what was asked. No word of it is kept."""

    # No maxlength: a browser would cut a pasted text without a word.
    text = forms.CharField(
        label=_("The message"),
        strip=False,
        required=False,
        widget=forms.Textarea(
            attrs={"rows": 7, "autocomplete": "off", "spellcheck": "false", "required": True}
        ),
    )
    said = forms.CharField(required=False)  # however long: too much to hear is answered as well
    button = forms.CharField(required=False, max_length=32, widget=forms.HiddenInput)
    course = CourseField(required=False, widget=forms.HiddenInput)
    not_a_patient = forms.BooleanField(required=False, widget=forms.HiddenInput)
    without = forms.TypedMultipleChoiceField(
        choices=[(kind.value, kind.value) for kind in KINDS],
        coerce=Kind,
        required=False,
        widget=forms.MultipleHiddenInput,
    )

    def clean_text(self) -> str:
        """Count a line's end as one character, and refuse what nobody sends."""
        text = str(self.cleaned_data["text"]).replace("\r\n", "\n")
        if len(text) > LONGEST:
            raise forms.ValidationError(TOO_LONG)
        return text if text.strip() else ""

    def clean(self) -> None:
        """Ask for a message, where there is neither one nor an exchange that goes on."""
        if "text" in self.errors or self.cleaned_data["text"]:
            return
        course, said = self.cleaned_data["course"], self.cleaned_data
        is_answer = said.get("said") or (course and said.get("button"))
        if not (is_answer or (course and course.level >= Level.ELEVATED)):
            self.add_error("text", TOO_OLD if self.data.get("course") and not course else NOTHING)

    def given(self) -> Given:
        """Give what a sound form says."""
        said = self.cleaned_data
        return Given(
            text=said["text"],
            said=said["said"],
            button=said["button"],
            course=said["course"],
            not_a_patient=said["not_a_patient"],
            without=tuple(said["without"]),
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class Own:
    """Somebody's own messages, and what each is for where they said so on the page before."""

    lines: tuple[str, ...]
    said: tuple[About | None, ...]


class OwnForm(MessageForm):
    """Own messages, one a line. `kinds` says of each what it is for, in the same order."""

    kinds = forms.TypedMultipleChoiceField(
        choices=[(one.value, one.value) for one in ABOUTS],
        coerce=About,
        required=False,
        widget=forms.MultipleHiddenInput,
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["text"].label = _("Your own messages, one a line")

    def clean_text(self) -> str:
        """Refuse more lines than are read at once."""
        text = super().clean_text()
        if len(lines_of(text)) > MOST_LINES:
            raise forms.ValidationError(TOO_MANY)
        return text

    def given(self) -> Given:
        """Give what a sound form says, with each line as a message of its own."""
        given = super().given()
        return replace(given, each=lines_of(given.text))

    def own(self) -> Own:
        """Give what a sound form says; what does not fit the lines was meant for others."""
        lines = lines_of(self.cleaned_data["text"])
        said = tuple(self.cleaned_data["kinds"])
        return Own(lines=lines, said=said if len(said) == len(lines) else (None,) * len(lines))


def lines_of(text: str) -> tuple[str, ...]:
    """Cut a text into its lines; an empty one is no message."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())
