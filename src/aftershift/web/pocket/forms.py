"""What there is: minutes, place, energy, company, what comes after. A GET; nothing is kept."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from aftershift.engines.evidence.practices import Company
from aftershift.engines.pocket.fitting import Wish
from aftershift.engines.pocket.guides import After, Room
from aftershift.web.pocket import words


class WishForm(forms.Form):
    """One choice for each thing that a room asks. What makes no sense is left open."""

    minutes = forms.ChoiceField(label=_("How long is it?"), required=False)
    after = forms.ChoiceField(
        label=_("What comes straight after?"), choices=words.ASKED_AFTER, required=False
    )
    place = forms.ChoiceField(label=_("Where?"), choices=words.ASKED_PLACES, required=False)
    energy = forms.ChoiceField(label=_("Energy"), choices=words.ASKED_ENERGY, required=False)
    company = forms.ChoiceField(label=_("Company"), choices=words.ASKED_COMPANY, required=False)

    def __init__(self, room: Room, *given: Any) -> None:
        super().__init__(*given)
        self.fields["minutes"].choices = [  # type: ignore[attr-defined]
            ("", words.ANY),
            *((str(one), words.minutes(one)) for one in room.lengths),
        ]
        for name in set(self.fields) - set(room.asks):
            del self.fields[name]

    def wish(self) -> Wish:
        """Give what a guide must fit."""
        minutes, company, after = (self._said(name) for name in ("minutes", "company", "after"))
        return Wish(
            minutes=int(minutes) if minutes else None,
            place=self._said("place"),
            energy=self._said("energy"),
            company=Company(company) if company else None,
            after=After(after) if after else None,
        )

    def _said(self, name: str) -> str:
        self.is_valid()
        return str(self.cleaned_data.get(name, ""))
