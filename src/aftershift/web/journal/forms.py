"""What a person writes, taps or records for the journal."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import uuid4

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from aftershift.library.journal import load_friends_view, load_prompts
from aftershift.library.understanding import emotion_names
from aftershift.web.journal.papers import LONGEST, LONGEST_ANSWER, Entry
from aftershift.web.patients import WarnsOfPatients

NOTHING = _("A word, or a feeling that you tap, is enough.")
NOTHING_SEEN = _("One sentence to one of them is enough.")
TOO_LONG = _("This is longer than 8,000 characters. It is still here: keep it in two entries.")
NO_SOUND = _("This is no sound that can be kept here: WebM, M4A or MP4.")
TOO_LARGE = _("This is more than 2 MB. Three minutes of speech fit when they are recorded here.")
EMPTY = _("There is nothing to keep yet: record something, or choose a file.")
LARGEST_SOUND = 2_000_000  # bytes
SOUNDS = (  # where in a file the bytes stand that say what it is
    (0, b"\x1a\x45\xdf\xa3", "audio/webm"),
    (4, b"ftyp", "audio/mp4"),
)


def _feelings() -> list[tuple[str, str]]:
    return [(one.id, one.title) for one in emotion_names().values()]


def _words(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows, "autocomplete": "off"})


class EntryForm(WarnsOfPatients):
    """Free words, feelings that were tapped, and the prompt that stood above them."""

    WATCHED = {"text": frozenset()}

    feelings = forms.MultipleChoiceField(
        label=_("What is it now?"),
        required=False,
        choices=_feelings,
        widget=forms.CheckboxSelectMultiple,
    )
    text = forms.CharField(
        label=_("In your own words"),
        required=False,
        max_length=LONGEST,
        error_messages={"max_length": TOO_LONG},
        widget=_words(7),
    )
    prompt = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *given: Any, may_be_empty: bool = False, **named: Any) -> None:
        super().__init__(*given, **named)
        self.may_be_empty = may_be_empty

    def clean(self) -> dict[str, Any]:
        """Ask for a word or a feeling where there is neither."""
        given = super().clean()
        if not (self.may_be_empty or given.get("text") or given.get("feelings") or self.errors):
            self.add_error("text", NOTHING)
        return given

    def tapped(self) -> tuple[str, ...]:
        """Give the feelings that were tapped, whatever else is wrong."""
        known = emotion_names()
        data = self["feelings"].value() or ()
        return tuple(one for one in data if one in known)

    def shown(self) -> str:
        """Give the id of the prompt that stood above; nothing for one that nobody knows."""
        said = self["prompt"].value()
        return next((one.id for one in load_prompts() if one.id == said), "")

    def entry(self, now: datetime) -> Entry:
        """Give the entry."""
        return Entry(
            id=str(uuid4()),
            written=now,
            feelings=tuple(self.cleaned_data["feelings"]),
            text=self.cleaned_data["text"].replace("\r\n", "\n"),
            prompt=self.shown() if self.cleaned_data["text"] else "",
        )


class FriendForm(WarnsOfPatients):
    """Three short answers; one of them is enough."""

    WATCHED = {"view": frozenset(), "hinders": frozenset(), "takes": frozenset()}

    view = forms.CharField(required=False, max_length=LONGEST_ANSWER, widget=_words(5))
    hinders = forms.CharField(required=False, max_length=LONGEST_ANSWER, widget=_words(3))
    takes = forms.CharField(required=False, max_length=LONGEST_ANSWER, widget=_words(3))

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        for question in load_friends_view().question:
            self.fields[question.id].label = question.asks

    def clean(self) -> dict[str, Any]:
        """Ask for one answer."""
        given = super().clean()
        if not (any(self._answers(given).values()) or self.errors):
            self.add_error("view", NOTHING_SEEN)
        return given

    def entry(self, now: datetime) -> Entry:
        """Give the entry."""
        answers = {name: said for name, said in self._answers(self.cleaned_data).items() if said}
        return Entry(id=str(uuid4()), written=now, friend=answers)

    def _answers(self, given: dict[str, Any]) -> dict[str, str]:
        return {name: str(given.get(name, "")).replace("\r\n", "\n") for name in self.WATCHED}


@dataclass(frozen=True, kw_only=True, slots=True)
class Sound:
    """A sound by its type and bytes."""

    media_type: str
    data: bytes


class VoiceForm(forms.Form):
    """A sound that was recorded here, or by the device's own recorder."""

    audio = forms.FileField(
        label=_("A sound file"),
        allow_empty_file=True,
        error_messages={"required": EMPTY, "invalid": EMPTY},
        widget=forms.FileInput(attrs={"accept": "audio/*"}),
    )

    def clean_audio(self) -> Sound:
        """Refuse what is too large, and what its first bytes do not call a sound."""
        file: UploadedFile[bytes] = self.cleaned_data["audio"]
        if (file.size or 0) > LARGEST_SOUND:
            raise forms.ValidationError(TOO_LARGE)
        sound = sound_of(file.read())
        if sound is None:
            raise forms.ValidationError(NO_SOUND)
        return sound


class LeaveForm(forms.Form):
    """Which model may make notes into text: the one that the page named."""

    mark = forms.CharField(max_length=400)


def sound_of(data: bytes) -> Sound | None:
    """Tell by its first bytes which sound this is; None where they call it none."""
    for at, mark, media_type in SOUNDS:
        if data[at : at + len(mark)] == mark:
            return Sound(media_type=media_type, data=data)
    return None
