"""Which instrument a form is: its items matched to those of a key, and never a guess.

An item is known by its LOINC code, or by a linkId that is one ("/44250-9"), or by a linkId that
names instrument and item ("PHQ-9.1", "phq9_1"). Where a host says which instrument it is, the bare
name of an item is enough.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from aftershift.engines.checkins.forms import Form, FormItem, FormOption, Kind
from aftershift.engines.checkins.instruments import Instrument, Item
from aftershift.engines.checkins.wordings import (
    Option,
    Unscored,
    WordedItem,
    Wording,
    repeated,
)

NOT_A_LETTER = re.compile(r"[^a-z0-9]")
WRONG_ANCHOR = "not at all sure"  # Zorowitz 2021: the published words are the first three alone
Tell: TypeAlias = Callable[[FormItem, Item, Instrument], bool]
ANCHORED = ("GAD-7", "GAD-2", "PHQ-4")


class UnknownInstrument(ValueError):
    """A host named an instrument that has no key; says which there are."""


class NotWhole(ValueError):
    """A form that is matched in part, or by nothing, cannot become a wording."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Pair:
    """One item of the key, the item of the form that it is, and what told us so."""

    item: str
    found: FormItem
    by: str  # LOINC code, linkId


Fit: TypeAlias = tuple[Instrument, tuple[Pair, ...]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Matched:
    """What became of a form.

    `instrument` is None where no key fits, or two do. `problems` stand in the way of using it;
    `notes` do not. `unmatched` are items that the key does not score.
    """

    form: Form
    instrument: Instrument | None = None
    pairs: tuple[Pair, ...] = ()
    unmatched: tuple[FormItem, ...] = ()
    missing: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Is every item of the key there, with the answers that it scores?"""
        return self.instrument is not None and not self.problems


def match(form: Form, instruments: Mapping[str, Instrument], named: str = "") -> Matched:
    """Find the key of a form. `named`: the instrument that the host says it is.

    Raises UnknownInstrument.
    """
    if name := named or form.names:
        told = _named(name, instruments)
        return _told(form, told, _pairs(form, told, _TELLS))
    fits = [(one, _pairs(form, one, _TELLS[:-1])) for one in instruments.values()]
    return _chosen(form, [fit for fit in fits if fit[1]])


def _named(name: str, instruments: Mapping[str, Instrument]) -> Instrument:
    for one in instruments.values():
        if one.id.lower() == name.strip().lower():
            return one
    raise UnknownInstrument(f"no key has this name; there are: {', '.join(sorted(instruments))}")


def _chosen(form: Form, fits: Sequence[Fit]) -> Matched:
    if not fits:
        reason = "no item of this form is known by its LOINC code or its linkId"
        return Matched(form=form, unmatched=form.items, problems=(reason,), notes=form.notes)
    said = [fit for fit in fits if set(fit[0].codes) & set(form.codes)]
    ranked = sorted(said or fits, key=_rank)
    best, pairs = ranked[0]
    covered = _links(pairs)
    rivals = []
    for one, other in ranked[1:]:
        if _rank((one, other)) == _rank(ranked[0]) or not _links(other) <= covered:
            rivals.append(one.id)
        covered |= _links(other)
    if rivals:
        reason = f"fits {' and '.join(sorted([best.id, *rivals]))}; say which one it is"
        return Matched(form=form, unmatched=form.items, problems=(reason,), notes=form.notes)
    return _told(form, best, pairs)


def _rank(fit: Fit) -> tuple[int, bool]:
    """Put first who knows more of the form, and then who misses nothing in it."""
    return -len(fit[1]), len(fit[1]) < len(fit[0].items)


def _links(pairs: Sequence[Pair]) -> set[str]:
    return {pair.found.link_id for pair in pairs}


def _pairs(
    form: Form, instrument: Instrument, tells: Sequence[tuple[str, Tell]]
) -> tuple[Pair, ...]:
    """Match the items; one that two items of the form could be is left unmatched."""
    pairs = []
    for item in instrument.items:
        for by, is_it in tells:
            found = [one for one in form.items if is_it(one, item, instrument)]
            if found:
                pairs += [Pair(item=item.id, found=found[0], by=by)] if len(found) == 1 else []
                break
    return tuple(pairs)


def _has_code(found: FormItem, item: Item, _instrument: Instrument) -> bool:
    return bool(set(found.codes) & set(item.codes))


def _links_by_code(found: FormItem, item: Item, _instrument: Instrument) -> bool:
    return found.link_id.rpartition("/")[2] in item.codes


def _links_by_name(found: FormItem, item: Item, instrument: Instrument) -> bool:
    whole, name = _plain(instrument.id), _plain(item.id)
    return _plain(found.link_id) == (name if name.startswith(whole) else whole + name)


def _links_by_item(found: FormItem, item: Item, _instrument: Instrument) -> bool:
    return _plain(found.link_id) == _plain(item.id)


_TELLS = (
    ("LOINC code", _has_code),
    ("linkId", _links_by_code),
    ("linkId", _links_by_name),
    ("linkId", _links_by_item),
)


def _plain(name: str) -> str:
    return NOT_A_LETTER.sub("", name.lower())


def _told(form: Form, instrument: Instrument, pairs: tuple[Pair, ...]) -> Matched:
    """Say what is there, what is missing and what is odd."""
    there = {pair.item: pair.found for pair in pairs}
    missing = tuple(one.id for one in instrument.items if one.id not in there)
    problems = [f"item {name} is not there, or stands there twice" for name in missing]
    problems += [f"item {name} is item {found} too" for name, found in _taken_twice(pairs)]
    for item in instrument.items:
        if item.id in there:
            problems += _answer_problems(item, there[item.id])
    taken = {pair.found.link_id for pair in pairs}
    return Matched(
        form=form,
        instrument=instrument,
        pairs=pairs,
        unmatched=tuple(one for one in form.items if one.link_id not in taken),
        missing=missing,
        problems=tuple(problems),
        notes=(*form.notes, *_oddities(instrument, pairs)),
    )


def _taken_twice(pairs: Sequence[Pair]) -> list[tuple[str, str]]:
    twice = repeated(pair.found.link_id for pair in pairs)
    named = {
        link_id: [pair.item for pair in pairs if pair.found.link_id == link_id] for link_id in twice
    }
    return [(names[0], names[1]) for names in named.values()]


def _answer_problems(item: Item, found: FormItem) -> list[str]:
    """Hold the answers of a form against those that a key scores."""
    if found.kind is Kind.NUMBER and not found.options:
        return []
    worths = [one.value for one in _scored(item, found)]
    if not found.options or not worths:
        return [f"item {item.id}: the form does not say what its answers are worth"]
    if sorted(worths) != sorted(item.answers):
        allowed = ", ".join(map(str, item.answers))
        return [f"item {item.id}: its answers are not worth {allowed}, as the key has it"]
    if not all(one.words.strip() for one in _scored(item, found)):
        return [f"item {item.id}: the words of its answers are not in the file"]
    return [] if found.text.strip() else [f"item {item.id}: has no text"]


def _scored(item: Item, found: FormItem) -> list[Option]:
    if found.kind is Kind.NUMBER and not found.options:
        return [Option(value=one, words=str(one)) for one in item.answers]
    return [
        Option(value=one.value, words=one.words, code=one.code, system=one.system)
        for one in found.options
        if one.value is not None
    ]


def _oddities(instrument: Instrument, pairs: Sequence[Pair]) -> list[str]:
    notes = []
    for pair in pairs:
        options: Sequence[FormOption] = pair.found.options
        if any(one.value is None for one in options) and any(
            one.value is not None for one in options
        ):
            notes.append(f"item {pair.item}: an answer that is worth nothing is left out")
        if pair.found.kind is Kind.NUMBER and not options:
            notes.append(f"item {pair.item}: asks for a number; the key's own are offered")
        if instrument.id in ANCHORED and any(WRONG_ANCHOR in one.words.lower() for one in options):
            notes.append(
                f'item {pair.item}: its lowest answer reads "{WRONG_ANCHOR}"; the published one '
                'is "not at all", and answers to the two are not the same (Zorowitz 2021)'
            )
    return notes


def wording_of(matched: Matched, *, terms_accepted: bool = False) -> Wording:
    """Make the wording that is kept of a form which is matched whole. Raises NotWhole."""
    if matched.instrument is None or matched.problems:
        raise NotWhole(matched.problems[0])
    form, items = matched.form, {one.id: one for one in matched.instrument.items}
    order = {one.link_id: place for place, one in enumerate(form.items)}
    return Wording(
        instrument=matched.instrument.id,
        title=form.title or matched.instrument.name,
        language=form.language,
        copyright=form.copyright,
        lead=form.lead,
        url=form.url,
        version=form.version,
        terms_accepted=terms_accepted,
        items=tuple(
            WordedItem(
                id=pair.item,
                text=pair.found.text,
                options=tuple(_scored(items[pair.item], pair.found)),
                link_id=pair.found.link_id,
                codes=pair.found.codes,
            )
            for pair in sorted(matched.pairs, key=lambda pair: order[pair.found.link_id])
        ),
        unscored=tuple(
            Unscored(
                link_id=one.link_id,
                text=one.text,
                codes=one.codes,
                options=tuple(option.words for option in one.options),
            )
            for one in matched.unmatched
        ),
    )
