"""What this wing holds of a person: to take away, to erase, to let go in time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from aftershift.web.carrying import Carried, Naming
from aftershift.web.people import queries, sessions, throttle
from aftershift.web.people.models import Household, Keyring, LiveSession, Member, Person
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.people.spelling import tidy
from aftershift.web.sealed import Sealed
from aftershift.web.strict import Unfit, read


@dataclass(frozen=True, kw_only=True, slots=True)
class Housemate:
    """Somebody in the household of a file: the name that counts, and what they are called."""

    row: UUID
    label: str


MOST_MEMBERS = 40
_LONGEST = 40  # characters of what somebody is called

CARRIES: tuple[Carried, ...] = ()  # the household, which all else speaks of, is `household`'s
STAYS = (
    _("your name, password, recovery key and second factors: this account keeps its own"),
    _("where you are signed in"),
)


def export(by: SignedIn) -> dict[str, Any]:
    """Give everything that this wing holds and a person can read; keys are not among it."""
    return {
        "name": by.person.name,
        "since": by.person.born.isoformat(),
        "household": [
            {"label": member.label, "you": member.is_self, "account": member.has_account}
            for member in queries.household(by=by)
        ],
        "second_factors": [
            {"name": factor.name, "kind": factor.kind, "since": factor.since.isoformat()}
            for factor in queries.factors(by=by)
        ],
        "signed_in": [
            {"since": device.since.isoformat(), "seen": device.seen.isoformat()}
            for device in queries.devices(by=by)
        ],
    }


def household(naming: Naming, *, by: SignedIn) -> list[dict[str, Any]]:
    """Give the household for another account: the person first, each under a counted name."""
    cards = queries.household(by=by)
    for number, card in enumerate(cards, start=1):
        naming.count("member", number, card.id)
    return [{"row": str(naming.known[card.id]), "label": card.label} for card in cards]


def holds_anybody(*, by: SignedIn) -> bool:
    """Say whether there is anybody in the household but the person."""
    return Member.objects.filter(keeper_id=by.person.id, person=None).exists()


def bring_household(held: Any, naming: Naming, *, by: SignedIn) -> int:
    """Keep a household in place of the one that is here; say how many. Raises Unfit.

    The first is the person: they keep their place, and are called as they were.
    """
    told = read(list[Housemate], held)
    labels = [tidy(one.label) for one in told]
    _refuse_labels(labels)
    Member.objects.filter(keeper_id=by.person.id, person=None).delete()
    own = Member.objects.get(keeper_id=by.person.id, person_id=by.person.id)
    for one, label in zip(told, labels, strict=True):
        is_own = one is told[0]
        row = own if is_own else Member(household_id=own.household_id, keeper_id=by.person.id)
        row.label = Sealed(by.vault.seal(Member.KIND, row.id, label.encode()))
        row.save(force_insert=not is_own, force_update=is_own)
        naming.known[one.row] = row.id
    return len(told)


def _refuse_labels(labels: Sequence[str]) -> None:
    if not 0 < len(labels) <= MOST_MEMBERS:
        raise Unfit(_("a household has somebody in it, and not more than forty"))
    for number, label in enumerate(labels, start=1):
        if not 0 < len(label) <= _LONGEST:
            raise Unfit(_("here should be a name of up to 40 letters"), place=(number, "label"))
    if len({label.casefold() for label in labels}) < len(labels):
        raise Unfit(_("two people are called the same"))


def erase_keys(person: Person) -> None:
    """Delete the wraps: from now on neither password nor recovery key opens anything."""
    Keyring.objects.filter(person_id=person.id).delete()


def erase(person: Person) -> None:
    """Delete the wraps, then the live sessions, then the account and all that hangs on it."""
    erase_keys(person)
    LiveSession.objects.filter(person_id=person.id).delete()
    kept = Member.objects.filter(keeper_id=person.id)
    homes = set(kept.values_list("household_id", flat=True))
    kept.delete()
    Household.objects.filter(id__in=homes, member=None).delete()
    # By query, so that `person` keeps its id for the wings that erase after this one.
    Person.objects.filter(id=person.id).delete()


def expire(now: datetime) -> None:
    """Delete the sessions that have ended, and the counts of attempts that are over."""
    sessions.expire(now)
    throttle.expire(now)
