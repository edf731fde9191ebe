"""What this wing holds of a person: to take away and to erase."""

from typing import Any

from aftershift.engines.checkins.experiments import Block
from aftershift.web.experiments import queries
from aftershift.web.experiments.models import Experiments
from aftershift.web.experiments.papers import Experiment
from aftershift.web.experiments.words import OUTCOMES, name_of
from aftershift.web.people.models import Person
from aftershift.web.people.signed_in import SignedIn


def export(by: SignedIn) -> dict[str, Any]:
    """Give every experiment as it was drawn, and what was ticked."""
    return {"experiments": [_taken(one) for one in queries.paper(by=by).experiments]}


def erase(person: Person) -> None:
    """Delete the row."""
    Experiments.objects.filter(person_id=person.id).delete()


def _taken(one: Experiment) -> dict[str, Any]:
    return {
        "identity": one.id,
        "tries": name_of(one),
        "for_two": one.wish.two,
        "compares": str(OUTCOMES[one.wish.outcome]),
        "blocks_wanted": one.wish.blocks,
        "begun": one.begun.isoformat(),
        "blocks": [_block(each) for each in one.blocks],
        "blocks_dropped": [_block(each) for each in one.dropped],
        "done": {day.isoformat(): did for day, did in one.done.items()},
        "held_in_plan": sorted(day.isoformat() for day in one.held),
        "stopped": one.stopped.isoformat() if one.stopped else "",
    }


def _block(each: Block) -> dict[str, str]:
    return {"with": each.with_ritual.isoformat(), "without": each.without.isoformat()}
