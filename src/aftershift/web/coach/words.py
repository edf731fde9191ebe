"""What the suggested answers say."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext_lazy as _

from aftershift.engines.coach.hearing.moves import Move
from aftershift.engines.coach.state import Heard
from aftershift.engines.windows.moments import Gap
from aftershift.library.coach import load_coach
from aftershift.web.coach.placing import Missing

ANSWERS = {
    Move.STEP: _("One small step"),
    Move.WORDS: _("Words to say"),
    Move.LISTEN: _("Only listen"),
    Move.YES: _("Yes, that"),
    Move.NOT_THAT: _("Not that"),
    Move.NOTHING_TODAY: _("Nothing today"),
    Move.MORE: _("Another way"),
    Move.DID: _("I did it"),
    Move.NOT_DONE: _("I did not"),
    Move.WORSE: _("It made it worse"),
}

# What is answered when somebody did a step, and what is then said of it.
HELPED = {
    "helped": _("It helped"),
    "no_difference": _("It made no difference"),
    "worse": _("It made it worse"),
}
AFTER_HELPED = {
    "helped": _("Good to know. Where it fits again, it goes before other things."),
    "no_difference": _("Good to know. It counts neither for it nor against it."),
    "worse": _("Thank you for saying so. I leave it alone now, and that counts against it."),
}

IF_THEN = {Gap.HANDOVER: _("After handover, I %(words)s.")}
IF_THEN_AT = _("When it is %(when)s, I %(words)s.")
MISSING = {
    Missing.ROSTER: _("Your roster for the days to come is not here, so it has no hour yet."),
    Missing.OTHER: _("The other’s hours are not known here, so it has no hour yet."),
    Missing.ROOM: _("No stretch of the next two weeks fits it, so it has no hour yet."),
}


def purposes_of(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give each purpose, and what is said when it is tapped; none that is no longer known."""
    known = {one.id: one for one in load_coach().purposes}
    return ((name, known[name].to.capitalize()) for name in names if name in known)


def tapped_words(heard: Heard) -> str:
    """Say in words what was tapped, "" where nothing was."""
    for _name, says in purposes_of([heard.purpose]):
        return says
    return str(ANSWERS[heard.tapped]) if heard.tapped else ""
