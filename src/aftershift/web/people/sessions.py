"""Live sessions: the browser holds a secret, the row holds the key closed under that secret.

Nothing is cached between requests: whoever deletes the row has locked the session in every
process at once.
"""

import hashlib
import secrets
from datetime import datetime, timedelta

from django.db.models import Q
from django.http import HttpResponse

from aftershift.web.people.models import LiveSession, Person
from aftershift.web.people.signals import entered
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.sealed import Sealed
from aftershift.web.services import services
from aftershift.wiring import Vault

COOKIE = "__Host-aftershift"
_SEEN_AT_MOST_EVERY = timedelta(minutes=1)
_OPEN = (LiveSession.OPEN, LiveSession.RECOVERED)
_WAITING = (LiveSession.PENDING, LiveSession.RECOVERING)


def begin(*, person: Person, vault: Vault, state: str, now: datetime) -> str:
    """Write a session row, and return the secret for the browser's cookie."""
    secret = secrets.token_urlsafe(32)
    wrap = services().keys.wrap_for_session(vault, secret.encode(), state)
    LiveSession.objects.create(
        secret_hash=_hashed(secret),
        person=person,
        state=state,
        born=now,
        seen=now,
        key=Sealed(wrap),
    )
    if state == LiveSession.OPEN:
        entered.send(sender=LiveSession, person=person, vault=vault)
    return secret


def open_by(secret: str, now: datetime) -> SignedIn | None:
    """Find who holds this secret with a live session, and open their vault."""
    live = Q(state__in=_OPEN, born__gt=now - LiveSession.ABSOLUTE, seen__gt=now - LiveSession.IDLE)
    return _found(secret, live)


def waiting_by(secret: str, now: datetime) -> SignedIn | None:
    """Find who holds this secret and still owes a second factor; for the factor's step only."""
    return _found(secret, Q(state__in=_WAITING, born__gt=now - LiveSession.WAITING))


def see(session: LiveSession, now: datetime) -> None:
    """Note that a person did something, at most once a minute."""
    if now - session.seen >= _SEEN_AT_MOST_EVERY:
        LiveSession.objects.filter(id=session.id).update(seen=now)


def lock(secret: str) -> None:
    """Delete the session of this secret, in whatever state it is."""
    LiveSession.objects.filter(secret_hash=_hashed(secret)).delete()


def expire(now: datetime) -> None:
    """Delete the sessions that have ended."""
    LiveSession.objects.filter(
        Q(born__lte=now - LiveSession.ABSOLUTE)
        | Q(seen__lte=now - LiveSession.IDLE)
        | Q(state__in=_WAITING, born__lte=now - LiveSession.WAITING)
    ).delete()


def give_cookie(response: HttpResponse, secret: str) -> HttpResponse:
    """Hand the secret to the browser, which forgets it when it is closed."""
    response.set_cookie(COOKIE, secret, secure=True, httponly=True, samesite="Lax", path="/")
    return response


def take_cookie(response: HttpResponse) -> HttpResponse:
    """Make the browser forget its secret."""
    # Not delete_cookie: it omits HttpOnly, and a browser refuses a __Host- cookie not Secure.
    response.set_cookie(COOKIE, "", max_age=0, secure=True, httponly=True, samesite="Lax")
    return response


def _found(secret: str, condition: Q) -> SignedIn | None:
    rows = LiveSession.objects.filter(condition, secret_hash=_hashed(secret))
    session = rows.select_related("person").first()
    if session is None:
        return None
    vault = services().keys.open_session(
        session.person_id, secret.encode(), session.state, session.key.envelope
    )
    if vault is None:
        return None
    return SignedIn(person=session.person, vault=vault, session=session)


def _hashed(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
