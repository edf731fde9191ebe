"""What this wing holds of a person: to take away and to erase."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any
from uuid import UUID
from zoneinfo import available_timezones

from django.utils.translation import gettext_lazy as _
from pydantic import TypeAdapter

from aftershift.engines.rosters.shifts import Shift
from aftershift.web.carrying import Carried
from aftershift.web.people import queries as people
from aftershift.web.people.models import Person
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.rosters import queries
from aftershift.web.rosters.models import Draft, Source, Ways
from aftershift.web.rosters.papers import DraftPaper, MemberPaper, SourcePaper, WaysPaper
from aftershift.web.strict import Unfit

CARRIES = (
    Carried(
        name="rosters",
        model=Source,
        shape=SourcePaper,
        many=True,
        comes=lambda paper, by: _of_somebody(paper, by),
    ),
    Carried(name="draft", model=Draft, shape=DraftPaper, comes=lambda paper, by: _read(paper, by)),
    Carried(name="ways", model=Ways, shape=WaysPaper, comes=lambda paper, by: _theirs(paper, by)),
)


def export(by: SignedIn) -> dict[str, Any]:
    """Give every roster, every way, and the draft, each with the member's name."""
    names = {str(card.id): card.label for card in people.household(by=by)}
    draft = queries.draft(by=by)
    return {
        "members": names,
        "rosters": [
            TypeAdapter(SourcePaper).dump_python(roster.paper, mode="json")
            for roster in queries.rosters(by=by)
        ],
        "ways": {
            str(member): TypeAdapter(MemberPaper).dump_python(paper, mode="json")
            for member, paper in queries.ways(by=by).members.items()
        },
        "draft": TypeAdapter(DraftPaper).dump_python(draft, mode="json") if draft else None,
    }


def erase(person: Person) -> None:
    """Delete every roster, the draft and the ways."""
    for model in (Draft, Source, Ways):
        model.objects.filter(person_id=person.id).delete()


def _of_somebody(paper: SourcePaper, by: SignedIn) -> SourcePaper:
    _refuse_strangers([paper.member], by)
    _refuse_zones([one.zone for one in _shifts_of(paper)], "shifts")
    return paper


def _read(paper: DraftPaper, by: SignedIn) -> DraftPaper:
    _refuse_zones([paper.zone], "zone")
    moved = [one for pair in paper.moved for one in pair]
    every: list[Shift] = [*paper.added, *moved, *paper.cancelled]
    _refuse_zones([one.zone for one in every], "added")
    return replace(paper, paper=_of_somebody(paper.paper, by))


def _theirs(paper: WaysPaper, by: SignedIn) -> WaysPaper:
    _refuse_strangers(paper.members, by)
    _refuse_zones([one.zone for one in paper.members.values()], "members")
    return paper


def _shifts_of(paper: SourcePaper) -> Iterable[Shift]:
    return (*paper.shifts, *(one for asked in paper.questions for one in asked.waiting))


def _refuse_strangers(members: Iterable[UUID], by: SignedIn) -> None:
    """Refuse what is about nobody: every page would look for them."""
    if set(members) - {card.id for card in people.household(by=by)}:
        raise Unfit(_("this is about somebody who is not in the household of this file"))


def _refuse_zones(zones: Iterable[str], place: str) -> None:
    if set(zones) - available_timezones():
        raise Unfit(_("there is no time zone of that name"), place=(place,))
