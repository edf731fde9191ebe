"""What this wing holds of a person: to take away and to erase."""

from typing import Any

from aftershift.web.carrying import Carried
from aftershift.web.instruments import queries
from aftershift.web.instruments.models import Measures
from aftershift.web.instruments.papers import MeasuresPaper
from aftershift.web.people.models import Person
from aftershift.web.people.signed_in import SignedIn

CARRIES = (Carried(name="measures", model=Measures, shape=MeasuresPaper),)


def export(by: SignedIn) -> dict[str, Any]:
    """Give every kept form: its answers by the items of its key."""
    return {
        "kept": [
            {
                "identity": one.id,
                "instrument": one.instrument,
                "at": one.at.isoformat(),
                "form": one.form,
                "key": one.key,
                "answers": one.answers,
            }
            for one in queries.paper(by=by).kept
        ]
    }


def erase(person: Person) -> None:
    """Delete the row."""
    Measures.objects.filter(person_id=person.id).delete()
