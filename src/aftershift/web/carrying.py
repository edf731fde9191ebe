"""What of a person's sealed rows comes along to another account, and how it is read there again.

A wing says in its `personal.py` which of its rows come along:

    CARRIES = (Carried(name="week", model=Week, shape=WeekPaper),)

and nothing else: from that line `taken` writes the rows as values that JSON can carry, and
`brought` seals them anew with the vault of whoever brings them. What is more than a shape can
say (a zone that exists, a member of the household) a wing refuses by `comes`, which raises Unfit.

Rows and members of a household have names of their own in every account. In a file they stand
under names that only count, so that what went out, came in and goes out again is the same file.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Protocol
from uuid import UUID, uuid4, uuid5

from django.db import IntegrityError
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from pydantic_core import to_json

from aftershift.web.sealed import Document, SealedDocument, TooMuch
from aftershift.web.strict import NO_SUCH_DAY, UNREADABLE, WRONG, YEARS, Unfit, adapter, read
from aftershift.wiring import Vault

_COUNTED = UUID("6d2f5a0e-4c1b-4c53-9a57-3f0c5d1f7a11")  # the space of the names that count
_MOST_ROWS = 200


class Bearer(Protocol):
    """Whoever has their vault open: `SignedIn`, which lies above this floor."""

    @property
    def person(self) -> Any:
        """Give their account."""

    @property
    def vault(self) -> Vault:
        """Give what opens their rows."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Carried:
    """One kind of sealed row that comes along, by a name that is permanent.

    `goes` gives a paper as it leaves, `comes` as it may be kept in the account that it comes to:
    both leave out what belongs to this account, this link or this host. `columns` are what stands
    in clear beside the paper. `always` is a row that everybody has, with something in it or not;
    of `many` there may be several.
    """

    name: str
    model: type[SealedDocument]
    shape: type[Any]
    columns: tuple[str, ...] = ()
    always: bool = False
    many: bool = False
    goes: Callable[[Any, Any], Any] = lambda paper, by: paper
    comes: Callable[[Any, Any], Any] = lambda paper, by: paper

    @property
    def version(self) -> int:
        """Give the version of the paper's shape."""
        return 1 + len(self.model.UPGRADES)


@dataclass(slots=True)
class Naming:
    """Which name stands for which: of one account in a file, or of a file in one account."""

    known: dict[UUID, UUID] = field(default_factory=dict)

    def count(self, kind: str, number: int, one: UUID) -> None:
        """Give something of an account the name by which it is counted in a file."""
        self.known[one] = uuid5(_COUNTED, f"{kind} {number}")

    def renewed(self, one: UUID) -> UUID:
        """Give a row of a file a name that nobody has; the same one each time."""
        return self.known.setdefault(one, uuid4())


# --- out ------------------------------------------------------------------------------


def taken(carries: Iterable[Carried], naming: Naming, *, by: Bearer) -> dict[str, Any]:
    """Write a wing's rows, each kind with the version of its shape; a kind without any is out."""
    return {
        one.name: {"version": one.version, "rows": rows}
        for one in carries
        if (rows := _rows(one, naming, by=by))
    }


def _rows(one: Carried, naming: Naming, *, by: Bearer) -> list[dict[str, Any]]:
    found = [
        (row, dumped(one.shape, one.goes(row.read_as(by.vault, one.shape), by)))
        for row in _own_rows(one, by)
    ]
    found.sort(key=lambda pair: to_json(_renamed(pair[1], naming.known)))
    for number, (row, _paper) in enumerate(found, start=1):
        naming.count(one.name, number, row.pk)
    to_come = [name for _row, paper in found for name in _ids(paper) if name not in naming.known]
    for number, name in enumerate(to_come, start=1):  # a row that only a draft knows yet
        naming.count(f"{one.name} to come", number, name)
    return [
        {
            "row": str(naming.known[row.pk]),
            **{name: getattr(row, name) for name in one.columns},
            "paper": _plain(one, _renamed(paper, naming.known)),
        }
        for row, paper in found
    ]


def _plain(one: Carried, paper: Any) -> Any:
    known = adapter(one.shape)
    return known.dump_python(known.validate_python(paper), mode="json")


def dumped(shape: type[Any], paper: Any) -> Any:
    """Give a paper as plain values, in which a name of a row or of a person is still a UUID."""
    return adapter(shape).dump_python(paper)


def holds_anything(carries: Iterable[Carried], *, by: Bearer) -> bool:
    """Say whether there is anything in these rows that a new account would not have."""
    return any(
        one.many or one.goes(row.read_as(by.vault, one.shape), by) != one.shape()
        for one in carries
        for row in _own_rows(one, by)
    )


# --- in -------------------------------------------------------------------------------


