"""What this wing holds of a person: to take away and to erase."""

from dataclasses import replace
from typing import Any

from django.utils.translation import gettext_lazy as _

from aftershift.engines.coach.state import Act
from aftershift.web.carrying import Carried
from aftershift.web.coach import queries
from aftershift.web.coach.models import Talk
from aftershift.web.coach.papers import Said, TalkPaper
from aftershift.web.pages import clock
from aftershift.web.people.models import Person
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.safety.answers import told_before


def _unallowed(paper: TalkPaper, by: SignedIn) -> TalkPaper:
    return replace(paper, consent=None)


CARRIES = (Carried(name="talk", model=Talk, shape=TalkPaper, goes=_unallowed, comes=_unallowed),)
STAYS = (_("what you allowed a language model to do: the one of this host is asked about anew"),)


def export(by: SignedIn) -> dict[str, Any]:
    """Give the conversation that goes on, what is remembered, and which steps were planned."""
    kept = queries.paper(by=by)
    return {
        "conversation": [
            {"by": "coach" if one.by_coach else "you", "text": _text(one), "why": one.why}
            | ({"model": one.model, "draft": one.draft} if one.draft else {})
            for one in kept.said
        ],
        "model": {
            "allowed": kept.consent.mark if kept.consent else "no model",
            "since": kept.consent.given.isoformat() if kept.consent else "",
        },
        "remembered": [{"text": one.text, "kept": one.kept.isoformat()} for one in kept.cards],
        "steps": [
            {
                "practice": one.practice,
                "planned": one.planned.isoformat(),
                "outcome": one.outcome or "not told yet",
                "due": one.due.isoformat() if one.due else "",
            }
            for one in kept.steps
        ],
        "never_offered": list(kept.barred),
    }


def _text(said: Said) -> str:
    if said.act != Act.SAFETY:
        return said.text
    return "\n\n".join(told_before(said.text, country="", on=clock.now().date()))


def erase(person: Person) -> None:
    """Delete the row."""
    Talk.objects.filter(person_id=person.id).delete()
