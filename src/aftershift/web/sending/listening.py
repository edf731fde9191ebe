"""Free text is heard for risk before anything is made of it, by every page that makes words."""

from dataclasses import dataclass

from aftershift.engines.safety.course import begin, is_off
from aftershift.engines.safety.rows import Feature
from aftershift.web.pages import clock, remembered
from aftershift.web.people.signed_in import PersonRequest
from aftershift.web.safety import queries as safety
from aftershift.web.safety.actions import keep_note
from aftershift.web.sending.cards import Look, first_look
from aftershift.web.sending.forms import Given


@dataclass(frozen=True, kw_only=True, slots=True)
class Listened:
    """What was heard, and whether words for somebody may be made of it."""

    look: Look
    rests: bool

    @property
    def may_go_on(self) -> bool:
        """Say whether nobody at risk, no patient and no failure comes first."""
        look = self.look
        return not (self.rests or look.is_alone or look.patient or look.unread)


def listen(request: PersonRequest, given: Given) -> Listened:
    """Hear a text, and keep of it what the safety note may hold, which is no word."""
    now = clock.now()
    note = safety.own(by=request.by).note
    country = request.COOKIES.get(remembered.COUNTRY, "")
    look, given = first_look(given, note=note, country=country, now=now)
    keep_note(by=request.by, note=look.note)
    return Listened(look=look, rests=is_off(given.course or begin(note, now), Feature.SCRIPTS, now))
