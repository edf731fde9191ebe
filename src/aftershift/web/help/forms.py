"""What somebody may say on the help card: which country comes first."""

from django import forms

from aftershift.engines.safety.help_card import LANGUAGES
from aftershift.web.help import queries


class ChooseForm(forms.Form):
    """A country by its code, empty to forget it; and the language of the page to go back to."""

    country = forms.CharField(max_length=2, required=False)
    language = forms.ChoiceField(choices=[(one, one) for one in LANGUAGES], required=False)

    def clean_country(self) -> str:
        """Refuse a country that has no list."""
        code = str(self.cleaned_data["country"])
        if code and not queries.is_country(code):
            raise forms.ValidationError(code="unknown", message="no such country")
        return code
