"""Counting both partners in one experiment: where that stands, and what comes of it at the end."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from aftershift.engines.checkins.experiments import Block, Result, Said, result
from aftershift.engines.checkins.items import HIGHEST
from aftershift.engines.together.trying import (
    LEAST,
    Joint,
    Pair,
    Trial,
    ahead,
    asked,
    hand_over,
    joint,
)
from aftershift.web.checkins import queries as checkins
from aftershift.web.experiments import queries, sharing
from aftershift.web.experiments.papers import Both, Experiment, Outcome
from aftershift.web.people.signed_in import SignedIn

ITEMS = frozenset(Outcome) - {Outcome.SLEPT}  # what both say in the same minute of the same day


def pairs_of(blocks: Sequence[Block]) -> tuple[Pair, ...]:
    """Give the evenings of blocks, as a side carries them."""
    return tuple((each.with_ritual, each.without) for each in blocks)


def blocks_of(pairs: Sequence[Pair]) -> tuple[Block, ...]:
    """Give the blocks of evenings that a side carried."""
    return tuple(Block(with_ritual=one, without=other) for one, other in pairs)


def may_ask(*, by: SignedIn, one: Experiment, now: datetime) -> bool:
    """Say whether one may ask to count both: of what is for two, runs, and has blocks to come."""
    return (
        one.wish.two
        and one.wish.outcome in ITEMS
        and one.both is Both.NO
        and queries.is_running(by=by, one=one, now=now)
        and len(ahead(pairs_of(one.blocks), checkins.today(by=by, now=now))) >= LEAST
    )


def asks(found: sharing.Sides, *, by: SignedIn, now: datetime) -> tuple[Trial, ...]:
    """Give what the other asks and one has neither answered nor put away."""
    paper = queries.paper(by=by)
    known = frozenset(paper.aside) | {one.id for one in paper.experiments}
    today = checkins.today(by=by, now=now)
    open_ = asked(found.own.trials, found.other.trials, known=known, today=today)
    return tuple(one for one in open_ if one.item in ITEMS)


def may_hand_over(*, by: SignedIn, one: Experiment, now: datetime) -> bool:
    """Say whether the evenings are over, so that one's numbers may go; never after a stop."""
    return (
        one.stopped is None
        and one.both is Both.YES
        and bool(one.blocks)
        and not queries.is_running(by=by, one=one, now=now)
    )


def handed(*, by: SignedIn, one: Experiment, trial: Trial) -> Trial:
    """Give one's yes with one's numbers beside it, as they would be handed over now."""
    said = queries.answers(by=by, one=one)
    return hand_over(trial, pairs_of(one.blocks), said, highest=HIGHEST)


def result_of(found: Joint) -> Result:
    """Say what the means come to; no figure of fewer than LEAST blocks."""
    blocks, outcome = blocks_of(found.pairs), Outcome(found.item)
    better = queries.better(found.means, outcome)
    after = max((each.last for each in blocks), default=date.min) + timedelta(days=1)
    come = result(blocks, better, today=after)
    if come.used < LEAST:
        return Result(said=Said.STOPPED, planned=come.planned, used=come.used)
    return come


def joint_of(found: sharing.Sides, one: Experiment) -> Joint | None:
    """Lay what both handed over together; None until both did, as where either never said yes."""
    return joint(found.own.trials, found.other.trials, one.id)
