"""What a person says before everything is erased."""

from django import forms
from django.utils.translation import gettext_lazy as _


class EraseForm(forms.Form):
    """One word, typed, so that no tired thumb erases anything."""

    word = forms.CharField(label=_("Type the word erase"), max_length=20)

    def clean_word(self) -> str:
        """Accept the word in any case."""
        word = str(self.cleaned_data["word"]).strip().lower()
        if word != "erase":
            raise forms.ValidationError(_("Nothing was erased. Type the word: erase"))
        return word
