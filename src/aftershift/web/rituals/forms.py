"""What a person says about rituals."""

from django import forms


class RitualForm(forms.Form):
    """One ritual, by its id."""

    ritual = forms.CharField(max_length=40)


class HoldForm(forms.Form):
    """One place of a ritual, by its start."""

    ritual = forms.CharField(max_length=40)
    starts = forms.DateTimeField()
