"""Every change of a link. Ending one is announced to nobody, and looks like an empty day."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from aftershift.web.limits import Limit
from aftershift.web.pairing import codes, queries
from aftershift.web.pairing.models import Bond, Invite, Side
from aftershift.web.pairing.papers import BondPaper
from aftershift.web.pairing.queries import Pair, Stage
from aftershift.web.people import throttle
from aftershift.web.people.models import Person
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.people.turns import own_turn

LASTS = timedelta(minutes=10)
TRIES = Limit(name="pairing codes", times=10, span=timedelta(minutes=10))


def offer(*, by: SignedIn, now: datetime) -> None:
    """Make a code to be read aloud; an older one that waits ends with it."""
    with own_turn(by):
        if queries.standing(by=by, now=now).stage is Stage.LINKED:
            return
        _forget(by, now)
        link, code = uuid4(), codes.make()
        Invite.objects.create(
            id=link,
            maker=by.person,
            session=by.session,
            locator=codes.locator(code),
            maker_tag=codes.tag(code, link, "maker", bytes(by.person.public_key)),
            ends=now + LASTS,
        )
        _save(by, BondPaper(link=str(link), code=code, until=now + LASTS))


def answer(typed: str, *, by: SignedIn, now: datetime) -> bool:
    """Type the code that the other read aloud; say whether it led to somebody.

    The other still has to say yes, in the session that made it. Raises TooOften.
    """
    throttle.count(TRIES, str(by.person.id), now=now)
    code = codes.read(typed)
    with own_turn(by):
        invite = _open_invite(code, by, now) if code else None
        if invite is None:
            return False
        pinned = bytes(invite.maker.public_key)
        if invite.maker_tag != codes.tag(code, invite.id, "maker", pinned):
            return False
        vouched = codes.tag(code, invite.id, "joiner", bytes(by.person.public_key))
        _forget(by, now)
        free = Invite.objects.filter(id=invite.id, joiner=None)
        if not free.update(joiner=by.person, joiner_tag=vouched):
            return False
        _save(by, _knows(invite.id, invite.maker, until=invite.ends))
    return True


def confirm(*, by: SignedIn, now: datetime) -> bool:
    """Say that the right one typed the code; say whether the link stands now."""
    with own_turn(by):
        paper = queries.bond(by=by)
        if not paper.link:
            return False
        made_here = Invite.objects.filter(
            id=paper.link, maker=by.person, session=by.session, ends__gt=now
        )
        invite = made_here.exclude(joiner=None).select_related("joiner").first()
        if invite is None or invite.joiner is None:
            return False
        other, link = invite.joiner, invite.id
        key = bytes(other.public_key)
        if invite.joiner_tag != codes.tag(paper.code, link, "joiner", key):
            return False
        vault = queries.vault_of(link, key, by=by)
        for person in (by.person, other):
            side = Side(person=person, link=link)
            side.write(vault, {"author": str(person.id)})
            side.save(force_insert=True)
        invite.delete()
        _save(by, _knows(link, other, until=None))
    return True


def end(*, by: SignedIn, now: datetime) -> None:
    """End a link or an offer, at once: what one shared is gone from the other's pages too."""
    with own_turn(by):
        _forget(by, now)
        _save(by, BondPaper())


def write_side(pair: Pair, record: Any, *, by: SignedIn) -> None:
    """Share a paper in place of the one before; the caller has the turn. Raises TooMuch.

    One's own note is sealed anew with it: that a note changed says no more than that a side did.
    """
    row = Side.objects.get(link=pair.link, person=by.person)
    shape: Any = type(record)  # the type checker calls no class hashable
    said = queries.adapter(shape).dump_python(record, mode="json")
    row.write(pair.vault, {**said, "author": str(by.person.id)})
    row.save(update_fields=["body"])
    _save(by, queries.bond(by=by))


def _forget(by: SignedIn, now: datetime) -> None:
    """Empty one's own side, and take back what waits; empty sides of older links go."""
    pair = queries.pair(by=by)
    if pair is not None:
        row = Side.objects.get(link=pair.link, person=by.person)
        row.write(pair.vault, {"author": str(by.person.id)})
        row.save(update_fields=["body"])
    older = Side.objects.filter(person=by.person)
    (older.exclude(link=pair.link) if pair else older).delete()
    Invite.objects.filter(maker=by.person).delete()
    Invite.objects.filter(ends__lte=now).delete()


def _open_invite(code: str, by: SignedIn, now: datetime) -> Invite | None:
    if queries.standing(by=by, now=now).stage is Stage.LINKED:
        return None
    waiting = Invite.objects.filter(locator=codes.locator(code), joiner=None, ends__gt=now)
    return waiting.exclude(maker=by.person).select_related("maker").first()


def _knows(link: UUID, other: Person, *, until: datetime | None) -> BondPaper:
    return BondPaper(
        link=str(link),
        until=until,
        other=str(other.id),
        pinned=bytes(other.public_key).hex(),
        name=other.name,
    )


def _save(by: SignedIn, paper: BondPaper) -> None:
    row = Bond.objects.filter(person=by.person).first() or Bond(person=by.person)
    row.write_from(by.vault, paper)
    row.save()
