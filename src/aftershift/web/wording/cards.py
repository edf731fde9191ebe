"""What the pages of this wing show of an apology, of a rant, and of the authored words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from aftershift.engines.wording.apology import read_apology
from aftershift.engines.wording.apology_parts import Part, Trap
from aftershift.engines.wording.cues import Hit
from aftershift.engines.wording.sbi import Says, Sorted, compose_sbi, sort_rant
from aftershift.engines.wording.scripts import No, Script, ScriptGroup, To
from aftershift.library.wording import load_apology, load_sbi, load_scripts
from aftershift.web.sending.cards import Piece, pieces

TO: Mapping[To, Promise] = {
    To.PARTNER: _("to your partner"),
    To.FAMILY: _("to family"),
    To.FRIEND: _("to a friend"),
    To.COLLEAGUE: _("to a colleague"),
    To.MANAGER: _("to who makes your rota or decides about your work"),
    To.SENIOR: _("to somebody senior"),
    To.PROFESSIONAL: _("to a doctor or counsellor"),
}
NO: Mapping[No, Promise] = {
    No.DECLINE: _("decline"),
    No.DELEGATE: _("hand on"),
    No.DEFER: _("put off"),
}
CHARTER_ROWS = range(6)  # as many as fit one sheet by hand
# Field that is empty -> what is asked for.
ASKS: tuple[tuple[str, Promise], ...] = (
    ("situation", _("When and where was it? One time, one place.")),
    ("behaviour", _("What was done or said, as a camera would have seen it?")),
    ("impact", _("What did it do to you, or to the work?")),
    ("request", _("What one thing would you like next time?")),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class PartCard:
    """One part of an apology: the words that carry it, or what to write where it is missing."""

    name: str
    is_there: bool
    words: tuple[str, ...]
    missing: str


@dataclass(frozen=True, kw_only=True, slots=True)
class TrapCard:
    """What takes an apology back, by which words, and what does instead."""

    name: str
    words: str
    why: str
    instead: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ApologyCard:
    """An apology with its parts marked."""

    pieces: tuple[Piece, ...]
    parts: tuple[PartCard, ...]
    traps: tuple[TrapCard, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class RantCard:
    """A rant, sorted: what judges in it, what is asked for, and the lines to begin with."""

    judged: tuple[tuple[Piece, ...], ...]
    asks: tuple[Promise, ...]
    lines: str


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupCard:
    """A group of situations that may be shown."""

    group: ScriptGroup
    links: tuple["ScriptLink", ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ScriptLink:
    """One situation in the list; `no` is which way of saying no it is."""

    id: str
    title: str
    no: Promise | str


@dataclass(frozen=True, kw_only=True, slots=True)
class Variant:
    """One strength of the words for a situation."""

    key: str
    name: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ScriptPage:
    """One situation with its three strengths."""

    title: str
    group: ScriptGroup
    to: Promise
    goes_up: bool
    has_gaps: bool
    is_for_two: bool
    variants: tuple[Variant, ...]


def apology_card(text: str) -> ApologyCard:
    """Read an apology, and put what was found in words."""
    shelf = load_apology()
    reading = read_apology(text, shelf.book)
    hits = [hit for found in reading.parts.values() for hit in found]
    return ApologyCard(
        pieces=tuple(pieces(text, ((one.starts, one.ends) for one in hits))),
        parts=tuple(
            PartCard(
                name=shelf.parts[part].name,
                is_there=reading.has(part),
                words=_words(text, reading.presses if part is Part.FREE else reading.parts[part]),
                missing=shelf.parts[part].missing,
            )
            for part in Part
        ),
        traps=tuple(
            TrapCard(
                name=shelf.traps[trap].name,
                words=_words(text, reading.traps[trap])[0],
                why=shelf.traps[trap].why,
                instead=shelf.traps[trap].instead,
            )
            for trap in Trap
            if reading.traps[trap]
        ),
    )


def rant_card(text: str) -> RantCard:
    """Sort a rant, and say what judges in it and what is missing."""
    found = sort_rant(text, load_sbi())
    judged = [one for one in found.sentences if one.says is Says.JUDGEMENT]
    return RantCard(
        judged=tuple(
            tuple(pieces(one.text, ((hit.starts, hit.ends) for hit in one.judges)))
            for one in judged
        ),
        asks=_asks(found),
        lines=compose_sbi(found),
    )


def group_cards(*, for_two: bool) -> tuple[GroupCard, ...]:
    """List the situations by group; those for the other of the two only where they are wanted."""
    shelf = load_scripts()
    cards = (
        GroupCard(group=group, links=tuple(_links(shelf.of(group), for_two=for_two)))
        for group in shelf.group
    )
    return tuple(card for card in cards if card.links)


def script_of(script_id: str) -> Script | None:
    """Find a situation by its id."""
    return next((one for one in load_scripts().script if one.id == script_id), None)


def script_page(script: Script) -> ScriptPage:
    """Show one situation."""
    group = next(one for one in load_scripts().group if one.id == script.group)
    keys = ("soft", "firm", "firmer")
    return ScriptPage(
        title=script.title,
        group=group,
        to=TO[script.to],
        goes_up=script.goes_up,
        has_gaps=any("[" in text for text in script.texts),
        is_for_two=script.is_for_two,
        variants=tuple(
            Variant(key=key, name=name, text=text)
            for key, name, text in zip(keys, group.variants, script.texts, strict=True)
        ),
    )


def _links(scripts: Iterable[Script], *, for_two: bool) -> Iterable[ScriptLink]:
    for one in scripts:
        if for_two or not one.is_for_two:
            yield ScriptLink(id=one.id, title=one.title, no=NO[one.kind] if one.kind else "")


def _asks(found: Sorted) -> tuple[Promise, ...]:
    return tuple(question for name, question in ASKS if not getattr(found, name))


def _words(text: str, hits: Iterable[Hit]) -> tuple[str, ...]:
    """Give the marked words, without those that lie within others."""
    spans = [(one.starts, one.ends) for one in hits]
    marked = (piece.text for piece in pieces(text, spans) if piece.is_marked)
    return tuple(dict.fromkeys(marked))
