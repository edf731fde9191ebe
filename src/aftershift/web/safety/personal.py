"""What this wing holds of a person: to take away and to erase."""

from dataclasses import asdict, replace
from typing import Any

from django.utils.translation import gettext_lazy as _

from aftershift.web.carrying import Carried
from aftershift.web.people.models import Person
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.safety import queries
from aftershift.web.safety.models import Own
from aftershift.web.safety.papers import STEPS, OwnPaper
from aftershift.web.strict import Unfit

CARRIES = (
    Carried(
        name="own",
        model=Own,
        shape=OwnPaper,
        always=True,
        goes=lambda paper, by: replace(paper, asked=False),
        comes=lambda paper, by: _whole(paper),
    ),
)
STAYS = (_("your answer to the question before anything is shared: it is asked again"),)


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


def _whole(paper: OwnPaper) -> OwnPaper:
    if len(paper.steps) != STEPS:
        raise Unfit(_("a plan has six steps, empty ones among them"), place=("steps",))
    return replace(paper, asked=False)
