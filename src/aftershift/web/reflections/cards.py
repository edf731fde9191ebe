"""What the pages of this wing show."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from uuid import UUID

from django.urls import reverse
from django.utils import dateformat
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from aftershift.engines.checkins import reflections as checklists
from aftershift.engines.checkins.reflections import (
    Answer,
    Checklist,
    Item,
    Kind,
    Outcome,
    Scope,
    Side,
    key_of,
    outcome,
)
from aftershift.library.evidence import load_evidence
from aftershift.library.reflections import load_reflections
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.reflections import queries
from aftershift.web.reflections.papers import About, Kept
from aftershift.web.reflections.words import ANSWERS, LEADS, SCOPES

KEPT = '<li><a href="{}">{}</a> <span class="soft">{}{}</span></li>'
PLACES: Mapping[str, str] = {
    "agreements": "agreements:page",
    "check_in": "agreements:check_in",
    "journal": "journal:page",
    "people": "network:page",
    "planned": "windows:plan",
    "rehearsal": "rehearsal:shelf",
    "rituals": "rituals:page",
    "strong_one": "network:hero",
    "windows": "windows:fortnight",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """The lists about one scope."""

    title: Promise
    lists: tuple[Checklist, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Shelf:
    """The first page: the lists by whom they are about, and what was kept."""

    groups: tuple[Group, ...]
    kept: SafeString
    just_me: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Lead:
    """The one small thing of an item; of whom it was said, where there are two sides."""

    says: str
    small: str
    practice: str
    slug: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One line with what was said to it: once, or for each of the two sides."""

    says: str
    they: str
    said: tuple[Promise | str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Way:
    """Somewhere to go on."""

    says: str
    to: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Result:
    """What a filled list comes to: counts in words, the rule, small things, and ways on."""

    checklist: Checklist
    counts: tuple[str, ...]
    skipped: str
    is_at: bool
    heading: Promise
    leads: tuple[Lead, ...]
    rows: tuple[Row, ...]
    ways: tuple[Way, ...]
    about: About


def shelf(*, by: SignedIn, just_me: bool) -> Shelf:
    """Gather the first page; what is about the two stays away from somebody who put it away."""
    lists = load_reflections()
    shown = {key: one for key, one in lists.items() if not (just_me and one.scope is Scope.US)}
    groups = tuple(
        Group(title=title, lists=tuple(one for one in shown.values() if one.scope is scope))
        for scope, title in SCOPES.items()
    )
    kept = [one for one in reversed(queries.paper(by=by).kept) if one.checklist in shown]
    shown_groups = tuple(one for one in groups if one.lists)
    return Shelf(groups=shown_groups, kept=_kept_lines(kept), just_me=just_me)


def _kept_lines(kept: Sequence[Kept]) -> SafeString:
    """Write the list of what was kept at once: line by line, a template takes ten times as long."""
    shelf_of, nobody = load_reflections(), UUID(int=0)
    address = reverse("reflections:kept", args=[nobody])
    lines = (
        (
            address.replace(str(nobody), one.id),
            shelf_of[one.checklist].title,
            f"{one.about.name} · " if one.about.name else "",
            dateformat.format(one.day, "j F Y"),
        )
        for one in kept
    )
    return format_html(KEPT * len(kept), *chain.from_iterable(lines)) if kept else SafeString()


def result(checklist: Checklist, answers: Mapping[str, Answer], about: About) -> Result:
    """Say what a filled list comes to."""
    sides: tuple[Side | None, ...] = tuple(Side) if checklist.sides else (None,)
    found = [outcome(checklist, answers, side) for side in sides]
    skipped = sum(one.skipped for one in found)
    return Result(
        checklist=checklist,
        counts=tuple(
            _count(checklist, one, _whose(side, about))
            for one, side in zip(found, sides, strict=True)
        ),
        skipped=ngettext("%d was skipped.", "%d were skipped.", skipped) % skipped
        if skipped
        else "",
        is_at=any(one.is_at for one in found),
        heading=LEADS[checklist.kind],
        leads=tuple(_leads(found)),
        rows=tuple(_rows(checklist, answers, sides)),
        ways=tuple(Way(says=one.says, to=_address(one)) for one in checklist.ways),
        about=about,
    )


def _whose(side: Side | None, about: About) -> str:
    if side is None:
        return ""
    return _("Me") if side is Side.I else about.name or _("They")


def _count(checklist: Checklist, found: Outcome, whose: str) -> str:
    """Say a count in words; a list with two sides says whose it is."""
    words = {
        Kind.SIGNS: _("%(count)d of %(of)d ring true"),
        Kind.PRESENT: _("%(count)d of %(of)d are there"),
        Kind.QUESTIONS: _("%(count)d of %(of)d where you would change something"),
    }[checklist.kind]
    said = words % {"count": found.count, "of": found.of}
    return f"{whose}: {said}" if whose else said


def _leads(found: list[Outcome]) -> Iterator[Lead]:
    """Give the small thing of each item once, on whichever side it was."""
    practices = load_evidence().practices
    for item in dict.fromkeys(item for one in found for item in one.leads):
        practice = practices.get(item.practice)
        yield Lead(
            says=_said_of(item, found),
            small=item.small,
            practice=practice.name if practice else "",
            slug=practice.slug if practice else "",
        )


def _said_of(item: Item, found: list[Outcome]) -> str:
    both = [item.says] + ([item.they] if len(found) > 1 else [])
    return " ".join(said for said, one in zip(both, found, strict=True) if item in one.leads)


def _rows(
    checklist: Checklist, answers: Mapping[str, Answer], sides: tuple[Side | None, ...]
) -> Iterator[Row]:
    words = ANSWERS[checklist.kind]
    for item in checklist.items:
        said = (answers.get(key_of(item.id, side or ""), Answer.SKIP) for side in sides)
        yield Row(
            says=item.says,
            they=item.they,
            said=tuple(_("Skipped") if one is Answer.SKIP else words[one] for one in said),
        )


def _address(way: checklists.Way) -> str:
    if way.practice:
        return reverse("reading:practice", args=[load_evidence().practices[way.practice].slug])
    if way.to in PLACES:
        return reverse(PLACES[way.to])
    return reverse("reflections:list", args=[way.to])
