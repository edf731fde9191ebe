"""Every change to an account: to make it, to enter it, to leave it, to change its keys.

Where somebody may err, an action says what was not right: the name of the field, or None when
all was well. No action holds a transaction across a password check.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction

from aftershift.web.limits import DERIVATIONS
from aftershift.web.people import personal, queries, recovery, sessions, throttle
from aftershift.web.people.models import Factor, Household, Keyring, LiveSession, Member, Person
from aftershift.web.people.signals import member_removed
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.people.spelling import tidy
from aftershift.web.people.turns import own_turn
from aftershift.web.sealed import Sealed
from aftershift.web.services import services
from aftershift.wiring import Vault


@dataclass(frozen=True, kw_only=True, slots=True)
class Credentials:
    """What somebody typed at the door, and from which network."""

    name: str
    secret: str = field(repr=False)  # a password or a recovery key
    network: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """A session just begun: the browser's secret, and whether a second factor is to come."""

    secret: str = field(repr=False)
    is_waiting: bool = False
    recovery_key: str = field(default="", repr=False)  # only when one was just printed


def sign_up(given: Credentials, *, now: datetime) -> Entry | None:
    """Make an account and enter it; None when the name is somebody's already."""
    throttle.count(throttle.NEW_ACCOUNTS, given.network, now=now)
    keys, name = services().keys, tidy(given.name)
    if Person.objects.filter(name_key=name.casefold()).exists():
        return None
    new = keys.make(uuid4())
    with DERIVATIONS.turn():
        password_wrap = keys.wrap_by_password(new.vault, given.secret)
    person = Person(id=new.vault.person, name=name, name_key=name.casefold(), born=now.date())
    person.public_key = new.public_key
    keyring = Keyring(
        person=person, password_wrap=Sealed(password_wrap), private_half=Sealed(new.private_half)
    )
    printed = recovery.print_key(keyring, new.vault)
    try:
        with transaction.atomic():
            person.save(force_insert=True)
            keyring.save(force_insert=True)
            _found_household(person, new.vault)
            secret = sessions.begin(person=person, vault=new.vault, state=LiveSession.OPEN, now=now)
    except IntegrityError:  # somebody took the name in the meantime
        return None
    return Entry(secret=secret, recovery_key=printed)


def sign_in(given: Credentials, *, now: datetime) -> Entry | None:
    """Enter by name and password; None when they do not belong together."""
    keyring = _keyring_for(given, now)
    keys = services().keys
    with DERIVATIONS.turn():
        if keyring is None:
            keys.spend_a_guess(given.secret)
            return None
        vault = keys.open_by_password(
            keyring.person_id, given.secret, keyring.password_wrap.envelope
        )
    if vault is None:
        return None
    _forgive(given, now)
    return _enter(keyring, vault, now, waiting=LiveSession.PENDING, through=LiveSession.OPEN)


def sign_in_by_recovery_key(given: Credentials, *, now: datetime) -> Entry | None:
    """Enter by name and recovery key, to set a new password; the second factor stays."""
    keyring = _keyring_for(given, now)
    if keyring is None:
        return None
    vault = services().keys.open_by_recovery_key(
        keyring.person_id, given.secret, keyring.recovery_wrap.envelope
    )
    if vault is None:
        return None
    _forgive(given, now)
    return _enter(
        keyring, vault, now, waiting=LiveSession.RECOVERING, through=LiveSession.RECOVERED
    )


def enter_after_factor(waiting: SignedIn, *, now: datetime) -> Entry | None:
    """Replace a waiting session by an open one; None when it was used or locked meanwhile."""
    with transaction.atomic():
        deleted, _ = LiveSession.objects.filter(id=waiting.session.id).delete()
        if not deleted:
            return None
        state = LiveSession.AFTER_FACTOR[waiting.session.state]
        secret = sessions.begin(person=waiting.person, vault=waiting.vault, state=state, now=now)
    return Entry(secret=secret)


def lock(secret: str) -> None:
    """Lock the session of this browser."""
    sessions.lock(secret)


def sign_out_device(session_id: UUID, *, by: SignedIn) -> None:
    """Lock one of the person's own sessions, wherever it is."""
    LiveSession.objects.filter(person=by.person, id=session_id).delete()


def sign_out_everywhere(*, by: SignedIn) -> None:
    """Lock all of the person's sessions at once."""
    LiveSession.objects.filter(person=by.person).delete()


def is_password(password: str, *, by: SignedIn, now: datetime) -> bool:
    """Say whether this is the password, asked again before something that matters."""
    throttle.count(throttle.PASSWORDS_AGAIN, str(by.person.id), now=now)
    wrap = Keyring.objects.get(person=by.person).password_wrap.envelope
    with DERIVATIONS.turn():
        is_right = services().keys.open_by_password(by.person.id, password, wrap) is not None
    if is_right:
        throttle.forgive(throttle.PASSWORDS_AGAIN, str(by.person.id), now=now)
    return is_right


