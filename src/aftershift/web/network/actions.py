"""Every change of the list; nobody on it is told anything."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from aftershift.engines.together.network import MOST, Contact, talked
from aftershift.web.network import queries
from aftershift.web.network.models import Network
from aftershift.web.network.papers import NetworkPaper
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.people.turns import own_turn


class TooMany(Exception):
    """The list is as long as it may be."""


def add(*, by: SignedIn, contact: Contact) -> None:
    """Put somebody on the list; whoever is called the same is replaced. Raises TooMany."""
    with own_turn(by):
        others = [one for one in queries.paper(by=by).people if one.name != contact.name]
        if len(others) >= MOST:
            raise TooMany
        _save(by, NetworkPaper(people=(*others, contact)))


def note_talk(*, by: SignedIn, contact: UUID, today: date) -> None:
    """Note that they talked today."""
    with own_turn(by):
        people = queries.paper(by=by).people
        changed = (talked(one, today) if one.id == str(contact) else one for one in people)
        _save(by, NetworkPaper(people=tuple(changed)))


def silence(*, by: SignedIn, contact: UUID) -> None:
    """Take the reminder away; they stay on the list."""
    with own_turn(by):
        people = queries.paper(by=by).people
        changed = (
            replace(one, remind_on=None) if one.id == str(contact) else one for one in people
        )
        _save(by, NetworkPaper(people=tuple(changed)))


def remove(*, by: SignedIn, contact: UUID) -> None:
    """Take somebody off the list."""
    with own_turn(by):
        people = queries.paper(by=by).people
        left = tuple(one for one in people if one.id != str(contact))
        _save(by, NetworkPaper(people=left))


def _save(by: SignedIn, paper: NetworkPaper) -> None:
    row = Network.objects.filter(person=by.person).first() or Network(person=by.person)
    row.write_from(by.vault, paper)
    row.save()
