"""Changes to second factors, and their use; like actions, they say what was not right."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction

from aftershift.web.people import second_factors, throttle
from aftershift.web.people.actions import Entry, enter_after_factor, is_password
from aftershift.web.people.models import Factor, LiveSession
from aftershift.web.people.second_factors import Challenge
from aftershift.web.people.signed_in import SignedIn

_NAMES = {Factor.TOTP: "Code app", Factor.PASSKEY: "Passkey"}


def pass_by_code(code: str, *, waiting: SignedIn, now: datetime) -> Entry | None:
    """Go on with a one-time code; None when it is wrong or was used."""
    throttle.count(throttle.SECOND_FACTORS, str(waiting.person.id), now=now)
    if not second_factors.use_code(waiting.person, code, now):
        return None
    throttle.forgive(throttle.SECOND_FACTORS, str(waiting.person.id), now=now)
    return enter_after_factor(waiting, now=now)


def ask_to_pass_by_passkey(*, waiting: SignedIn) -> dict[str, Any]:
    """Ask the browser for one of the person's passkeys."""
    question, challenge = second_factors.ask_for_passkey(waiting.person)
    _keep_challenge(waiting, challenge)
    return question


def pass_by_passkey(answer: Mapping[str, Any], *, waiting: SignedIn, now: datetime) -> Entry | None:
    """Go on with a passkey; None when the answer does not fit what was asked."""
    challenge = _take_challenge(waiting)
    if challenge is None or not second_factors.use_passkey(waiting.person, challenge, answer):
        return None
    return enter_after_factor(waiting, now=now)


def add_code_app(seed: str, code: str, password: str, *, by: SignedIn, now: datetime) -> str | None:
    """Add an app that shows codes, once it has shown a right one."""
    if not is_password(password, by=by, now=now):
        return "password"
    step = second_factors.code_step(seed, code, after=0, now=now)
    if step is None:
        return "code"
    _add(by, Factor.TOTP, seed.encode(), counter=step, now=now)
    return None


def ask_for_new_passkey(password: str, *, by: SignedIn, now: datetime) -> dict[str, Any] | None:
    """Ask the browser to make a passkey; None when the password is wrong."""
    if not is_password(password, by=by, now=now):
        return None
    question, challenge = second_factors.ask_for_new_passkey(by.person)
    _keep_challenge(by, challenge)
    return question


def add_passkey(answer: Mapping[str, Any], *, by: SignedIn, now: datetime) -> bool:
    """Add the passkey that the browser made; say whether its answer fits what was asked."""
    challenge = _take_challenge(by)
    credential = challenge and second_factors.new_passkey(challenge, answer)
    if not credential:
        return False
    _add(by, Factor.PASSKEY, credential, counter=0, now=now)
    return True


def remove_factor(factor_id: UUID, password: str, *, by: SignedIn, now: datetime) -> str | None:
    """Take a second factor away."""
    if not is_password(password, by=by, now=now):
        return "password"
    Factor.objects.filter(person=by.person, id=factor_id).delete()
    return None


def _add(by: SignedIn, kind: str, seed: bytes, *, counter: int, now: datetime) -> None:
    number = Factor.objects.filter(person=by.person, kind=kind).count() + 1
    factor_id = uuid4()
    Factor.objects.create(
        id=factor_id,
        person=by.person,
        kind=kind,
        name=f"{_NAMES[kind]} {number}",
        seed=second_factors.sealed_seed(by.person.id, factor_id, seed),
        counter=counter,
        born=now.date(),
    )


def _keep_challenge(by: SignedIn, challenge: Challenge) -> None:
    LiveSession.objects.filter(id=by.session.id).update(challenge=challenge)


def _take_challenge(by: SignedIn) -> Challenge | None:
    """Take the challenge of this session: it is good for one answer."""
    with transaction.atomic():
        row = LiveSession.objects.select_for_update().filter(id=by.session.id).first()
        if row is None or row.challenge is None:
            return None
        LiveSession.objects.filter(id=row.id).update(challenge=None)
    kept: Challenge = row.challenge
    return kept
