"""What this wing holds of a person: to take away and to erase."""

from typing import Any

from pydantic import TypeAdapter

from aftershift.web.people.models import Person
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.week import queries
from aftershift.web.week.models import Week
from aftershift.web.week.papers import WeekPaper


def export(by: SignedIn) -> dict[str, Any]:
    """Give what was chosen for weeks; what is held stands with the plan."""
    paper: dict[str, Any] = TypeAdapter(WeekPaper).dump_python(queries.paper(by=by), mode="json")
    return paper


def erase(person: Person) -> None:
    """Delete the row."""
    Week.objects.filter(person_id=person.id).delete()
