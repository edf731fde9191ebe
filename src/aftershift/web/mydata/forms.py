"""What a person says before everything is erased, or replaced by what they bring."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

TOO_LARGE = _(
    "This file is larger than 3 MB. Put aftershift.json into a ZIP and bring that: "
    "it is a tenth of the size."
)
NO_FILE = _("Choose the file aftershift.json, or a ZIP with it.")
TOO_MANY = _("These files are larger than 3 MB together. Bring one or two at a time.")
NO_SOUNDS = _("Choose the sounds out of voice-notes.zip, unpacked.")


class EraseForm(forms.Form):
    """One word, typed, so that no tired thumb erases anything."""

    word = forms.CharField(label=_("Type the word erase"), max_length=20)

    def clean_word(self) -> str:
        """Accept the word in any case."""
        word = str(self.cleaned_data["word"]).strip().lower()
        if word != "erase":
            raise forms.ValidationError(_("Nothing was erased. Type the word: erase"))
        return word


class BringForm(forms.Form):
    """A file that was taken along; and a word where it would replace something."""

    file = forms.FileField(
        label=_("The file aftershift.json, or a ZIP with it"),
        allow_empty_file=True,
        error_messages={"required": NO_FILE, "invalid": NO_FILE},
        widget=forms.FileInput(attrs={"accept": ".json,.zip,application/json,application/zip"}),
    )
    word = forms.CharField(label=_("Type the word replace"), max_length=20, required=False)

    def __init__(self, *given: Any, is_empty: bool, is_too_large: bool = False) -> None:
        super().__init__(*given)
        self._is_too_large = is_too_large
        if is_empty:
            del self.fields["word"]

    def clean_word(self) -> str:
        """Accept the word in any case."""
        word = str(self.cleaned_data["word"]).strip().lower()
        if word != "replace":
            raise forms.ValidationError(
                _("Nothing was changed. What you bring takes the place of all here: type replace")
            )
        return word

    def clean(self) -> dict[str, Any]:
        """Say of what is too large that it is, and not that it is missing."""
        if self._is_too_large:
            self.errors.pop("file", None)
            self.add_error("file", TOO_LARGE)
        return super().clean() or {}


class _Files(forms.FileInput):
    allow_multiple_selected = True


class _Sounds(forms.FileField):
    def clean(self, data: Any, initial: Any = None) -> Any:
        """Take several files."""
        files: list[UploadedFile[bytes]] = [super(_Sounds, self).clean(one) for one in data or []]
        return files or super().clean(None)


class SoundsForm(forms.Form):
    """Some sounds of voice notes, as they were taken along."""

    sounds = _Sounds(
        label=_("Sounds of voice notes"),
        error_messages={"required": NO_SOUNDS, "invalid": NO_SOUNDS},
        widget=_Files(attrs={"accept": ".webm,.m4a,audio/*"}),
    )

    def __init__(self, *given: Any, is_too_large: bool = False) -> None:
        super().__init__(*given)
        self._is_too_large = is_too_large

    def clean(self) -> dict[str, Any]:
        """Say of what is too large that it is, and not that it is missing."""
        if self._is_too_large:
            self.errors.pop("sounds", None)
            self.add_error("sounds", TOO_MANY)
        return super().clean() or {}
