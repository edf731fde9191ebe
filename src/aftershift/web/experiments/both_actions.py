"""Every change of counting both. Each writes one's own side alone; nothing is announced."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from aftershift.engines.together.trying import Trial
from aftershift.web.checkins import queries as checkins
from aftershift.web.experiments import actions, both, queries, sharing
from aftershift.web.experiments.actions import NotNow, OneRuns, TooMany
from aftershift.web.experiments.papers import MOST, Both, Experiment, Outcome, Wish
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.people.turns import own_turn


def ask(*, by: SignedIn, experiment_id: UUID, now: datetime) -> None:
    """Say yes to counting both, which shows the plan to the other. Raises NotNow, NotLinked."""

    def said(one: Experiment) -> Experiment:
        if not both.may_ask(by=by, one=one, now=now):
            raise NotNow
        trial = Trial(
            id=one.id,
            item=one.wish.outcome.value,
            said=checkins.today(by=by, now=now),
            pairs=both.pairs_of(one.blocks),
            ritual=one.wish.ritual,
            words=one.wish.words,
        )
        sharing.say(by=by, trial=trial)
        return replace(one, both=Both.YES)

    actions.change(by, experiment_id, said)


def join(*, by: SignedIn, experiment_id: UUID, now: datetime) -> None:
    """Say yes to what the other asks: a plan of one's own, as the other drew it; told to nobody.

    Raises NotNow, OneRuns and TooMany.
    """
    with own_turn(by):
        found = sharing.sides(by=by)
        there = both.asks(found, by=by, now=now) if found else ()
        trial = next((one for one in there if one.id == str(experiment_id)), None)
        if trial is None:
            raise NotNow
        kept = queries.paper(by=by)
        if any(queries.is_running(by=by, one=one, now=now) for one in kept.experiments):
            raise OneRuns
        if len(kept.experiments) >= MOST:
            raise TooMany
        today = checkins.today(by=by, now=now)
        yes = replace(trial, said=today, ritual="", words="", numbers=None)
        sharing.say(by=by, trial=yes)
        new = Experiment(
            id=trial.id,
            wish=wish_of(trial),
            begun=today,
            blocks=both.blocks_of(trial.pairs),
            both=Both.YES,
            joined=True,
        )
        actions.save(by, replace(kept, experiments=(*kept.experiments, new)))


def put_aside(*, by: SignedIn, experiment_id: UUID) -> None:
    """Take what the other asks off one's own page; they see no difference."""
    with own_turn(by):
        found = sharing.sides(by=by)
        there = [one.id for one in found.other.trials] if found else []
        kept = queries.paper(by=by)
        aside = tuple(one for one in there if one == str(experiment_id) or one in kept.aside)
        actions.save(by, replace(kept, aside=aside))


def give_numbers(*, by: SignedIn, experiment_id: UUID, now: datetime) -> None:
    """Hand over one's numbers of the evenings of the plan, once. Raises NotNow."""
    with own_turn(by):
        one = queries.experiment(by=by, experiment_id=experiment_id)
        found = sharing.sides(by=by)
        trial = found.trial(str(experiment_id)) if found else None
        if one is None or trial is None or not both.may_hand_over(by=by, one=one, now=now):
            raise NotNow
        sharing.say(by=by, trial=both.handed(by=by, one=one, trial=trial))


def take_back(*, by: SignedIn, experiment_id: UUID) -> None:
    """Take one's yes back with all that went with it; one's own experiment goes on."""

    def taken(one: Experiment) -> Experiment:
        return replace(one, both=Both.BACK) if one.both is Both.YES else one

    with own_turn(by):
        sharing.withdraw(by=by, experiment_id=str(experiment_id))
        actions.change(by, experiment_id, taken)


def wish_of(trial: Trial) -> Wish:
    """Give what the other wants to find out."""
    return Wish(
        ritual=trial.ritual,
        words=trial.words,
        two=True,
        outcome=Outcome(trial.item),
        blocks=len(trial.pairs),
    )
