"""What this wing holds of a person: to take away and to erase."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from aftershift.web.carrying import Carried
from aftershift.web.pairing import queries
from aftershift.web.pairing.models import Bond, Invite, Side
from aftershift.web.people.models import Person
from aftershift.web.people.signed_in import SignedIn

CARRIES: tuple[Carried, ...] = ()
STAYS = (_("the link to another account: link again, when both of you want to"),)


def export(by: SignedIn) -> dict[str, Any]:
    """Give with whom somebody is linked; what they share is the wing's that shares it."""
    pair = queries.pair(by=by)
    return {"linked_with": pair.name if pair else ""}


def erase(person: Person) -> None:
    """Delete one's own note, one's own side and what waits."""
    Side.objects.filter(person_id=person.id).delete()
    Bond.objects.filter(person_id=person.id).delete()
    Invite.objects.filter(maker_id=person.id).delete()