def brought(carries: Iterable[Carried], held: Any, naming: Naming, *, by: Bearer) -> int:
    """Seal a wing's rows anew, in place of what is there; say how many. Raises Unfit.

    The caller has the turn and the transaction: what is refused halfway leaves nothing behind.
    """
    kinds = {one.name: one for one in carries}
    _refuse_others(held, kinds.keys(), ())
    found = [
        (kinds[name], number, row)
        for name, kind in held.items()
        for number, row in enumerate(_rows_in(kinds[name], kind), start=1)
    ]
    for one in kinds.values():
        _own_rows(one, by).delete()
    for one, number, row in found:
        with _placed(one.name, number):
            _keep(one, row, naming, by)
    for one in kinds.values():
        if one.always and one.name not in held:
            _seal(one, one.shape(), uuid4(), {}, by)
    return len(found)


@contextmanager
def _placed(*place: str | int) -> Iterator[None]:
    """Say where something was that did not fit."""
    try:
        yield
    except Unfit as unfit:
        raise Unfit(unfit.why, place=(*place, *unfit.place)) from None
    except TooMuch:
        raise Unfit(_("this is more than there is room for"), place=place) from None


def _rows_in(one: Carried, kind: Any) -> list[Mapping[str, Any]]:
    """Find the rows of one kind, each with its paper in today's shape."""
    with _placed(one.name):
        _refuse_others(kind, {"version", "rows"}, ())
        version, rows = kind.get("version"), kind.get("rows")
        if not isinstance(version, int) or version < 1 or not isinstance(rows, list):
            raise Unfit(UNREADABLE)
        if version > one.version:
            raise Unfit(_("a newer version of Aftershift wrote this: update this one first"))
        if len(rows) > (_MOST_ROWS if one.many else 1):
            raise Unfit(_("these are more rows than there is room for"))
        for number, row in enumerate(rows, start=1):
            _refuse_others(row, {"row", "paper", *one.columns}, (number,))
        return [{**row, "paper": _upgraded(one, row.get("paper"), version)} for row in rows]


def _upgraded(one: Carried, paper: Any, version: int) -> Document:
    if not isinstance(paper, dict):
        raise Unfit(UNREADABLE)
    try:
        for upgrade in one.model.UPGRADES[version - 1 :]:
            paper = upgrade(paper)
    except (KeyError, TypeError, ValueError, AttributeError):
        raise Unfit(UNREADABLE) from None
    upgraded: Document = paper
    return upgraded


def _refuse_others(held: Any, names: Collection[str], place: tuple[str | int, ...]) -> None:
    if not isinstance(held, dict):
        raise Unfit(WRONG["dict_type"], place=place)
    if held.keys() - set(names):
        raise Unfit(WRONG["unexpected_keyword_argument"], place=place)


def _keep(one: Carried, row: Mapping[str, Any], naming: Naming, by: Bearer) -> None:
    paper = read(one.shape, row["paper"])
    plain = dumped(one.shape, paper)
    for name in _ids(plain):
        naming.renewed(name)
    paper = adapter(one.shape).validate_python(_renamed(plain, naming.known))
    columns = {name: row.get(name) for name in one.columns}
    if any(type(value) is not int or value not in YEARS for value in columns.values()):
        raise Unfit(NO_SUCH_DAY)
    try:
        own = naming.renewed(UUID(str(row.get("row"))))
    except ValueError:
        raise Unfit(WRONG["uuid_parsing"]) from None
    if _own_rows(one, by).filter(pk=own).exists():
        raise Unfit(_("this stands here twice"))
    _seal(one, one.comes(paper, by), own, columns, by)


def _own_rows(one: Carried, by: Bearer) -> QuerySet[SealedDocument]:
    return one.model._default_manager.filter(person=by.person)  # noqa: SLF001 - Django's own name


def _seal(one: Carried, paper: Any, row: UUID, columns: Mapping[str, Any], by: Bearer) -> None:
    """Seal one paper in a row of this person's."""
    made = one.model(id=row, person=by.person, **columns)
    made.write_from(by.vault, paper)
    try:
        made.save(force_insert=True)
    except IntegrityError:  # the whole transaction goes back: two rows of one year
        raise Unfit(_("this stands here twice")) from None


# --- names ----------------------------------------------------------------------------


def _ids(value: Any) -> list[UUID]:
    """Find every name of a row or a person in plain values, in their order."""
    if isinstance(value, UUID):
        return [value]
    if isinstance(value, Mapping):
        return [one for pair in value.items() for each in pair for one in _ids(each)]
    if isinstance(value, tuple | list):
        return [one for each in value for one in _ids(each)]
    return []


def _renamed(value: Any, names: Mapping[UUID, UUID]) -> Any:
    """Put other names in place of those that are known; words are never touched."""
    if isinstance(value, UUID):
        return names.get(value, value)
    if isinstance(value, Mapping):
        return {_renamed(key, names): _renamed(one, names) for key, one in value.items()}
    if isinstance(value, tuple | list):
        return type(value)(_renamed(one, names) for one in value)
    return value
