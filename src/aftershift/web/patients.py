"""Patients' data in what somebody types: found by rules, asked about before anything is kept.

A form that keeps free text joins by one line:

    class PlaceForm(WarnsOfPatients):
        WATCHED = {"place": frozenset()}      # field: kinds that mean nothing in it

Its page shows `pages/_patient.html` behind the field: write it without, or say that it is nobody's
patient and keep it. One's own people are no patients; where the rules take one for a patient, that
second button is the way on.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from aftershift.engines.safety.phi import Kind, Phi, find_phi
from aftershift.engines.safety.rewriting import rewrite
from aftershift.library.phi import find_by_rules, load_phi_words
from aftershift.web import ears

PATIENCE = 1.0  # seconds; after them rules alone have looked
FEW = 4  # words that say too little for anything to be meant by them
WARNING = _("This may lead to a patient. Nothing was kept yet.")


def patients_in(text: str) -> Phi:
    """Find what in a text leads to a patient; by rules alone where the ear is not ready."""
    try:
        return surely_found(text)
    except (ears.NotInTime, ears.Deaf):
        return find_by_rules(text)


def surely_found(text: str) -> Phi:
    """Find what in a text leads to a patient, by rules and by what is meant.

    Raises NotInTime and Deaf: before a text leaves this machine, both must have looked.
    """
    if len(text.split()) < FEW:
        return find_by_rules(text)
    meaning = ears.room().ask(lambda ear: ear.meaning(text), PATIENCE)
    return find_phi(text, load_phi_words(), meaning)


def without_patient(text: str, found: Phi) -> str:
    """Write a text in plain words without what was found; masked where those still lead there."""
    plain = rewrite(text, found.spans)
    return found.masked if patients_in(plain).blocked else plain


@dataclass(frozen=True, kw_only=True, slots=True)
class Warned:
    """A field that may lead to a patient, and what it says without."""

    field: str
    plain: str


class WarnsOfPatients(forms.Form):
    """A form that asks before it keeps free text which may lead to a patient."""

    WATCHED: ClassVar[Mapping[str, frozenset[Kind]]] = {}

    not_a_patient = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        """Refuse what may lead to a patient, unless the writer said that it does not."""
        given: dict[str, Any] = super().clean() or {}
        if not given.get("not_a_patient"):
            for warned in self.warned():
                self.add_error(warned.field, WARNING)
        return given

    def warned(self) -> tuple[Warned, ...]:
        """Give the fields that may lead to a patient, each with what to write instead."""
        texts = {name: str(self.data.get(self.add_prefix(name), "")) for name in self.WATCHED}
        found = {name: patients_in(text) for name, text in texts.items() if text}
        return tuple(
            Warned(field=name, plain=without_patient(texts[name], phi))
            for name, phi in found.items()
            if any(span.kind not in self.WATCHED[name] for span in phi.spans)
        )
