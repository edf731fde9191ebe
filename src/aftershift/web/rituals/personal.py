"""What this wing holds of a person: to take away and to erase."""

from typing import Any

from pydantic import TypeAdapter

from aftershift.web.carrying import Carried
from aftershift.web.people.models import Person
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.rituals import queries
from aftershift.web.rituals.models import Taken
from aftershift.web.rituals.papers import TakenPaper

CARRIES = (Carried(name="rituals", model=Taken, shape=TakenPaper),)


def export(by: SignedIn) -> dict[str, Any]:
    """Give what was taken up, and when."""
    paper: dict[str, Any] = TypeAdapter(TakenPaper).dump_python(
        queries.taken_up(by=by), mode="json"
    )
    return paper


def erase(person: Person) -> None:
    """Delete what was taken up."""
    Taken.objects.filter(person_id=person.id).delete()
