"""What this wing holds of a person: to take away and to erase."""

from typing import Any

from aftershift.web.carrying import Carried
from aftershift.web.network import queries
from aftershift.web.network.models import Network
from aftershift.web.network.papers import NetworkPaper
from aftershift.web.people.models import Person
from aftershift.web.people.signed_in import SignedIn

CARRIES = (Carried(name="network", model=Network, shape=NetworkPaper),)


def export(by: SignedIn) -> dict[str, Any]:
    """Give everybody on the list, and when."""
    return {
        "people": [
            {
                "identity": one.id,
                "name": one.name,
                "last_talked": one.last.isoformat(),
                "remind_on": one.remind_on.isoformat() if one.remind_on else "",
            }
            for one in queries.paper(by=by).people
        ]
    }


def erase(person: Person) -> None:
    """Delete the row."""
    Network.objects.filter(person_id=person.id).delete()
