"""Reads of the list; each takes `by`, whose vault opens what is read."""

from datetime import datetime

from aftershift.engines.together.network import Contact, due
from aftershift.web.network.models import Network
from aftershift.web.network.papers import NetworkPaper
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.windows import queries as windows


def paper(*, by: SignedIn) -> NetworkPaper:
    """Open the list."""
    row = Network.objects.filter(person=by.person).first()
    return row.read_as(by.vault, NetworkPaper) if row else NetworkPaper()


def due_today(*, by: SignedIn, now: datetime) -> tuple[Contact, ...]:
    """Give those of whom the person wanted to be reminded by now."""
    return due(paper(by=by).people, windows.today(by=by, now=now))
