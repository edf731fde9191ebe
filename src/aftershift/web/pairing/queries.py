"""Reads of a link; each takes `by`, whose vault opens what is read."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar
from uuid import UUID

from pydantic import TypeAdapter

from aftershift.web.pairing.models import Bond, Invite, Side
from aftershift.web.pairing.papers import BondPaper
from aftershift.web.people.models import Keyring
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.services import services
from aftershift.wiring import CannotOpen, Vault

Paper = TypeVar("Paper")


class NotLinked(Exception):
    """Somebody who is linked with nobody shares with nobody."""


class Stage(StrEnum):
    """How far a link has come."""

    NONE = "none"
    OFFERED = "offered"  # a code is shown, to be read aloud
    ANSWERED = "answered"  # somebody typed it: is it the right one?
    WAITING = "waiting"  # typed; the other still has to say yes
    LINKED = "linked"


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """Where somebody stands: how far, the code while it is offered, and who the other is."""

    stage: Stage
    code: str = field(default="", repr=False)
    name: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Pair:
    """Two linked accounts as one of them sees them; `vault` opens what both may read."""

    link: UUID
    own: UUID
    other: UUID
    name: str
    vault: Vault


def bond(*, by: SignedIn) -> BondPaper:
    """Open the note of whom somebody is linked with."""
    row = Bond.objects.filter(person=by.person).first()
    return row.read_as(by.vault, BondPaper) if row else BondPaper()


def standing(*, by: SignedIn, now: datetime) -> Standing:
    """Say how far a link has come."""
    paper = bond(by=by)
    if not paper.link:
        return Standing(stage=Stage.NONE)
    if _has_side(paper, by):
        return Standing(stage=Stage.LINKED, name=paper.name)
    is_over = paper.until is None or paper.until <= now
    return Standing(stage=Stage.NONE) if is_over else _under_way(paper, by)


def _under_way(paper: BondPaper, by: SignedIn) -> Standing:
    if not paper.code:
        return Standing(stage=Stage.WAITING, name=paper.name)
    invite = Invite.objects.filter(id=paper.link, maker=by.person).select_related("joiner").first()
    if invite is None:
        return Standing(stage=Stage.NONE)
    if invite.joiner is None:
        return Standing(stage=Stage.OFFERED, code=paper.code)
    return Standing(stage=Stage.ANSWERED, name=invite.joiner.name)


def pair(*, by: SignedIn) -> Pair | None:
    """Give the link that stands; None for somebody who is linked with nobody."""
    paper = bond(by=by)
    if not paper.pinned or not _has_side(paper, by):
        return None
    link, pinned = UUID(paper.link), bytes.fromhex(paper.pinned)
    return Pair(
        link=link,
        own=by.person.id,
        other=UUID(paper.other),
        name=paper.name,
        vault=vault_of(link, pinned, by=by),
    )


def vault_of(link: UUID, pinned: bytes, *, by: SignedIn) -> Vault:
    """Make the vault that two share, from one's own half and the other's checked key."""
    half = Keyring.objects.get(person=by.person).private_half.envelope
    return services().keys.pair_vault(by.vault, half, pinned=pinned, link=link)


def own_side(pair: Pair, shape: type[Paper]) -> Paper:
    """Open what one shares oneself."""
    return _side(pair, pair.own, shape)


def other_side(pair: Pair, shape: type[Paper]) -> Paper:
    """Open what the other shares; one that is gone or does not open is empty, like an empty one."""
    return _side(pair, pair.other, shape)


def _side(pair: Pair, author: UUID, shape: type[Paper]) -> Paper:
    rows = {row.person_id: row for row in Side.objects.filter(link=pair.link)}
    # Where the other's is gone, one's own is opened in its place, for nothing: as long as ever.
    row = rows.get(author) or rows.get(pair.own)
    try:
        said = row.read(pair.vault) if row else {}
    except CannotOpen:
        said = {}
    # Whoever holds the database could hang one's own side under the other's name.
    if said.pop("author", "") != str(author):
        said = {}
    known: Any = shape  # the type checker calls no class hashable
    paper: Paper = adapter(known).validate_python(said)
    return paper


@cache
def adapter(shape: Any) -> TypeAdapter[Any]:
    """Make ready to read and write one shape of side."""
    return TypeAdapter(shape)


def _has_side(paper: BondPaper, by: SignedIn) -> bool:
    return Side.objects.filter(link=paper.link, person=by.person).exists()
