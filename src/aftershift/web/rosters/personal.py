"""What this wing holds of a person: to take away and to erase."""

from typing import Any

from pydantic import TypeAdapter

from aftershift.web.people import queries as people
from aftershift.web.people.models import Person
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.rosters import queries
from aftershift.web.rosters.models import Draft, Source, Ways
from aftershift.web.rosters.papers import DraftPaper, MemberPaper, SourcePaper


def export(by: SignedIn) -> dict[str, Any]:
    """Give every roster, every way, and the draft, each with the member's name."""
    names = {str(card.id): card.label for card in people.household(by=by)}
    draft = queries.draft(by=by)
    return {
        "members": names,
        "rosters": [
            TypeAdapter(SourcePaper).dump_python(roster.paper, mode="json")
            for roster in queries.rosters(by=by)
        ],
        "ways": {
            str(member): TypeAdapter(MemberPaper).dump_python(paper, mode="json")
            for member, paper in queries.ways(by=by).members.items()
        },
        "draft": TypeAdapter(DraftPaper).dump_python(draft, mode="json") if draft else None,
    }


def erase(person: Person) -> None:
    """Delete every roster, the draft and the ways."""
    for model in (Draft, Source, Ways):
        model.objects.filter(person_id=person.id).delete()
