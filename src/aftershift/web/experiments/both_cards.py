"""What the pages say of counting both. Nothing of the other's is here but what both handed over."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.utils.functional import Promise

from aftershift.web.experiments import both, sharing
from aftershift.web.experiments.both_actions import wish_of
from aftershift.web.experiments.papers import Experiment
from aftershift.web.experiments.words import OUTCOMES, Verdict, mean_verdict, name_of_wish
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.safety import queries as safety


class Stage(StrEnum):
    """How far counting both has come, as far as one's own page may say."""

    MAY_ASK = "may_ask"
    SAID = "said"
    MAY_HAND = "may_hand"
    HANDED = "handed"
    MET = "met"


@dataclass(frozen=True, kw_only=True, slots=True)
class BothCard:
    """Where it stands, with whom, and what came of it, once both handed over."""

    stage: Stage
    name: str
    numbers: int = 0  # how many of one's own there are to hand over
    verdict: Verdict | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class AskCard:
    """What the other asks to take part in; `who` is the other."""

    id: str
    who: str
    name: str
    outcome: Promise
    evenings: int
    first: date
    last: date


def running_card(*, by: SignedIn, one: Experiment, now: datetime) -> BothCard | None:
    """Say of one that runs whether one may ask, or said yes; None where neither."""
    found = sharing.sides(by=by)
    if found is None:
        return None
    if found.trial(one.id) is not None:
        return BothCard(stage=Stage.SAID, name=found.pair.name)
    if both.may_ask(by=by, one=one, now=now):
        return BothCard(stage=Stage.MAY_ASK, name=found.pair.name)
    return None


def over_card(*, by: SignedIn, one: Experiment) -> BothCard | None:
    """Say of one that is over what there is to do, or what came of it for both."""
    found = sharing.sides(by=by)
    trial = found.trial(one.id) if found else None
    if found is None or trial is None:
        return None
    if trial.numbers is None:
        handed = both.handed(by=by, one=one, trial=trial)
        return BothCard(
            stage=Stage.MAY_HAND, name=found.pair.name, numbers=len(handed.numbers or {})
        )
    met = both.joint_of(found, one)
    if met is None:
        return BothCard(stage=Stage.HANDED, name=found.pair.name)
    verdict = mean_verdict(both.result_of(met), one.wish.outcome)
    return BothCard(stage=Stage.MET, name=found.pair.name, verdict=verdict)


def ask_cards(*, by: SignedIn, now: datetime) -> tuple[AskCard, ...]:
    """Give what the other asks; nothing while what is for two is put away."""
    found = None if safety.is_just_me(by=by) else sharing.sides(by=by)
    if found is None:
        return ()
    return tuple(
        AskCard(
            id=one.id,
            who=found.pair.name,
            name=name_of_wish(wish_of(one)),
            outcome=OUTCOMES[wish_of(one).outcome],
            evenings=2 * len(one.pairs),
            first=min(day for pair in one.pairs for day in pair),
            last=max(day for pair in one.pairs for day in pair),
        )
        for one in both.asks(found, by=by, now=now)
    )
