"""What this wing holds of a person: to take away and to erase."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from pydantic import TypeAdapter

from aftershift.web.carrying import Carried
from aftershift.web.people.models import Person
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.strict import Unfit, is_name
from aftershift.web.windows import queries
from aftershift.web.windows.models import OutFeed, Plan
from aftershift.web.windows.papers import PlanPaper

CARRIES = (
    Carried(name="plan", model=Plan, shape=PlanPaper, comes=lambda paper, by: _named(paper)),
)
STAYS = (_("the address of your calendar feed: open a new one"),)


def export(by: SignedIn) -> dict[str, Any]:
    """Give the plan, and whether a feed is open; its address is a key and is not given away."""
    plan = TypeAdapter(PlanPaper).dump_python(queries.plan(by=by), mode="json")
    return {**plan, "feed_open": bool(queries.feed_token(by=by))}


def erase(person: Person) -> None:
    """Delete the plan and the feed."""
    OutFeed.objects.filter(person_id=person.id).delete()
    Plan.objects.filter(person_id=person.id).delete()


def _named(paper: PlanPaper) -> PlanPaper:
    """Refuse an item whose name no address could carry."""
    for number, one in enumerate((*paper.items, *paper.small), start=1):
        if not is_name(one.uid):
            raise Unfit(_("this is no name of a row or of a person"), place=("items", number))
    return paper
