"""What is ticked for the page to print; of results and experiments nothing is ticked beforehand."""

from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from aftershift.web.summary.cards import Chosen, Offered

STRETCHES = ((4, _("4 weeks")), (12, _("12 weeks")), (26, _("26 weeks")))
USUAL = 12  # weeks


def _ticks(label: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, required=False, widget=forms.CheckboxSelectMultiple
    )


class SheetForm(forms.Form):
    """The stretch, the items, the results and the experiments; whatever is unknown is left out."""

    weeks = forms.ChoiceField(
        label=_("How far back"),
        choices=STRETCHES,
        required=False,
        widget=forms.RadioSelect,
    )
    item = _ticks(_("Check-ins"))
    result = _ticks(_("The last result of a questionnaire"))
    experiment = _ticks(_("Experiments that are over"))

    def __init__(self, *given: Any, offered: Offered, **named: Any) -> None:
        super().__init__(*given, **named)
        self._choices = {
            "item": [(one.id, one.name) for one in offered.items],
            "result": list(offered.results.items()),
            "experiment": list(offered.experiments.items()),
        }
        for name, choices in self._choices.items():
            cast(forms.MultipleChoiceField, self.fields[name]).choices = choices

    @classmethod
    def asked(cls, given: QueryDict, *, offered: Offered) -> "SheetForm":
        """Read an address; one that asks for nothing yet shows every item over the usual time."""
        if "weeks" in given:
            return cls(given, offered=offered)
        every = {"weeks": str(USUAL), "item": [one.id for one in offered.items]}
        return cls(every, offered=offered)

    def chosen(self) -> Chosen:
        """Give what was ticked, of what there is."""
        weeks = str(self["weeks"].value())
        return Chosen(
            weeks=next((one for one, _words in STRETCHES if str(one) == weeks), USUAL),
            items=self._ticked("item"),
            results=self._ticked("result"),
            experiments=self._ticked("experiment"),
        )

    def groups(self) -> list[forms.BoundField]:
        """Give the fields of which there is anything to tick."""
        return [self[name] for name, choices in self._choices.items() if choices]

    def _ticked(self, name: str) -> frozenset[str]:
        said = self[name].value() or ()
        return frozenset(one for one, _words in self._choices[name] if one in said)
