"""What this wing holds of a person: to take away and to erase."""

from typing import Any

from pydantic import TypeAdapter

from aftershift.web.people.models import Person
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.windows import queries
from aftershift.web.windows.models import OutFeed, Plan
from aftershift.web.windows.papers import PlanPaper


def export(by: SignedIn) -> dict[str, Any]:
    """Give the plan, and whether a feed is open; its address is a key and is not given away."""
    plan = TypeAdapter(PlanPaper).dump_python(queries.plan(by=by), mode="json")
    return {**plan, "feed_open": bool(queries.feed_token(by=by))}


def erase(person: Person) -> None:
    """Delete the plan and the feed."""
    OutFeed.objects.filter(person_id=person.id).delete()
    Plan.objects.filter(person_id=person.id).delete()
