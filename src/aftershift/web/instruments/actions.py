"""Every change of what is kept; none of them is announced to anybody."""

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


def erase(*, by: SignedIn, kept_id: UUID) -> None:
    """Erase one of them."""
    with own_turn(by):
        before = queries.paper(by=by).kept
        _save(by, tuple(one for one in before if one.id != str(kept_id)))


def _save(by: SignedIn, kept: tuple[Kept, ...]) -> None:
    row = Measures.objects.filter(person=by.person).first() or Measures(person=by.person)
    row.write_from(by.vault, MeasuresPaper(kept=kept))
    row.save()
