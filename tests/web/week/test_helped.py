"""What is proposed for a week: what helped first, what was only done as it was, what hurt never."""

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.people import Account
from tests.web.rosters.desk import NOW
from tests.web.windows.couple import move_in

from aftershift.engines.coach import proposing
from aftershift.engines.coach.state import Known
from aftershift.web.coach import queries as coach
from aftershift.web.coach.models import Talk
from aftershift.web.coach.papers import Step
from aftershift.web.week import fitting, queries
from aftershift.web.week.fitting import Proposal


@pytest.fixture
def couple(nurse: Account) -> Account:
    """The nurse and Sam, with both rosters."""
    move_in(nurse)
    return nurse


def proposed(who: Account) -> tuple[Proposal, ...]:
    return fitting.proposals(queries.view(by=who.by, now=NOW), by=who.by)


def test_what_helped_comes_first_among_what_fits(couple: Account) -> None:
    first = proposed(couple)
    assert len(first) > 1
    assert all(one.why != "it helped you before" for one in first)
    last = first[-1].practice.id
    with_step(couple, last, "did")
    assert [one.practice.id for one in proposed(couple)] == [one.practice.id for one in first]
    assert why_of(couple, last) == "you did it before"
    with_step(couple, last, "helped")
    assert why_of(couple, last) == "it helped you before"
    assert ranked(couple)[0] == last
    with_step(couple, last, "worse")
    assert last not in ranked(couple)


def with_step(who: Account, practice: str, outcome: str) -> None:
    """Keep one step of long ago with what came of it."""
    row = Talk.objects.filter(person=who.person).first() or Talk(person=who.person)
    step = Step(practice=practice, planned=NOW - timedelta(days=30), outcome=outcome)
    row.write_from(who.by.vault, replace(coach.paper(by=who.by), steps=(step,)))
    row.save()


def why_of(who: Account, practice: str) -> str:
    return next(one.why for one in proposed(who) if one.practice.id == practice)


def ranked(who: Account) -> list[str]:
    """Name what may be proposed in the coach's own order, before each is given its day."""
    seen = queries.view(by=who.by, now=NOW)
    kept = coach.paper(by=who.by)
    known = Known(helped=coach.helped(kept), done=coach.done(kept))
    practices = [one.practice for one in proposed(who)]
    return [one.id for one, _why in proposing.proposed(practices, fitting.suits(seen), known, ())]
