"""What this wing holds of a person: to take away and to erase."""

from typing import Any

from pydantic import TypeAdapter

from aftershift.engines.wording.scripts import To
from aftershift.web.carrying import Carried
from aftershift.web.people.models import Person
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.strict import WRONG, Unfit
from aftershift.web.week import queries
from aftershift.web.week.models import Week
from aftershift.web.week.papers import WeekPaper

CARRIES = (
    Carried(name="week", model=Week, shape=WeekPaper, comes=lambda paper, by: _to_somebody(paper)),
)


def export(by: SignedIn) -> dict[str, Any]:
    """Give what was chosen for weeks; what is held stands with the plan."""
    paper: dict[str, Any] = TypeAdapter(WeekPaper).dump_python(queries.paper(by=by), mode="json")
    return paper


def erase(person: Person) -> None:
    """Delete the row."""
    Week.objects.filter(person_id=person.id).delete()


def _to_somebody(paper: WeekPaper) -> WeekPaper:
    """Refuse a conversation with nobody that there are words for."""
    for number, one in enumerate(paper.talks, start=1):
        if one.to not in set(To):
            raise Unfit(WRONG["enum"], place=("talks", number, "to"))
    return paper
