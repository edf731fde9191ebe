"""What this wing holds of a person: to take away and to erase."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from aftershift.engines.together.agreements import Agreement, Side
from aftershift.engines.together.listing import Filled
from aftershift.web.agreements import queries
from aftershift.web.agreements.models import Kept
from aftershift.web.agreements.papers import KeptPaper
from aftershift.web.agreements.words import KINDS, OWN_LEFT
from aftershift.web.carrying import Carried
from aftershift.web.people.models import Person
from aftershift.web.people.signed_in import SignedIn

CARRIES = (Carried(name="kept_alone", model=Kept, shape=KeptPaper, always=True),)
STAYS = (_("what you wrote to somebody you were linked with, and what you agreed on"),)


def export(by: SignedIn) -> dict[str, Any]:
    """Give what one wrote to the other and what one keeps for oneself; no word of the other's."""
    two, kept = queries.two(by=by), queries.kept(by=by)
    side = two.own if two else Side()
    repair = kept.repair
    return {
        "suggested": [_taken(one) for one in side.proposed],
        "said_yes": [{"identity": one.agreement, "day": one.day.isoformat()} for one in side.yes],
        "looked_at": [
            {"identity": one.agreement, "next": one.next.isoformat()} for one in side.looked
        ],
        "time_out": _time_out(side),
        "coming_home": _coming(side),
        "shown_weeks": [
            {"week": one.week.isoformat(), "answers": dict(one.answers)} for one in side.shown
        ],
        "shown_lists": [_list(one) for one in side.lists],
        "kept": {
            "identity": {"aside": list(kept.aside), "back": kept.back},
            "repair": repair.about if repair else "",
            "look_at_it_on": repair.follow_up.isoformat() if repair and repair.follow_up else "",
        },
    }


def erase(person: Person) -> None:
    """Delete one's own row; the side that both read is the pairing wing's to erase."""
    Kept.objects.filter(person_id=person.id).delete()


def _taken(one: Agreement) -> dict[str, Any]:
    return {
        "identity": one.id,
        "kind": str(KINDS[one.kind]),
        "words": one.words,
        "for": one.purpose,
        "written": one.written.isoformat(),
        "look_again": one.look_again.isoformat(),
        "minutes_away": one.minutes_away or 0,
    }


def _list(one: Filled) -> dict[str, Any]:
    return {
        "identity": one.checklist,
        "day": one.day.isoformat(),
        "true": one.true,
        "of": one.of,
        "lines": list(one.lines or ()),
    }


def _coming(side: Side) -> dict[str, str]:
    if side.coming is None:
        return {}
    return {"left": str(OWN_LEFT[side.coming.left]), "said": side.coming.said.isoformat()}


def _time_out(side: Side) -> dict[str, str]:
    if side.time_out is None:
        return {}
    return {
        "taken": side.time_out.taken.isoformat(),
        "returns": side.time_out.returns.isoformat(),
        "is_over": "yes" if side.time_out.is_over else "no",
    }
