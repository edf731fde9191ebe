"""The wording of one published instrument, as a host imported it from the official form.

It belongs to the host: it lies in the host's data folder, never in this project. The key of the
instrument (`instruments`) says how it is scored; this says what is read on the page.
"""

from collections.abc import Iterable
from dataclasses import dataclass


class BadWording(ValueError):
    """A wording that cannot be shown; says which item and why."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Option:
    """One answer to tick: the number that the key scores, and the official words for it.

    `code` is what the official form calls it, such as LA6568-5; "" where it has no code.
    """

    value: int
    words: str
    code: str = ""
    system: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class WordedItem:
    """One item of a key in the words of the official form, its options in the form's order.

    `id` is the key's; `link_id` and `codes` are the form's own, by which answers go out and in.
    """

    id: str
    text: str
    options: tuple[Option, ...]
    link_id: str
    codes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise BadWording(f"{self.id}: has no text")
        if len(self.options) < 2:
            raise BadWording(f"{self.id}: has fewer than two answers")
        if not all(one.words.strip() for one in self.options):
            raise BadWording(f"{self.id}: an answer has no words")
        if twice := repeated(one.value for one in self.options):
            raise BadWording(f"{self.id}: two answers are worth {twice[0]}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Unscored:
    """An item of the form that the key does not score; kept, so that nothing is lost."""

    link_id: str
    text: str
    codes: tuple[str, ...] = ()
    options: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Wording:
    """All that is read of an instrument on a page, in the order of the official form.

    `lead` are the lines that the form puts before its items, in their order. `copyright` is the
    form's own notice; the key has ours. `unscored` are the items that nothing is counted of.
    """

    instrument: str  # the key's id, such as PHQ-9
    title: str
    language: str  # BCP 47, such as en or en-GB; "" where the form does not say
    items: tuple[WordedItem, ...]
    copyright: str = ""
    lead: tuple[str, ...] = ()
    unscored: tuple[Unscored, ...] = ()
    url: str = ""  # the canonical address of the official form
    version: str = ""
    terms_accepted: bool = False  # said by the host at the import, needed for classes C and D

    def __post_init__(self) -> None:
        if not self.items:
            reason = "has no items"
            raise BadWording(reason)
        if twice := repeated(one.id for one in self.items):
            raise BadWording(f"{twice[0]}: stands there twice")
        if twice := repeated(one.link_id for one in self.items):
            raise BadWording(f"linkId {twice[0]}: stands there twice")

    @property
    def canonical(self) -> str:
        """Name the form as answers to it do: `url|version`; "" where it has no address."""
        return f"{self.url}|{self.version}" if self.url and self.version else self.url


def repeated(names: Iterable[object]) -> list[object]:
    """List what comes more than once, in the order in which it comes again."""
    seen: set[object] = set()
    again = []
    for name in names:
        if name in seen:
            again.append(name)
        seen.add(name)
    return again
