"""What this wing holds of a person: to take away and to erase."""

from typing import Any

from aftershift.engines.together.deciding import Answer, Decision, Sheet
from aftershift.web.carrying import Carried
from aftershift.web.deciding import queries
from aftershift.web.deciding.models import Decisions
from aftershift.web.deciding.papers import DecidingPaper
from aftershift.web.deciding.words import COSTS, EASES
from aftershift.web.people.models import Person
from aftershift.web.people.signed_in import SignedIn

CARRIES = (Carried(name="decisions", model=Decisions, shape=DecidingPaper),)


def export(by: SignedIn) -> dict[str, Any]:
    """Give every decision with every sheet in this account, whoever filled it in."""
    return {"decisions": [_taken(one) for one in queries.paper(by=by).decisions]}


def erase(person: Person) -> None:
    """Delete the row."""
    Decisions.objects.filter(person_id=person.id).delete()


def _taken(one: Decision) -> dict[str, Any]:
    return {
        "identity": one.id,
        "decision": one.line,
        "named": one.named.isoformat(),
        "options": list(one.ways),
        "sheets": [_sheet(one, sheet) for sheet in one.sheets],
    }


def _sheet(about: Decision, sheet: Sheet) -> dict[str, Any]:
    return {
        "identity": sheet.id,
        "filled_in_by": sheet.whose,
        "day": sheet.day.isoformat(),
        "values": list(sheet.values),
        "answers": [_answer(about, one) for one in sheet.answers],
    }


def _answer(about: Decision, one: Answer) -> dict[str, str]:
    return {
        "option": about.ways[one.way],
        "serves": ", ".join(one.serves),
        "costs": ", ".join(str(COSTS[cost]) for cost in one.costs),
        "how_much": one.note,
        "taken_back": str(EASES[one.taken_back]) if one.taken_back else "",
        "tried_until": one.trial.until.isoformat() if one.trial else "",
        "works_if": one.trial.sees if one.trial else "",
    }
