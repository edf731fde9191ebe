"""Whether a result names people to turn to, because of what was typed; nothing of it is kept."""

from aftershift.engines.safety.risk import Level
from aftershift.web import ears
from aftershift.web.reflections.papers import About

SECONDS = 0.3


def may_need_people(about: About) -> bool:
    """Say whether the words may be about danger; what could not be heard counts as if it were."""
    words = ". ".join(filter(None, (about.name, about.gave, about.got)))
    if not words:
        return False
    try:
        return ears.room().ask(lambda ear: ear.triage(words, ()), SECONDS).level > Level.NONE
    except (ears.NotInTime, ears.Deaf):
        return True
