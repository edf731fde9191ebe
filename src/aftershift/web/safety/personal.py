"""What this wing holds of a person: to take away and to erase."""

from dataclasses import asdict
from typing import Any

from aftershift.web.people.models import Person
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.safety import queries
from aftershift.web.safety.models import Own


def export(by: SignedIn) -> dict[str, Any]:
    """Give the plan step by step, somebody trusted, and what is put away."""
    paper = queries.own(by=by)
    return {
        "plan": {step.title: said for step, said in zip(queries.steps(), paper.steps, strict=True)},
        "trusted": {"name": paper.trusted.name, "number": paper.trusted.number},
        "just_me": paper.just_me,
        "note_of_help": asdict(paper.note),
        "asked_before_sharing": paper.asked,
    }


def erase(person: Person) -> None:
    """Delete the row."""
    Own.objects.filter(person_id=person.id).delete()
