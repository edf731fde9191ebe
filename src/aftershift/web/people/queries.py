"""Reads of accounts; each takes who asks, and returns nothing of anybody else."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from aftershift.web.people import recovery
from aftershift.web.people.models import Factor, Keyring, LiveSession, Member
from aftershift.web.people.signed_in import SignedIn

_CALM = (
    "amber autumn brisk calm clear copper dawn early gentle green hazel hidden keen level light "
    "little lunar mellow mild misty morning mossy narrow noon north open patient plain quiet "
    "river sandy silver slow small soft south spring steady still sunny warm winter"
)
_THINGS = (
    "acorn anchor arch badger beech bell birch bridge brook cedar clover comet cove elm fern "
    "field finch garden harbour heron hill ivy juniper lake lantern lark maple meadow mill "
    "orchard otter pebble pine pond quay reed robin rowan shore sparrow thistle tide willow wren"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class MemberCard:
    """Somebody in the household, as the person who asks named them."""

    id: UUID
    label: str
    is_self: bool
    has_account: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Device:
    """One signed-in browser, known by its times alone."""

    id: UUID
    since: datetime
    seen: datetime
    is_this_one: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class FactorCard:
    """A second factor as its owner sees it."""

    id: UUID
    name: str
    kind: str
    since: date


def suggested_name() -> str:
    """Suggest a name that says nothing about anybody."""
    number = 10 + secrets.randbelow(90)
    return f"{secrets.choice(_CALM.split())} {secrets.choice(_THINGS.split())} {number}"


def household(*, by: SignedIn) -> tuple[MemberCard, ...]:
    """Name the members of the household as `by` keeps them: themselves first, then by label."""
    members = Member.objects.filter(keeper=by.person)
    cards = (
        MemberCard(
            id=member.id,
            label=member.label.open(by.vault, kind=Member.KIND, row=member.id).decode(),
            is_self=member.person_id == by.person.id,
            has_account=member.person_id is not None,
        )
        for member in members
    )
    return tuple(sorted(cards, key=lambda card: (not card.is_self, card.label)))


def own_member(*, by: SignedIn) -> UUID:
    """Say which member of the household this person is; no name is opened for it."""
    own: UUID = Member.objects.values_list("id", flat=True).get(keeper=by.person, person=by.person)
    return own


def devices(*, by: SignedIn) -> tuple[Device, ...]:
    """List where this person is signed in, the latest first."""
    sessions = LiveSession.objects.filter(person=by.person, state=LiveSession.OPEN)
    return tuple(
        Device(
            id=session.id,
            since=session.born,
            seen=session.seen,
            is_this_one=session.id == by.session.id,
        )
        for session in sessions.order_by("-seen")
    )


def factors(*, by: SignedIn) -> tuple[FactorCard, ...]:
    """List this person's second factors, oldest first."""
    rows = Factor.objects.filter(person=by.person).order_by("born", "name")
    return tuple(
        FactorCard(id=row.id, name=row.name, kind=row.kind, since=row.born) for row in rows
    )


def kinds_of_factors(*, by: SignedIn) -> frozenset[str]:
    """Say which kinds of second factor this person has."""
    return frozenset(Factor.objects.filter(person=by.person).values_list("kind", flat=True))


def asked_groups(*, by: SignedIn) -> tuple[int, ...]:
    """Say which groups of the recovery key are still to be typed back; none when it was checked."""
    keyring = Keyring.objects.filter(person=by.person).first()  # none in a half-done erase
    return recovery.asked_groups(keyring, by.vault) if keyring else ()
