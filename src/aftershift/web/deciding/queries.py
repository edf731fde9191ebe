"""Reads of decisions and sheets; each takes `by`, whose vault opens what is read."""

from uuid import UUID

from aftershift.engines.together.deciding import Decision, Sheet
from aftershift.web.deciding.models import Decisions
from aftershift.web.deciding.papers import DecidingPaper
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.safety import queries as safety


def paper(*, by: SignedIn) -> DecidingPaper:
    """Open every decision."""
    row = Decisions.objects.filter(person=by.person).first()
    return row.read_as(by.vault, DecidingPaper) if row else DecidingPaper()


def decision(*, by: SignedIn, decision_id: UUID) -> Decision | None:
    """Find one decision of this person; None where there is none, or it is somebody else's."""
    found = (one for one in paper(by=by).decisions if one.id == str(decision_id))
    return next(found, None)


def sheet(*, by: SignedIn, sheet_id: UUID) -> tuple[Decision, Sheet] | None:
    """Find one sheet with its decision; None where there is none."""
    found = (
        (about, one)
        for about in paper(by=by).decisions
        for one in about.sheets
        if one.id == str(sheet_id)
    )
    return next(found, None)


def shown(*, by: SignedIn, about: Decision) -> tuple[Sheet, ...]:
    """Give the sheets that this person meets: only their own while what is for two is put away."""
    alone = safety.is_just_me(by=by)
    return tuple(one for one in about.sheets if not (alone and one.whose))
