"""What this wing holds of a person: to take away and to erase."""

from dataclasses import replace
from typing import Any

from django.utils.translation import gettext_lazy as _

from aftershift.engines.checkins.experiments import Block
from aftershift.engines.together.trying import Trial
from aftershift.web.carrying import Carried
from aftershift.web.experiments import queries, sharing
from aftershift.web.experiments.models import Experiments
from aftershift.web.experiments.papers import Both, Experiment, ExperimentsPaper
from aftershift.web.experiments.words import OUTCOMES, name_of
from aftershift.web.people.models import Person
from aftershift.web.people.signed_in import SignedIn

CARRIES = (
    Carried(
        name="experiments",
        model=Experiments,
        shape=ExperimentsPaper,
        goes=lambda paper, by: _alone(paper),
        comes=lambda paper, by: _came(paper, by),
    ),
)
STAYS = (_("a yes to counting both of you in an experiment: it counts as taken back"),)


def export(by: SignedIn) -> dict[str, Any]:
    """Give every experiment as it was drawn, what was ticked, and what one laid ready for both."""
    paper, found = queries.paper(by=by), sharing.sides(by=by)
    return {
        "experiments": [_taken(one) for one in paper.experiments],
        "identity": {"put_away": list(paper.aside)},
        "counts_both": [_laid(one) for one in found.own.trials] if found else [],
    }


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
        "drawn_by_the_other": one.joined,
        "both_count": one.both.value,
        "stopped": one.stopped.isoformat() if one.stopped else "",
    }


def _laid(one: Trial) -> dict[str, Any]:
    return {
        "identity": one.id,
        "said_yes": one.said.isoformat(),
        "evenings": [[day.isoformat() for day in pair] for pair in one.pairs],
        "numbers": {day.isoformat(): value for day, value in (one.numbers or {}).items()},
    }


def _block(each: Block) -> dict[str, str]:
    return {"with": each.with_ritual.isoformat(), "without": each.without.isoformat()}


def _alone(paper: ExperimentsPaper) -> ExperimentsPaper:
    """Give every experiment as one's own: what was said to a link does not leave it."""
    yes = Both.YES
    left = (replace(one, both=Both.BACK) if one.both is yes else one for one in paper.experiments)
    return replace(paper, experiments=tuple(left))


def _came(paper: ExperimentsPaper, by: SignedIn) -> ExperimentsPaper:
    """Take what this account said to its own link off it: those experiments are replaced."""
    found = sharing.sides(by=by)
    for trial in found.own.trials if found else ():
        sharing.withdraw(by=by, experiment_id=trial.id)
    return _alone(paper)
