"""What a reader may narrow the shelf down by. A GET: nothing is kept, and a page can be sent on."""

from collections.abc import Mapping

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from aftershift.engines.evidence.browsing import Wish
from aftershift.engines.evidence.practices import Company
from aftershift.web.reading import words

LONGEST = 200  # characters of a search


def _choices(names: Mapping[str, Promise]) -> list[tuple[str, Promise]]:
    return [("", _("Any")), *names.items()]


class LookForm(forms.Form):
    """Words, and what a practice must be. What makes no sense is left open, and is no error."""

    q = forms.CharField(
        label=_("Search by words"),
        max_length=LONGEST,
        required=False,
        widget=forms.TextInput(
            attrs={"type": "search", "autocomplete": "off", "spellcheck": "false"}
        ),
    )
    scope = forms.ChoiceField(label=_("With whom"), choices=_choices(words.SCOPES), required=False)
    minutes = forms.ChoiceField(label=_("Time"), choices=_choices(words.TIMES), required=False)
    place = forms.ChoiceField(label=_("Place"), choices=_choices(words.PLACES), required=False)
    energy = forms.ChoiceField(label=_("Energy"), choices=_choices(words.ENERGY), required=False)
    company = forms.ChoiceField(label=_("Company"), choices=_choices(words.COMPANY), required=False)

    def asked(self) -> str:
        """Give the words that are searched for."""
        return self._said("q")

    def wish(self) -> Wish:
        """Give what a practice must be."""
        minutes, company = self._said("minutes"), self._said("company")
        return Wish(
            minutes=int(minutes) if minutes else None,
            place=self._said("place"),
            energy=self._said("energy"),
            company=Company(company) if company else None,
            scope=self._said("scope"),
        )

    def _said(self, name: str) -> str:
        self.is_valid()
        return str(self.cleaned_data.get(name, ""))
