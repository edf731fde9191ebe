"""Every change of what is kept; none of them is announced to anybody."""

from dataclasses import replace
from uuid import UUID

from aftershift.web.people.signed_in import SignedIn
from aftershift.web.people.turns import own_turn
from aftershift.web.reflections import queries
from aftershift.web.reflections.models import Reflections
from aftershift.web.reflections.papers import Kept, ReflectionsPaper


def keep(*, by: SignedIn, new: Kept) -> Kept:
    """Keep a filled list; the same one sent twice on a day is kept once. Raises TooMuch."""
    with own_turn(by):
        before = queries.paper(by=by).kept
        again = next((one for one in before if replace(one, id=new.id) == new), None)
        if again is not None:
            return again
        _save(by, (*before, new))
    return new


def erase(*, by: SignedIn, kept_id: UUID) -> None:
    """Erase one of them."""
    with own_turn(by):
        before = queries.paper(by=by).kept
        _save(by, tuple(one for one in before if one.id != str(kept_id)))


def _save(by: SignedIn, kept: tuple[Kept, ...]) -> None:
    row = Reflections.objects.filter(person=by.person).first() or Reflections(person=by.person)
    row.write_from(by.vault, ReflectionsPaper(kept=kept))
    row.save()
