"""What this wing holds of a person: to take away, to erase, to let go in time."""

from datetime import datetime
from typing import Any

from aftershift.web.people import queries, sessions, throttle
from aftershift.web.people.models import Household, Keyring, LiveSession, Member, Person
from aftershift.web.people.signed_in import SignedIn


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
