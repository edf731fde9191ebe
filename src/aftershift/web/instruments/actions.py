"""Every change of what is kept; none of them is announced to anybody."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from aftershift.web.instruments import queries
from aftershift.web.instruments.models import Measures
from aftershift.web.instruments.papers import Kept, MeasuresPaper
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.people.turns import own_turn

TWICE = timedelta(minutes=10)  # the same answers within so long were sent twice


def keep(*, by: SignedIn, new: Kept) -> Kept:
    """Keep a filled form; the same one sent twice is kept once. Raises TooMuch."""
    with own_turn(by):
        before = queries.paper(by=by).kept
        last = before[-1] if before else None
        if last and new.at - last.at < TWICE and replace(last, id=new.id, at=new.at) == new:
            return last
        _save(by, (*before, new))
    return new


def keep_brought(*, by: SignedIn, brought: Iterable[Kept]) -> None:
    """Keep what came back from a file, all of it or nothing; not what is here. Raises TooMuch."""
    with own_turn(by):
        before = queries.paper(by=by).kept
        new = [one for one in brought if not is_here(one, before)]
        _save(by, (*before, *new))


def is_here(one: Kept, kept: Iterable[Kept]) -> bool:
    """Say whether the same answers of the same moment are kept already."""
    return any(
        (one.instrument, one.at, one.answers) == (other.instrument, other.at, other.answers)
        for other in kept
    )


def erase(*, by: SignedIn, kept_id: UUID) -> None:
    """Erase one of them."""
    with own_turn(by):
        before = queries.paper(by=by).kept
        _save(by, tuple(one for one in before if one.id != str(kept_id)))


def erase_all(*, by: SignedIn, instrument: str) -> None:
    """Erase everything that was kept of one instrument."""
    with own_turn(by):
        before = queries.paper(by=by).kept
        _save(by, tuple(one for one in before if one.instrument != instrument))


def _save(by: SignedIn, kept: tuple[Kept, ...]) -> None:
    row = Measures.objects.filter(person=by.person).first() or Measures(person=by.person)
    row.write_from(by.vault, MeasuresPaper(kept=tuple(sorted(kept, key=lambda one: one.at))))
    row.save()