def change_password(old: str, new: str, *, by: SignedIn, now: datetime) -> str | None:
    """Wrap the key anew and sign the other devices out."""
    if not is_password(old, by=by, now=now):
        return "old"
    with DERIVATIONS.turn():
        wrap = services().keys.wrap_by_password(by.vault, new)
    with transaction.atomic():
        Keyring.objects.filter(person=by.person).update(password_wrap=Sealed(wrap))
        LiveSession.objects.filter(person=by.person).exclude(id=by.session.id).delete()
    return None


def renew_recovery_key(password: str, *, by: SignedIn, now: datetime) -> str | None:
    """Print a new recovery key, which ends the old one; None when the password is wrong."""
    if not is_password(password, by=by, now=now):
        return None
    with transaction.atomic():
        keyring = Keyring.objects.select_for_update().get(person=by.person)
        printed = recovery.print_key(keyring, by.vault)
        keyring.save()
    return printed


def check_recovery_key(groups: Mapping[int, str], *, by: SignedIn) -> bool:
    """Compare the groups that were asked for; once they are right, they are forgotten."""
    keyring = Keyring.objects.get(person=by.person)
    if not recovery.is_right(groups, keyring, by.vault):
        return False
    Keyring.objects.filter(person=by.person).update(recovery_check=None)
    return True


def finish_recovery(password: str, *, by: SignedIn, now: datetime) -> Entry:
    """Set a new password and a new recovery key after a recovery, and lock all else."""
    with DERIVATIONS.turn():
        wrap = services().keys.wrap_by_password(by.vault, password)
    with transaction.atomic():
        keyring = Keyring.objects.select_for_update().get(person=by.person)
        keyring.password_wrap = Sealed(wrap)
        printed = recovery.print_key(keyring, by.vault)
        keyring.save()
        LiveSession.objects.filter(person=by.person).delete()
        secret = sessions.begin(person=by.person, vault=by.vault, state=LiveSession.OPEN, now=now)
    return Entry(secret=secret, recovery_key=printed)


def add_member(label: str, *, by: SignedIn) -> UUID | None:
    """Add somebody without an account to the household, named as only `by` can read.

    None when somebody there is called that already: pages tell people apart by what they are
    called, and say "you" to one of them.
    """
    with own_turn(by):
        called = {tidy(card.label).casefold() for card in queries.household(by=by)}
        if tidy(label).casefold() in called:
            return None
        own = Member.objects.get(person=by.person, keeper=by.person)
        return _add_member(own.household, by.person, by.vault, label).id


def remove_member(member_id: UUID, *, by: SignedIn) -> None:
    """Take somebody without an account out of the household, with all that hangs on them."""
    with own_turn(by):
        removed, _rows = Member.objects.filter(id=member_id, keeper=by.person, person=None).delete()
        if removed:
            member_removed.send(sender=Member, by=by, member=member_id)


def _keyring_for(given: Credentials, now: datetime) -> Keyring | None:
    """Count the attempt, then find whose name this is."""
    key = tidy(given.name).casefold()
    throttle.count(throttle.BY_NETWORK, given.network, now=now)
    throttle.count(throttle.BY_NETWORK_AND_NAME, given.network, key, now=now)
    return Keyring.objects.select_related("person").filter(person__name_key=key).first()


def _forgive(given: Credentials, now: datetime) -> None:
    """Forget the slips of somebody who knew it after all."""
    key = tidy(given.name).casefold()
    throttle.forgive(throttle.BY_NETWORK_AND_NAME, given.network, key, now=now)


def _enter(keyring: Keyring, vault: Vault, now: datetime, *, waiting: str, through: str) -> Entry:
    """Begin the session: waiting where there is a second factor, straight through where not."""
    person = keyring.person
    is_waiting = Factor.objects.filter(person=person).exists()
    personal.expire(now)
    state = waiting if is_waiting else through
    secret = sessions.begin(person=person, vault=vault, state=state, now=now)
    return Entry(secret=secret, is_waiting=is_waiting)


def _found_household(person: Person, vault: Vault) -> None:
    household = Household.objects.create()
    own = _add_member(household, person, vault, person.name)
    Member.objects.filter(id=own.id).update(person=person)


def _add_member(household: Household, keeper: Person, vault: Vault, label: str) -> Member:
    member = Member(household=household, keeper=keeper)
    member.label = Sealed(vault.seal(Member.KIND, member.id, tidy(label).encode()))
    member.save(force_insert=True)
    return member
