"""What may be chosen about the frame."""

from django import forms
from django.utils.translation import gettext_lazy as _

CHOICES = (
    ("light", _("Light"), _("Always light, also at night.")),
    ("dark", _("Dark"), _("Always dark, also by day.")),
    ("hours", _("By the hour"), _("Dark from 21:00 to 07:00 on your own clock.")),
)


class LookForm(forms.Form):
    """Light, dark or by the hour."""

    paper = forms.ChoiceField(choices=[(value, says) for value, says, _more in CHOICES])
