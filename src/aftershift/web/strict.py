"""A paper that comes from outside, read strictly; what is wrong with it is said by its place."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from functools import cache
from typing import Any, TypeAlias

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from pydantic import TypeAdapter, ValidationError
from pydantic_core import to_json

Words: TypeAlias = str | Promise
Place: TypeAlias = tuple[str | int, ...]

YEARS = range(1900, 2200)
NO_SUCH_DAY = _("this is no day that can be")
_OURS = re.compile(r"[a-z_]{1,24}")
_NAME = re.compile(r"[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}")
_DEEPEST = 8  # parts of a place that are shown
_LONGEST = 20_000  # characters; every field of ours is shorter
_LARGEST = 10**9

# What a place in a file can be wrong with, by the kind of the first error that was found there.
WRONG: Mapping[str, Words] = {
    "missing": _("something is missing here"),
    "unexpected_keyword_argument": _("this version has no place of that name"),
    "enum": _("this is none of the words that can stand here"),
    "string_type": _("here should be words"),
    "int_type": _("here should be a whole number"),
    "float_type": _("here should be a number"),
    "bool_type": _("here should be true or false"),
    "tuple_type": _("here should be a list"),
    "dict_type": _("here should be names with values"),
    "uuid_parsing": _("this is no name of a row or of a person"),
}
UNREADABLE = _("what stands here cannot be read")


class Unfit(Exception):
    """Something in a file cannot be kept: where it stands, and why. It holds no word of it."""

    def __init__(self, why: Words, *, place: Place = ()) -> None:
        super().__init__("not kept")
        self.why = why
        self.place = place


def read(shape: type[Any], document: Any) -> Any:
    """Read a paper as strictly as it can be read. Raises Unfit, with the place of the error."""
    try:
        paper = adapter(shape).validate_json(to_json(document), strict=True, extra="forbid")
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False, include_context=False)[0]
        why = WRONG.get(first["type"], UNREADABLE)
        raise Unfit(why, place=_place_of(first["loc"])) from None
    except Exception as error:  # a record of ours that refuses what cannot be, by its own error
        if not type(error).__module__.startswith("aftershift."):
            raise
        raise Unfit(_("this cannot be: an end before its start, say")) from None
    _refuse_odd(paper)
    return paper


def _place_of(where: tuple[int | str, ...]) -> Place:
    """Give a place without what somebody may have typed: numbers, and names of our records."""
    shown = [
        one + 1 if isinstance(one, int) else one if _OURS.fullmatch(one) else "…"
        for one in where[:_DEEPEST]
    ]
    return tuple(shown)


def _refuse_odd(paper: Any) -> None:
    """Refuse what no form of ours lets in: times on no clock, endless words, numbers past all."""
    for place, value in _leaves(paper, ()):
        why = next((words for is_odd, words in _ODD if is_odd(value)), None)
        if place[-1:] == ("id",) and isinstance(value, str) and not is_name(value):
            why = WRONG["uuid_parsing"]  # an address carries it
        if why is not None:
            raise Unfit(why, place=place[:_DEEPEST])


def _leaves(
    value: Any, place: tuple[str | int, ...]
) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Walk through a paper to every single value, with its place in words that are ours."""
    inside: Iterable[tuple[str | int, Any]]
    if is_dataclass(value):
        inside = [(one.name, getattr(value, one.name)) for one in fields(value)]
    elif isinstance(value, Mapping):
        inside = [("…", one) for pair in value.items() for one in pair]
    elif isinstance(value, tuple | list | frozenset):
        inside = enumerate(value, start=1)
    else:
        yield place, value
        return
    for name, one in inside:
        yield from _leaves(one, (*place, name))


_ODD: tuple[tuple[Callable[[Any], bool], Words], ...] = (
    (lambda one: isinstance(one, str) and len(one) > _LONGEST, _("these are too many words")),
    (lambda one: isinstance(one, str) and "\0" in one, UNREADABLE),
    (lambda one: isinstance(one, date) and one.year not in YEARS, NO_SUCH_DAY),
    (lambda one: isinstance(one, datetime) and one.tzinfo is None, _("this time has no zone")),
    (
        lambda one: isinstance(one, int | float) and not -_LARGEST <= one <= _LARGEST,
        _("this number is past all that can be"),
    ),
)


def is_name(said: str) -> bool:
    """Say whether this can be the name of a row or of one thing in it."""
    return bool(_NAME.fullmatch(said))


def adapter(shape: Any) -> TypeAdapter[Any]:
    """Give what reads and writes one shape."""
    return _made(shape)


@cache
def _made(shape: Any) -> TypeAdapter[Any]:
    return TypeAdapter(shape)
