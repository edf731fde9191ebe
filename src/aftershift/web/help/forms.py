"""What somebody may say on the pages of help: which country comes first, and what is so."""

from django import forms

from aftershift.engines.safety.help_card import LANGUAGES
from aftershift.engines.safety.stepped_care import Sign
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


class TickForm(forms.Form):
    """What somebody ticks of themselves; nothing at all is an answer too."""

    signs = forms.MultipleChoiceField(choices=[(one.value, one.value) for one in Sign])

    def ticked(self) -> frozenset[Sign]:
        """Give what was ticked; what is no sign of ours counts for nothing."""
        known = {one.value for one in Sign}
        return frozenset(Sign(one) for one in self["signs"].value() or () if one in known)
